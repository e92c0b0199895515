using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Application;
using PartyOrg.Application.Accounts;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Imports;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Infrastructure;
using PartyOrg.Infrastructure.Jobs;
using Clock = PartyOrg.Domain.Time.Clock;

namespace PartyOrg.WebApi.Sample;

/// <summary>
/// A town to try the product on, loaded into an empty database only: the register through the import that users have, meetings through the same
/// commands, by accounts that hold the roles. What happened is drawn from a fixed seed and ends today, so that open, met and overdue duties are
/// always to be seen.
/// </summary>
internal sealed partial class SampleTown(IServiceProvider services, DataDirectory data, Clock clock, Ids ids, ILogger<SampleTown> log)
{
    /// <summary>Where the accounts and their passwords are written.</summary>
    public const string AccountsFile = "sample-accounts.json";

    private const int MonthsOfActivity = 12;
    private static readonly LocalDate Begin = new(2015, 1, 1);

    // How reliably each branch does its work; the rest of the register does nothing.
    private static readonly (string Code, double Reliability)[] Branches =
        [("QH-0101", 1), ("QH-0102", 0.8), ("QH-0103", 0.9), ("QH-02", 0.7), ("QH-03", 0.85), ("QH-04", 0.5), ("QH-06", 0.6)];

    private static readonly string[] Files = ["organizations.csv", "members.csv", "posts.csv"];
    private static readonly string[] Groups = ["QH-0101-1", "QH-0101-2", "QH-02-1"];

    private readonly List<SampleAccount> accounts = [];
    private readonly Random chance = new(20200824);

