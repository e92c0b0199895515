using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Domain.Accounts;
using PartyOrg.Infrastructure.Audit;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.PartyAffairsOpenness;

/// <summary>Whoever does not sign is nowhere: no account, session, address or client in any row of any table or line of the log (TWS-8.5, TWS-9.2.7).</summary>
public abstract class AnonymousSenders<TDatabase>(LoudHost<TDatabase> api) : IClassFixture<LoudHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Address = "203.0.113.77";
    private const string Client = "Senders-Own-Phone/7.1";

    [DatabaseFact]
    public async Task An_anonymous_letter_and_opinion_leave_no_trace_of_who_sent_them_even_when_he_is_signed_in()
    {
        var branch = await MeetingBranch.Plant(api);
        var there = await Affairs.Published(api, branch);
        var sender = await api.SignedIn(Role.None, person: branch.Wang.Id);
        var (account, session) = await api.Look(async db =>
        {
            var own = await db.Accounts.SingleAsync(a => a.PersonId == branch.Wang.Id);
            return (own.Id, (await db.Sessions.SingleAsync(s => s.AccountId == own.Id)).Id);
        });
        string[] traces = [account.ToString(), session.ToString(), account.Value.ToString("N"), session.Value.ToString("N"), Address, Client, "127.0.0.1"];
        var (rowsBefore, linesBefore) = (await api.RowsWith(traces), api.Logged.Count);
        rowsBefore.Should().NotBeEmpty("the account and the session are there themselves, so that the search finds something");

        foreach (var (path, text) in new[] { ($"/api/v1/public/organizations/{branch.Id}/letters", "食堂招标没有公示"), ($"/api/v1/public/publications/{there}/opinions", "建议公开明细") })
        {
            var ticket = (await Send(sender, "/api/v1/public/tickets", null)).At("ticket").GetString();
            var sent = (await Send(sender, path, new { text, sign = false, ticket })).ShouldBe(HttpStatusCode.OK);
            var code = sent.At("code").GetString()!;
            (await api.RowsWith(text)).Should().ContainSingle("the text stands where it is answered, and not in the audit or an idempotency record");
            (await api.RowsWith(code, ticket!)).Should().BeEmpty("of code and ticket only hashes are kept");
            (await api.RowsWith("test-key-of-sender")).Should().BeEmpty("a key would be kept under an account");
        }

        (await api.RowsWith(traces)).Should().BeEquivalentTo(rowsBefore);
        api.Logged.Skip(linesBefore).Should().NotBeEmpty().And.NotContain(line => traces.SkipLast(1).Any(t => line.Contains(t, StringComparison.OrdinalIgnoreCase)));
        var audited = await api.Look(db => db.AuditEntries.Where(e => e.ChainId == branch.Id.Value && (e.Operation == "SendLetter" || e.Operation == "GiveOpinion")).ToListAsync());
        audited.Should().HaveCount(2).And.OnlyContain(e => e.AccountId == null && e.SessionId == null);
        audited.Should().OnlyContain(e => !e.Details.Contains("食堂") && !e.Details.Contains("建议"));
    }

    [DatabaseFact]
    public async Task Of_an_anonymous_text_no_row_of_any_table_tells_more_of_its_moment_than_the_day()
    {
        typeof(Application.Pipeline.IMayBeAnonymous).Assembly.GetTypes().Where(t => !t.IsInterface && t.IsAssignableTo(typeof(Application.Pipeline.IMayBeAnonymous))).Select(t => t.Name)
            .Should().BeEquivalentTo(["SendLetter", "GiveOpinion"], "each of them is sent here");
        var branch = await MeetingBranch.Plant(api);
        var there = await Affairs.Published(api, branch);
        var now = api.Clock.GetCurrentInstant();
        // Later than every id that was made before, whatever the clock showed then.
        api.Clock.Advance(Duration.FromDays(10));
        var sender = await api.SignedIn(Role.None, person: branch.Wang.Id);
        foreach (var path in new[] { $"/api/v1/public/organizations/{branch.Id}/letters", $"/api/v1/public/publications/{there}/opinions" })
        {
            api.Clock.Advance(Duration.FromSeconds(97));
            (await Send(sender, path, new { text = "匿名意见", sign = false, ticket = await Ticket(sender) })).ShouldBe(HttpStatusCode.OK);
            (await api.RowsWith(TracesOfTime.Of(api.Clock.GetCurrentInstant()))).Should().BeEmpty();
            (await api.RowsWith("匿名意见")).Should().NotBeEmpty();

            api.Clock.Advance(Duration.FromSeconds(97));
            (await Send(sender, path, new { text = "署名", sign = true, ticket = await Ticket(sender) })).ShouldBe(HttpStatusCode.OK);
            (await api.RowsWith(TracesOfTime.Of(api.Clock.GetCurrentInstant()))).Select(r => r[..r.IndexOf(':', StringComparison.Ordinal)]).Distinct()
                .Should().BeEquivalentTo([path.EndsWith("letters", StringComparison.Ordinal) ? "Letters" : "Opinions", "Evidence", "Outbox", "AuditEntries", "AuditSubjects"], "what is signed shows that the search finds ids and instants");
        }

        var ids = await api.Look(async db => (await db.Letters.Where(l => l.OrganizationId == branch.Id).ToListAsync()).ConvertAll(l => (l.Id.Value.Version, IsSigned: l.SignedBy != null)));
        ids.Should().BeEquivalentTo([(4, false), (7, true)]);
        var today = new Domain.Time.Clock(api.Clock).StartOfToday;
        (await api.Look(db => db.AuditEntries.Where(e => e.ChainId == branch.Id.Value && e.At == today).CountAsync())).Should().Be(2);
        (await api.Look(db => db.Outbox.Where(e => e.OrganizationId == branch.Id.Value && e.At == today).CountAsync())).Should().Be(2);
        (await api.Look(db => db.Ledger.Where(e => e.SubjectId == branch.Id.Value && e.RecordedAt == today).CountAsync())).Should().Be(2);
        api.Clock.MoveTo(now);
    }

    [DatabaseFact]
    public async Task No_seal_is_made_because_of_an_anonymous_letter_before_its_day_is_over()
    {
        var branch = await MeetingBranch.Plant(api);
        var letters = $"/api/v1/public/organizations/{branch.Id}/letters";
        var (now, seal) = (api.Clock.GetCurrentInstant(), api.Services.GetRequiredService<RegularSeal>());
        await branch.Recorded(branch.General(MeetingBranch.Today));
        api.Clock.Advance(Duration.FromDays(20));
        (await api.Anonymous.Post(letters, new { text = "来信", sign = false, ticket = await Ticket(api.Anonymous) })).ShouldBe(HttpStatusCode.OK);
        await seal.SealIfDue(default);
        (await Sealed()).Should().Be(0, "the seal would show between which hours it came");
        api.Clock.Advance(Duration.FromHours(2));
        (await seal.SealIfDue(default)).Should().BeFalse();
        api.Clock.Advance(Duration.FromHours(10));
        (await seal.SealIfDue(default)).Should().BeTrue("the next day has begun");
        (await Sealed()).Should().Be(await api.Look(db => db.AuditEntries.Where(e => e.ChainId == branch.Id.Value).MaxAsync(e => e.Sequence)));
        api.Clock.MoveTo(now);

        Task<long> Sealed() => api.Look(async db => await db.SealedHeads.Where(h => h.ChainId == branch.Id.Value).MaxAsync(h => (long?)h.Length) ?? 0);
    }

    [DatabaseFact]
    public async Task Who_signs_is_named_to_those_who_answer()
    {
        var branch = await MeetingBranch.Plant(api);
        var sender = await api.SignedIn(Role.None, person: branch.Wang.Id);
        var letters = $"/api/v1/public/organizations/{branch.Id}/letters";
        (await api.Anonymous.Post(letters, new { text = "署名", sign = true, ticket = await Ticket(sender) })).ShouldBeProblem(HttpStatusCode.Unauthorized, "signature-without-account");
        (await sender.Post(letters, new { text = "署名来信", sign = true, ticket = await Ticket(sender), name = "王伟" })).ShouldBe(HttpStatusCode.OK);
        var listed = await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/letters");
        var read = await branch.Keeper.Get($"/api/v1/letters/{listed.At("items", 0, "id").GetString()}");
        (read.At("name").GetString(), read.At("signedBy").GetString()).Should().Be(("王伟", (await api.Look(db => db.Accounts.SingleAsync(a => a.PersonId == branch.Wang.Id))).DisplayName));
        (await api.Look(db => db.AuditEntries.SingleAsync(e => e.Operation == "SendLetter" && e.ChainId == branch.Id.Value))).AccountId.Should().NotBeNull();
    }

    [DatabaseFact]
    public async Task A_ticket_serves_once_and_for_an_hour()
    {
        var branch = await MeetingBranch.Plant(api);
        var letters = $"/api/v1/public/organizations/{branch.Id}/letters";
        object Letter(string? ticket) => new { text = "来信", sign = false, ticket };
        var ticket = await Ticket(api.Anonymous);
        (await api.Anonymous.Post(letters, Letter(ticket))).ShouldBe(HttpStatusCode.OK);
        (await api.Anonymous.Post(letters, Letter(ticket))).ShouldBeProblem(HttpStatusCode.Conflict, "ticket-spent");
        (await api.Anonymous.Post(letters, Letter(ticket[..^1] + (ticket[^1] == 'A' ? 'B' : 'A')))).ShouldBeProblem(HttpStatusCode.BadRequest, "ticket-refused");
        foreach (var wrong in new[] { "", "x", "!!", $"{ticket}=", $" {ticket}", ticket[1..], $"{(ticket[0] == 'A' ? 'B' : 'A')}{ticket[1..]}", new string('A', 200), new string('A', ticket.Length), new string('/', ticket.Length) })
        {
            (await api.Anonymous.Post(letters, Letter(wrong))).ShouldBeProblem(HttpStatusCode.BadRequest, "ticket-refused");
        }


        var late = await Ticket(api.Anonymous);
        var lastSecond = await Ticket(api.Anonymous);
        var now = api.Clock.GetCurrentInstant();
        api.Clock.MoveTo(now + Duration.FromMinutes(60) - Duration.FromSeconds(1));
        (await api.Anonymous.Post(letters, Letter(lastSecond))).ShouldBe(HttpStatusCode.OK);
        api.Clock.MoveTo(now + Duration.FromMinutes(60));
        (await api.Anonymous.Post(letters, Letter(late))).ShouldBeProblem(HttpStatusCode.BadRequest, "ticket-refused");
        var today = new Domain.Time.Clock(api.Clock).Today;
        (await api.Look(db => db.SpentTickets.CountAsync(t => t.On == today))).Should().BeGreaterThan(0);
        api.Clock.MoveTo(now + Duration.FromDays(2));
        await api.RunChores();
        (await api.Look(db => db.SpentTickets.CountAsync(t => t.On == today))).Should().Be(0);
        api.Clock.MoveTo(now);
    }

    private static async Task<string> Ticket(ApiClient who) => (await who.Post("/api/v1/public/tickets")).ShouldBe(HttpStatusCode.OK).At("ticket").GetString()!;

    private static Task<Answer> Send(ApiClient who, string path, object? body) =>
        who.Send(HttpMethod.Post, path, body, ("X-Forwarded-For", Address), ("User-Agent", Client), ("Idempotency-Key", "test-key-of-sender"));
}

public sealed class AnonymousSendersOnSqlite(LoudHost<OnSqlite> api) : AnonymousSenders<OnSqlite>(api);
public sealed class AnonymousSendersOnPostgreSql(LoudHost<OnPostgreSql> api) : AnonymousSenders<OnPostgreSql>(api);
