using System.Net;
using System.Text.Json;
using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Application.MemberObjectives;
using PartyOrg.Application.Members;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.WorkPlans;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.AdmonitionTalks;
using PartyOrg.WebApi.Tests.DemocraticAppraisal;
using PartyOrg.WebApi.Tests.DemocraticLifeMeetings;
using PartyOrg.WebApi.Tests.MemberObjectives;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;
using PartyOrg.WebApi.Tests.WorkPlans;

namespace PartyOrg.WebApi.Tests.Compliance;

/// <summary>What the procedures ask of one person, in his list of what is to be done. Each test begins on May 15, 2024, and takes every step that the list names.</summary>
public abstract class StepsToTake<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Progress = "work-plan recordItemProgress 2024-06-30";
    private static readonly LocalDate Today = MeetingBranch.Today;

    [DatabaseFact]
    public async Task An_item_of_a_plan_in_force_waits_for_its_owner_until_it_is_done()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, Today);
        var draft = await branch.Draft(PlanKind.Annual, "2024", branch.Complete());
        var (owner, secretary, plan) = (await branch.Owner(), await branch.Secretary(), $"{PlanBranch<TDatabase>.Plans}/{PlanBranch<TDatabase>.IdOf(draft)}");
        (await Of(owner, 366)).Should().BeEmpty("a draft asks nothing of anybody");
        var active = (await secretary.Post($"{plan}/activation", new { adoptedOn = "2024-05-15" }, ifMatch: draft.ETag)).ShouldBe(HttpStatusCode.OK);

        (await Of(owner, 46)).Should().Equal(Progress);
        (await Of(owner, 45)).Should().BeEmpty("it is due on the forty-sixth day from today");
        foreach (var other in new[] { secretary, await branch.Committee(), await branch.As(branch.Branch.Li) }) (await Of(other, 366)).Should().BeEmpty("he owns no item");
        var item = (await Items(owner, 46)).Single();
        item.GetProperty("organizationName").GetString().Should().Be("Branch");
        item.GetProperty("next").GetProperty("what").GetProperty("zh").GetString().Should().Contain("学习党章").And.Contain("记录项目进展");
        var step = item.GetProperty("step");
        (step.GetProperty("caseId").GetString(), step.GetProperty("item").GetInt32(), step.GetProperty("name").GetString(), step.GetProperty("ruleId").GetString())
            .Should().Be((PlanBranch<TDatabase>.IdOf(draft), 1, "学习党章", "TWS-1.4d"));
        (step.GetProperty("title").GetProperty("en").GetString(), item.GetProperty("meeting").ValueKind, item.GetProperty("duty").ValueKind).Should().Be(("Work plan", JsonValueKind.Null, JsonValueKind.Null));

        foreach (var reader in new[] { secretary, await branch.Town(), owner }) (await Of(reader, 46, branch.Branch.Wang)).Should().Equal(Progress);
        (await (await branch.Stranger()).Get($"/api/v1/members/{branch.Branch.Wang.Id}/duties")).ShouldBe(HttpStatusCode.NotFound);

        var begun = (await owner.Post($"{plan}/items/1/progress", new { on = "2024-05-15", text = "学习一次", done = false }, ifMatch: active.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Of(owner, 46)).Should().Equal(Progress);
        (await owner.Post($"{plan}/items/1/progress", new { on = "2024-05-15", text = "学习完毕", done = true }, ifMatch: begun.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Of(owner, 366)).Should().BeEmpty("it is done");
    }

    [DatabaseFact]
    public async Task Steps_stand_among_the_other_things_by_their_days_page_by_page_and_those_of_a_plan_taken_back_are_gone()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, Today);
        var plan = await branch.Activated(PlanKind.Annual, "2024", Today, [.. Enumerable.Range(1, 12).Select(i => new PlannedItem($"工作{i}", new(2024, i < 3 ? 5 : 6, i < 3 ? 20 : 10), ConstructionClass.Ideological, OwnerId: branch.Branch.Publicist.Id))]);
        var publicist = await branch.Committee();
        var all = (await publicist.Get("/api/v1/me/duties?within=60&limit=200")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(i => i.GetRawText()).ToList();
        all.Count(i => i.Contains("stepToTake", StringComparison.Ordinal)).Should().Be(12);
        all.Select(i => JsonDocument.Parse(i).RootElement.GetProperty("on").GetString()).Should().BeInAscendingOrder(StringComparer.Ordinal);
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await publicist.Get($"/api/v1/me/duties?within=60&limit=7{cursor}")).ShouldBe(HttpStatusCode.OK);
            seen.AddRange(page.At("items").EnumerateArray().Select(i => i.GetRawText()));
            cursor = page.At("next").GetString() is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);
        seen.Should().Equal(all, "page by page it is the same list");

        (await (await branch.Secretary()).Post($"{PlanBranch<TDatabase>.Plans}/{PlanBranch<TDatabase>.IdOf(plan)}/withdrawal", new { reason = "重复" }, ifMatch: plan.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Of(publicist, 60)).Should().BeEmpty();
    }

    [DatabaseFact]
    public async Task A_letter_waits_for_the_answer_of_whom_it_was_assigned_to_and_is_told_to_nobody_else()
    {
        api.Clock.MoveTo(Today);
        var branch = await MeetingBranch.Plant(api);
        var (keeper, wang, li) = (branch.Keeper, await As(branch.Wang), await As(branch.Li));
        var there = $"/api/v1/letters/{(await keeper.Post("/api/v1/letters", new { organizationId = branch.Id, channel = "visit", receivedOn = "2024-05-14", text = "来访反映加班费" })).ShouldBe(HttpStatusCode.Created).At("letter", "id").GetString()}";
        (await keeper.Post($"{there}/registration", ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await keeper.Post($"{there}/assignment", new { personId = branch.Wang.Id }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);

        const string Answer = "letter answerLetter 2024-05-14";
        (await Of(wang)).Should().Equal(Answer);
        (await Items(wang)).Single().GetRawText().Should().Contain("2024-001").And.NotContain("加班费");
        foreach (var other in new[] { keeper, li }) (await Of(other)).Should().BeEmpty();
        (await Of(keeper, member: branch.Wang)).Should().BeEmpty("a letter stands in no list but that of its reader");

        (await keeper.Post($"{there}/assignment", new { personId = branch.Li.Id }, ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK);
        (await Of(wang)).Should().BeEmpty();
        (await Of(li)).Should().Equal(Answer);
        (await li.Post($"{there}/answer", new { answer = "已补发" }, ifMatch: "\"4\"")).ShouldBe(HttpStatusCode.OK);
        (await Of(li)).Should().BeEmpty();
    }

    [DatabaseFact]
    public async Task What_waits_for_a_record_that_is_merged_waits_for_the_one_that_stays()
    {
        api.Clock.MoveTo(Today);
        var branch = await MeetingBranch.Plant(api);
        var (town, number) = (await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), Numbers.Identity());
        async Task<MemberAnswer> Registered(string identity) => (await town.Post("/api/v1/members", new RegisterMember(branch.Id, "沈一", identity, Standing.Formal, new(2024, 1, 1)))).ShouldBe(HttpStatusCode.Created).As<MemberAnswer>();
        var (survivor, duplicate) = (await Registered(number), await Registered(Numbers.Identity()));
        var plan = (await branch.Keeper.Post(PlanBranch<TDatabase>.Plans, new { organizationId = branch.Id, kind = "annual", period = "2024", items = new[] { new { text = "学习党章", dueOn = "2024-05-20", ownerId = duplicate.Id } } })).ShouldBe(HttpStatusCode.Created);
        (await branch.Keeper.Post($"{PlanBranch<TDatabase>.Plans}/{plan.At("id").GetString()}/activation", new { adoptedOn = "2024-05-15" }, ifMatch: plan.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Of(await api.SignedIn(Role.None, person: survivor.Id))).Should().BeEmpty();
        (await town.Post($"/api/v1/members/{survivor.Id}/merge", new MergeMembers.Body(duplicate.Id, "同一人", number), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Of(await api.SignedIn(Role.None, person: survivor.Id))).Should().Equal("work-plan recordItemProgress 2024-05-20");
    }

    [DatabaseFact]
    public async Task A_democratic_life_meeting_waits_for_the_self_checks_for_who_presided_and_for_the_owners_of_what_it_found()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Plan();
        (await Of(branch.Publicist, 60)).Should().BeEmpty("nobody has been told");
        (await meeting.Notice()).ShouldBe(HttpStatusCode.OK);
        const string File = "democratic-life-meeting fileSelfCheck 2024-06-24";
        foreach (var one in new[] { branch.Publicist, branch.Secretary }) (await Of(one, 40)).Should().Equal(File);
        (await Of(branch.Publicist, 39)).Should().BeEmpty();
        (await Of(branch.Member, 60)).Should().BeEmpty("he need not attend");
        (await Of(branch.Secretary, 40, branch.Branch.Publicist)).Should().Equal(File);
        (await meeting.SelfCheck(branch.Publicist, branch.Sun)).ShouldBe(HttpStatusCode.OK);
        (await meeting.SelfCheck(branch.Secretary, branch.Liu)).ShouldBe(HttpStatusCode.OK);
        foreach (var one in new[] { branch.Publicist, branch.Secretary }) (await Of(one, 60)).Should().BeEmpty();

        await branch.MoveTo(LifeBranch.Planned);
        (await meeting.Record()).ShouldBe(HttpStatusCode.OK);
        (await meeting.Speech(branch.Liu, branch.Sun)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Speech(branch.Sun, branch.Liu)).ShouldBe(HttpStatusCode.OK);
        (await Of(branch.Secretary)).Should().Equal("democratic-life-meeting confirmDemocraticLifeMeeting 2024-06-24");
        (await Of(branch.Publicist)).Should().BeEmpty("he did not preside");
        (await meeting.Confirm()).ShouldBe(HttpStatusCode.OK);
        (await Of(branch.Secretary)).Should().BeEmpty();

        var item = (await meeting.AddItem(owner: branch.Branch.Wang.Id, due: LifeBranch.Planned.PlusDays(5))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        const string Mend = "rectification-item closeRectificationItem 2024-06-29";
        (await Of(branch.Member)).Should().Equal(Mend);
        (await Of(branch.Member, 4)).Should().BeEmpty();
        (await Of(branch.Publicist)).Should().BeEmpty();
        (await branch.Secretary.Post($"{item}/escalation", new EscalateRectificationItem.Body("需协调"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Of(branch.Member)).Should().BeEmpty("it waits for the superior");
        (await branch.Town.Post($"{item}/answer", new AnswerRectificationItem.Body("已协调"), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await Of(branch.Member)).Should().Equal(Mend);
        (await branch.Member.Post($"{item}/closing", new CloseRectificationItem.Body("已完成"), ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK);
        (await Of(branch.Member)).Should().BeEmpty();
    }

    [DatabaseFact]
    public async Task An_instructor_who_belongs_elsewhere_has_the_steps_that_wait_for_him_and_takes_them()
    {
        var branch = await LifeBranch.Plant(api);
        await api.Arrange(db =>
        {
            db.Attach(branch.Branch.Tree.Branch);
            return branch.Branch.Tree.Branch.Appoint(branch.Branch.Stranger.Id, Domain.Organizations.Office.Instructor, new(2023, 1, 1), null, api.Ids, new Domain.Time.Clock(api.Clock).Now).Succeeded.Should().BeTrue();
        });
        var meeting = await branch.Confirmed();
        var item = (await meeting.AddItem(owner: branch.Branch.Stranger.Id, due: LifeBranch.Planned.PlusDays(5))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        var letter = $"/api/v1/letters/{(await branch.Secretary.Post("/api/v1/letters", new { organizationId = branch.Branch.Id, channel = "visit", receivedOn = "2024-06-20", text = "来访" })).ShouldBe(HttpStatusCode.Created).At("letter", "id").GetString()}";
        (await branch.Secretary.Post($"{letter}/registration", ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Secretary.Post($"{letter}/assignment", new { personId = branch.Branch.Stranger.Id }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);

        var instructor = await As(branch.Branch.Stranger);
        (await Of(instructor)).Should().Equal("letter answerLetter 2024-06-20", "rectification-item closeRectificationItem 2024-06-29");
        (await instructor.Get(letter)).ShouldBe(HttpStatusCode.OK);
        (await instructor.Post($"{letter}/answer", new { answer = "已处理" }, ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK);
        (await instructor.Post($"{item}/closing", new CloseRectificationItem.Body("已完成"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Of(instructor)).Should().BeEmpty();
    }

    [DatabaseFact]
    public async Task An_appraisal_waits_for_self_evaluations_and_ballots_and_tells_nobody_whose_ballot_is_missing()
    {
        api.Clock.MoveTo(Today);
        var branch = await AppraisalBranch.Plant(api, 4);
        await branch.Opened();
        (await Of(branch.Callers[1])).Should().BeEmpty("study comes first");
        await branch.AtSelfEvaluation();
        const string Evaluate = "democratic-appraisal fileSelfEvaluation 2024-05-15";
        foreach (var member in branch.Callers) (await Of(member)).Should().Equal(Evaluate);
        foreach (var reader in new[] { branch.Secretary, branch.Second }) (await Of(reader, member: branch.Members[1])).Should().Equal(Evaluate);
        (await branch.Except(3, AppraisalExceptionStep.SelfEvaluation)).ShouldBe(HttpStatusCode.OK);
        (await Of(branch.Callers[3])).Should().BeEmpty("he is excepted");
        for (var i = 0; i < 3; i++)
        {
            (await branch.Evaluate(i)).ShouldBe(HttpStatusCode.OK);
            (await Of(branch.Callers[i])).Should().BeEmpty();
        }

        (await branch.Step("self-evaluation-completion")).ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 4; i++) (await branch.Criticise(i)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("ballot-box")).ShouldBe(HttpStatusCode.OK);
        const string Vote = "democratic-appraisal castBallot 2024-05-15";
        foreach (var member in branch.Callers) (await Of(member)).Should().Equal(Vote);
        foreach (var reader in new[] { branch.Secretary, branch.Second }) (await Of(reader, member: branch.Members[1])).Should().BeEmpty("whose ballot is missing is his own business");
        (await branch.Vote(1, _ => MemberGrade.Excellent)).ShouldBe(HttpStatusCode.NoContent);
        (await Of(branch.Callers[1])).Should().BeEmpty();
        (await Of(branch.Callers[2])).Should().Equal(Vote);
        for (var i = 0; i < 4; i++) if (i is 0 or 2) (await branch.Vote(i, _ => MemberGrade.Excellent)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);
        (await Of(branch.Callers[3])).Should().BeEmpty("the box is closed");
    }

    [DatabaseFact]
    public async Task Objectives_wait_for_the_member_when_they_are_returned_and_for_his_summary_at_the_end_of_the_year()
    {
        api.Clock.MoveTo(Today);
        var branch = await ObjectivesBranch.Plant(api, 4);
        var (member, other) = (branch.Branch.Callers[1], branch.Branch.Callers[2]);
        var url = await branch.Proposed(1);
        async Task Deliberated() => (await branch.Step(url, "deliberation", new { comment = "请量化", on = "2024-05-14" }, branch.Branch.For(1))).ShouldBe(HttpStatusCode.OK);
        await Deliberated();
        (await Of(member, 366)).Should().BeEmpty("others decide");
        (await branch.Step(url, "return", new { reason = "目标应量化" }, branch.Branch.For(1))).ShouldBe(HttpStatusCode.OK);
        (await Of(member)).Should().Equal("member-objectives reviseObjectives 2024-05-14");
        (await Of(branch.Secretary, member: branch.Branch.Members[1])).Should().ContainSingle();
        (await Of(other, 366)).Should().BeEmpty();
        (await branch.Step(url, "revision", new ReviseObjectives.Body(PostCategory.Technical, ObjectivesBranch.Items), member)).ShouldBe(HttpStatusCode.OK);
        (await Of(member, 366)).Should().BeEmpty();

        await Deliberated();
        (await branch.Step(url, "approval", by: branch.Branch.For(1))).ShouldBe(HttpStatusCode.OK);
        (await Of(member)).Should().BeEmpty();
        (await Of(member, 230)).Should().Equal("member-objectives fileSelfSummary 2024-12-31");
        (await Of(member, 229)).Should().BeEmpty();
        (await branch.Step(url, "self-summary", new { text = "总结", mark = 92.5m }, member)).ShouldBe(HttpStatusCode.OK);
        (await Of(member, 366)).Should().BeEmpty();
    }

    [DatabaseFact]
    public async Task An_admonition_talk_waits_for_who_arranges_records_and_follows_it_up_and_is_told_to_nobody_else()
    {
        api.Clock.MoveTo(Today);
        var branch = await ProposingTalks<TDatabase>.Adopted(api);
        var at = (await (await As(branch.Secretary)).Post($"/api/v1/organizations/{branch.Id}/admonition-cases", new { personId = branch.Wang.Id, grounds = new[] { new { ground = "unwillingToHelp", facts = "两次拒绝帮带新职工", effect = (string?)null } } }))
            .ShouldBe(HttpStatusCode.Created).Location!.ToString();
        async Task Take(ApiClient by, string step, object body) => (await by.Post($"{at}/{step}", body, ifMatch: (await by.Get(at)).ETag)).ShouldBe(HttpStatusCode.OK);

        await Take(await api.SignedIn(Role.CommitteeMember, branch.Id), "decision", new { talkerId = branch.Secretary.Id, reason = "支委会同意谈话" });
        var (talker, recorder) = (await As(branch.Secretary), await As(branch.Publicist));
        (await Of(talker)).Should().Equal("admonition-case arrangeAdmonitionTalk 2024-05-15");
        (await Items(talker)).Single().GetProperty("step").GetProperty("name").ValueKind.Should().Be(JsonValueKind.Null, "whom it concerns stands in the case");
        foreach (var reader in new[] { recorder, await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id) }) (await Of(reader, member: branch.Secretary)).Should().BeEmpty();

        await Take(talker, "arrangement", new { on = "2024-05-16", startsAt = "15:00", place = "活动室", requirements = "准备说明", recorderId = branch.Publicist.Id });
        foreach (var one in new[] { talker, recorder }) (await Of(one)).Should().Equal("admonition-case recordAdmonitionTalk 2024-05-16");
        (await Of(await As(branch.Wang), 366)).Should().BeEmpty("of the member nothing is asked but to come");

        api.Clock.MoveTo(Today.PlusDays(1));
        (talker, recorder) = (await As(branch.Secretary), await As(branch.Publicist));
        await Take(recorder, "record", new { heldOn = "2024-05-16", problem = "一", education = "二", direction = "三", attitude = "诚恳" });
        (await Of(recorder)).Should().BeEmpty();
        (await Of(talker)).Should().Equal("admonition-case setAdmonitionRequirements 2024-05-16");
        await Take(talker, "requirements", new { requirements = "按时参加", term = "2024-08-31", followerId = branch.Zhao.Id });
        (await Of(talker, 366)).Should().BeEmpty();
        var follower = await As(branch.Zhao);
        (await Of(follower, 366)).Should().Equal("admonition-case recordAdmonitionFollowUp 2024-08-31");
        await Take(follower, "follow-ups", new { on = "2024-05-16", found = "有改进" });
        (await Of(follower, 366)).Should().BeEmpty("the outcome is for the committee to state");
    }

    private Task<ApiClient> As(Person person) => api.SignedIn(Role.None, person: person.Id);

    private static async Task<List<JsonElement>> Items(ApiClient client, int within = 7, Person? member = null) =>
        [.. (await client.Get($"/api/v1/{(member is null ? "me" : $"members/{member.Id}")}/duties?limit=200&within={within}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Where(i => i.GetProperty("kind").GetString() == "stepToTake")];

    private static async Task<List<string>> Of(ApiClient client, int within = 7, Person? member = null) => [.. (await Items(client, within, member))
        .Select(i => $"{i.GetProperty("step").GetProperty("procedure").GetString()} {i.GetProperty("next").GetProperty("operationId").GetString()} {i.GetProperty("on").GetString()}")];
}

public sealed class StepsToTakeOnSqlite(ApiHost<OnSqlite> api) : StepsToTake<OnSqlite>(api);

public sealed class StepsToTakeOnPostgreSql(ApiHost<OnPostgreSql> api) : StepsToTake<OnPostgreSql>(api);

public sealed class StepsToTakeOnSqlServer(ApiHost<OnSqlServer> api) : StepsToTake<OnSqlServer>(api);
