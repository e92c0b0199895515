using System.Net;
using NodaTime.Text;
using PartyOrg.Application.WorkPlans;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.WorkPlans;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.WorkPlans;

/// <summary>The comprehensive summaries of the half year and the year, and the superior's answer to them (TWS-1.4e, 1.4f).</summary>
public abstract class SummingUp<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Summaries = PlanBranch<TDatabase>.Summaries;

    private static string IdOf(Answer answer) => PlanBranch<TDatabase>.IdOf(answer);

    [DatabaseFact]
    public async Task A_summary_is_drafted_from_what_is_recorded_submitted_returned_mended_and_accepted()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 6, 28));
        var plan = await branch.Activated(PlanKind.Annual, "2024", new(2024, 1, 10), branch.Complete());
        var secretary = await branch.Secretary();
        var progressed = (await secretary.Post($"/api/v1/work-plans/{IdOf(plan)}/items/1/progress", new { on = "2024-06-20", text = "完成", done = true }, ifMatch: plan.ETag)).ShouldBe(HttpStatusCode.OK);
        var again = (await secretary.Post($"/api/v1/work-plans/{IdOf(plan)}/items/2/progress", new { on = "2024-06-20", text = "推进中" }, ifMatch: progressed.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Post($"/api/v1/work-plans/{IdOf(plan)}/inspections", new { on = "2024-06-25", items = new[] { 1 }, findings = "正常" }, ifMatch: again.ETag)).ShouldBe(HttpStatusCode.OK);
        await branch.Branch.Recorded(branch.Branch.General(new(2024, 6, 27)));
        await branch.Branch.Recorded(branch.Branch.Committee(new(2024, 5, 12)));

        // Drafted: the product writes the figures.
        var draft = (await secretary.In("zh-CN").Post(Summaries, new { organizationId = branch.Id, kind = "midYear", year = 2024 })).ShouldBe(HttpStatusCode.Created);
        draft.At("period").GetString().Should().Be("2024-H1");
        draft.At("figures").GetRawText().Should().Contain("\"items\":3,\"done\":1,\"inProgress\":1").And.Contain("{\"kind\":\"committeeMeeting\",\"held\":1}").And.Contain("{\"kind\":\"generalMeeting\",\"held\":1}").And.EndWith("\"inspections\":1}");
        draft.At("content", "work").GetString().Should().Be("2024年上半年\n年度工作计划（2024）：共 3 项，完成 1 项，推进中 1 项。\n支部委员会会议：召开 1 次。\n支部党员大会：召开 1 次。\n书记检查进展 1 次。");
        (await secretary.Post(Summaries, new { organizationId = branch.Id, kind = "midYear", year = 2024 })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "work-summary-there-already", "TWS-1.4e");
        var there = $"{Summaries}/{IdOf(draft)}";

        // Submitted without the part on clean conduct: accepted as submitted, with an advice; the figures are those of the day.
        await branch.Branch.Recorded(branch.Branch.Committee(new(2024, 6, 28)));
        (await branch.Verdict("TWS-1.4e")).Should().Be("due");
        var submitted = (await secretary.Post($"{there}/submission", new { submittedOn = "2024-06-28" }, ifMatch: draft.ETag)).ShouldBe(HttpStatusCode.OK);
        submitted.At("advices", 0, "ruleId").GetString().Should().Be("TWS-2.3");
        submitted.At("figures").GetRawText().Should().Contain("{\"kind\":\"committeeMeeting\",\"held\":2}");
        (await branch.Verdict("TWS-1.4e")).Should().Be("met");
        (await secretary.Put(there, new { content = new { work = "x" } }, submitted.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-1.4e");

        // Returned, mended, submitted again, accepted by the superior.
        var town = await branch.Town();
        (await town.Get($"{Summaries}?status=submitted&organization={branch.Id}")).At("items", 0, "id").GetString().Should().Be(IdOf(draft));
        (await town.Post($"{there}/return", new { points = Array.Empty<string>() }, ifMatch: submitted.ETag)).ShouldPointAt("/points");
        var returned = (await town.Post($"{there}/return", new { points = new[] { "补充党风廉政建设部分" } }, ifMatch: submitted.ETag)).ShouldBe(HttpStatusCode.OK);
        returned.At("status").GetString().Should().Be("returned");
        (await town.Post($"{there}/acceptance", new { opinion = "同意" }, ifMatch: returned.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-1.4f");
        api.Clock.MoveTo(new LocalDate(2024, 7, 20));
        secretary = await branch.Secretary();
        var mended = (await secretary.Put(there, new { content = new { work = "上半年工作按计划推进。", cleanConduct = "开展警示教育一次。" } }, returned.ETag)).ShouldBe(HttpStatusCode.OK);
        mended.Json.TryGetProperty("advices", out _).Should().BeFalse();
        var resubmitted = (await secretary.Post($"{there}/submission", new { submittedOn = "2024-07-20" }, ifMatch: mended.ETag)).ShouldBe(HttpStatusCode.OK);
        resubmitted.At("submittedOn").GetString().Should().Be("2024-06-28", "the first submission is the evidence");
        (await branch.Verdict("TWS-1.4e")).Should().Be("met");
        var accepted = (await (await branch.Town()).Post($"{there}/acceptance", new { opinion = "同意通过", cleanConduct = "落实到位", openness = "公开及时", study = "制度健全" }, ifMatch: resubmitted.ETag)).ShouldBe(HttpStatusCode.OK);
        accepted.At("status").GetString().Should().Be("accepted");
        accepted.At("assessments").EnumerateArray().Select(a => a.GetProperty("accepted").GetBoolean()).Should().Equal(false, true);
        accepted.At("assessments", 1, "study").GetString().Should().Be("制度健全");
        (await secretary.Post($"{there}/submission", new { submittedOn = "2024-07-20" }, ifMatch: accepted.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-1.4e");
    }

    [DatabaseTheory]
    [InlineData("midYear", "TWS-1.4e", "2024-07-15", "2024-07-16")]
    [InlineData("yearEnd", "TWS-1.4e.2", "2024-12-31", "2025-01-01")]
    public async Task A_summary_is_in_time_through_its_last_day_and_late_from_the_day_after(string kind, string rule, string last, string after)
    {
        var (lastDay, dayAfter) = (LocalDatePattern.Iso.Parse(last).Value, LocalDatePattern.Iso.Parse(after).Value);
        var (inTime, late) = (await PlanBranch<TDatabase>.Plant(api, lastDay), await PlanBranch<TDatabase>.Plant(api, lastDay));
        await Submit(inTime, lastDay);
        (await inTime.Verdict(rule)).Should().Be("met");
        (await late.Verdict(rule)).Should().Be("due");
        api.Clock.MoveTo(dayAfter);
        (await late.Verdict(rule)).Should().Be("overdue");
        await Submit(late, dayAfter);
        (await late.Verdict(rule)).Should().Be("metLate", "it counts for the year that it is about, also when that is over");

        async Task Submit(PlanBranch<TDatabase> branch, LocalDate on)
        {
            var secretary = await branch.Secretary();
            var draft = (await secretary.Post(Summaries, new { organizationId = branch.Id, kind, year = 2024 })).ShouldBe(HttpStatusCode.Created);
            (await secretary.Post($"{Summaries}/{IdOf(draft)}/submission", new { submittedOn = on.PlusDays(1) }, ifMatch: draft.ETag)).ShouldPointAt("/submittedOn");
            (await secretary.Post($"{Summaries}/{IdOf(draft)}/submission", new { submittedOn = "2023-12-31" }, ifMatch: draft.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "work-summary-too-early", rule);
            (await secretary.Post($"{Summaries}/{IdOf(draft)}/submission", new { submittedOn = on }, ifMatch: draft.ETag)).ShouldBe(HttpStatusCode.OK);
        }
    }

    [DatabaseTheory]
    [InlineData("midYear", "TWS-1.4e", "2024-05-31")]
    [InlineData("yearEnd", "TWS-1.4e.2", "2024-11-30")]
    public async Task A_summary_is_submitted_in_the_last_month_of_what_it_sums_up_at_the_earliest_and_not_before_it_was_written(string kind, string rule, string tooEarly)
    {
        var dayBefore = LocalDatePattern.Iso.Parse(tooEarly).Value;
        var branch = await PlanBranch<TDatabase>.Plant(api, dayBefore);
        var secretary = await branch.Secretary();
        var draft = (await secretary.Post(Summaries, new { organizationId = branch.Id, kind, year = 2024 })).ShouldBe(HttpStatusCode.Created);
        var there = $"{Summaries}/{IdOf(draft)}";
        (await secretary.Post($"{there}/submission", new { }, ifMatch: draft.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "work-summary-too-early", rule);
        (await branch.Verdict(rule)).Should().Be("due");

        api.Clock.MoveTo(dayBefore.PlusDays(3));
        secretary = await branch.Secretary();
        var written = (await secretary.Put(there, new { content = new { work = "各项工作按计划推进。", cleanConduct = "开展警示教育一次。" } }, draft.ETag)).ShouldBe(HttpStatusCode.OK);
        api.Clock.MoveTo(dayBefore.PlusDays(4));
        secretary = await branch.Secretary();
        (await secretary.Post($"{there}/submission", new { submittedOn = dayBefore.PlusDays(2) }, ifMatch: written.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "work-summary-before-its-text", rule);
        (await secretary.Post($"{there}/submission", new { submittedOn = dayBefore.PlusDays(3) }, ifMatch: written.ETag)).ShouldBe(HttpStatusCode.OK).At("submittedOn").GetString().Should().Be(LocalDatePattern.Iso.Format(dayBefore.PlusDays(3)));
        (await branch.Verdict(rule)).Should().Be("met");

        // On the first day of the month it can be.
        api.Clock.MoveTo(dayBefore.PlusDays(1));
        var prompt = await PlanBranch<TDatabase>.Plant(api, dayBefore.PlusDays(1));
        secretary = await prompt.Secretary();
        var first = (await secretary.Post(Summaries, new { organizationId = prompt.Id, kind, year = 2024 })).ShouldBe(HttpStatusCode.Created);
        (await secretary.Post($"{Summaries}/{IdOf(first)}/submission", new { }, ifMatch: first.ETag)).ShouldBe(HttpStatusCode.OK).At("submittedOn").GetString().Should().Be(LocalDatePattern.Iso.Format(dayBefore.PlusDays(1)));
    }

    [DatabaseFact]
    public async Task The_superior_answers_and_nobody_who_leads_the_organization()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 6, 28));
        var (secretary, committee, owner) = (await branch.Secretary(), await branch.Committee(), await branch.Owner());
        foreach (var client in new[] { owner, await branch.Town() }) (await client.Post(Summaries, new { organizationId = branch.Id, kind = "midYear", year = 2024 })).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.4e");
        var draft = (await committee.Post(Summaries, new { organizationId = branch.Id, kind = "midYear", year = 2024 })).ShouldBe(HttpStatusCode.Created);
        var there = $"{Summaries}/{IdOf(draft)}";
        (await committee.Post($"{there}/submission", new { submittedOn = "2024-06-28" }, ifMatch: draft.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.4e");
        (await (await branch.Town()).Post($"{there}/acceptance", new { opinion = "同意" }, ifMatch: draft.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-1.4f");
        var submitted = (await secretary.Post($"{there}/submission", new { submittedOn = "2024-06-28" }, ifMatch: draft.ETag)).ShouldBe(HttpStatusCode.OK);

        (await secretary.Post($"{there}/acceptance", new { opinion = "同意" }, ifMatch: submitted.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.4f");
        (await secretary.Post($"{there}/return", new { points = new[] { "x" } }, ifMatch: submitted.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.4f");
        (await committee.Post($"{there}/acceptance", new { opinion = "同意" }, ifMatch: submitted.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.4f");
        // An officer of the town who is the branch's secretary, too, does not answer to himself.
        var both = await api.SignedIn(Role.TownOfficer, branch.Branch.Tree.Town.Id, branch.Branch.Secretary.Id);
        (await both.Post($"{there}/acceptance", new { opinion = "同意" }, ifMatch: submitted.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.4f");
        var elsewhere = await api.SignedIn(Role.TownOfficer, branch.Branch.Tree.SiblingTown.Id);
        (await elsewhere.Post($"{there}/acceptance", new { opinion = "同意" }, ifMatch: submitted.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "work-summary-not-found");
        (await secretary.Get(there)).At("next").GetArrayLength().Should().Be(0);
        var county = await api.SignedIn(Role.CountyOfficer, branch.Branch.Tree.County.Id);
        (await county.Get(there)).At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal("acceptWorkSummary", "returnWorkSummary");
        var accepted = (await county.Post($"{there}/acceptance", new { opinion = "同意" }, ifMatch: submitted.ETag)).ShouldBe(HttpStatusCode.OK);
        accepted.At("advices", 0, "ruleId").GetString().Should().Be("TWS-2.3", "clean conduct is a part of the assessment");
    }

    [DatabaseFact]
    public async Task The_secretary_of_what_it_lies_under_is_the_superior_too()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 6, 28));
        var general = (await (await branch.Town()).Post("/api/v1/organizations", new { code = $"G{api.Ids.New():N}", name = "某公司党总支", type = "generalBranch", superiorId = branch.Branch.Tree.Town.Id, foundedOn = "2023-01-01" })).ShouldBe(HttpStatusCode.Created);
        var under = (await (await branch.Town()).Post("/api/v1/organizations", new { code = $"B{api.Ids.New():N}", name = "第一支部", type = "branch", superiorId = general.At("id").GetString(), foundedOn = "2023-01-01" })).ShouldBe(HttpStatusCode.Created);
        var own = await api.SignedIn(Role.BranchSecretary, new Id<Organization>(under.At("id").GetGuid()));
        var above = await api.SignedIn(Role.BranchSecretary, new Id<Organization>(general.At("id").GetGuid()));
        (await above.Post(Summaries, new { organizationId = under.At("id").GetString(), kind = "yearEnd", year = 2023 })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.4e");
        var draft = (await own.Post(Summaries, new { organizationId = under.At("id").GetString(), kind = "yearEnd", year = 2023 })).ShouldBe(HttpStatusCode.Created);
        (await above.Post($"{Summaries}/{IdOf(draft)}/submission", new { }, ifMatch: draft.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.4e");
        var submitted = (await own.Post($"{Summaries}/{IdOf(draft)}/submission", new { }, ifMatch: draft.ETag)).ShouldBe(HttpStatusCode.OK);
        submitted.At("submittedOn").GetString().Should().Be("2024-06-28", "where no day is named it is today");
        (await own.Post($"{Summaries}/{IdOf(draft)}/acceptance", new { opinion = "同意" }, ifMatch: submitted.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.4f");
        (await above.Post($"{Summaries}/{IdOf(draft)}/acceptance", new { opinion = "同意" }, ifMatch: submitted.ETag)).ShouldBe(HttpStatusCode.OK);
    }
}

public sealed class SummingUpOnSqlite(ApiHost<OnSqlite> api) : SummingUp<OnSqlite>(api);

public sealed class SummingUpOnPostgreSql(ApiHost<OnPostgreSql> api) : SummingUp<OnPostgreSql>(api);

public sealed class SummingUpOnSqlServer(ApiHost<OnSqlServer> api) : SummingUp<OnSqlServer>(api);
