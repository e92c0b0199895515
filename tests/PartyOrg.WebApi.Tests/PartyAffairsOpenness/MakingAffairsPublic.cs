using System.Net;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;
using static PartyOrg.WebApi.Tests.PartyAffairsOpenness.Affairs;

namespace PartyOrg.WebApi.Tests.PartyAffairsOpenness;

/// <summary>Matters of Party affairs are opened, decided and made public (TWS-8.2 to 8.5). Today is May 15, 2024, until a test moves it.</summary>
public abstract class MakingAffairsPublic<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task A_major_decision_passes_three_stages_and_an_anonymous_opinion_is_answered_before_its_result_is_public()
    {
        var branch = await Plant();
        var (keeper, superior) = (branch.Keeper, await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id));
        var drafted = (await keeper.Post(Publications, Matter(branch, "majorDecision", "decisions", text: "拟发展党员两名。联系人身份证 11010519491231002X。"))).ShouldBe(HttpStatusCode.Created);
        drafted.At("text").GetString().Should().Be("拟发展党员两名。联系人身份证 110***********002X。");
        drafted.At("advices", 0, "ruleId").GetString().Should().Be("TWS-8.3");
        drafted.At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal("revisePublication", "checkSecrecy", "withdrawPublication");
        var there = drafted.Location!.ToString();
        var open = $"/api/v1/public/publications/{there[(there.LastIndexOf('/') + 1)..]}";
        (await api.Anonymous.Get(open)).ShouldBeProblem(HttpStatusCode.NotFound, "publication-not-found");
        (await Opine(open)).ShouldBeProblem(HttpStatusCode.NotFound, "publication-not-found");

        (await Step(keeper, there, "opening")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.3");
        (await Step(keeper, there, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("cleared");
        (await api.Anonymous.Get(open)).ShouldBe(HttpStatusCode.NotFound);
        (await Step(keeper, there, "opening")).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("open");

        var shown = (await api.Anonymous.Get(open)).ShouldBe(HttpStatusCode.OK);
        (shown.At("status").GetString(), shown.At("takesOpinions").GetString()).Should().Be(("open", "beforeDecision"));
        shown.At("inner").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null, "secrecy checks and approvals are its keepers' own");
        var code = (await Opine(open)).ShouldBe(HttpStatusCode.OK).At("code").GetString();
        (await Follow(code)).At("status").GetString().Should().Be("received");

        // The plan: the general meeting and the group's, on the day of the opening or later.
        var (earlier, general) = (await branch.Recorded(branch.General(new(2024, 5, 14))), await branch.Recorded(branch.General(MeetingBranch.Today)));
        var group = await OfGroup(branch, MeetingBranch.Today);
        object Plan(params object[] meetings) => new { text = "拟发展三名。", meetingIds = meetings };
        (await Step(keeper, there, "decision", new { text = "决定", meetingId = general.Id })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.3");
        (await Step(keeper, there, "plan", Plan(earlier.Id, group))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-plan-meetings", "TWS-8.3");
        (await Step(keeper, there, "plan", Plan(general.Id))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-plan-meetings", "TWS-8.3");
        (await Step(keeper, there, "plan", Plan(general.Id, group))).ShouldBe(HttpStatusCode.OK).At("plan", "formedOn").GetString().Should().Be("2024-05-15");
        (await Step(keeper, there, "decision", new { text = "决定", meetingId = earlier.Id })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-decision-meeting", "TWS-8.3");
        (await Step(keeper, there, "decision", new { text = "大会通过发展三名的计划。", meetingId = general.Id })).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("decided");
        (await api.Anonymous.Get(open)).At("decision").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null, "the result is checked before anybody reads it");

        // The superior alone lets a major matter out (TWS-8.4b).
        (await Step(keeper, there, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("awaitingSuperior");
        (await Step(keeper, there, "approval")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.3");
        (await Step(keeper, there, "permission")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.4b");
        (await Step(keeper, there, "release")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.3");
        (await Step(superior, there, "return", new { reason = "请补充时间" })).ShouldBe(HttpStatusCode.OK).At("inner", "returnedBecause").GetString().Should().Be("请补充时间");
        (await Step(keeper, there, "revision", new { title = "发展党员计划", text = "大会通过年内发展三名的计划。" })).ShouldBe(HttpStatusCode.OK).At("decision", "text").GetString().Should().Be("大会通过年内发展三名的计划。");
        (await Step(superior, there, "permission")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.4b");
        (await Step(keeper, there, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK);
        (await Step(superior, there, "permission")).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("approved");

        (await Step(keeper, there, "release")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-opinions-unanswered", "TWS-8.3");
        var opinion = (await keeper.Get($"{there}/opinions")).At("items", 0);
        (opinion.GetProperty("text").GetString(), opinion.GetProperty("signedBy").ValueKind).Should().Be(("建议增加名额", System.Text.Json.JsonValueKind.Null));
        var answering = $"/api/v1/opinions/{opinion.GetProperty("id").GetString()}/answer";
        var stranger = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await stranger.Post(answering, new { answer = "已采纳" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "opinion-not-found");
        (await superior.Post(answering, new { answer = "已采纳" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.5");
        (await keeper.Post(answering, new { answer = "已采纳" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await keeper.Post(answering, new { answer = "再答" }, ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.5");
        (await Follow(code)).At("answer").GetString().Should().Be("已采纳");
        (await Follow("nothing")).ShouldBeProblem(HttpStatusCode.NotFound, "follow-up-code-unknown");

        (await Step(keeper, there, "release")).ShouldBe(HttpStatusCode.OK).At("publishedOn").GetString().Should().Be("2024-05-15");
        var result = (await api.Anonymous.Get(open)).ShouldBe(HttpStatusCode.OK);
        (result.At("decision", "text").GetString(), result.At("takesOpinions").GetString()).Should().Be(("大会通过年内发展三名的计划。", "onResult"));
        (await Opine(open)).ShouldBe(HttpStatusCode.OK);
        var counted = await keeper.Get($"/api/v1/organizations/{branch.Id}/openness");
        (counted.At("opinions", "received").GetInt32(), counted.At("opinions", "answered").GetInt32(), counted.At("opinions", "longestDays").GetInt32()).Should().Be((2, 1, 0));
        counted.At("byCategory", 0, "published").GetInt32().Should().Be(1);
    }

    [DatabaseFact]
    public async Task A_title_revised_after_the_decision_is_read_by_nobody_before_the_result_is_checked_approved_and_public()
    {
        var branch = await Plant();
        var (there, taken) = (await Decided(branch, Matter(branch, "targetTask")), await Decided(branch, Matter(branch, "targetTask")));
        string Open(string of) => $"/api/v1/public/publications/{of[(of.LastIndexOf('/') + 1)..]}";
        async Task<IEnumerable<string?>> Titles() => (await api.Anonymous.Get($"/api/v1/public/organizations/{branch.Id}/publications")).At("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()).Order(StringComparer.Ordinal).ToList();
        var revision = new { title = "涉密项目安排", text = "大会决定" };
        foreach (var of in new[] { there, taken })
        {
            var revised = (await Step(branch.Keeper, of, "revision", revision)).ShouldBe(HttpStatusCode.OK);
            (revised.At("title").GetString(), revised.At("decision", "title").GetString()).Should().Be(("事项", "涉密项目安排"), "the keepers see what is to be checked");
        }

        foreach (var (step, body) in new (string, object?)[] { ("secrecy-check", Clear), ("approval", null) })
        {
            (await api.Anonymous.Get(Open(there))).At("title").GetString().Should().Be("事项");
            (await Titles()).Should().Equal("事项", "事项");
            (await Step(branch.Keeper, there, step, body)).ShouldBe(HttpStatusCode.OK);
        }

        (await api.Anonymous.Get(Open(there))).At("title").GetString().Should().Be("事项");
        (await Step(branch.Keeper, there, "release")).ShouldBe(HttpStatusCode.OK).At("title").GetString().Should().Be("涉密项目安排");
        (await Step(branch.Keeper, taken, "withdrawal", new { reason = "不再需要" })).ShouldBe(HttpStatusCode.OK);
        (await api.Anonymous.Get(Open(taken))).At("title").GetString().Should().Be("事项", "the revised title was never checked");
        (await Titles()).Should().Equal("事项", "涉密项目安排");
    }

    [DatabaseFact]
    public async Task Each_step_is_for_those_whom_the_regulation_names()
    {
        var branch = await Plant();
        var there = (await branch.Keeper.Post(Publications, Matter(branch))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        var member = await api.SignedIn(Role.None, person: branch.Li.Id);
        var committee = await api.SignedIn(Role.None, person: branch.Publicist.Id);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var stranger = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await member.Post(Publications, Matter(branch))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.3");
        (await town.Post(Publications, Matter(branch))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.3");
        (await stranger.Post(Publications, Matter(branch))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await stranger.Post($"{there}/secrecy-check", Clear, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "publication-not-found");
        (await member.Post($"{there}/secrecy-check", Clear, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.3");
        (await branch.Keeper.Post($"{there}/secrecy-check", Clear, ifMatch: "\"7\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await committee.Post($"{there}/secrecy-check", Clear, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("awaitingApproval", "routine work passes the last stage only");
        (await committee.Post($"{there}/approval", ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.3");
        (await town.Post($"{there}/permission", ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.4b");

        // An officer who leads the branch himself is not its superior.
        var major = await Decided(branch, Matter(branch, "majorDecision"));
        (await Step(branch.Keeper, major, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK);
        var both = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id, branch.Secretary.Id);
        (await Step(both, major, "permission")).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-8.4b");
        (await Step(town, major, "permission")).ShouldBe(HttpStatusCode.OK);

        // Target tasks pass all stages, and the secretary approves them.
        var target = await Decided(branch, Matter(branch, "targetTask"));
        (await Step(branch.Keeper, target, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("awaitingApproval");
    }

    [DatabaseFact]
    public async Task What_is_for_members_only_and_what_is_confidential_stays_so()
    {
        var branch = await Plant();
        var inner = await Published(api, branch, Matter(branch, audience: "members", form: "circular"));
        var member = await api.SignedIn(Role.None, person: branch.Li.Id);
        var stranger = await api.SignedIn(Role.None, person: branch.Stranger.Id);
        (await member.Get($"{Publications}/{inner}")).ShouldBe(HttpStatusCode.OK).At("inner").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await stranger.Get($"{Publications}/{inner}")).ShouldBeProblem(HttpStatusCode.NotFound, "publication-not-found");
        (await api.Anonymous.Get($"/api/v1/public/publications/{inner}")).ShouldBeProblem(HttpStatusCode.NotFound, "publication-not-found");
        (await api.Anonymous.Get($"/api/v1/public/organizations/{branch.Id}/publications")).At("items").GetArrayLength().Should().Be(0);
        (await Opine($"/api/v1/public/publications/{inner}")).ShouldBeProblem(HttpStatusCode.NotFound, "publication-not-found");
        (await Opine($"/api/v1/public/publications/{inner}", stranger)).ShouldBeProblem(HttpStatusCode.NotFound, "publication-not-found");
        (await Opine($"/api/v1/public/publications/{inner}", member)).ShouldBe(HttpStatusCode.OK);
        (await member.Get($"/api/v1/organizations/{branch.Id}/publications")).At("items").GetArrayLength().Should().Be(1);
        var (leader, system) = (await api.SignedIn(Role.GroupLeader, branch.Id), await api.SignedIn(Role.Service, branch.Tree.Town.Id));
        (await leader.Get($"{Publications}/{inner}")).ShouldBe(HttpStatusCode.OK);
        (await system.Get($"{Publications}/{inner}")).ShouldBeProblem(HttpStatusCode.NotFound, "publication-not-found");
        (await system.Get($"/api/v1/organizations/{branch.Id}/publications")).At("items").GetArrayLength().Should().Be(0);

        var secret = (await branch.Keeper.Post(Publications, Matter(branch))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await Step(branch.Keeper, secret, "secrecy-check", new { isSecret = true, remark = "涉及商业秘密" })).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("keptSecret");
        foreach (var step in new[] { "approval", "release", "opening" }) (await Step(branch.Keeper, secret, step)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.3");
        foreach (var other in new[] { member, leader, system }) (await other.Get(secret)).ShouldBeProblem(HttpStatusCode.NotFound, "publication-not-found");
        (await branch.Keeper.Get(secret)).ShouldBe(HttpStatusCode.OK);

        (await branch.Keeper.Post(Publications, Matter(branch, audience: "members"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-form", "TWS-8.4d");
        (await branch.Keeper.Post(Publications, Matter(branch, form: "document"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-form", "TWS-8.4d");
        (await branch.Keeper.Post(Publications, Matter(branch, endedOn: "2024-05-01"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-work-end", "TWS-8.4c");
        (await branch.Keeper.Post(Publications, Matter(branch, "periodicWork"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-work-end", "TWS-8.4c");
        (await branch.Keeper.Post(Publications, Matter(branch, "periodicWork", endedOn: "2024-05-16"))).ShouldPointAt("/workEndedOn");
        var town = await api.SignedIn(Role.BranchSecretary, branch.Tree.Town.Id);
        (await town.Post(Publications, new { organizationId = branch.Tree.Town.Id, title = "a", text = "b", category = "other", nature = "routineWork", audience = "employees", form = "meeting" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-of-organization", "TWS-8.2");
    }

    [DatabaseTheory]
    [InlineData("employees", "meeting announcement")]
    [InlineData("members", "innerPartyMeeting document circular")]
    public async Task Each_audience_has_its_own_forms_and_no_other(string audience, string fitting)
    {
        var branch = await Plant();
        foreach (var form in new[] { "meeting", "announcement", "innerPartyMeeting", "document", "circular" })
        {
            var drafted = await branch.Keeper.Post(Publications, Matter(branch, audience: audience, form: form));
            if (fitting.Split(' ').Contains(form)) (drafted.ShouldBe(HttpStatusCode.Created).At("form").GetString(), drafted.At("audience").GetString()).Should().Be((form, audience), "both are recorded");
            else drafted.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-form", "TWS-8.4d").At("errors", 0, "pointer").GetString().Should().Be("/form");
        }
    }

    [DatabaseFact]
    public async Task The_overview_counts_what_is_public_in_each_of_six_categories_and_nothing_that_is_not()
    {
        var branch = await Plant();
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        string[] categories = ["decisions", "leadingBody", "integrity", "organizationConstruction", "supervision", "other"];
        async Task<List<(string?, int)>> Overview(string period = "from=2024&to=2024") => (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/openness?{period}")).ShouldBe(HttpStatusCode.OK).At("byCategory").EnumerateArray()
            .Select(c => (c.GetProperty("category").GetString(), c.GetProperty("published").GetInt32())).ToList();
        (await Overview()).Should().Equal(categories.Select(c => ((string?)c, 0)), "all six are told, also where nothing is");
        foreach (var category in categories)
        {
            // A decision is opened in advance and let out by the superior; the others are made public as they are.
            var (isMajor, matter) = (category == "decisions", Matter(branch, category: category));
            var there = isMajor ? await Decided(branch, matter) : (await branch.Keeper.Post(Publications, matter)).ShouldBe(HttpStatusCode.Created).Location!.ToString();
            (await Step(branch.Keeper, there, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK);
            (await (isMajor ? Step(town, there, "permission") : Step(branch.Keeper, there, "approval"))).ShouldBe(HttpStatusCode.OK);
            (await Overview()).Should().Contain((category, 0), "it is approved and not yet public");
            (await Step(branch.Keeper, there, "release")).ShouldBe(HttpStatusCode.OK);
            (await Overview()).Should().Contain((category, 1));
        }

        (await Overview()).Should().Equal(categories.Select(c => ((string?)c, 1)));
        (await Overview("from=2024-05-15&to=2024-05-15")).Should().Equal(categories.Select(c => ((string?)c, 1)), "the day is included");
        (await Overview("from=2024-01-01&to=2024-05-14")).Should().Equal(categories.Select(c => ((string?)c, 0)));
        (await branch.Keeper.Post(Publications, Matter(branch, category: "gossip"))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [DatabaseFact]
    public async Task A_withdrawn_publication_stays_visible_with_its_reason_and_what_never_was_on_view_does_not()
    {
        var branch = await Plant();
        var there = await Published(api, branch);
        (await Step(branch.Keeper, $"{Publications}/{there}", "withdrawal", new { reason = "数字有误，联系 13812345678" })).ShouldBe(HttpStatusCode.OK);
        var shown = (await api.Anonymous.Get($"/api/v1/public/publications/{there}")).ShouldBe(HttpStatusCode.OK);
        (shown.At("status").GetString(), shown.At("withdrawnBecause").GetString(), shown.At("text").ValueKind).Should().Be(("withdrawn", "数字有误，联系 138****5678", System.Text.Json.JsonValueKind.Null));
        (await Opine($"/api/v1/public/publications/{there}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-takes-no-opinions", "TWS-8.5");
        (await Step(branch.Keeper, $"{Publications}/{there}", "withdrawal", new { reason = "again" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.3");

        var draft = (await branch.Keeper.Post(Publications, Matter(branch))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await Step(branch.Keeper, draft, "withdrawal", new { reason = "不再需要" })).ShouldBe(HttpStatusCode.OK);
        (await api.Anonymous.Get($"/api/v1/public/organizations/{branch.Id}/publications")).At("items").GetArrayLength().Should().Be(1);
    }

    [DatabaseFact]
    public async Task Every_other_step_is_out_of_order_once_a_matter_is_public()
    {
        var branch = await Plant();
        var there = $"{Publications}/{await Published(api, branch)}";
        var (town, committee) = (await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), await api.SignedIn(Role.None, person: branch.Publicist.Id));
        foreach (var (step, body) in new (string, object?)[]
        {
            ("revision", new { title = "a", text = "b" }), ("secrecy-check", Clear), ("opening", null), ("plan", new { text = "a", meetingIds = Array.Empty<Guid>() }),
            ("decision", new { text = "a", meetingId = Guid.Empty }), ("approval", null), ("release", null),
        })
        {
            (await Step(branch.Keeper, there, step, body)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.3");
            (await Step(town, there, step, body)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.3");
        }

        foreach (var (step, body) in new (string, object?)[] { ("permission", null), ("return", new { reason = "a" }) })
        {
            (await Step(town, there, step, body)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-8.4b");
            (await Step(branch.Keeper, there, step, body)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.4b");
        }

        (await Step(committee, there, "withdrawal", new { reason = "a" })).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.3");
        (await Step(town, there, "withdrawal", new { reason = "不宜公开" })).ShouldBe(HttpStatusCode.OK);
        (await Step(committee, there, "revision", new { title = " ", text = new string('x', 20_001) })).ShouldPointAt("/title", "/text");
    }

    [DatabaseFact]
    public async Task What_is_public_all_year_round_lapses_when_it_is_a_year_old_or_withdrawn()
    {
        var branch = await Plant();
        await Adopt(api, branch);
        await Published(api, branch);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var major = await Decided(branch, Matter(branch, "majorDecision"));
        (await Step(branch.Keeper, major, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK);
        (await Step(town, major, "permission")).ShouldBe(HttpStatusCode.OK);
        (await Step(branch.Keeper, major, "release")).ShouldBe(HttpStatusCode.OK);
        (await Verdicts(api, branch, "TWS-8.4a")).Should().Equal("overdue");
        var target = await Decided(branch, Matter(branch, "targetTask"));
        (await Step(branch.Keeper, target, "secrecy-check", Clear)).ShouldBe(HttpStatusCode.OK);
        (await Step(branch.Keeper, target, "approval")).ShouldBe(HttpStatusCode.OK);
        (await Step(branch.Keeper, target, "release")).ShouldBe(HttpStatusCode.OK).At("currentThrough").GetString().Should().Be("2025-05-14");
        (await Verdicts(api, branch, "TWS-8.4a")).Should().Equal("metLate", "met");

        api.Clock.MoveTo(new LocalDate(2025, 5, 14));
        (await Verdicts(api, branch, "TWS-8.4a", "&from=2025-01-01&to=2025-12-31")).Should().Equal("met");
        api.Clock.MoveTo(new LocalDate(2025, 5, 15));
        (await Verdicts(api, branch, "TWS-8.4a", "&from=2025-01-01&to=2025-12-31")).Should().Equal("met", "overdue");
        api.Clock.MoveTo(MeetingBranch.Today.PlusDays(5));
        (await Step(await api.SignedIn(Role.None, person: branch.Secretary.Id), target, "withdrawal", new { reason = "目标调整" })).ShouldBe(HttpStatusCode.OK);
        (await Verdicts(api, branch, "TWS-8.4a")).Should().Equal("metLate", "met", "overdue");
    }

    [DatabaseTheory]
    [InlineData("2024-04-30", "met")]
    [InlineData("2024-04-29", "metLate")]
    public async Task Work_that_ended_is_public_within_fifteen_days(string endedOn, string verdict)
    {
        var branch = await Plant();
        await Adopt(api, branch);
        var there = (await branch.Keeper.Post(Publications, Matter(branch, "temporaryWork", endedOn: endedOn))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await Verdicts(api, branch, "TWS-8.4c")).Should().Equal(verdict == "met" ? "due" : "overdue");
        await Step(branch.Keeper, there, "secrecy-check", Clear);
        await Step(branch.Keeper, there, "approval");
        (await Step(branch.Keeper, there, "release")).ShouldBe(HttpStatusCode.OK);
        (await Verdicts(api, branch, "TWS-8.4c")).Should().Equal(verdict);
    }

    [DatabaseTheory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_is_withdrawn_on_the_day_of_its_publication_was_never_published_and_on_the_day_after_it_was(int days)
    {
        var branch = await Plant();
        await Adopt(api, branch);
        var there = $"{Publications}/{await Published(api, branch, Matter(branch, "temporaryWork", endedOn: "2024-05-01"))}";
        (await Verdicts(api, branch, "TWS-8.4c")).Should().Equal("met");
        api.Clock.MoveTo(MeetingBranch.Today.PlusDays(days));
        var keeper = await api.SignedIn(Role.None, person: branch.Secretary.Id);
        var withdrawn = (await Step(keeper, there, "withdrawal", new { reason = "数字有误" })).ShouldBe(HttpStatusCode.OK);
        if (days == 1)
        {
            withdrawn.Json.TryGetProperty("advices", out _).Should().BeFalse();
            (await Verdicts(api, branch, "TWS-8.4c")).Should().Equal("met");
            return;
        }

        withdrawn.At("advices", 0, "ruleId").GetString().Should().Be("TWS-8.4c");
        (await Verdicts(api, branch, "TWS-8.4c")).Should().BeEmpty();
        var corrected = (await keeper.Post(Publications, Matter(branch, "temporaryWork", endedOn: "2024-05-01"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await Verdicts(api, branch, "TWS-8.4c")).Should().Equal("due");
        await Step(keeper, corrected, "secrecy-check", Clear);
        await Step(keeper, corrected, "approval");
        (await Step(keeper, corrected, "release")).ShouldBe(HttpStatusCode.OK);
        (await Verdicts(api, branch, "TWS-8.4c")).Should().Equal(["met"], "one publication is asked for, not one for each that was drafted");
    }

    [DatabaseFact]
    public async Task Work_that_turns_out_to_be_confidential_or_is_taken_back_unpublished_is_not_asked_for()
    {
        var branch = await Plant();
        await Adopt(api, branch);
        var secret = (await branch.Keeper.Post(Publications, Matter(branch, "periodicWork", endedOn: "2024-05-01"))).Location!.ToString();
        var draft = (await branch.Keeper.Post(Publications, Matter(branch, "periodicWork", endedOn: "2024-05-02"))).Location!.ToString();
        (await Verdicts(api, branch, "TWS-8.4c")).Should().Equal("due", "due");
        await Step(branch.Keeper, secret, "secrecy-check", new { isSecret = true, remark = "涉密" });
        (await Verdicts(api, branch, "TWS-8.4c")).Should().Equal("due");
        await Step(branch.Keeper, draft, "withdrawal", new { reason = "重复" });
        (await Verdicts(api, branch, "TWS-8.4c")).Should().BeEmpty();
    }

    [DatabaseTheory]
    [InlineData(15, "met")]
    [InlineData(16, "metLate")]
    public async Task An_opinion_is_answered_within_fifteen_days(int days, string verdict)
    {
        var branch = await Plant();
        await Adopt(api, branch);
        var there = await Published(api, branch);
        (await Opine($"/api/v1/public/publications/{there}")).ShouldBe(HttpStatusCode.OK);
        api.Clock.MoveTo(MeetingBranch.Today.PlusDays(days));
        (await Verdicts(api, branch, "TWS-8.5")).Should().Equal(days == 15 ? "due" : "overdue");
        var keeper = await api.SignedIn(Role.None, person: branch.Secretary.Id);
        var id = (await keeper.Get($"{Publications}/{there}/opinions")).At("items", 0, "id").GetString();
        (await keeper.Post($"/api/v1/opinions/{id}/answer", new { answer = "谢谢" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Verdicts(api, branch, "TWS-8.5")).Should().Equal(verdict);
    }

    [DatabaseFact]
    public async Task A_publication_is_generated_with_numbers_that_nobody_types()
    {
        var branch = await Plant();
        await branch.Recorded();
        (await branch.Keeper.Post($"/api/v1/public/organizations/{branch.Id}/letters", new { text = "来信", sign = false, ticket = (await branch.Keeper.Post("/api/v1/public/tickets")).At("ticket").GetString() })).ShouldBe(HttpStatusCode.OK);
        var drafts = (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/publication-drafts?from=2024-01-01&to=2024-05-15")).ShouldBe(HttpStatusCode.OK);
        drafts.At("items").EnumerateArray().Select(d => d.GetProperty("name").GetString()).Should().Equal("appraisal", "dues", "members", "organizationLife", "supervision");
        object From(string draft, string to = "2024-05-15") => new { organizationId = branch.Id, draft, from = "2024-01-01", to, remark = "欢迎监督。", nature = "periodicWork", audience = "employees", form = "announcement" };
        var life = (await branch.Keeper.Post($"{Publications}/generated", From("organizationLife"))).ShouldBe(HttpStatusCode.Created);
        life.At("drawn", "figures").EnumerateArray().Select(f => (f.GetProperty("name").GetString(), f.GetProperty("value").GetString())).Should().Equal(("generalMeeting", "1"), ("expected", "5"), ("tookPart", "3"), ("withLeave", "1"));
        (life.At("workEndedOn").GetString(), life.At("category").GetString()).Should().Be(("2024-05-15", "organizationConstruction"));
        life.At("text").GetString().Should().Contain("应到人次：5").And.EndWith("欢迎监督。");
        var drawn = life.Location!.ToString();
        foreach (var typed in new[] { new { title = life.At("title").GetString(), text = "应到人次：50" }, new { title = (string?)"组织生活良好", text = life.At("text").GetString()! } })
            (await Step(branch.Keeper, drawn, "revision", typed)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "publication-numbers-drawn", "TWS-8.2");
        (await Step(branch.Keeper, drawn, "revision", new { title = life.At("title").GetString(), text = life.At("text").GetString() })).ShouldBe(HttpStatusCode.OK);
        var byHand = (await branch.Keeper.Post(Publications, Matter(branch))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await Step(branch.Keeper, byHand, "revision", new { title = "活动室", text = "周五开放。" })).ShouldBe(HttpStatusCode.OK).At("text").GetString().Should().Be("周五开放。");
        var supervision = (await branch.Keeper.Post($"{Publications}/generated", From("supervision"))).ShouldBe(HttpStatusCode.Created);
        supervision.At("drawn", "figures").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "lettersReceived").GetProperty("value").GetString().Should().Be("1");
        (await branch.Keeper.Post($"{Publications}/generated", From("dues"))).ShouldBe(HttpStatusCode.Created).At("drawn", "figures", 3, "value").GetString().Should().Be("0.00");
        (await branch.Keeper.Post($"{Publications}/generated", From("gossip"))).ShouldBeProblem(HttpStatusCode.BadRequest, "publication-draft-unknown");
        (await branch.Keeper.Post($"{Publications}/generated", From("dues", "2024-05-16"))).ShouldBeProblem(HttpStatusCode.BadRequest, "date-in-future");
    }

    [DatabaseFact]
    public async Task Supervisors_of_openness_are_appointed_and_listed()
    {
        var branch = await Plant();
        var supervisor = (await branch.Keeper.Post("/api/v1/openness-supervisors", new { organizationId = branch.Id, name = "林芳", position = "工会主席", from = "2024-05-01" })).ShouldBe(HttpStatusCode.Created);
        var end = $"/api/v1/openness-supervisors/{supervisor.At("id").GetString()}/end";
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/openness")).At("supervisors").GetInt32().Should().Be(1);
        (await branch.Keeper.Post(end, new { on = "2024-04-30" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "openness-supervisor-end", "TWS-8.5");
        (await branch.Keeper.Post(end, new { on = "2024-05-14" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Keeper.Post(end, new { on = "2024-05-15" }, ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "openness-supervisor-end", "TWS-8.5");
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/openness")).At("supervisors").GetInt32().Should().Be(0);
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/openness-supervisors")).At("items", 0, "to").GetString().Should().Be("2024-05-14");
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await town.Post("/api/v1/openness-supervisors", new { organizationId = branch.Id, name = "a", position = "b", from = "2024-05-01" })).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-8.5");
    }

    // The tests of a class share its clock.
    private Task<MeetingBranch> Plant()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        return MeetingBranch.Plant(api);
    }

    private async Task<Answer> Opine(string open, ApiClient? who = null) =>
        await (who ?? api.Anonymous).Post($"{open}/opinions", new { text = "建议增加名额", sign = false, ticket = (await api.Anonymous.Post("/api/v1/public/tickets")).At("ticket").GetString() });

    private Task<Answer> Follow(string? code) => api.Anonymous.Post("/api/v1/public/opinions/lookups", new { code });
}

public sealed class MakingAffairsPublicOnSqlite(ApiHost<OnSqlite> api) : MakingAffairsPublic<OnSqlite>(api);
public sealed class MakingAffairsPublicOnPostgreSql(ApiHost<OnPostgreSql> api) : MakingAffairsPublic<OnPostgreSql>(api);
public sealed class MakingAffairsPublicOnSqlServer(ApiHost<OnSqlServer> api) : MakingAffairsPublic<OnSqlServer>(api);
