using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PartyOrg.Application;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using Xunit.Abstractions;

namespace PartyOrg.WebApi.Tests.Faults;

/// <summary>
/// The product is killed (SIGKILL) again and again while it records meetings and takes files. The client's own log decides what was acknowledged; the
/// database must hold that, whole, and nothing by halves.
/// </summary>
public abstract class SurvivingKills<TDatabase>(ITestOutputHelper output) where TDatabase : IDatabaseKind
{
    private const int Writes = 150;
    private const int Kills = 18;
    private const int CutShort = 36;
    private const int Members = 6;

    // Of each life's writes three come one after the other, and six at once into the kill: each of them is somewhere else on its way.
    private const int MeetingsAtOnce = 4;
    private const int UploadsAtOnce = 2;

    /// <summary>Of a file the bytes come first, then the row, then the answer: a kill between them leaves a file that no row names, or a row whose answer comes with the repetition.</summary>
    [DatabaseFact]
    public async Task Nothing_that_was_acknowledged_is_lost_and_nothing_is_half_done()
    {
        await using var database = await TestDatabase.Create<TDatabase>();
        var data = Directory.CreateTempSubdirectory("partyorg-kills-");
        var key = RandomNumberGenerator.GetBytes(32);
        var world = await World.Plant(database, key);
        var settings = ProductProcess.Settings(database.Options, data.FullName, key);
        var (random, log, store) = (new Random(20240515), new List<Write>(), Path.Combine(data.FullName, "attachments"));
        var (kills, cutShort) = (0, 0);

        for (; kills < Kills || log.Count < Writes || cutShort < CutShort; kills++)
        {
            kills.Should().BeLessThan(2 * Kills, "a kill rarely misses");
            using var product = await ProductProcess.Start(settings);
            var meeting = await Sent(world.NewWrite(random, log));
            var usual = (await Sent(world.NewWrite(random, log))).Took;
            await Sent(World.NewUpload(meeting, log));

            var (files, meetings, rows) = (FilesIn(store).Count, await Count(db => db.Meetings), await Count(db => db.Attachments));
            var flying = Enumerable.Range(0, UploadsAtOnce).Select(_ => World.NewUpload(meeting, log)).Concat(Enumerable.Range(0, MeetingsAtOnce).Select(_ => world.NewWrite(random, log))).ToList();
            var sent = flying.ConvertAll(w => w.Send(product, world.Token));
            await ((kills % 4) switch
            {
                0 => Sight(() => Task.FromResult(FilesIn(store).Count > files)),
                1 => Sight(async () => await Count(db => db.Attachments) > rows),
                2 => Sight(async () => await Count(db => db.Meetings) > meetings + random.Next(MeetingsAtOnce)),
                _ => Sight(Passing(usual * (2 * random.NextDouble()))),
            });
            product.Kill();
            await Task.WhenAll(sent);
            cutShort += flying.Count(w => w.Answered is null);
            await using var db = database.Open();
            (await db.Attachments.Select(a => a.Id.Value).ToListAsync()).Except(FilesIn(store)).Should().BeEmpty("no row is without its file");

            async Task<Write> Sent(Write write)
            {
                await write.Send(product, world.Token);
                write.Answered.Should().NotBeNull("{0}", write);
                return write;
            }

            async Task Sight(Func<Task<bool>> seen)
            {
                while (!await seen() && !sent.TrueForAll(s => s.IsCompleted)) await Task.Yield();
            }
        }

        var unanswered = await Count(db => db.Meetings) + await Count(db => db.Attachments) - log.Count(w => w.Answered is not null);
        (await Orphans()).Should().NotBeEmpty("a kill at the sight of a file comes before its row");
        using (var last = await ProductProcess.Start(settings))
        {
            await world.ExpectWhole(database);
            foreach (var write in log)
            {
                var acknowledged = write.Answered;
                await write.Send(last, world.Token);
                write.Answered.Should().NotBeNull("{0}", write);
                if (acknowledged is not null) write.Answered.Should().Be(acknowledged, "the same request gets the same answer again");
            }
        }

        await world.ExpectWhole(database);
        (await Count(db => db.Meetings)).Should().Be(log.Count(w => w.Meeting is null), "every meeting was recorded once");
        (await Count(db => db.Attachments)).Should().Be(log.Count(w => w.Meeting is not null), "every file was taken once");

        var orphans = await Orphans();
        foreach (var id in FilesIn(store)) File.SetLastWriteTimeUtc(PathIn(store, id), DateTime.UnixEpoch);
        var swept = await ProductProcess.Start(settings);
        var watch = Stopwatch.StartNew();
        while ((await Orphans()).Count > 0) watch.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1), "the sweep of a program that starts takes what is a day old");
        FilesIn(store).Should().HaveCount(await Count(db => db.Attachments), "what a row names stays");
        foreach (var upload in log.Where(w => w.Meeting is not null)) (await swept.Http.SendAsync(world.Authorized($"{upload.Path}/{upload.Answered}/content"))).StatusCode.Should().Be(HttpStatusCode.OK);

        await world.ExpectWholeImports(database, swept, random, settings);
        output.WriteLine($"{log.Count} writes, {kills} kills that cut {cutShort} of them short, {unanswered} of these stored before their answer, {orphans.Count} files without a row.");
        data.Delete(recursive: true);

        async Task<int> Count<TRow>(Func<PartyOrgContext, DbSet<TRow>> rows) where TRow : class
        {
            await using var db = database.Open();
            return await rows(db).CountAsync();
        }

        async Task<List<Guid>> Orphans()
        {
            await using var db = database.Open();
            return FilesIn(store).Except(await db.Attachments.Select(a => a.Id.Value).ToListAsync()).ToList();
        }
    }

    private static Func<Task<bool>> Passing(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        return () => Task.FromResult(watch.Elapsed >= time);
    }

    private static List<Guid> FilesIn(string store) => Directory.Exists(store) ? [.. Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories).Select(f => Guid.ParseExact(Path.GetFileName(f), "N"))] : [];

    private static string PathIn(string store, Guid id) => Path.Combine(store, $"{id:N}"[^2..], $"{id:N}");

    private static void SpinFor(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time) Thread.SpinWait(50);
    }

    /// <summary>One request, and what the client knows of it.</summary>
    private sealed class Write(string key, string path, Func<HttpContent> body, string? meeting = null)
    {
        public string Path => path;

        /// <summary>The meeting to which a file is attached; none when a meeting is recorded.</summary>
        public string? Meeting => meeting;

        /// <summary>The id in the answer; none while there was no answer.</summary>
        public string? Answered { get; private set; }

        public TimeSpan Took { get; private set; }

        private string? Refusal { get; set; }

        public async Task Send(ProductProcess product, string token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body() };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Add("Idempotency-Key", key);
            var watch = Stopwatch.StartNew();
            try
            {
                using var answer = await product.Http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                Took = watch.Elapsed;
                if (answer.StatusCode == HttpStatusCode.Created) Answered = JsonDocument.Parse(text).RootElement.GetProperty("id").GetString();
                else Refusal = text;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // Killed between request and answer.
            }
        }

        public override string ToString() => $"{key}: {Answered ?? Refusal ?? "no answer"}";
    }

    private sealed record World(Organization Branch, List<Person> Persons, string Token, string OfficerToken)
    {
        private const int Imports = 3;
        private const int Rows = 400;
        private const int UploadBytes = 2 << 20;

        public static async Task<World> Plant(TestDatabase database, byte[] signingKey)
        {
            var clock = new Clock(FakeClock.AtNoonOf(new(2024, 5, 15)));
            var (ids, now, begin) = (new Ids(clock), clock.Now, new LocalDate(2020, 1, 1));
            await using var db = database.Open();
            Organization Found(string code, OrganizationType type, JurisdictionLevel? level, Organization? superior) => db.Add(Organization.Found(
                new(OrganizationCode.Of(code).Value, OrganizationName.Of(code).Value, type, level, null, begin), superior, TreePosition.At(superior?.Path ?? "", 0), ids, now).Value).Entity;
            var branch = Found("Branch", OrganizationType.Branch, null, Found("Town", OrganizationType.PartyCommittee, JurisdictionLevel.Town, null));
            var persons = Enumerable.Range(0, Members).Select(_ =>
            {
                var person = Person.Register(PersonName.Of("张伟").Value, new(RandomNumberGenerator.GetBytes(60), RandomNumberGenerator.GetBytes(32), "1***", Sex.Male, new(1980, 1, 1)), null, ids);
                person.Join(branch, Belonging.Relation, begin, ids, now).Succeeded.Should().BeTrue();
                return db.Add(person).Entity;
            }).ToList();

            string TokenOf(Role role, Id<Organization> organization)
            {
                var account = Account.Create(ids.New<Account>(), AccountKind.Person, UserName.Of(role.ToString()).Value, DisplayName.Of("test").Value, null, now).Value;
                var session = new Session(ids.New<Session>(), account.Id, now, "test");
                db.AddRange(account, session, new RoleAssignment(ids.New<RoleAssignment>(), account.Id, role, organization, begin, null, now));
                return Sign(account.Id, session.Id, signingKey);
            }

            var (token, officer) = (TokenOf(Role.BranchSecretary, branch.Id), TokenOf(Role.TownOfficer, branch.SuperiorId!.Value));
            await db.SaveChangesAsync();
            return new(branch, persons, token, officer);
        }

        private static string Sign(Id<Account> account, Id<Session> session, byte[] key) =>
            new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = "partyorg", Audience = "partyorg", Claims = new Dictionary<string, object> { ["sub"] = account.ToString(), ["sid"] = session.ToString() },
                Expires = new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc), SigningCredentials = new(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256),
            });

        /// <summary>A confirmed import is killed on its way, again and again: its rows are all there or none of them is, and in the end all of them are.</summary>
        public async Task ExpectWholeImports(TestDatabase database, ProductProcess product, Random random, Dictionary<string, string> settings)
        {
            var (usual, expected) = (TimeSpan.FromMilliseconds(800), Members);
            for (var round = 0; round < Imports; round++)
            {
                var csv = "姓名,公民身份号码,党员类型,所在党组织编码,组织关系转入日期\n" + string.Concat(Enumerable.Range(0, Rows).Select(_ => $"王芳,{Numbers.Identity()},正式,{Branch.Code},2024-01-01\n"));
                using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "files", "members.csv" } };
                var id = (await Ask(product, HttpMethod.Post, "/api/v1/imports", form)).GetProperty("id").GetString();
                var ready = await Until(product, id, "ready");
                await Ask(product, HttpMethod.Post, $"/api/v1/imports/{id}/confirmation", null, ready.GetProperty("version").GetInt32());
                SpinFor(usual * random.NextDouble());
                product.Kill();
                product.Dispose();
                (await Registered(database)).Should().BeOneOf([expected, expected + Rows], "an import is all there or not at all");

                await EndLeases(database);
                product = await ProductProcess.Start(settings);
                await Until(product, id, "confirmed");
                expected += Rows;
                (await Registered(database)).Should().Be(expected, "a confirmed import is carried out once");
            }

            product.Dispose();
        }

        // What five minutes would do: the killed process no longer holds its job.
        private static async Task EndLeases(TestDatabase database)
        {
            await using var db = database.Open();
            await db.Jobs.Where(j => j.LeaseUntil != null).ExecuteUpdateAsync(update => update.SetProperty(j => j.LeaseUntil, Instant.FromUtc(2020, 1, 1, 0, 0)));
        }

        private static async Task<int> Registered(TestDatabase database)
        {
            await using var db = database.Open();
            var persons = await db.Persons.CountAsync();
            (await db.Affiliations.CountAsync()).Should().Be(persons);
            return persons;
        }

        private async Task<JsonElement> Until(ProductProcess product, string? id, string status)
        {
            var watch = Stopwatch.StartNew();
            while (true)
            {
                var import = await Ask(product, HttpMethod.Get, $"/api/v1/imports/{id}", null);
                if (import.GetProperty("status").GetString() == status) return import;
                watch.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(3), "the import should become {0}: {1}", status, import);
            }
        }

        private async Task<JsonElement> Ask(ProductProcess product, HttpMethod method, string path, HttpContent? body, int? version = null)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", OfficerToken);
            request.Headers.Add("Idempotency-Key", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
            if (version is { } seen) request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
            using var answer = await product.Http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            answer.IsSuccessStatusCode.Should().BeTrue("{0} {1}: {2}", method, path, text);
            return JsonDocument.Parse(text).RootElement;
        }

        public Write NewWrite(Random random, List<Write> log)
        {
            var record = new MeetingRecord
            {
                Kinds = ["generalMeeting"], HeldOn = new LocalDate(2024, 1, 1).PlusDays(random.Next(120)), StartsAt = new(9, 0), Place = "会议室", ChairId = Persons[0].Id, RecorderId = Persons[1].Id,
            };
            var roll = Persons.Select(p => new RollEntry(p.Id, AttendanceStatus.Present)).ToList();
            var json = JsonSerializer.Serialize(new RecordMeeting(Branch.Id, record, roll), PipelineJson.Full);
            var write = new Write($"write-{log.Count}", "/api/v1/meetings", () => new StringContent(json, Encoding.UTF8, "application/json"));
            log.Add(write);
            return write;
        }

        /// <summary>A file that takes some time to be written and flushed.</summary>
        public static Write NewUpload(Write meeting, List<Write> log)
        {
            var content = new byte[UploadBytes];
            Encoding.ASCII.GetBytes($"%PDF-1.7 {log.Count}").CopyTo(content, 0);
            var write = new Write($"upload-{log.Count}", $"/api/v1/meetings/{meeting.Answered}/attachments", () => new MultipartFormDataContent { { new ByteArrayContent(content), "file", "scan.pdf" } }, meeting.Answered);
            log.Add(write);
            return write;
        }

        public HttpRequestMessage Authorized(string path) => new(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token) } };

        /// <summary>Each meeting with its roll, evidence, projection, event, audit entry and idempotency record, each file with the last three, and none of these without them.</summary>
        public async Task ExpectWhole(TestDatabase database)
        {
            await using var db = database.Open();
            var meetings = await db.Meetings.AsNoTracking().ToListAsync();
            var expected = meetings.Select(m => m.Id.Value).Order().ToList();
            var rolls = (await db.Attendances.AsNoTracking().ToListAsync()).GroupBy(a => a.MeetingId.Value).ToDictionary(g => g.Key, g => g.Count());
            rolls.Keys.Order().Should().Equal(expected);
            rolls.Values.Should().OnlyContain(lines => lines == Members);

            var evidence = await db.Ledger.AsNoTracking().ToListAsync();
            evidence.Select(e => e.SourceId).Order().Should().Equal(expected);
            var projected = (await db.EvidenceYears.AsNoTracking().ToListAsync()).SelectMany(y => EvidenceDays.Decode(y.Year, y.Days).Value.Counted).ToDictionary(d => d.Day, d => d.Count);
            projected.Should().BeEquivalentTo(evidence.GroupBy(e => e.OccurredOn).ToDictionary(g => g.Key, g => g.Count()));
            var written = expected.Concat(await db.Attachments.Select(a => a.Id.Value).ToListAsync()).Order().ToList();
            (await db.Outbox.AsNoTracking().Select(e => e.SubjectId).ToListAsync()).Order().Should().Equal(written);
            (await db.IdempotencyRecords.CountAsync()).Should().Be(written.Count);

            var chain = await db.AuditChains.AsNoTracking().SingleAsync(c => c.Id == Branch.Id.Value);
            var head = new byte[32];
            var entries = await db.AuditEntries.AsNoTracking().Where(e => e.ChainId == chain.Id).OrderBy(e => e.Sequence).ToListAsync();
            entries.Select(e => e.Sequence).Should().Equal(Enumerable.Range(1, written.Count).Select(i => (long)i));
            foreach (var entry in entries) entry.HashAfter(head).Should().Equal(head = entry.Hash);
            chain.Head.Should().Equal(head);
        }
    }
}

public sealed class SurvivingKillsOnSqlite(ITestOutputHelper output) : SurvivingKills<OnSqlite>(output);

public sealed class SurvivingKillsOnPostgreSql(ITestOutputHelper output) : SurvivingKills<OnPostgreSql>(output);
