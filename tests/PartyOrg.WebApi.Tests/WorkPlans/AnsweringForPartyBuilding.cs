using System.Net;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.WorkPlans;

/// <summary>Who answers for Party building (TWS-1.1), the quarterly meeting (TWS-1.5), unqualified members (TWS-1.6c), the acts before July 1 (TWS-1.7).</summary>
public abstract class AnsweringForPartyBuilding<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task An_organization_without_a_secretary_is_overdue_from_that_day_on_and_met_again_when_one_is_there()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 5, 15));
        (await branch.Verdicts("TWS-1.1", "2024-05-15", "2024-05-15")).Select(v => v.Status).Should().Equal("met");
        var town = await branch.Town();
        var posts = (await town.Get($"{branch.Here}/posts")).ShouldBe(HttpStatusCode.OK);
        var post = posts.At("items").EnumerateArray().Single(p => p.GetProperty("office").GetString() == "secretary");
        var version = (await town.Get(branch.Here)).ETag;
        (await town.Post($"{branch.Here}/posts/{post.GetProperty("id").GetString()}/end", new { lastDay = "2024-05-14" }, ifMatch: version)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Verdicts("TWS-1.1", "2024-05-14", "2024-05-15")).Select(v => v.Status).Should().Equal("met", "overdue");
        var gaps = (await town.Get($"{branch.Here}/responsibilities")).ShouldBe(HttpStatusCode.OK);
        gaps.At("secretary").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        var rollUp = (await town.Get($"/api/v1/organizations/{branch.Branch.Tree.Town.Id}/compliance?rule=TWS-1.1&from=2024-05-15&to=2024-05-15")).ShouldBe(HttpStatusCode.OK);
        rollUp.Text.Should().Contain("\"overdue\":2", "this branch and the one beside it have none");

        version = (await town.Get(branch.Here)).ETag;
        (await town.Post($"{branch.Here}/posts", new { personId = branch.Branch.Wang.Id, office = "secretary", from = "2024-05-15" }, ifMatch: version)).ShouldBe(HttpStatusCode.Created);
        (await branch.Verdicts("TWS-1.1", "2024-05-15", "2024-05-15")).Select(v => v.Status).Should().Equal("met");
    }

    [DatabaseFact]
    public async Task Responsibilities_are_assigned_to_those_who_sit_on_the_committee_and_gaps_are_listed()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 5, 15));
        var (secretary, committee) = (await branch.Secretary(), await branch.Committee());
        var there = $"{branch.Here}/responsibilities";
        var before = (await committee.Get(there)).ShouldBe(HttpStatusCode.OK);
        before.At("secretary", "personName").GetString().Should().Be("刘强");
        before.At("without").EnumerateArray().Select(w => w.GetProperty("personName").GetString()).Should().Equal("孙丽");

        object Body(Domain.Members.Person person, string from = "2024-05-01") => new { personId = person.Id, area = "分管宣传教育", from };
        (await committee.Post(there, Body(branch.Branch.Publicist))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.1");
        (await secretary.Post(there, Body(branch.Branch.Wang))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "responsibility-of-no-committee-member", "TWS-1.1");
        (await secretary.Post(there, Body(branch.Branch.Publicist, "2022-12-31"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "responsibility-of-no-committee-member", "TWS-1.1");
        var assigned = (await secretary.Post(there, Body(branch.Branch.Publicist))).ShouldBe(HttpStatusCode.Created);
        var listed = await committee.Get(there);
        listed.At("items", 0, "area").GetString().Should().Be("分管宣传教育");
        listed.At("without").GetArrayLength().Should().Be(0);
        (await committee.Get($"{there}?on=2024-04-30")).At("items").GetArrayLength().Should().Be(0, "it began on the next day");

        var end = $"/api/v1/responsibilities/{assigned.At("id").GetString()}/end";
        (await secretary.Post(end, new { lastDay = "2024-04-30" }, ifMatch: assigned.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "responsibility-ends-before-it-begins", "TWS-1.1");
        (await (await branch.Stranger()).Post(end, new { lastDay = "2024-05-10" }, ifMatch: assigned.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "responsibility-not-found");
        var ended = (await secretary.Post(end, new { lastDay = "2024-05-10" }, ifMatch: assigned.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Post(end, new { lastDay = "2024-05-10" }, ifMatch: ended.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "responsibility-ended", "TWS-1.1");
        (await committee.Get($"{there}?on=2024-05-10")).At("without").GetArrayLength().Should().Be(0, "its last day is included");
        (await committee.Get($"{there}?on=2024-05-11")).At("without").GetArrayLength().Should().Be(1);
    }

    [DatabaseFact]
    public async Task A_Party_building_meeting_is_the_committees_and_where_there_is_none_everybodys()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 5, 15));
        var committee = branch.Branch.Committee(new(2024, 5, 12));
        var meeting = new RecordMeeting(branch.Id, committee.Record with { Kinds = ["partyBuildingMeeting"], Agenda = [new("分析职工思想动态", "employeesIdeology")] }, committee.Roll);
        (await branch.Verdict("TWS-1.5", "2024-Q2")).Should().Be("due");
        var recorded = (await branch.Branch.Keeper.Post("/api/v1/meetings", meeting)).ShouldBe(HttpStatusCode.Created);
        recorded.Json.TryGetProperty("advices", out _).Should().BeFalse();
        (await branch.Verdicts("TWS-1.5", to: "2024-Q2")).Should().Equal(("2024-Q1", "overdue"), ("2024-Q2", "met"));
        (await branch.Verdict("TWS-3.2", "2024-05")).Should().Be("due", "it is no committee meeting");

        // Without a committee all who belong are expected.
        var town = await branch.Town();
        var beside = $"/api/v1/organizations/{branch.Branch.Tree.SiblingBranch.Id}";
        (await town.Get($"{beside}/expected-attendees?kind=partyBuildingMeeting&on=2024-05-12")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(p => p.GetProperty("name").GetString())
            .Should().BeEquivalentTo("赵敏", "周涛");
        (await town.Get($"{branch.Here}/expected-attendees?kind=partyBuildingMeeting&on=2024-05-12")).At("items").EnumerateArray().Select(p => p.GetProperty("name").GetString()).Should().BeEquivalentTo("刘强", "孙丽");
        var without = meeting with { Record = meeting.Record with { Agenda = [new("其他")], HeldOn = new(2024, 5, 13) } };
        (await branch.Branch.Keeper.Post("/api/v1/meetings", without)).ShouldBe(HttpStatusCode.Created).At("advices", 0, "ruleId").GetString().Should().Be("TWS-1.5");
    }

    [DatabaseFact]
    public async Task The_three_acts_before_July_1_are_done_by_June_30()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 6, 30));
        var (secretary, committee) = (await branch.Secretary(), await branch.Committee());
        var there = $"{branch.Here}/excellence-acts";
        object Act(string act, string on, params string[] named) => new { act, on, content = "创先争优", named };
        (await (await branch.Owner()).Post(there, Act("summary", "2024-06-01"))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.7");
        (await committee.Post(there, Act("summary", "2024-01-01"))).ShouldBe(HttpStatusCode.Created);
        (await secretary.Post(there, Act("examples", "2024-05-20"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "excellence-act-names-nobody", "TWS-1.7");
        (await secretary.Post(there, Act("examples", "2024-05-20", "王伟"))).ShouldBe(HttpStatusCode.Created);
        (await secretary.Post(there, Act("commendation", "2024-07-01", "李红"))).ShouldPointAt("/on");
        (await branch.Verdict("TWS-1.7")).Should().Be("due");
        var missing = (await (await branch.Town()).Get($"{branch.Here}/duties?rule=TWS-1.7&from=2024&to=2024")).At("items", 0);
        missing.GetProperty("dueOn").GetString().Should().Be("2024-06-30");
        missing.GetProperty("shortfall").GetProperty("zh").GetString().Should().Contain("先进表彰").And.NotContain("典型树立");
        var commended = (await secretary.Post(there, Act("commendation", "2024-06-30", "李红"))).ShouldBe(HttpStatusCode.Created);
        (await branch.Verdict("TWS-1.7")).Should().Be("met");

        var withdrawal = $"/api/v1/excellence-acts/{commended.At("id").GetString()}/withdrawal";
        (await (await branch.Stranger()).Post(withdrawal, new { reason = "x" }, ifMatch: commended.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "excellence-act-not-found");
        var withdrawn = (await secretary.Post(withdrawal, new { reason = "登记有误" }, ifMatch: commended.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Post(withdrawal, new { reason = "登记有误" }, ifMatch: withdrawn.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "excellence-act-withdrawn", "TWS-1.7");
        api.Clock.MoveTo(new LocalDate(2024, 7, 1));
        (await branch.Verdict("TWS-1.7")).Should().Be("overdue");
        (await (await branch.Secretary()).Post(there, Act("commendation", "2024-07-01", "李红"))).ShouldBe(HttpStatusCode.Created);
        (await branch.Verdict("TWS-1.7")).Should().Be("overdue", "July 1 is too late");
        (await (await branch.Town()).Get($"{there}?year=2024")).At("items").GetArrayLength().Should().Be(4);
        (await (await branch.Town()).Get($"{there}?year=2023")).At("items").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task What_a_person_answers_for_and_what_concerns_him_follows_him_when_two_records_of_him_are_merged()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 5, 15));
        var town = await branch.Town();
        async Task<(string Id, string Number)> Register()
        {
            var number = Numbers.Identity();
            var made = (await town.Post("/api/v1/members", new { organizationId = branch.Id, name = "钱一", identityNumber = number, standing = "formal", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
            return (made.At("id").GetString()!, number);
        }

        var (survivor, duplicate) = (await Register(), await Register());
        (await town.Post($"{branch.Here}/posts", new { personId = duplicate.Id, office = "disciplineMember", from = "2024-02-01" }, ifMatch: (await town.Get(branch.Here)).ETag)).ShouldBe(HttpStatusCode.Created);
        var secretary = await branch.Secretary();
        var plan = (await secretary.Post("/api/v1/work-plans", new { organizationId = branch.Id, kind = "annual", period = "2024", items = new[] { new { text = "学习", dueOn = "2024-06-30", ownerId = duplicate.Id } } })).ShouldBe(HttpStatusCode.Created);
        (await secretary.Post($"{branch.Here}/responsibilities", new { personId = duplicate.Id, area = "分管纪检", from = "2024-02-01" })).ShouldBe(HttpStatusCode.Created);
        var handling = (await secretary.Post("/api/v1/member-handlings", new { organizationId = branch.Id, personId = duplicate.Id, year = 2023, findings = "评议不合格" })).ShouldBe(HttpStatusCode.Created);
        var opened = (await town.Post("/api/v1/accountability-cases", new { organizationId = branch.Id, personId = duplicate.Id, allegation = "收受礼品" })).ShouldBe(HttpStatusCode.Created);

        (await town.Post($"/api/v1/members/{survivor.Id}/merge", new { duplicateId = duplicate.Id, reason = "重复登记", identityNumber = survivor.Number }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await secretary.Get($"/api/v1/work-plans/{plan.At("id").GetString()}")).At("items", 0, "ownerId").GetString().Should().Be(survivor.Id);
        (await secretary.Get($"{branch.Here}/responsibilities")).At("items", 0, "personId").GetString().Should().Be(survivor.Id);
        (await secretary.Get($"/api/v1/member-handlings/{handling.At("id").GetString()}")).At("personId").GetString().Should().Be(survivor.Id);
        (await town.Get($"/api/v1/accountability-cases/{opened.At("id").GetString()}")).At("personId").GetString().Should().Be(survivor.Id);
        var himself = await api.SignedIn(Domain.Accounts.Role.None, person: new(Guid.Parse(survivor.Id)));
        (await himself.Get($"/api/v1/accountability-cases/{opened.At("id").GetString()}")).ShouldBeProblem(HttpStatusCode.NotFound, "accountability-case-not-found");
    }

    [DatabaseFact]
    public async Task Nobody_handles_himself_and_another_one_of_the_committee_or_the_superior_does()
    {
        const string Handlings = "/api/v1/member-handlings";
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 5, 15));
        var (secretary, committee, town) = (await branch.Secretary(), await branch.Committee(), await branch.Town());
        object Open(Domain.Members.Person person, int year) => new { organizationId = branch.Id, personId = person.Id, year, findings = "评议不合格" };
        (await secretary.Post(Handlings, Open(branch.Branch.Secretary, 2023))).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.6c").At("detail").GetString().Should().Contain("in what concerns himself");
        (await town.Post(Handlings, Open(branch.Branch.Wang, 2023))).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.6c");
        var opened = (await committee.Post(Handlings, Open(branch.Branch.Secretary, 2023))).ShouldBe(HttpStatusCode.Created);
        var there = $"{Handlings}/{opened.At("id").GetString()}";
        object decision = new { measure = "adviceToLeave", decision = "劝退", decidedOn = "2024-05-10", mendBy = (string?)null };
        (await secretary.Get(there)).At("next").GetArrayLength().Should().Be(0);
        (await secretary.Post($"{there}/decision", decision, ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.6c");
        (await town.Get(there)).At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal("decideMemberHandling");
        var decided = (await town.Post($"{there}/decision", decision, ifMatch: opened.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Post($"{there}/closing", new { outcome = "x", closedOn = "2024-05-15" }, ifMatch: decided.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.6c");
        (await committee.Post($"{there}/closing", new { outcome = "已退党", closedOn = "2024-05-15" }, ifMatch: decided.ETag)).ShouldBe(HttpStatusCode.OK)
            .At("advices", 0, "message", "en").GetString().Should().Contain("endMembership", "the register does not learn of it by itself");
    }

    [DatabaseFact]
    public async Task An_unqualified_member_is_handled_step_by_step_and_reads_his_own()
    {
        const string Handlings = "/api/v1/member-handlings";
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 5, 15));
        var (secretary, committee, himself, other) = (await branch.Secretary(), await branch.Committee(), await branch.Owner(), await branch.As(branch.Branch.Zhao));
        object Open(Domain.Members.Person person, int year = 2023) => new { organizationId = branch.Id, personId = person.Id, year, findings = "评议不合格" };
        (await himself.Post(Handlings, Open(branch.Branch.Wang))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.6c");
        (await secretary.Post(Handlings, Open(branch.Branch.Wang, 2025))).ShouldPointAt("/year");
        (await secretary.Post(Handlings, Open(branch.Branch.Stranger))).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");
        (await secretary.Post(Handlings, Open(branch.Branch.Chen))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "member-handling-of-outsider", "TWS-1.6c");
        var opened = (await committee.Post(Handlings, Open(branch.Branch.Wang))).ShouldBe(HttpStatusCode.Created);
        opened.At("advices", 0, "ruleId").GetString().Should().Be("TWS-1.6c", "no appraisal recorded here judged him so");
        (await secretary.Post(Handlings, Open(branch.Branch.Wang))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "member-handling-there-already", "TWS-1.6c");
        var there = $"{Handlings}/{opened.At("id").GetString()}";

        (await secretary.Post($"{there}/closing", new { outcome = "已改正", closedOn = "2024-05-15" }, ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-1.6c");
        object Decide(string measure, string? mendBy) => new { measure, decision = "限期改正", decidedOn = "2024-05-10", mendBy };
        (await himself.Post($"{there}/decision", Decide("mendWithinTerm", "2024-08-10"), ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.6c");
        (await secretary.Post($"{there}/decision", Decide("mendWithinTerm", null), ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "member-handling-term-does-not-fit", "TWS-1.6c");
        (await secretary.Post($"{there}/decision", Decide("mendWithinTerm", "2024-05-10"), ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "member-handling-term-does-not-fit", "TWS-1.6c");
        (await secretary.Post($"{there}/decision", Decide("removalFromRoll", "2024-08-10"), ifMatch: opened.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "member-handling-term-does-not-fit", "TWS-1.6c");
        var decided = (await secretary.Post($"{there}/decision", Decide("mendWithinTerm", "2024-05-11"), ifMatch: opened.ETag)).ShouldBe(HttpStatusCode.OK);
        (await himself.Get(there)).ShouldBe(HttpStatusCode.OK).At("decision").GetString().Should().Be("限期改正");
        (await himself.Get(there)).At("next").GetArrayLength().Should().Be(0);
        (await himself.Get(Handlings)).At("items").GetArrayLength().Should().Be(1);
        (await other.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "member-handling-not-found");
        (await other.Get(Handlings)).At("items").GetArrayLength().Should().Be(0);
        (await (await branch.Town()).Get($"{Handlings}?organization={branch.Id}&status=decided")).At("items").GetArrayLength().Should().Be(1);
        (await secretary.Post($"{there}/closing", new { outcome = "已改正", closedOn = "2024-05-09" }, ifMatch: decided.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "member-handling-closed-before-decided", "TWS-1.6c");
        var closed = (await secretary.Post($"{there}/closing", new { outcome = "已改正", closedOn = "2024-05-15" }, ifMatch: decided.ETag)).ShouldBe(HttpStatusCode.OK);
        closed.Json.TryGetProperty("advices", out _).Should().BeFalse("he stays a member");
        (await secretary.Post($"{there}/decision", Decide("mendWithinTerm", "2024-08-10"), ifMatch: closed.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-1.6c");
    }
}

public sealed class AnsweringForPartyBuildingOnSqlite(ApiHost<OnSqlite> api) : AnsweringForPartyBuilding<OnSqlite>(api);

public sealed class AnsweringForPartyBuildingOnPostgreSql(ApiHost<OnPostgreSql> api) : AnsweringForPartyBuilding<OnPostgreSql>(api);

public sealed class AnsweringForPartyBuildingOnSqlServer(ApiHost<OnSqlServer> api) : AnsweringForPartyBuilding<OnSqlServer>(api);
