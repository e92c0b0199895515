using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.DemocraticAppraisal;
using PartyOrg.Application.Members;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.DemocraticAppraisal;

/// <summary>The year's democratic appraisal of a branch (TWS-7). Today is May 15, 2024.</summary>
public abstract class AppraisingMembers<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const HttpStatusCode Broken = HttpStatusCode.UnprocessableEntity;

    [DatabaseFact]
    public async Task A_branch_goes_from_study_to_handling_and_its_duty_of_the_year_is_met()
    {
        var branch = await (await AppraisalBranch.Plant(api, 7)).Opened();
        await api.Arrange(db => db.Add(new Domain.Compliance.BookAdoption(api.Ids.New<Domain.Compliance.BookAdoption>(), "TWS", branch.Tree.City.Id, new(2023, 1, 1), null, new Domain.Time.Clock(api.Clock).Now)));
        var opened = await branch.Secretary.Get(branch.Url);
        (opened.At("status").GetString(), opened.At("expected").GetInt32(), opened.At("year").GetInt32()).Should().Be(("study", 7, 2024));
        opened.At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal("recordAppraisalStudy", "recordAppraisalException", "completeAppraisalStudy");
        (await Duty(branch)).Should().Be("due");

        await branch.AtVoting();
        var paper = await branch.Callers[3].Get($"{branch.Url}/ballot-paper");
        (paper.At("isOpen").GetBoolean(), paper.At("voted").GetBoolean(), paper.At("members").GetArrayLength()).Should().Be((true, false, 6));
        for (var i = 0; i < 6; i++) (await branch.Vote(i, of => of == 6 ? MemberGrade.Unqualified : MemberGrade.Excellent)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Callers[3].Get($"{branch.Url}/ballot-paper")).At("voted").GetBoolean().Should().BeTrue();
        var closed = (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);
        (closed.At("status").GetString(), closed.At("ballot", "voted").GetInt32(), closed.At("ballot", "needed").GetInt32()).Should().Be(("opinion", 6, 4));

        var own = await branch.See(6, branch.Callers[6]);
        own.At("ballot", "ballots").GetInt32().Should().Be(6);
        own.At("ballot", "counts").EnumerateArray().Select(c => (c.GetProperty("rating").GetString(), c.GetProperty("ballots").GetInt32()))
            .Should().Equal(("excellent", 0), ("qualified", 0), ("basicallyQualified", 0), ("unqualified", 6));
        for (var i = 0; i < 7; i++) (await branch.Judge(i, i == 6 ? MemberGrade.Unqualified : i == 5 ? MemberGrade.Excellent : MemberGrade.Qualified)).ShouldBe(HttpStatusCode.OK);

        var objected = (await branch.Part(branch.Callers[6], HttpMethod.Post, 6, "objections", new { text = "情况不符" })).ShouldBe(HttpStatusCode.OK);
        objected.At("objections", 0, "number").GetInt32().Should().Be(1);
        (await branch.Step("opinion-completion")).ShouldBeProblem(Broken, "appraisal-objections-open", "TWS-7.4");
        var answered = (await branch.Part(branch.Secretary, HttpMethod.Post, 6, "objection-answers", new { answer = "维持原意见", upheld = false })).ShouldBe(HttpStatusCode.OK);
        (answered.At("objections", 0, "upheld").GetBoolean(), answered.At("opinion", "grade").GetString()).Should().Be((false, "unqualified"));
        (await branch.Step("opinion-completion")).ShouldBe(HttpStatusCode.OK);

        (await branch.Handle(6, AppraisalHandlingKind.Commended)).ShouldBeProblem(Broken, "commended-without-excellence", "TWS-7.3");
        (await branch.Handle(6, AppraisalHandlingKind.TermToMend)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("closing")).ShouldBeProblem(Broken, "appraisal-step-incomplete", "TWS-7.3");
        (await branch.Handle(5, AppraisalHandlingKind.Commended)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("closing")).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("closed");
        (await Duty(branch)).Should().Be("met");

        var evidence = await api.Look(db => db.Ledger.SingleAsync(e => e.SubjectId == branch.Tree.Branch.Id.Value));
        (evidence.Kind, evidence.OccurredOn).Should().Be(("democraticAppraisal", AppraisalBranch.Today));
        var unqualified = await branch.Secretary.Get($"/api/v1/organizations/{branch.Tree.Branch.Id}/unqualified-members?year=2024");
        unqualified.At("items").EnumerateArray().Select(m => m.GetProperty("personId").GetGuid()).Should().Equal(branch.Members[6].Id.Value);
        (await branch.Secretary.Get($"/api/v1/organizations/{branch.Tree.Branch.Id}/unqualified-members?year=2023")).At("items").GetArrayLength().Should().Be(0);
        (await branch.Step("closing")).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.3");
    }

    [DatabaseFact]
    public async Task Every_step_before_its_time_is_refused_with_its_rule()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).Opened();
        foreach (var (path, rule) in new[] { ("self-evaluation-completion", "TWS-7.3"), ("ballot-box", "TWS-7.4"), ("ballot-box/closing", "TWS-7.4"), ("opinion-completion", "TWS-7.3"), ("closing", "TWS-7.3") })
            (await branch.Step(path)).ShouldBeProblem(Broken, "step-out-of-order", rule);
        (await branch.Evaluate(1)).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.3");
        (await branch.Criticise(1)).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.4b");
        (await branch.Vote(1, _ => MemberGrade.Excellent)).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.4");
        (await branch.Judge(1, MemberGrade.Excellent)).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.3");
        (await branch.Part(branch.Callers[1], HttpMethod.Post, 1, "objections", new { text = "x" })).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.4");
        (await branch.Part(branch.Secretary, HttpMethod.Post, 1, "objection-answers", new { answer = "x", upheld = false })).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.4");
        (await branch.Handle(1, AppraisalHandlingKind.Nothing)).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.3");

        await branch.AtSelfEvaluation();
        (await branch.Step("studies", new RecordAppraisalStudy.Body(AppraisalBranch.Today, "x", [branch.Members[0].Id]))).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.3");
        (await branch.Step("study-completion")).ShouldBeProblem(Broken, "step-out-of-order", "TWS-7.3");
    }

    [DatabaseFact]
    public async Task A_step_opens_when_the_last_member_has_done_it_or_is_excepted_and_not_before()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).Opened();
        (await branch.Step("studies", new RecordAppraisalStudy.Body(AppraisalBranch.Today, "学习党章", [branch.Members[0].Id, branch.Members[1].Id]))).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("study-completion")).ShouldBeProblem(Broken, "appraisal-step-incomplete", "TWS-7.3");
        (await branch.Except(2, AppraisalExceptionStep.SelfEvaluation)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("study-completion")).ShouldBeProblem(Broken, "appraisal-step-incomplete", "TWS-7.3");
        (await branch.Step("studies", new RecordAppraisalStudy.Body(AppraisalBranch.Today, "补学", [branch.Members[2].Id]))).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("study-completion")).ShouldBe(HttpStatusCode.OK);

        (await branch.Evaluate(0)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("self-evaluation-completion")).ShouldBeProblem(Broken, "appraisal-step-incomplete", "TWS-7.3");
        (await branch.Evaluate(1)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("self-evaluation-completion")).ShouldBe(HttpStatusCode.OK);

        (await branch.Criticise(0)).ShouldBe(HttpStatusCode.OK);
        (await branch.Criticise(1)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("ballot-box")).ShouldBeProblem(Broken, "appraisal-step-incomplete", "TWS-7.4b");
        (await branch.Except(2, AppraisalExceptionStep.Everything)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("ballot-box")).ShouldBe(HttpStatusCode.OK);

        (await branch.Vote(0, _ => MemberGrade.Qualified)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Vote(1, _ => MemberGrade.Qualified)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);
        (await branch.Judge(0, MemberGrade.Qualified)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("opinion-completion")).ShouldBeProblem(Broken, "appraisal-step-incomplete", "TWS-7.3");
        (await branch.Judge(1, MemberGrade.Qualified)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("opinion-completion")).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("closing")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task Each_step_is_taken_by_those_for_whom_it_is()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).Opened();
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Get(branch.Url)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("study-completion", by: officer)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-7.3");
        (await branch.Callers[1].Post("/api/v1/appraisals", new OpenAppraisal(branch.Tree.Branch.Id, 2023))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-7.1");
        (await branch.Step("study-completion", by: branch.Callers[1])).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-7.3");

        await branch.AtSelfEvaluation();
        (await branch.Evaluate(2, by: branch.Callers[1])).ShouldBeProblem(HttpStatusCode.NotFound, "appraised-member-not-found");
        (await branch.Evaluate(2, by: branch.Secretary)).ShouldBe(HttpStatusCode.OK);
        (await branch.See(2, branch.Callers[1])).ShouldBeProblem(HttpStatusCode.NotFound, "appraised-member-not-found");
        (await branch.See(2, branch.Callers[2])).ShouldBe(HttpStatusCode.OK);
        (await branch.See(2, officer)).ShouldBe(HttpStatusCode.OK);
        (await branch.Callers[1].Get($"{branch.Url}/members")).ShouldBe(HttpStatusCode.Forbidden);
        (await officer.Get($"{branch.Url}/members")).At("items").GetArrayLength().Should().Be(3);

        var stranger = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await stranger.Get(branch.Url)).ShouldBeProblem(HttpStatusCode.NotFound, "appraisal-not-found");
        (await stranger.Post($"{branch.Url}/ballots", new CastBallot.Body([]))).ShouldBeProblem(HttpStatusCode.NotFound, "appraisal-not-found");
        (await stranger.Get($"/api/v1/appraisals?year=2024")).At("items").GetArrayLength().Should().Be(0);
        (await officer.Get($"/api/v1/appraisals?organization={branch.Tree.Branch.Id}")).At("items", 0, "status").GetString().Should().Be("selfEvaluation");
    }

    [DatabaseFact]
    public async Task Nobody_who_leads_the_branch_judges_himself_and_another_one_does()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3, led: true)).AtSelfEvaluation();
        (await branch.Except(0, AppraisalExceptionStep.Everything, by: branch.Secretary)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.3");
        for (var i = 0; i < 3; i++) (await branch.Evaluate(i)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("self-evaluation-completion")).ShouldBe(HttpStatusCode.OK);

        var refused = (await branch.Criticise(0, by: branch.Secretary)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.4b");
        refused.At("detail").GetString().Should().StartWith("Nobody takes this step in what concerns himself").And.Contain("committee member").And.Contain("the superior where the member");
        (await branch.See(0, branch.Secretary)).At("next").GetArrayLength().Should().Be(0);
        (await branch.See(0, branch.Second)).At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal("recordAppraisalException", "recordAppraisalCriticism");
        (await branch.Criticise(1, by: branch.Second)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.4b");
        for (var i = 0; i < 3; i++) (await branch.Criticise(i)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("ballot-box")).ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 3; i++) (await branch.Vote(i, _ => MemberGrade.Excellent)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);

        (await branch.Judge(0, MemberGrade.Excellent, by: branch.Secretary)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.3");
        for (var i = 0; i < 3; i++) (await branch.Judge(i, MemberGrade.Excellent)).ShouldBe(HttpStatusCode.OK);
        (await branch.Part(branch.Secretary, HttpMethod.Post, 0, "objections", new { text = "评价过高" })).ShouldBe(HttpStatusCode.OK);
        object answer = new { answer = "维持", upheld = false };
        (await branch.Part(branch.Secretary, HttpMethod.Post, 0, "objection-answers", answer)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.4");
        (await branch.Part(branch.Second, HttpMethod.Post, 0, "objection-answers", answer)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("opinion-completion")).ShouldBe(HttpStatusCode.OK);

        (await branch.Handle(0, AppraisalHandlingKind.Commended, by: branch.Secretary)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.3");
        for (var i = 0; i < 3; i++) (await branch.Handle(i, AppraisalHandlingKind.Commended)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step("closing")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task Where_the_secretary_leads_alone_the_superior_acts_on_him_and_on_nobody_else()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).AtDiscussion();
        (await branch.Criticise(0, by: branch.Secretary)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.4b");
        (await branch.Criticise(1, by: branch.Second)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.4b");
        (await branch.Criticise(0, by: branch.Second)).ShouldBe(HttpStatusCode.OK);
        (await branch.See(1, branch.Second)).At("next").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task A_member_objects_to_his_own_result_and_nobody_for_him_and_an_upheld_objection_mends_the_grade()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).AtHandling(i => i == 2 ? MemberGrade.Unqualified : MemberGrade.Qualified);
        (await branch.Part(branch.Secretary, HttpMethod.Post, 2, "objections", new { text = "x" })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-7.4");
        (await branch.Handle(2, AppraisalHandlingKind.CaseOpened)).ShouldBe(HttpStatusCode.OK);
        (await branch.Part(branch.Callers[2], HttpMethod.Post, 2, "objections", new { text = "情况不符" })).ShouldBe(HttpStatusCode.OK);
        (await branch.Part(branch.Callers[2], HttpMethod.Post, 2, "objections", new { text = "再说一次" })).ShouldBeProblem(Broken, "appraisal-objection-open-already", "TWS-7.4");
        (await branch.Step("closing")).ShouldBeProblem(Broken, "appraisal-objections-open", "TWS-7.4");
        (await branch.Part(branch.Secretary, HttpMethod.Post, 2, "objection-answers", new { answer = "x", upheld = false, grade = "qualified" })).ShouldBeProblem(Broken, "appraisal-grade-without-upholding", "TWS-7.4");
        var mended = (await branch.Part(branch.Secretary, HttpMethod.Post, 2, "objection-answers", new { answer = "采纳", upheld = true, grade = "qualified" })).ShouldBe(HttpStatusCode.OK);
        (mended.At("opinion", "grade").GetString(), mended.At("handling").ValueKind).Should().Be(("qualified", System.Text.Json.JsonValueKind.Null));
        (await branch.Part(branch.Secretary, HttpMethod.Post, 2, "objection-answers", new { answer = "x", upheld = false })).ShouldBeProblem(Broken, "appraisal-objection-missing", "TWS-7.4");
        (await branch.Step("closing")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task What_an_evaluation_leaves_out_is_advised()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).AtSelfEvaluation();
        var complete = await branch.Evaluate(0);
        complete.Json.TryGetProperty("advices", out _).Should().BeFalse();
        var filed = (await branch.Part(branch.Callers[1], HttpMethod.Put, 1, "self-evaluation", new FileSelfEvaluation.Body("x", [AppraisalContent.VanguardRole], [AppraisalStandard.Member, AppraisalStandard.AdvancedMember]))).ShouldBe(HttpStatusCode.OK);
        filed.At("advices").EnumerateArray().Select(a => a.GetProperty("ruleId").GetString()).Should().Equal("TWS-7.2", "TWS-7.4b");
        (await branch.Part(branch.Callers[1], HttpMethod.Put, 1, "self-evaluation", new FileSelfEvaluation.Body("", [], []))).ShouldPointAt("/text");
    }

    [DatabaseFact]
    public async Task An_opinion_that_leaves_a_content_out_is_advised_by_its_name_as_a_self_evaluation_is()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).AtOpinion();
        foreach (var left in Enum.GetValues<AppraisalContent>())
        {
            var body = new RecordAppraisalOpinion.Body("走访群众", "工作积极", [.. Enum.GetValues<AppraisalContent>().Where(c => c != left)], Enum.GetValues<AppraisalStandard>(), MemberGrade.Qualified);
            var advice = (await branch.Part(branch.Secretary, HttpMethod.Put, 1, "opinion", body)).ShouldBe(HttpStatusCode.OK).At("advices").EnumerateArray().Single();
            (advice.GetProperty("ruleId").GetString(), advice.GetProperty("message").GetProperty("en").GetString()).Should().Be(("TWS-7.2", $"Nothing is said of: {AppraisalLabels.Contents[left].Label.En}. The appraisal covers it for every member."));
        }

        (await branch.Judge(1, MemberGrade.Qualified)).ShouldBe(HttpStatusCode.OK).Json.TryGetProperty("advices", out _).Should().BeFalse("both are covered");
    }

    [DatabaseFact]
    public async Task One_appraisal_a_year_for_this_year_or_the_last_of_a_branch()
    {
        var branch = await (await AppraisalBranch.Plant(api, 3)).Opened();
        (await branch.Secretary.Post("/api/v1/appraisals", new OpenAppraisal(branch.Tree.Branch.Id, 2024))).ShouldBeProblem(HttpStatusCode.Conflict, "appraisal-opened-already");
        (await branch.Secretary.Post("/api/v1/appraisals", new OpenAppraisal(branch.Tree.Branch.Id, 2022))).ShouldPointAt("/year");
        (await branch.Secretary.Post("/api/v1/appraisals", new OpenAppraisal(branch.Tree.Branch.Id, 2025))).ShouldPointAt("/year");
        (await branch.Secretary.Post("/api/v1/appraisals", new OpenAppraisal(branch.Tree.Branch.Id, 2023))).ShouldBe(HttpStatusCode.Created);
        var secretary = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await secretary.Post("/api/v1/appraisals", new OpenAppraisal(branch.Tree.SiblingBranch.Id, 2024))).ShouldBeProblem(Broken, "appraisal-of-nobody", "TWS-7.1");
        (await secretary.Post("/api/v1/appraisals", new OpenAppraisal(branch.Tree.Branch.Id, 2024))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
    }

    [DatabaseFact]
    public async Task Two_records_of_one_person_have_one_part_and_are_not_merged_while_the_box_is_open()
    {
        var branch = await (await AppraisalBranch.Plant(api, 7)).Opened();
        var (officer, number, duplicate) = (await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), Numbers.Identity(), branch.Members[2].Id);
        var survivor = (await officer.Post("/api/v1/members", new RegisterMember(branch.Tree.Branch.Id, "党员丙", number, Domain.Members.Standing.Formal, AppraisalBranch.Today))).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
        var objectives = (await branch.Secretary.Post("/api/v1/objectives", new Application.MemberObjectives.ProposeObjectives(
            branch.Tree.Branch.Id, duplicate, 2024, Domain.MemberObjectives.PostCategory.Other, MemberObjectives.ObjectivesBranch.Items))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        Task<Answer> Merge() => officer.Post($"/api/v1/members/{survivor}/merge", new MergeMembers.Body(duplicate, "重复登记", number), ifMatch: "\"1\"");

        await branch.AtVoting();
        (await Merge()).ShouldBeProblem(Broken, "merge-ballot-box-open", "REG-23");
        for (var i = 0; i < 7; i++) (await branch.Vote(i, _ => MemberGrade.Qualified)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);
        (await Merge()).ShouldBe(HttpStatusCode.OK);

        (await branch.See(2, branch.Secretary)).ShouldBeProblem(HttpStatusCode.NotFound, "appraised-member-not-found");
        var part = (await branch.Secretary.Get($"{branch.Url}/members/{survivor}")).ShouldBe(HttpStatusCode.OK);
        (part.At("voted").GetBoolean(), part.At("ballot", "counts", 1, "ballots").GetInt32()).Should().Be((true, 6));
        (await branch.Secretary.Get(objectives)).At("personId").GetGuid().Should().Be(survivor);
        var attended = (await api.Look(db => db.Appraisals.SingleAsync(a => a.OrganizationId == branch.Tree.Branch.Id && a.Year == 2024))).Studies.Single().Attended.Select(p => p.Value).ToList();
        attended.Should().HaveCount(7).And.Contain(survivor).And.NotContain(duplicate.Value);
    }

    private async Task<string?> Duty(AppraisalBranch branch) =>
        (await branch.Secretary.Get($"/api/v1/organizations/{branch.Tree.Branch.Id}/duties?from=2024&rule=TWS-7.1")).ShouldBe(HttpStatusCode.OK).At("items", 0, "status").GetString();
}

public sealed class AppraisingMembersOnSqlite(ApiHost<OnSqlite> api) : AppraisingMembers<OnSqlite>(api);

public sealed class AppraisingMembersOnPostgreSql(ApiHost<OnPostgreSql> api) : AppraisingMembers<OnPostgreSql>(api);

public sealed class AppraisingMembersOnSqlServer(ApiHost<OnSqlServer> api) : AppraisingMembers<OnSqlServer>(api);
