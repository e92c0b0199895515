using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.PartyAffairsOpenness;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.InnerPartySupervision;

/// <summary>Checks, talks, reports, cases, letters and visits (TWS-9.1 to 9.2.7). Today is May 15, 2024, until a test moves it.</summary>
public abstract class SupervisingTheParty<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static readonly string[] Six = ["partyRules", "stateLaw", "democraticCentralism", "membersRights", "tiesWithMasses", "integrity"];

    [DatabaseFact]
    public async Task A_letter_is_received_registered_assigned_answered_and_closed_while_its_anonymous_sender_follows_it()
    {
        var branch = await Plant();
        await Affairs.Adopt(api, branch);
        var code = (await SendLetter(branch)).ShouldBe(HttpStatusCode.OK).At("code").GetString();
        (await Follow(code)).At("status").GetString().Should().Be("received");

        // Named roles read it; its text is in no list, and each reading is audited.
        var there = await LetterOf(branch, branch.Keeper);
        var (committee, wang, li, town) = (await As(branch.Publicist), await As(branch.Wang), await As(branch.Li), await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id));
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/letters")).Text.Should().NotContain("食堂");
        (await branch.Keeper.Get(there)).ShouldBe(HttpStatusCode.OK).At("text").GetString().Should().Be("食堂招标没有公示");
        (await town.Get(there)).ShouldBe(HttpStatusCode.OK);
        (await committee.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "letter-not-found");
        (await wang.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "letter-not-found");
        (await committee.Get($"/api/v1/organizations/{branch.Id}/letters")).ShouldBe(HttpStatusCode.Forbidden);
        (await api.Look(db => db.AuditEntries.CountAsync(e => e.Operation == "ReadLetter" && e.ChainId == branch.Id.Value))).Should().Be(2, "who was refused read nothing");

        (await Do(branch.Keeper, there, "assignment", new { personId = branch.Wang.Id })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.7");
        (await committee.Post($"{there}/registration", ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-9.2.7");
        (await Do(branch.Keeper, there, "registration")).ShouldBe(HttpStatusCode.OK).At("number").GetString().Should().Be("2024-001");
        (await Do(branch.Keeper, there, "registration")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.7");
        (await Do(branch.Keeper, there, "assignment", new { personId = branch.Stranger.Id })).ShouldBeProblem(HttpStatusCode.NotFound, "person-unknown");
        (await Do(branch.Keeper, there, "assignment", new { personId = branch.Li.Id })).ShouldBe(HttpStatusCode.OK);
        (await li.Get(there)).ShouldBe(HttpStatusCode.OK);
        (await Do(branch.Keeper, there, "assignment", new { personId = branch.Wang.Id })).ShouldBe(HttpStatusCode.OK);
        (await li.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "letter-not-found");
        (await Do(branch.Keeper, there, "answer", new { answer = "x" })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-9.2.7");
        (await Do(branch.Keeper, there, "closing", new { conclusion = "x" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.7");
        (await Do(wang, there, "answer", new { answer = "招标已重新公示" })).ShouldBe(HttpStatusCode.OK);
        (await Follow(code)).At("answer").GetString().Should().Be("招标已重新公示");
        (await Do(branch.Keeper, there, "closing", new { conclusion = "来信人满意" })).ShouldBe(HttpStatusCode.OK);
        (await Do(branch.Keeper, there, "closing", new { conclusion = "x" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.7");
        var closed = await Follow(code);
        (closed.At("status").GetString(), closed.At("number").GetString(), closed.At("conclusion").GetString()).Should().Be(("closed", "2024-001", "来信人满意"));
        (await Follow("another")).ShouldBeProblem(HttpStatusCode.NotFound, "follow-up-code-unknown");
        (await Affairs.Verdicts(api, branch, "TWS-9.2.7")).Should().Equal("met");
    }

    [DatabaseTheory]
    [InlineData(60, "met")]
    [InlineData(61, "metLate")]
    public async Task A_letter_is_answered_within_sixty_days(int days, string verdict)
    {
        var branch = await Plant();
        await Affairs.Adopt(api, branch);
        await SendLetter(branch);
        var there = await LetterOf(branch, branch.Keeper);
        await Do(branch.Keeper, there, "registration");
        await Do(branch.Keeper, there, "assignment", new { personId = branch.Wang.Id });
        api.Clock.MoveTo(MeetingBranch.Today.PlusDays(days));
        (await Affairs.Verdicts(api, branch, "TWS-9.2.7")).Should().Equal(days == 60 ? "due" : "overdue");
        (await Do(await As(branch.Wang), there, "answer", new { answer = "已核实" })).ShouldBe(HttpStatusCode.OK);
        (await Affairs.Verdicts(api, branch, "TWS-9.2.7")).Should().Equal(verdict);
    }

    [DatabaseFact]
    public async Task A_letter_to_the_superior_is_read_by_nobody_in_the_organization_and_a_visit_has_a_code_too()
    {
        var branch = await Plant();
        (await SendLetter(branch, toSuperior: true)).ShouldBe(HttpStatusCode.OK);
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/letters")).At("items").GetArrayLength().Should().Be(0);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var id = (await town.Get($"/api/v1/organizations/{branch.Tree.Town.Id}/letters")).At("items", 0, "id").GetString();
        (await town.Get($"/api/v1/letters/{id}")).ShouldBe(HttpStatusCode.OK);
        (await branch.Keeper.Get($"/api/v1/letters/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "letter-not-found");
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Tree.Town.Id}/letters")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");

        var visit = new { organizationId = branch.Id, channel = "visit", receivedOn = "2024-05-14", text = "来访反映加班费" };
        var recorded = (await branch.Keeper.Post("/api/v1/letters", visit, key: "visit")).ShouldBe(HttpStatusCode.Created);
        (await Follow(recorded.At("code").GetString())).At("receivedOn").GetString().Should().Be("2024-05-14");
        var again = (await branch.Keeper.Post("/api/v1/letters", visit, key: "visit")).ShouldBe(HttpStatusCode.Created);
        (again.At("letter", "id").GetString(), again.At("code").ValueKind).Should().Be((recorded.At("letter", "id").GetString(), System.Text.Json.JsonValueKind.Null), "the code is kept nowhere");
        (await branch.Keeper.Post("/api/v1/letters", visit with { receivedOn = "2024-05-16" })).ShouldPointAt("/receivedOn");
    }

    [DatabaseFact]
    public async Task A_breach_is_investigated_verified_handled_and_closed_by_those_who_may_see_it()
    {
        var branch = await Plant();
        var (inspector, town) = (await api.SignedIn(Role.DisciplineInspector, branch.Id), await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id));
        object Facts(object? person = null, params string[] subjects) => new { organizationId = branch.Id, concerns = "王某", facts = "涉嫌虚报差旅费", subjects, personId = person };
        (await branch.Keeper.Post(Cases, Facts(null, "integrity"))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-9.2.6");
        (await inspector.Post(Cases, Facts())).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "supervision-subjects", "TWS-9.1");
        (await inspector.Post(Cases, Facts(null, "integrity", "integrity"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "supervision-subjects", "TWS-9.1");
        var opened = (await inspector.Post(Cases, Facts(branch.Wang.Id, "integrity"))).ShouldBe(HttpStatusCode.Created);
        var there = opened.Location!.ToString();
        opened.Text.Should().NotContain("差旅");
        (await api.Look(db => db.AuditEntries.SingleAsync(e => e.Operation == "OpenDisciplineCase" && e.ChainId == branch.Id.Value))).Details.Should().NotContain("差旅").And.NotContain(branch.Wang.Id.ToString());

        (await branch.Keeper.Get(there)).ShouldBe(HttpStatusCode.Forbidden);
        (await town.Get(there)).ShouldBe(HttpStatusCode.OK).At("facts").GetString().Should().Be("涉嫌虚报差旅费");
        (await (await api.SignedIn(Role.TownOfficer, branch.Tree.SiblingTown.Id)).Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "discipline-case-not-found");
        var himself = await api.SignedIn(Role.DisciplineInspector, branch.Id, branch.Wang.Id);
        (await himself.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "discipline-case-not-found");
        (await himself.Get($"/api/v1/organizations/{branch.Id}/discipline-cases")).At("items").GetArrayLength().Should().Be(0);
        (await himself.Post($"{there}/investigation", new { findings = "x" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "discipline-case-not-found");
        (await himself.Post(Cases, Facts(branch.Wang.Id, "integrity"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "discipline-case-of-oneself", "TWS-9.2.6");
        (await inspector.Get($"/api/v1/organizations/{branch.Id}/discipline-cases")).At("items").GetArrayLength().Should().Be(1);

        (await Do(inspector, there, "verification", new { isEstablished = true, verification = "x" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.6");
        (await Do(inspector, there, "investigation", new { findings = "属实" })).ShouldBe(HttpStatusCode.OK);
        (await Do(inspector, there, "closing", new { conclusion = "x" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.6");
        (await Do(town, there, "verification", new { isEstablished = true, verification = "已核对" })).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("verified");
        (await Do(inspector, there, "closing", new { conclusion = "x" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.6");
        (await Do(inspector, there, "handling", new { handling = "批评教育", departments = Array.Empty<string>() })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "discipline-case-departments", "TWS-9.2.6");
        (await Do(inspector, there, "handling", new { handling = "批评教育", departments = new[] { "人力资源部" } })).ShouldBe(HttpStatusCode.OK);
        (await Do(inspector, there, "closing", new { conclusion = "结案" })).ShouldBe(HttpStatusCode.OK).At("closedOn").GetString().Should().Be("2024-05-15");

        var unfounded = (await inspector.Post(Cases, Facts(null, "integrity"))).Location!.ToString();
        await Do(inspector, unfounded, "investigation", new { findings = "查无实据" });
        (await Do(inspector, unfounded, "verification", new { isEstablished = false, verification = "已核对" })).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("unfounded");
        (await Do(inspector, unfounded, "handling", new { handling = "x", departments = new[] { "y" } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.6");
        (await Do(inspector, unfounded, "closing", new { conclusion = "查无实据，结案" })).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task Nobody_else_learns_of_a_case_and_its_subjects_count_on_the_day_of_its_closing()
    {
        var branch = await Plant();
        await Affairs.Adopt(api, branch);
        (await branch.Keeper.Post(Talks, new { organizationId = branch.Id, heldOn = "2024-05-10", with = "高敏", partner = "cadre", said = "思想稳定", subjects = Six.SkipLast(1) })).ShouldBe(HttpStatusCode.Created);
        var (inspector, member, secretary) = (await api.SignedIn(Role.DisciplineInspector, branch.Id), await As(branch.Li), branch.Keeper);
        async Task<string> Seen() => string.Concat(await Task.WhenAll(new[]
        {
            member.Get($"/api/v1/organizations/{branch.Id}/duties"), member.Get("/api/v1/me/duties"), secretary.Get($"/api/v1/organizations/{branch.Id}/duties"), secretary.Get($"/api/v1/organizations/{branch.Id}/compliance"),
            secretary.Get($"/api/v1/organizations/{branch.Id}/history"), secretary.Get($"/api/v1/organizations/{branch.Id}/supervision-talks"),
        }.Select(async read => (await read).ShouldBe(HttpStatusCode.OK).Text)));
        var before = await Seen();
        var opened = (await inspector.Post(Cases, new { organizationId = branch.Id, concerns = "王某", facts = "涉嫌虚报差旅费", subjects = new[] { "integrity" }, personId = branch.Wang.Id })).ShouldBe(HttpStatusCode.Created);
        var there = opened.Location!.ToString();
        await Do(inspector, there, "investigation", new { findings = "查无实据" });
        (await Do(inspector, there, "verification", new { isEstablished = false, verification = "已核对" })).ShouldBe(HttpStatusCode.OK);
        (await Seen()).Should().Be(before, "nobody who may not see the case learns that there is one");
        (await Affairs.Verdicts(api, branch, "TWS-9.1")).Should().Equal("due");
        (await api.Look(db => db.AuditEntries.Where(e => e.ChainId == branch.Id.Value && e.Operation.EndsWith("DisciplineCase")).Select(e => e.Details).ToListAsync())).Should().HaveCount(3).And.OnlyContain(d => !d.Contains("integrity"));

        api.Clock.MoveTo(MeetingBranch.Today.PlusDays(1));
        (await Do(await api.SignedIn(Role.DisciplineInspector, branch.Id), there, "closing", new { conclusion = "查无实据，结案" })).ShouldBe(HttpStatusCode.OK);
        (await Affairs.Verdicts(api, branch, "TWS-9.1")).Should().Equal("met");
        var id = opened.At("id").GetGuid();
        (await api.Look(db => db.Ledger.Where(e => e.SourceId == id).Select(e => new { e.Kind, e.OccurredOn }).SingleAsync())).Should().BeEquivalentTo(new { Kind = "supervisionOfIntegrity", OccurredOn = new NodaTime.LocalDate(2024, 5, 16) });
        (await api.Look(db => db.Outbox.CountAsync(e => e.SubjectId == id))).Should().Be(0, "who subscribes to events learns of no case");
    }

    [DatabaseFact]
    public async Task A_talk_counts_once_its_opinion_was_given_back_and_a_quarter_asks_for_a_cadre_and_an_employee()
    {
        var branch = await Plant();
        await Affairs.Adopt(api, branch);
        object Talk(string partner, string day = "2024-05-10") => new { organizationId = branch.Id, heldOn = day, with = "高敏", partner, said = "反映夜班交通不便", subjects = new[] { "tiesWithMasses" } };
        var cadre = (await branch.Keeper.Post(Talks, Talk("cadre"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        var employee = (await branch.Keeper.Post(Talks, Talk("employee"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await branch.Keeper.Post(Talks, Talk("cadre", "2024-05-16"))).ShouldPointAt("/heldOn");
        (await (await As(branch.Li)).Post(Talks, Talk("cadre"))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-9.2.3");
        (await (await As(branch.Li)).Get(cadre)).ShouldBe(HttpStatusCode.Forbidden);
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/supervision-talks")).Text.Should().NotContain("夜班");
        (await Do(branch.Keeper, cadre, "follow-up", new { followUp = "x" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.3");
        (await Do(branch.Keeper, cadre, "feedback", new { opinion = "已协调" })).ShouldBe(HttpStatusCode.OK);
        (await Do(branch.Keeper, cadre, "feedback", new { opinion = "x" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-9.2.3");
        (await Affairs.Verdicts(api, branch, "TWS-9.2.3", "&from=2024-04-01&to=2024-06-30")).Should().Equal("due");
        (await Do(branch.Keeper, employee, "feedback", new { opinion = "已增开班车" })).ShouldBe(HttpStatusCode.OK);
        (await Affairs.Verdicts(api, branch, "TWS-9.2.3", "&from=2024-04-01&to=2024-06-30")).Should().Equal("met");
        (await Do(branch.Keeper, employee, "follow-up", new { followUp = "满意" })).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("followedUp");
        (await branch.Keeper.Get(employee)).At("opinion").GetString().Should().Be("已增开班车");
    }

    [DatabaseFact]
    public async Task The_half_yearly_check_is_drafted_and_recorded_from_the_rolls()
    {
        var branch = await Plant();
        await Affairs.Adopt(api, branch);
        object Check(string on = "2024-05-15", params string[] subjects) => new { organizationId = branch.Id, on, findings = "总体良好", subjects };
        (await branch.Keeper.Post(Checks, Check(subjects: "partyRules"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "participation-check-empty", "TWS-9.2.1");
        await branch.Recorded();
        await Affairs.OfGroup(branch, MeetingBranch.JoinedOn);
        var draft = (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/participation-checks/draft")).ShouldBe(HttpStatusCode.OK);
        (draft.At("from").GetString(), draft.At("to").GetString(), draft.At("meetings").GetInt32()).Should().Be(("2024-01-01", "2024-05-15", 2), "the group's meeting is organizational life too");
        draft.At("members").EnumerateArray().Select(m => (m.GetProperty("name").GetString(), m.GetProperty("rate").GetProperty("rate").GetDecimal())).Should()
            .Equal(("李红", 0.5m), ("刘强", 1m), ("孙丽", 1m), ("王伟", 1m), ("赵敏", 1m));
        (await branch.Keeper.Post(Checks, Check())).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "supervision-subjects", "TWS-9.1");
        (await branch.Keeper.Post(Checks, Check("2024-05-16", "partyRules"))).ShouldPointAt("/on");
        (await (await As(branch.Li)).Post(Checks, Check(subjects: "partyRules"))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-9.2.1");
        (await Affairs.Verdicts(api, branch, "TWS-9.2.1", "&from=2024-01-01&to=2024-06-30")).Should().Equal("due");
        var recorded = (await branch.Keeper.Post(Checks, Check(subjects: "partyRules"))).ShouldBe(HttpStatusCode.Created);
        recorded.At("participation", "total", "numerator").GetInt32().Should().Be(5);
        (await Affairs.Verdicts(api, branch, "TWS-9.2.1", "&from=2024-01-01&to=2024-06-30")).Should().Equal("met");

        // What is recorded later changes no check that was made.
        await branch.Recorded(branch.General(MeetingBranch.Today));
        (await branch.Keeper.Get(recorded.Location!.ToString())).At("participation", "meetings").GetInt32().Should().Be(2);
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/participation-checks")).At("items").GetArrayLength().Should().Be(1);
    }

    [DatabaseFact]
    public async Task One_general_meeting_that_hears_the_administrative_head_meets_both_duties_once()
    {
        var branch = await Plant();
        await Affairs.Adopt(api, branch);
        var both = branch.Record(null, "generalMeeting", "administrativeReport") with { Details = new Dictionary<string, string> { ["administrativeHead"] = "总经理 陈某" }, Agenda = [new("总经理通报主要工作", "administrativeReport"), new("传达上级决定", "superiorDecisions")] };
        await branch.Recorded(new(branch.Id, both, branch.Roll(branch.Li)));
        (await Affairs.Verdicts(api, branch, "TWS-9.2.4")).Should().Equal("met", "upcoming");
        (await Affairs.Verdicts(api, branch, "TWS-3.3", "&from=2024-04-01&to=2024-06-30")).Should().Equal("met");
    }

    [DatabaseFact]
    public async Task Subjects_that_nobody_looked_at_are_reported_until_the_leaders_have_reported_on_them()
    {
        var branch = await Plant();
        await Affairs.Adopt(api, branch);
        var report = branch.Record(null, "leadersReport") with
        {
            Details = new Dictionary<string, string> { ["reportingCadres"] = "刘强", ["employeesPresent"] = "40" },
            Agenda = [.. Six.Skip(1).Select(s => new AgendaItem(s, $"supervisionOf{char.ToUpperInvariant(s[0])}{s[1..]}"))],
        };
        var summary = await branch.Recorded(new(branch.Id, report, branch.Roll(branch.Li)));
        (await Affairs.Verdicts(api, branch, "TWS-9.2.5")).Should().Equal("met");
        (await Affairs.Verdicts(api, branch, "TWS-9.1")).Should().Equal("due");
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Get($"/api/v1/organizations/{branch.Id}/duties?rule=TWS-9.1")).At("items", 0, "shortfall", "zh").GetString().Should().Contain("遵守党章党规").And.NotContain("廉洁");
        (await branch.Keeper.Post(Checks, new { organizationId = branch.Id, on = "2024-05-15", findings = "良好", subjects = new[] { "partyRules" } })).ShouldBe(HttpStatusCode.Created);
        (await Affairs.Verdicts(api, branch, "TWS-9.1")).Should().Equal("met");

        // A corrected agenda takes back what it no longer names.
        var corrected = report with { Agenda = [.. report.Agenda.SkipLast(1)] };
        (await branch.Keeper.Post($"/api/v1/meetings/{summary.Id}/corrections", new { reason = "漏项更正", record = corrected, roll = branch.Roll(branch.Li) }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Affairs.Verdicts(api, branch, "TWS-9.1")).Should().Equal("due");
        (await branch.Keeper.Post("/api/v1/meetings", new { organizationId = branch.Id, record = report with { Details = new Dictionary<string, string> { ["reportingCadres"] = "刘强", ["employeesPresent"] = "0" } }, roll = branch.Roll(branch.Li) }))
            .ShouldPointAt("/record/details/employeesPresent");
    }

    [DatabaseFact]
    public async Task What_was_given_to_a_record_that_is_merged_belongs_to_the_one_that_stays()
    {
        var branch = await Plant();
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var number = Numbers.Identity();
        Task<Answer> Register(string identity) => town.Post("/api/v1/members", new RegisterMember(branch.Id, "沈一", identity, Standing.Formal, new(2024, 1, 1)));
        var (survivor, duplicate) = ((await Register(number)).ShouldBe(HttpStatusCode.Created).As<MemberAnswer>(), (await Register(Numbers.Identity())).ShouldBe(HttpStatusCode.Created).As<MemberAnswer>());
        await SendLetter(branch);
        var letter = await LetterOf(branch, branch.Keeper);
        await Do(branch.Keeper, letter, "registration");
        (await Do(branch.Keeper, letter, "assignment", new { personId = duplicate.Id })).ShouldBe(HttpStatusCode.OK);
        var breach = (await town.Post(Cases, new { organizationId = branch.Id, concerns = "沈某", facts = "涉嫌违纪", subjects = new[] { "integrity" }, personId = duplicate.Id })).ShouldBe(HttpStatusCode.Created).Location!.ToString();

        (await town.Post($"/api/v1/members/{survivor.Id}/merge", new MergeMembers.Body(duplicate.Id, "同一人", number), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await (await api.SignedIn(Role.None, person: survivor.Id)).Get(letter)).ShouldBe(HttpStatusCode.OK);
        (await (await api.SignedIn(Role.DisciplineInspector, branch.Id, survivor.Id)).Get(breach)).ShouldBeProblem(HttpStatusCode.NotFound, "discipline-case-not-found");
    }

    private const string Cases = "/api/v1/discipline-cases";
    private const string Talks = "/api/v1/supervision-talks";
    private const string Checks = "/api/v1/participation-checks";

    // The tests of a class share its clock.
    private Task<MeetingBranch> Plant()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        return MeetingBranch.Plant(api);
    }

    private Task<ApiClient> As(Person person) => api.SignedIn(Role.None, person: person.Id);

    private Task<Answer> Follow(string? code) => api.Anonymous.Post("/api/v1/public/letters/lookups", new { code });

    private async Task<Answer> SendLetter(MeetingBranch branch, bool toSuperior = false) => await api.Anonymous.Post(
        $"/api/v1/public/organizations/{branch.Id}/letters", new { text = "食堂招标没有公示", sign = false, toSuperior, ticket = (await api.Anonymous.Post("/api/v1/public/tickets")).At("ticket").GetString() });

    private static async Task<string> LetterOf(MeetingBranch branch, ApiClient who) => $"/api/v1/letters/{(await who.Get($"/api/v1/organizations/{branch.Id}/letters")).ShouldBe(HttpStatusCode.OK).At("items", 0, "id").GetString()}";

    private async Task<Answer> Do(ApiClient who, string there, string step, object? body = null)
    {
        var id = Guid.Parse(there[(there.LastIndexOf('/') + 1)..]);
        var version = await api.Look(async db =>
            await db.Letters.Where(l => l.Id == new Id<Domain.InnerPartySupervision.Letter>(id)).Select(l => (int?)l.Version).SingleOrDefaultAsync()
            ?? await db.DisciplineCases.Where(c => c.Id == new Id<Domain.InnerPartySupervision.DisciplineCase>(id)).Select(c => (int?)c.Version).SingleOrDefaultAsync()
            ?? await db.SupervisionTalks.Where(t => t.Id == new Id<Domain.InnerPartySupervision.SupervisionTalk>(id)).Select(t => (int?)t.Version).SingleAsync());
        return await who.Post($"{there}/{step}", body, ifMatch: $"\"{version}\"");
    }
}

public sealed class SupervisingThePartyOnSqlite(ApiHost<OnSqlite> api) : SupervisingTheParty<OnSqlite>(api);
public sealed class SupervisingThePartyOnPostgreSql(ApiHost<OnPostgreSql> api) : SupervisingTheParty<OnPostgreSql>(api);
public sealed class SupervisingThePartyOnSqlServer(ApiHost<OnSqlServer> api) : SupervisingTheParty<OnSqlServer>(api);
