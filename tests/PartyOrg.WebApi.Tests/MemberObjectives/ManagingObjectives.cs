using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.MemberObjectives;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.DemocraticAppraisal;

namespace PartyOrg.WebApi.Tests.MemberObjectives;

/// <summary>Objectives are proposed, deliberated, approved, recorded, reported and marked (TWS-5.1 to 5.4). Today is May 15, 2024.</summary>
public abstract class ManagingObjectives<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const HttpStatusCode Broken = HttpStatusCode.UnprocessableEntity;
    private const string Objectives = "/api/v1/objectives";

    [DatabaseFact]
    public async Task The_member_proposes_his_group_deliberates_and_the_committee_returns_and_approves()
    {
        var branch = await ObjectivesBranch.Plant(api, groups: true, committee: true);
        var (member, leader) = (branch.Branch.Callers[3], branch.Branch.Callers[1]);
        (await branch.Branch.Callers[4].Post(Objectives, branch.Proposal(3))).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.2");
        var url = await branch.Proposed(3);
        (await member.Post(Objectives, branch.Proposal(3))).ShouldBeProblem(HttpStatusCode.Conflict, "objectives-proposed-already");
        var read = await member.Get(url);
        (read.At("status").GetString(), read.At("groupId").GetGuid(), read.At("score", "items").GetArrayLength()).Should().Be(("proposed", branch.Group!.Id.Value, 5));

        (await branch.Step(url, "approval")).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.2");
        (await branch.Step(url, "deliberation", new { comment = "x", on = AppraisalBranch.Today })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.2");
        (await branch.Step(url, "deliberation", new { comment = "同意", on = AppraisalBranch.Today.PlusDays(1) }, leader)).ShouldPointAt("/on");
        (await branch.Step(url, "deliberation", new { comment = "同意", on = AppraisalBranch.Today }, leader)).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("deliberated");
        (await branch.Step(url, "approval", by: leader)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-5.2");
        (await branch.Step(url, "revision", new ReviseObjectives.Body(PostCategory.Technical, ObjectivesBranch.Items), member)).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.2");
        (await branch.Step(url, "return", new { reason = "目标应量化" }, branch.Branch.Callers[2])).ShouldBe(HttpStatusCode.OK).At("returnedBecause").GetString().Should().Be("目标应量化");
        (await branch.Step(url, "deliberation", new { comment = "x", on = AppraisalBranch.Today }, leader)).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.2");
        (await branch.Step(url, "revision", new ReviseObjectives.Body(PostCategory.Technical, ObjectivesBranch.Items), member)).ShouldBe(HttpStatusCode.OK).At("category").GetString().Should().Be("technical");
        (await branch.Step(url, "deliberation", new { comment = "再议同意", on = AppraisalBranch.Today }, leader)).ShouldBe(HttpStatusCode.OK);
        var approved = (await branch.Step(url, "approval", by: branch.Branch.Callers[2])).ShouldBe(HttpStatusCode.OK);
        (approved.At("status").GetString(), approved.At("approvedBy").GetString(), approved.At("comments").GetArrayLength()).Should().Be(("approved", "committee", 2));
        (await branch.Step(url, "approval")).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.2");

        (await leader.Get(url)).ShouldBe(HttpStatusCode.OK);
        (await branch.Branch.Callers[4].Get(url)).ShouldBeProblem(HttpStatusCode.NotFound, "objectives-not-found");
        (await branch.Branch.Callers[4].Get($"{Objectives}?year=2024")).At("items").GetArrayLength().Should().Be(0);
        (await leader.Get($"{Objectives}?organization={branch.Group.Id}&status=approved")).At("items", 0, "name").GetString().Should().Be("党员" + (char)('甲' + 3));
    }

    [DatabaseFact]
    public async Task Without_groups_the_branch_deliberates_and_without_a_committee_the_general_meeting_approves()
    {
        var branch = await ObjectivesBranch.Plant(api);
        var url = await branch.Proposed(1);
        (await branch.Step(url, "deliberation", new { comment = "x", on = AppraisalBranch.Today }, branch.Branch.Callers[1])).ShouldBe(HttpStatusCode.Forbidden);
        (await branch.Step(url, "deliberation", new { comment = "同意", on = AppraisalBranch.Today })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "approval")).ShouldBe(HttpStatusCode.OK).At("approvedBy").GetString().Should().Be("generalMeeting");
    }

    [DatabaseFact]
    public async Task Nobody_deliberates_approves_or_marks_his_own_objectives()
    {
        var branch = await ObjectivesBranch.Plant(api, groups: true, committee: true);
        var (secretary, leader, committee) = (branch.Secretary, branch.Branch.Callers[1], branch.Branch.Callers[2]);
        var (his, leaders) = (await branch.Proposed(0), await branch.Proposed(1));
        object comment = new { comment = "同意", on = AppraisalBranch.Today };
        (await branch.Step(leaders, "deliberation", comment, leader)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.2");
        (await branch.Step(leaders, "deliberation", comment)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(his, "deliberation", comment)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.2");
        (await branch.Step(his, "deliberation", comment, committee)).ShouldBe(HttpStatusCode.OK);

        (await branch.Step(his, "approval")).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.2").At("detail").GetString().Should().Contain("in what concerns himself");
        (await secretary.Get(his)).At("next").GetArrayLength().Should().Be(0);
        (await committee.Get(his)).At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal("approveObjectives", "returnObjectives");
        (await branch.Step(his, "approval", by: committee)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(his, "self-summary", new { text = "总结", mark = 92.5m })).ShouldBe(HttpStatusCode.OK);
        object marks = new { marks = new[] { new ObjectiveMark(2, 30m) } };
        (await branch.Step(his, "marks", marks)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.4");
        (await branch.Step(his, "attendance-mark", new { mark = 20m, reason = "x" })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.4");
        (await branch.Step(his, "marks", marks, committee)).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task Where_the_secretary_leads_alone_the_superior_decides_on_his_objectives_and_on_nobody_elses()
    {
        var branch = await ObjectivesBranch.Plant(api);
        var officer = branch.Branch.Second;
        var (his, other) = (await branch.Proposed(0), await branch.Proposed(1));
        object comment = new { comment = "同意", on = AppraisalBranch.Today };
        (await branch.Step(his, "deliberation", comment)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.2");
        (await branch.Step(his, "deliberation", comment, officer)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(his, "approval", by: officer)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(other, "deliberation", comment, officer)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.2");
        (await branch.Step(other, "deliberation", comment)).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(other, "approval", by: officer)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.2");
    }

    [DatabaseFact]
    public async Task Points_sum_to_exactly_100_with_one_decimal()
    {
        var branch = await ObjectivesBranch.Plant(api);
        ObjectiveItem[] With(decimal last) => [.. ObjectivesBranch.Items.Take(4), ObjectivesBranch.Items[4] with { Points = last }];
        (await branch.Secretary.Post(Objectives, branch.Proposal(1, With(19.9m)))).ShouldBeProblem(Broken, "objective-points-not-100", "TWS-5.4");
        (await branch.Secretary.Post(Objectives, branch.Proposal(1, With(20.1m)))).ShouldBeProblem(Broken, "objective-points-not-100", "TWS-5.4");
        (await branch.Secretary.Post(Objectives, branch.Proposal(1, With(20.05m)))).ShouldPointAt("/items/4/points");
        (await branch.Secretary.Post(Objectives, branch.Proposal(1, With(0m)))).ShouldPointAt("/items/4/points");
        (await branch.Secretary.Post(Objectives, branch.Proposal(1, new ObjectiveItem(ObjectiveArea.Attendance, "a", 50m), new(ObjectiveArea.Attendance, "b", 50m)))).ShouldBeProblem(Broken, "objective-attendance-twice", "TWS-5.4");
        (await branch.Secretary.Post(Objectives, branch.Proposal(1) with { Year = 2023 })).ShouldPointAt("/year");
        (await branch.Secretary.Post(Objectives, branch.Proposal(1) with { Year = 2026 })).ShouldPointAt("/year");
        var narrow = (await branch.Secretary.Post(Objectives, branch.Proposal(1, new ObjectiveItem(ObjectiveArea.Work, "a", 99.9m), new(ObjectiveArea.Discipline, "b", 0.1m)))).ShouldBe(HttpStatusCode.Created);
        narrow.At("advices").EnumerateArray().Select(a => a.GetProperty("ruleId").GetString()).Should().Equal("TWS-5.1", "TWS-5.1", "TWS-5.1");
        var whole = (await branch.Secretary.Post(Objectives, branch.Proposal(2))).ShouldBe(HttpStatusCode.Created);
        whole.Json.TryGetProperty("advices", out _).Should().BeFalse();
        (await branch.Secretary.Post(Objectives, branch.Proposal(3) with { PersonId = api.Ids.New<Domain.Members.Person>() })).ShouldBeProblem(Broken, "objectives-outside-branch", "TWS-5.2");
    }

    [DatabaseFact]
    public async Task Marks_are_from_0_to_their_points_a_missing_one_is_not_zero_and_attendance_is_computed()
    {
        var branch = await ObjectivesBranch.Plant(api);
        var url = await branch.Approved(1);
        (await branch.Step(url, "marks", new { marks = new[] { new ObjectiveMark(2, 30m) } })).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.4");
        (await branch.Step(url, "self-summary", new { text = "总结", mark = 92.55m }, branch.Branch.Callers[1])).ShouldPointAt("/mark");
        (await branch.Step(url, "self-summary", new { text = "总结", mark = 100m }, branch.Branch.Callers[1])).ShouldBe(HttpStatusCode.OK);
        foreach (var (number, mark, code) in new[] { (2, 30.1m, "objective-mark-out-of-range"), (2, -0.1m, "objective-mark-out-of-range"), (3, 15.45m, "objective-mark-out-of-range"), (1, 20m, "objective-attendance-computed"), (6, 1m, "objective-unknown"), (0, 1m, "objective-unknown") })
            (await branch.Step(url, "marks", new { marks = new[] { new ObjectiveMark(number, mark) } })).ShouldBeProblem(Broken, code, "TWS-5.4");
        (await branch.Step(url, "marks", new { marks = new[] { new ObjectiveMark(2, 1m), new ObjectiveMark(2, 2m) } })).ShouldBeProblem(Broken, "objective-marked-twice", "TWS-5.4");
        (await branch.Step(url, "marks", new { marks = new[] { new ObjectiveMark(2, 30m) } }, branch.Branch.Callers[1])).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-5.4");
        var some = (await branch.Step(url, "marks", new { marks = new[] { new ObjectiveMark(2, 30m), new ObjectiveMark(3, 0m) } })).ShouldBe(HttpStatusCode.OK);
        (some.At("score", "items", 1, "mark").GetDecimal(), some.At("score", "items", 2, "mark").GetDecimal(), some.At("score", "items", 3, "mark").ValueKind, some.At("score", "total").ValueKind)
            .Should().Be((30m, 0m, JsonValueKind.Null, JsonValueKind.Null));

        // Three meetings: there, excused, missing. 20 × 1/2 = 10.
        await Meeting(branch, new(2024, 3, 5), AttendanceStatus.Present);
        await Meeting(branch, new(2024, 4, 5), AttendanceStatus.AbsentWithLeave);
        await Meeting(branch, new(2024, 5, 6), AttendanceStatus.AbsentWithoutReason);
        var all = (await branch.Step(url, "marks", new { marks = new[] { new ObjectiveMark(4, 14.5m), new ObjectiveMark(5, 20m) } })).ShouldBe(HttpStatusCode.OK);
        (all.At("score", "attendance", "numerator").GetInt32(), all.At("score", "attendance", "denominator").GetInt32(), all.At("score", "total").GetDecimal()).Should().Be((1, 2, 74.5m));
        all.At("score", "lines", 0).GetString().Should().Be("1. Attendance in organizational life: 20 × 1 / 2 = 10, to one decimal.");

        (await branch.Step(url, "attendance-mark", new { mark = 20.1m, reason = "x" })).ShouldBeProblem(Broken, "objective-mark-out-of-range", "TWS-5.4");
        (await branch.Step(url, "attendance-mark", new { mark = 18m })).ShouldPointAt("/reason");
        var set = (await branch.Step(url, "attendance-mark", new { mark = 18m, reason = "长期外派" })).ShouldBe(HttpStatusCode.OK);
        (set.At("score", "total").GetDecimal(), set.At("score", "attendanceInstead", "reason").GetString()).Should().Be((82.5m, "长期外派"));
        (await branch.Step(url, "attendance-mark", new { })).ShouldBe(HttpStatusCode.OK).At("score", "total").GetDecimal().Should().Be(74.5m);
    }

    [DatabaseFact]
    public async Task A_groups_month_is_done_when_everybody_with_approved_objectives_has_a_line()
    {
        var branch = await ObjectivesBranch.Plant(api, groups: true, committee: true);
        var (group, leader, members) = (branch.Group!.Id, branch.Branch.Callers[1], branch.Branch.Members);
        string Url(Id<Organization> of, string month) => $"/api/v1/organizations/{of}/objective-progress/{month}";
        object Lines(params int[] who) => new { entries = who.Select(i => new MemberProgress(members[i].Id, "按计划推进")) };
        (await leader.Post(Url(group, "2024-05"), Lines(2))).ShouldBeProblem(Broken, "progress-of-nobody", "TWS-5.3a");
        foreach (var i in new[] { 2, 3 }) await branch.Approved(i);

        (await leader.Post(Url(group, "2024-05"), Lines(2))).ShouldBe(HttpStatusCode.OK).At("completedOn").ValueKind.Should().Be(JsonValueKind.Null);
        (await Duty(branch, group, "TWS-5.3a", "2024-05")).Should().Be("due");
        (await leader.Post(Url(group, "2024-05"), Lines(4))).ShouldBeProblem(Broken, "progress-without-objectives", "TWS-5.3a");
        (await leader.Post(Url(group, "2024-05"), Lines(3))).ShouldBe(HttpStatusCode.OK).At("completedOn").GetString().Should().Be("2024-05-15");
        (await Duty(branch, group, "TWS-5.3a", "2024-05")).Should().Be("met");
        (await leader.Post(Url(group, "2024-04"), Lines(2, 3))).ShouldBe(HttpStatusCode.OK);
        (await Duty(branch, group, "TWS-5.3a", "2024-04")).Should().Be("metLate", "the month was over");
        (await Duty(branch, group, "TWS-5.3a", "2024-03")).Should().Be("overdue");
        (await leader.Post(Url(group, "2024-06"), Lines(2))).ShouldBeProblem(Broken, "progress-in-future", "TWS-5.3a");

        (await branch.Secretary.Post(Url(branch.Id, "2024-05"), Lines(2))).ShouldBeProblem(Broken, "objectives-by-groups", "TWS-5.3a");
        (await branch.Secretary.Post(Url(group, "2024-05"), Lines(2))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-5.3a");
        (await branch.Branch.Callers[3].Post(Url(group, "2024-05"), Lines(3))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-5.3a");
        var neighbour = await api.SignedIn(Domain.Accounts.Role.BranchSecretary, branch.Branch.Tree.SiblingBranch.Id);
        (await neighbour.Post(Url(group, "2024-05"), Lines(2))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await neighbour.Post($"/api/v1/organizations/{group}/objective-reports", new FileObjectiveReport.Body(2024, 1, "x"))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await leader.Get($"/api/v1/organizations/{group}/objective-progress?year=2024")).At("items").GetArrayLength().Should().Be(2);
        (await api.Look(db => db.Ledger.Where(e => e.SubjectId == group.Value && e.Kind == "objectiveProgress").OrderBy(e => e.For).Select(e => e.For).ToListAsync())).Should().Equal(new LocalDate(2024, 4, 1), new LocalDate(2024, 5, 1));
    }

    [DatabaseFact]
    public async Task In_a_branch_without_groups_the_secretary_records_and_reports()
    {
        var branch = await ObjectivesBranch.Plant(api);
        await branch.Approved(1);
        (await branch.Secretary.Post($"/api/v1/organizations/{branch.Id}/objective-progress/2024-05", new { entries = new[] { new MemberProgress(branch.Branch.Members[1].Id, "按计划推进") } })).ShouldBe(HttpStatusCode.OK);
        (await Duty(branch, branch.Id, "TWS-5.3a", "2024-05")).Should().Be("met");

        var reports = $"/api/v1/organizations/{branch.Id}/objective-reports";
        (await Duty(branch, branch.Id, "TWS-5.3b", "2023-H2")).Should().Be("overdue");
        foreach (var half in new[] { 1, 2 }) (await branch.Secretary.Post(reports, new FileObjectiveReport.Body(2024, half, "x"))).ShouldBeProblem(Broken, "objective-report-too-early", "TWS-5.3b");
        (await branch.Secretary.Post(reports, new FileObjectiveReport.Body(2024, 3, "x"))).ShouldPointAt("/half");
        (await branch.Secretary.Post(reports, new FileObjectiveReport.Body(2023, 2, "补报"))).ShouldBe(HttpStatusCode.Created).At("monthsRecorded").GetArrayLength().Should().Be(0);
        (await Duty(branch, branch.Id, "TWS-5.3b", "2023-H2")).Should().Be("metLate");
        (await branch.Branch.Callers[1].Post(reports, new FileObjectiveReport.Body(2024, 1, "x"))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-5.3b");
        (await branch.Branch.Callers[1].Get($"{reports}?year=2023")).At("items").GetArrayLength().Should().Be(1);
    }

    [DatabaseFact]
    public async Task A_half_year_is_reported_in_its_last_month_at_the_earliest_and_once()
    {
        var branch = await ObjectivesBranch.Plant(api);
        await branch.Approved(1);
        (await branch.Secretary.Post($"/api/v1/organizations/{branch.Id}/objective-progress/2024-05", new { entries = new[] { new MemberProgress(branch.Branch.Members[1].Id, "按计划推进") } })).ShouldBe(HttpStatusCode.OK);
        var reports = $"/api/v1/organizations/{branch.Id}/objective-reports";
        async Task<Answer> Report(int year, int half, LocalDate today)
        {
            api.Clock.MoveTo(today);
            return await (await api.SignedIn(Domain.Accounts.Role.None, person: branch.Branch.Members[0].Id)).Post(reports, new FileObjectiveReport.Body(year, half, "情况良好"));
        }

        try
        {
            (await Report(2024, 1, new(2024, 5, 31))).ShouldBeProblem(Broken, "objective-report-too-early", "TWS-5.3b");
            (await Report(2024, 1, new(2024, 6, 1))).ShouldBe(HttpStatusCode.Created).At("monthsRecorded", 0).GetString().Should().Be("2024-05");
            (await Report(2024, 1, new(2024, 6, 2))).ShouldBeProblem(Broken, "objective-report-there-already", "TWS-5.3b");
            (await Report(2024, 2, new(2024, 11, 30))).ShouldBeProblem(Broken, "objective-report-too-early", "TWS-5.3b");
            (await Report(2024, 2, new(2024, 12, 1))).ShouldBe(HttpStatusCode.Created);
        }
        finally
        {
            api.Clock.MoveTo(AppraisalBranch.Today);
        }

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => branch.Secretary.Post(reports, new FileObjectiveReport.Body(2023, 1, $"第{i}份"))));
        both.Count(a => a.Status == HttpStatusCode.Created).Should().Be(1);
        foreach (var other in both.Where(a => a.Status != HttpStatusCode.Created)) other.ShouldBeProblem(Broken, "objective-report-there-already", "TWS-5.3b");
        (await branch.Secretary.Get($"{reports}?year=2023")).At("items").GetArrayLength().Should().Be(1);
    }

    [DatabaseFact]
    public async Task A_report_is_corrected_and_what_it_said_stays_to_be_read()
    {
        var branch = await ObjectivesBranch.Plant(api);
        var reports = $"/api/v1/organizations/{branch.Id}/objective-reports";
        var first = (await branch.Secretary.Post(reports, new FileObjectiveReport.Body(2023, 1, "误报的内容"))).ShouldBe(HttpStatusCode.Created);
        var at = $"/api/v1/objective-reports/{first.At("id").GetGuid()}/corrections";
        static CorrectObjectiveReport.Body Body(int year, int half, string text = "更正的内容", string reason = "内容有误") => new(reason, year, half, text);
        Task<Answer> Correct(CorrectObjectiveReport.Body body, int version, ApiClient? by = null) => (by ?? branch.Secretary).Post(at, body, ifMatch: $"\"{version}\"");

        var corrected = (await Correct(Body(2023, 1), 1)).ShouldBe(HttpStatusCode.OK);
        (corrected.ETag, corrected.At("text").GetString(), corrected.At("filedOn").GetString(), corrected.At("earlier", 0, "text").GetString(), corrected.At("earlier", 0, "correction", "reason").GetString())
            .Should().Be(("\"2\"", "更正的内容", "2024-05-15", "误报的内容", "内容有误"));
        (await Duty(branch, branch.Id, "TWS-5.3b", "2023-H1")).Should().Be("metLate");

        // It was about the second half: it counts for that one, and for the first no more.
        (await Correct(Body(2023, 2, reason: "应为下半年"), 2)).ShouldBe(HttpStatusCode.OK).At("earlier").GetArrayLength().Should().Be(2);
        (await Duty(branch, branch.Id, "TWS-5.3b", "2023-H2")).Should().Be("metLate");
        (await Duty(branch, branch.Id, "TWS-5.3b", "2023-H1")).Should().Be("overdue");
        (await branch.Secretary.Post(reports, new FileObjectiveReport.Body(2023, 1, "上半年"))).ShouldBe(HttpStatusCode.Created);

        (await Correct(Body(2023, 1), 3)).ShouldBeProblem(Broken, "objective-report-there-already", "TWS-5.3b");
        (await Correct(Body(2024, 1), 3)).ShouldBeProblem(Broken, "objective-report-too-early", "TWS-5.3b").At("errors", 0, "pointer").GetString().Should().Be("/half");
        (await Correct(Body(2023, 2), 1)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        (await branch.Secretary.Post(at, Body(2023, 2))).ShouldBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        (await Correct(new(" ", 1999, 3, ""), 3)).ShouldPointAt("/reason", "/year", "/half", "/text");
        (await Correct(Body(2023, 2), 3, branch.Branch.Callers[1])).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-5.3b");
        var neighbour = await api.SignedIn(Domain.Accounts.Role.BranchSecretary, branch.Branch.Tree.SiblingBranch.Id);
        (await Correct(Body(2023, 2), 3, neighbour)).ShouldBeProblem(HttpStatusCode.NotFound, "objective-report-not-found");
        (await branch.Secretary.Get($"{reports}?year=2023")).At("items").GetArrayLength().Should().Be(2);
        (await api.Look(db => db.Outbox.Where(e => e.Type == "objectiveReport.corrected" && e.OrganizationId == branch.Id.Value).CountAsync())).Should().Be(2);
    }

    [DatabaseFact]
    public async Task A_branch_that_has_got_groups_since_still_corrects_its_own_report()
    {
        var branch = await ObjectivesBranch.Plant(api);
        var report = (await branch.Secretary.Post($"/api/v1/organizations/{branch.Id}/objective-reports", new FileObjectiveReport.Body(2023, 2, "误报"))).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
        var officer = await api.SignedIn(Domain.Accounts.Role.TownOfficer, branch.Branch.Tree.Town.Id);
        (await officer.Post("/api/v1/organizations", new { superiorId = branch.Id, code = $"{branch.Branch.Tree.Branch.Code}-G9", name = "第一党小组", type = "partyGroup", foundedOn = "2024-05-01" })).ShouldBe(HttpStatusCode.Created);
        (await branch.Secretary.Post($"/api/v1/organizations/{branch.Id}/objective-reports", new FileObjectiveReport.Body(2023, 1, "x"))).ShouldBeProblem(Broken, "objectives-by-groups", "TWS-5.3b");
        (await branch.Secretary.Post($"/api/v1/objective-reports/{report}/corrections", new CorrectObjectiveReport.Body("有误", 2023, 2, "更正"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task Templates_of_an_organization_serve_those_below_it()
    {
        var branch = await ObjectivesBranch.Plant(api);
        var town = await api.SignedIn(Domain.Accounts.Role.TownOfficer, branch.Branch.Tree.Town.Id);
        var templates = $"/api/v1/organizations/{branch.Branch.Tree.Town.Id}/objective-templates";
        var made = (await town.Post(templates, new MakeObjectiveTemplate.Body(PostCategory.Production, "生产岗位", ObjectivesBranch.Items))).ShouldBe(HttpStatusCode.Created);
        (await town.Post(templates, new MakeObjectiveTemplate.Body(PostCategory.Production, "x", [new(ObjectiveArea.Work, "a", 99m)]))).ShouldBeProblem(Broken, "objective-points-not-100", "TWS-5.4");
        var below = $"/api/v1/organizations/{branch.Id}/objective-templates";
        (await branch.Branch.Callers[1].Get($"{below}?category=production")).At("items", 0, "title").GetString().Should().Be("生产岗位");
        (await branch.Branch.Callers[1].Get($"{below}?category=management")).At("items").GetArrayLength().Should().Be(0);
        var url = $"/api/v1/objective-templates/{made.At("id").GetGuid()}";
        (await branch.Secretary.Put(url, new MakeObjectiveTemplate.Body(PostCategory.Service, "x", ObjectivesBranch.Items), "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "objective-template-not-found");
        (await town.Put(url, new MakeObjectiveTemplate.Body(PostCategory.Service, "服务岗位", ObjectivesBranch.Items), "\"1\"")).ShouldBe(HttpStatusCode.OK).ETag.Should().Be("\"2\"");
    }

    private static async Task<string?> Duty(ObjectivesBranch branch, Id<Organization> of, string rule, string period) =>
        (await branch.Secretary.Get($"/api/v1/organizations/{of}/duties?from={period}&to={period}&rule={rule}")).ShouldBe(HttpStatusCode.OK).At("items", 0, "status").GetString();

    private static async Task Meeting(ObjectivesBranch branch, LocalDate day, AttendanceStatus ofMember1)
    {
        var members = branch.Branch.Members;
        var record = new MeetingRecord { Kinds = ["generalMeeting"], HeldOn = day, StartsAt = new(14, 0), Place = "会议室", ChairId = members[0].Id, RecorderId = members[2].Id, Agenda = [new("传达上级决定", "superiorDecisions")], Minutes = "纪要" };
        var roll = members.Select((m, i) => i == 1 ? new RollEntry(m.Id, ofMember1, ofMember1 == AttendanceStatus.AbsentWithLeave ? "出差" : null) : new RollEntry(m.Id, AttendanceStatus.Present)).ToList();
        (await branch.Secretary.Post("/api/v1/meetings", new RecordMeeting(branch.Id, record, roll))).ShouldBe(HttpStatusCode.Created);
    }
}

public sealed class ManagingObjectivesOnSqlite(ApiHost<OnSqlite> api) : ManagingObjectives<OnSqlite>(api);

public sealed class ManagingObjectivesOnPostgreSql(ApiHost<OnPostgreSql> api) : ManagingObjectives<OnPostgreSql>(api);

public sealed class ManagingObjectivesOnSqlServer(ApiHost<OnSqlServer> api) : ManagingObjectives<OnSqlServer>(api);