    /// <summary>Loads the town if there is no organization yet.</summary>
    public async Task LoadIntoEmptyDatabase()
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PartyOrgContext>();
            if (await db.Organizations.AnyAsync() || await db.Accounts.AnyAsync()) return;
        }

        var system = await Open("system.administrator", "系统管理员", Role.SystemAdministrator, null);
        var city = await As(system, new FoundRoot("LA", "兰安市两新组织党工委", JurisdictionLevel.City, Begin));
        var cityOfficer = await Open("city.officer", "市级工作人员", Role.CityOfficer, city);
        var county = await As(cityOfficer, new FoundOrganization("LA-AN", "安宁县两新组织党工委", OrganizationType.WorkingCommittee, city.Id, Begin, JurisdictionLevel.County));
        var countyOfficer = await Open("county.officer", "县级工作人员", Role.CountyOfficer, county);
        var town = await As(countyOfficer, new FoundOrganization("QH", "青河镇党委", OrganizationType.PartyCommittee, county.Id, Begin, JurisdictionLevel.Town));
        var townOfficer = await Open("town.officer", "镇级工作人员", Role.TownOfficer, town);
        foreach (var book in services.GetRequiredService<RuleCatalog>().Books.Where(b => b.SourceSha256 is not null))
            await As(cityOfficer, new AdoptRuleBook(city.Id, book.Id, LocalDate.Max(book.InForceFrom, FirstDay)));

        await Import(townOfficer);
        await As(townOfficer, new FoundOrganization("QH-07", "云帆科技有限公司党支部", OrganizationType.Branch, town.Id, clock.Today.PlusDays(-40)));

        var keeper = await Open("sample.keeper", "示例数据录入", Role.BranchSecretary, town, listed: false);
        foreach (var (code, reliability) in Branches) await Work(keeper, code, reliability);
        foreach (var code in Groups) await Hold(keeper, code, "partyGroupMeeting", 1, 0.9);
        await Close(keeper);
        await Waive(townOfficer);

        await OpenForPosts(town);
        await Open("auditor", "审计人员", Role.Auditor, city);
        await Open("security.administrator", "安全管理员", Role.SecurityAdministrator, null);
        await Open("audit.administrator", "审计管理员", Role.AuditAdministrator, null);
        await WriteAccounts();
    }

    private LocalDate FirstDay => new LocalDate(clock.Today.Year, clock.Today.Month <= 6 ? 1 : 7, 1).PlusMonths(-MonthsOfActivity);

    // A branch meets as its reliability has it: committee monthly, all members quarterly, a class each half year, the last of them still to come.
    private async Task Work(Asker keeper, string code, double reliability)
    {
        await Hold(keeper, code, "committeeMeeting", 1, reliability);
        await Hold(keeper, code, "generalMeeting", 3, reliability);
        await Hold(keeper, code, "partyClass", 6, reliability);
    }

    private async Task Hold(Asker keeper, string code, string kind, int months, double reliability)
    {
        var organization = await Look(db => db.Organizations.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());
        for (var start = FirstDay; start.PlusMonths(months) <= clock.Today; start = start.PlusMonths(months))
        {
            var day = start.PlusDays(5 + chance.Next((28 * months) - 8));
            if (chance.NextDouble() > reliability) continue;
            var expected = (await Ask(keeper, new ListExpectedAttendees(organization, kind, day)))?.Items ?? [];
            if (expected.Count < 2) continue;

            await As(keeper, new RecordMeeting(organization, Record(kind, day, expected), [.. expected.Take(2).Select(Present), .. expected.Skip(2).Select(Line)]));
        }
    }

    // The branch that does least is excused from the oldest of what it has missed.
    private async Task Waive(Asker officer)
    {
        var branch = Branches.MinBy(b => b.Reliability).Code;
        var organization = await Look(db => db.Organizations.Where(o => o.Code == branch).Select(o => o.Id).SingleAsync());
        var missed = await As(officer, new GetDuties(organization, null, null, LocalDatePattern.Iso.Format(FirstDay), LocalDatePattern.Iso.Format(clock.Today), VerdictStatus.Overdue, null));
        if (missed.Items.MinBy(d => d.DueOn) is { } oldest) await As(officer, new WaiveDuty(new(oldest.Subject.Id), oldest.RuleId, oldest.Period.Label, "企业停产检修，党员全部外出"));
    }

    private static MeetingRecord Record(string kind, LocalDate day, IReadOnlyList<ExpectedAttendee> expected) => new()
    {
        Kinds = [kind], HeldOn = day, StartsAt = new(14, 30), Place = "党员活动室", ChairId = expected[0].PersonId, RecorderId = expected[1].PersonId,
        Agenda = [kind switch
        {
            "committeeMeeting" => new("研究党员发展和组织建设工作", "organizationalConstruction"),
            "generalMeeting" => new("支部委员会向全体党员报告工作", "workReport"),
            "partyClass" => new("结合企业生产经营讲党课", "lecture"),
            _ => new("开展批评与自我批评", "criticism"),
        }],
        Resolutions = ["按计划落实下阶段工作。"], Minutes = "会议按议程进行，与会党员发表了意见。",
        Details = kind == "partyClass" ? new Dictionary<string, string> { ["lecturer"] = expected[0].Name, ["topic"] = "发挥党员先锋模范作用", ["hours"] = "1.5" } : [],
    };

    // Who chairs and who records takes part.
    private static RollEntry Present(ExpectedAttendee attendee) => new(attendee.PersonId, AttendanceStatus.Present);

    private RollEntry Line(ExpectedAttendee attendee) => chance.Next(20) switch
    {
        0 => new(attendee.PersonId, AttendanceStatus.AbsentWithLeave, "出差"),
        1 => new(attendee.PersonId, AttendanceStatus.AbsentWithoutReason),
        2 => new(attendee.PersonId, AttendanceStatus.Online),
        _ => new(attendee.PersonId, AttendanceStatus.Present),
    };

    // The secretary, a group leader and a member have their roles from their posts and from belonging.
    private async Task OpenForPosts(OrganizationAnswer town)
    {
        var branch = await Look(db => db.Organizations.SingleAsync(o => o.Code == "QH-0101"));
        var group = await Look(db => db.Organizations.SingleAsync(o => o.Code == "QH-0101-1"));
        var posts = await Look(db => db.Posts.Where(p => p.VoidedAt == null && (p.OrganizationId == branch.Id || p.OrganizationId == group.Id)).ToListAsync());
        var secretary = posts.Single(p => p.Office == Office.Secretary).PersonId;
        var leader = posts.Single(p => p.Office == Office.GroupLeader).PersonId;
        var member = await Look(db => db.Affiliations.Where(a => a.OrganizationId == branch.Id && a.VoidedAt == null && a.PersonId != secretary && a.PersonId != leader)
            .Select(a => a.PersonId).FirstAsync());
        await Open("branch.secretary", "支部书记", Role.BranchSecretary, OrganizationAnswer(branch), secretary);
        await Open("group.leader", "党小组组长", Role.GroupLeader, OrganizationAnswer(group), leader == secretary ? posts.First(p => p.OrganizationId == group.Id).PersonId : leader);
        await Open("member", "党员", Role.Member, OrganizationAnswer(branch), member);
        static OrganizationAnswer OrganizationAnswer(Organization o) => new(o.Id, o.Code, o.Name, o.Type, o.Level, o.UnitCreditCode, o.SuperiorId, o.FoundedOn, o.RevokedOn, o.MergedInto, o.Version);
    }

    // As an officer does it: upload, look at the preview, confirm.
    private async Task Import(Asker officer)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples");
        var files = await Task.WhenAll(Files.Select(async f => UploadedFile.Of(f, await File.ReadAllBytesAsync(Path.Combine(folder, f)))));
        var uploaded = await As(officer, new UploadImport(files));
        await services.GetRequiredService<JobWorker>().RunDue();
        var ready = await As(officer, new GetImport(uploaded.Id));
        await As(officer, new ConfirmImport(uploaded.Id, new(ready.Version)));
        await services.GetRequiredService<JobWorker>().RunDue();
        var done = await As(officer, new GetImport(uploaded.Id));
        if (done.Status != ImportStatus.Confirmed) throw new InvalidOperationException($"The sample's register was not imported: {JsonSerializer.Serialize(done, PipelineJson.Full)}");
    }

    private async Task<Asker> Open(string userName, string displayName, Role role, OrganizationAnswer? organization, Id<Domain.Members.Person>? person = null, bool listed = true)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, credentials) = (scope.ServiceProvider.GetRequiredService<PartyOrgContext>(), scope.ServiceProvider.GetRequiredService<ICredentials>());
        var password = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
        var account = Account.Create(ids.New<Account>(), AccountKind.Person, UserName.Of(userName).Value, DisplayName.Of(displayName).Value, person, clock.Now).Value;
        account.BelongToSample();
        account.ReceivePassword(credentials.Hash(account, NewPassword.Of(password, userName).Value));
        var session = new Session(ids.New<Session>(), account.Id, clock.Now, "sample");
        db.AddRange(account, session);
        if (person is null) db.Add(new RoleAssignment(ids.New<RoleAssignment>(), account.Id, role, organization?.Id, clock.Today, null, clock.Now));
        await db.SaveChangesAsync();
        if (listed) accounts.Add(new(userName, password, role, organization?.Id, organization?.Name));
        return new(account.Id, session.Id);
    }

    private async Task Close(Asker asker)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PartyOrgContext>();
        var account = await db.Accounts.Include(a => a.RoleAssignments).SingleAsync(a => a.Id == asker.Account);
        account.Close(true, ids, clock.Now);
        (await db.Sessions.SingleAsync(s => s.Id == asker.Session)).End(clock.Now, SessionEnd.AccountClosed);
        await db.SaveChangesAsync();
    }

    private async Task<T> As<T>(Asker asker, IAsk<T> request)
    {
        var result = await Send(asker, request);
        return result.Succeeded ? result.Value : throw new InvalidOperationException($"The sample cannot {request.GetType().Name}: {result.Errors[0].Code}: {result.Errors[0].Message.En}");
    }

    private async Task<T?> Ask<T>(Asker asker, IQuery<T> request) where T : class => await Send(asker, request) is { Succeeded: true } result ? result.Value : null;

    private async Task<Result<T>> Send<T>(Asker asker, IAsk<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.Identify(asker.Account, asker.Session);
        caller.IdempotencyKey = ids.New().ToString();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private async Task<T> Look<T>(Func<PartyOrgContext, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PartyOrgContext>());
    }

    private async Task WriteAccounts()
    {
        var path = data.File(AccountsFile);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(file, accounts, new JsonSerializerOptions(PipelineJson.Full) { WriteIndented = true });
        Loaded(log, path);
    }

    private sealed record Asker(Id<Account> Account, Id<Session> Session);

    private sealed record SampleAccount(string UserName, string Password, Role Role, Id<Organization>? OrganizationId, string? OrganizationName);

    [LoggerMessage(LogLevel.Information, "The sample town is loaded; its accounts are in {Path}.")]
    private static partial void Loaded(ILogger log, string path);
}
