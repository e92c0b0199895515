using System.Net;
using PartyOrg.Domain.WorkPlans;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.WorkPlans;

/// <summary>Plans of the year, the quarter and the month, their items, progress and inspections (TWS-1.2, 1.4a to 1.4d, 1.4g, 1.6a, 1.6b).</summary>
public abstract class PlanningWork<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Plans = PlanBranch<TDatabase>.Plans;

    private static string IdOf(Answer answer) => PlanBranch<TDatabase>.IdOf(answer);

    [DatabaseFact]
    public async Task A_year_of_plans_is_drawn_up_carried_out_inspected_and_judged()
    {
        // Laid down in December, the annual plan counts for the year that it names.
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2023, 12, 20));
        var annual = await branch.Activated(PlanKind.Annual, "2024", new(2023, 12, 20), branch.Complete());
        annual.As<Application.WorkPlans.WorkPlanAnswer>().Should().BeEquivalentTo(new { OrganizationName = "Branch", Period = "2024", Status = PlanStatus.Active, Version = 2 });
        annual.Json.TryGetProperty("advices", out _).Should().BeFalse("nothing is lacking");
        annual.At("items", 0, "owner").GetString().Should().Be("王伟");
        annual.At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal("changeWorkPlan", "recordItemProgress", "inspectWorkPlan", "withdrawWorkPlan");

        api.Clock.MoveTo(new LocalDate(2024, 1, 10));
        await branch.Activated(PlanKind.Quarterly, "2024-Q1", new(2024, 1, 10), new PlannedItem("开展学习", new(2024, 3, 31), Department: "综合部"));
        await branch.Activated(PlanKind.Monthly, "2024-01", new(2024, 1, 10), new PlannedItem("开展学习", new(2024, 1, 31), Department: "综合部"));
        await branch.Activated(PlanKind.Education, "2024", new(2024, 1, 10), new PlannedItem("集中培训", new(2024, 12, 31), Department: "综合部"));
        await branch.Activated(PlanKind.Development, "2024", new(2024, 1, 10), new PlannedItem("培养积极分子", new(2024, 12, 31), Department: "人事部"));

        api.Clock.MoveTo(new LocalDate(2024, 3, 20));
        var progressed = (await (await branch.Owner()).Post($"{Plans}/{IdOf(annual)}/items/1/progress", new { on = "2024-03-20", text = "学习两次", done = true }, ifMatch: annual.ETag)).ShouldBe(HttpStatusCode.OK);
        progressed.At("items", 0, "done").GetBoolean().Should().BeTrue();
        progressed.At("next").EnumerateArray().Select(n => n.GetProperty("operationId").GetString()).Should().Equal(["recordItemProgress"], "he owns an item and is nothing else to the plan");
        api.Clock.MoveTo(new LocalDate(2024, 3, 31));
        var inspected = (await (await branch.Secretary()).Post($"{Plans}/{IdOf(annual)}/inspections", new { on = "2024-03-31", items = new[] { 1, 2 }, findings = "发展党员工作需加快" }, ifMatch: progressed.ETag)).ShouldBe(HttpStatusCode.OK);
        inspected.At("inspections", 0, "findings").GetString().Should().Be("发展党员工作需加快");
        inspected.At("inspections", 0, "recordedBy").GetString().Should().NotBeNullOrEmpty();

        api.Clock.MoveTo(new LocalDate(2024, 4, 1));
        (await branch.Verdict("TWS-1.4a")).Should().Be("met");
        (await branch.Verdict("TWS-1.6a")).Should().Be("met");
        (await branch.Verdict("TWS-1.6b")).Should().Be("met");
        (await branch.Verdicts("TWS-1.4b", to: "2024-Q3")).Should().Equal(("2024-Q1", "met"), ("2024-Q2", "due"), ("2024-Q3", "upcoming"));
        (await branch.Verdicts("TWS-1.4c", to: "2024-04")).Should().Equal(("2024-01", "met"), ("2024-02", "overdue"), ("2024-03", "overdue"), ("2024-04", "due"));
        (await branch.Verdicts("TWS-1.4g", to: "2024-Q2")).Should().Equal(("2024-Q1", "met"), ("2024-Q2", "due"));
        var verdict = (await (await branch.Town()).Get($"{branch.Here}/duties?rule=TWS-1.4a&from=2024&to=2024")).At("items", 0);
        verdict.GetProperty("metOn").GetString().Should().Be("2023-12-20");
        verdict.GetProperty("evidence")[0].GetProperty("source").GetProperty("kind").GetString().Should().Be("workPlan");
        verdict.GetProperty("evidence")[0].GetProperty("source").GetProperty("id").GetString().Should().Be(IdOf(annual));
    }

    [DatabaseTheory]
    [InlineData(PlanKind.Annual, "2024", "TWS-1.4a", "2024-01-31", "2024-02-01")]
    [InlineData(PlanKind.Quarterly, "2024-Q2", "TWS-1.4b", "2024-04-15", "2024-04-16")]
    [InlineData(PlanKind.Monthly, "2024-02", "TWS-1.4c", "2024-02-10", "2024-02-11")]
    [InlineData(PlanKind.Education, "2024", "TWS-1.6a", "2024-01-31", "2024-02-01")]
    [InlineData(PlanKind.Development, "2024", "TWS-1.6b", "2024-01-31", "2024-02-01")]
    public async Task A_plan_is_in_time_through_its_last_day_and_late_from_the_day_after(PlanKind kind, string period, string rule, string last, string after)
    {
        var (lastDay, dayAfter) = (NodaTime.Text.LocalDatePattern.Iso.Parse(last).Value, NodaTime.Text.LocalDatePattern.Iso.Parse(after).Value);
        var branch = await PlanBranch<TDatabase>.Plant(api, lastDay);
        var item = new PlannedItem("学习", kind.PeriodOf(period)!.Value.To, Department: "综合部");
        (await branch.Verdict(rule, period)).Should().Be("due");
        api.Clock.MoveTo(dayAfter);
        (await branch.Verdict(rule, period)).Should().Be("overdue");
        var late = await branch.Activated(kind, period, dayAfter, item);
        (await branch.Verdict(rule, period)).Should().Be("metLate");

        var secretary = await branch.Secretary();
        (await secretary.Post($"{Plans}/{IdOf(late)}/withdrawal", new { reason = "日期登记有误" }, ifMatch: late.ETag)).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("withdrawn");
        (await branch.Verdict(rule, period)).Should().Be("overdue", "what was taken back counts no longer");
        await branch.Activated(kind, period, lastDay, item);
        (await branch.Verdict(rule, period)).Should().Be("met", "the day on which it was laid down decides, not that on which it was entered");
    }

    [DatabaseFact]
    public async Task A_plan_is_put_in_force_when_somebody_answers_for_every_item_and_not_before()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 1, 10));
        var secretary = await branch.Secretary();
        PlannedItem owned = new("学习", new(2024, 12, 31), Department: "综合部"), ownerless = new("调研", new(2024, 12, 31));
        var draft = await branch.Draft(PlanKind.Annual, "2024", owned, ownerless);
        (await secretary.Post($"{Plans}/{IdOf(draft)}/activation", new { adoptedOn = "2024-01-10" }, ifMatch: draft.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "plan-items-without-owner", "TWS-1.4d")
            .At("detail").GetString().Should().Contain("item 2");
        (await secretary.Put($"{Plans}/{IdOf(draft)}", new { items = new[] { owned with { Number = 1 }, ownerless with { Number = 2, OwnerId = branch.Branch.Stranger.Id } } }, draft.ETag)).ShouldPointAt("/items/1/ownerId");
        var changed = (await secretary.Put($"{Plans}/{IdOf(draft)}", new { items = new[] { owned with { Number = 1 }, ownerless with { Number = 2, OwnerId = branch.Branch.Wang.Id } } }, draft.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Post($"{Plans}/{IdOf(draft)}/activation", new { adoptedOn = "2024-01-11" }, ifMatch: changed.ETag)).ShouldPointAt("/adoptedOn");
        var active = (await secretary.Post($"{Plans}/{IdOf(draft)}/activation", new { adoptedOn = "2024-01-10" }, ifMatch: changed.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Put($"{Plans}/{IdOf(draft)}", new { items = new[] { owned with { Number = 1 }, ownerless } }, active.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "plan-items-without-owner", "TWS-1.4d");

        // An item with progress stays; a number is never given twice.
        var progressed = (await secretary.Post($"{Plans}/{IdOf(draft)}/items/2/progress", new { on = "2024-01-10", text = "已开始" }, ifMatch: active.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Put($"{Plans}/{IdOf(draft)}", new { items = new[] { owned } }, progressed.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "plan-item-has-progress", "TWS-1.4d");
        var kept = (await secretary.Put($"{Plans}/{IdOf(draft)}", new { items = new[] { ownerless with { Number = 2, Department = "党办" }, owned } }, progressed.ETag)).ShouldBe(HttpStatusCode.OK);
        kept.At("items").EnumerateArray().Select(i => i.GetProperty("number").GetInt32()).Should().Equal(2, 3);
        kept.At("items", 0, "progress", 0, "text").GetString().Should().Be("已开始");
        (await secretary.Post($"{Plans}/{IdOf(draft)}/withdrawal", new { reason = "x" }, ifMatch: kept.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "plan-carried-out", "TWS-1.4d");
        (await secretary.Put($"{Plans}/{IdOf(draft)}", new { items = new[] { owned with { Number = 1 } } }, kept.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "plan-item-not-found");
    }

    [DatabaseFact]
    public async Task A_plan_that_lacks_a_part_of_Party_building_or_clean_conduct_gets_an_advice()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 1, 10));
        string? Advices(Answer answer) => answer.Json.TryGetProperty("advices", out var advices) ? string.Join(' ', advices.EnumerateArray().Select(a => a.GetProperty("ruleId").GetString())) : null;
        var complete = branch.Complete();
        Advices(await branch.Draft(PlanKind.Annual, "2024", complete)).Should().BeNull();
        Advices(await branch.Draft(PlanKind.Annual, "2025", [.. complete[..2].Select(i => i with { DueOn = new(2025, 6, 1) })])).Should().Be("TWS-1.2 TWS-2.3");
        Advices(await branch.Draft(PlanKind.Annual, "2026", [.. complete.Select(i => i with { DueOn = new(2026, 6, 1), CleanConduct = false })])).Should().Be("TWS-2.3");
        Advices(await branch.Draft(PlanKind.Monthly, "2024-01", [.. complete[..2].Select(i => i with { DueOn = new(2024, 1, 31) })])).Should().Be("TWS-1.2", "clean conduct is arranged in the annual plan");
        Advices(await branch.Draft(PlanKind.Education, "2024", [.. complete[..1].Select(i => i with { DueOn = new(2024, 1, 31) })])).Should().BeNull("it is about one matter");
    }

    [DatabaseTheory]
    [InlineData(ConstructionClass.Ideological, "ideological")]
    [InlineData(ConstructionClass.Organizational, "organization")]
    [InlineData(ConstructionClass.Style, "style")]
    public async Task The_advice_names_the_part_of_Party_building_that_is_left_out_and_comes_again_with_a_change(ConstructionClass left, string named)
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 1, 10));
        var others = branch.Complete().Where(i => i.Class != left).Select(i => i with { DueOn = new(2024, 3, 31) }).ToArray();
        static string? AdviceOf(Answer answer) => answer.Json.TryGetProperty("advices", out var advices)
            ? advices.EnumerateArray().Single(a => a.GetProperty("ruleId").GetString() == "TWS-1.2").GetProperty("message").GetProperty("en").GetString()!.ToLowerInvariant() : null;
        var draft = await branch.Draft(PlanKind.Quarterly, "2024-Q1", others);
        AdviceOf(draft).Should().StartWith($"no item belongs to: {named} construction. ", "it names this one and no other");
        var secretary = await branch.Secretary();
        var there = $"{Plans}/{IdOf(draft)}";
        var whole = (await secretary.Put(there, new { items = others.Append(new PlannedItem("补充", new(2024, 3, 31), left, Department: "综合部")) }, draft.ETag)).ShouldBe(HttpStatusCode.OK);
        AdviceOf(whole).Should().BeNull("all three are there");
        AdviceOf((await secretary.Put(there, new { items = others }, whole.ETag)).ShouldBe(HttpStatusCode.OK)).Should().StartWith($"no item belongs to: {named} construction. ");
    }

    [DatabaseFact]
    public async Task An_education_plan_is_no_development_plan_and_a_draft_or_one_of_another_year_is_neither()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 1, 31));
        var item = new PlannedItem("集中培训", new(2024, 12, 31), Department: "综合部");
        await branch.Draft(PlanKind.Education, "2024", item);
        await branch.Activated(PlanKind.Education, "2025", new(2024, 1, 31), item with { DueOn = new(2025, 12, 31) });
        (await branch.Verdict("TWS-1.6a")).Should().Be("due", "the one is not in force, and the other is next year's");
        (await branch.Verdict("TWS-1.6b")).Should().Be("due");
        await branch.Activated(PlanKind.Development, "2024", new(2024, 1, 31), item);
        (await branch.Verdict("TWS-1.6b")).Should().Be("met");
        (await branch.Verdict("TWS-1.6a")).Should().Be("due", "a plan for developing members educates none");
    }

    [DatabaseFact]
    public async Task There_is_one_plan_of_a_kind_for_a_period_and_its_items_are_due_within_it()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 1, 10));
        var secretary = await branch.Secretary();
        object Plan(string kind, string period, string dueOn, Guid? organization = null) =>
            new { organizationId = organization ?? branch.Id.Value, kind, period, items = new[] { new { text = "学习", dueOn, department = "综合部" } } };
        var first = (await secretary.Post(Plans, Plan("quarterly", "2024-Q1", "2024-03-31"))).ShouldBe(HttpStatusCode.Created);
        (await secretary.Post(Plans, Plan("quarterly", "2024-Q1", "2024-03-31"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "work-plan-there-already", "TWS-1.4b");
        (await secretary.Post(Plans, Plan("quarterly", "2024-Q2", "2024-04-01"))).ShouldBe(HttpStatusCode.Created);
        (await secretary.Post(Plans, Plan("monthly", "2024-01", "2024-01-31"))).ShouldBe(HttpStatusCode.Created);
        (await secretary.Post($"{Plans}/{IdOf(first)}/withdrawal", new { reason = "重新拟订" }, ifMatch: first.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Post(Plans, Plan("quarterly", "2024-Q1", "2024-01-01"))).ShouldBe(HttpStatusCode.Created);

        (await secretary.Post(Plans, Plan("quarterly", "2024-Q3", "2024-06-30"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "plan-item-due-outside-period", "TWS-1.4d");
        (await secretary.Post(Plans, Plan("quarterly", "2024-Q3", "2024-10-01"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "plan-item-due-outside-period", "TWS-1.4d");
        (await secretary.Post(Plans, Plan("quarterly", "2024-03", "2024-03-01"))).ShouldPointAt("/period");
        (await secretary.Post(Plans, Plan("annual", "2024-Q1", "2024-03-01"))).ShouldPointAt("/period");
        (await secretary.Post(Plans, Plan("annual", "2024", "2024-03-01", branch.Branch.Group.Id.Value))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "organization-makes-no-plans", "TWS-1.4a");
        (await secretary.Post(Plans, new { organizationId = branch.Id, kind = "annual", period = "2024", items = Array.Empty<object>() })).ShouldPointAt("/items");
        (await secretary.Post(Plans, new { organizationId = branch.Id, kind = "annual", period = "2024", items = new[] { new { text = "", dueOn = "2024-03-01", department = "a", ownerId = branch.Branch.Wang.Id } } }))
            .ShouldPointAt("/items/0/text", "/items/0/department");

        var listed = (await secretary.Get($"{Plans}?organization={branch.Id}&kind=quarterly&year=2024&limit=1")).ShouldBe(HttpStatusCode.OK);
        listed.At("items", 0, "period").GetString().Should().Be("2024-Q2");
        var rest = (await secretary.Get($"{Plans}?organization={branch.Id}&kind=quarterly&year=2024&limit=5&cursor={listed.At("next").GetString()}")).ShouldBe(HttpStatusCode.OK);
        rest.At("items").EnumerateArray().Select(i => (i.GetProperty("period").GetString(), i.GetProperty("status").GetString())).Should().BeEquivalentTo([("2024-Q1", "draft"), ("2024-Q1", "withdrawn")]);
        (await secretary.Get($"{Plans}?organization={branch.Id}&status=active")).At("items").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task Each_step_is_taken_by_whom_the_rule_names_and_in_its_order()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 1, 10));
        var (secretary, committee, owner, other) = (await branch.Secretary(), await branch.Committee(), await branch.Owner(), await branch.As(branch.Branch.Zhao));
        var (town, stranger) = (await branch.Town(), await branch.Stranger());
        object Body(int year) => new { organizationId = branch.Id, kind = "annual", period = $"{year}", items = new[] { new { text = "学习", dueOn = $"{year}-06-30", ownerId = branch.Branch.Wang.Id } } };
        var progress = new { on = "2024-01-10", text = "已开始" };
        var inspection = new { on = "2024-01-10", items = new[] { 1 }, findings = "进展正常" };

        foreach (var client in new[] { owner, town }) (await client.Post(Plans, Body(2024))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.4d");
        (await stranger.Post(Plans, Body(2024))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        var draft = (await committee.Post(Plans, Body(2024))).ShouldBe(HttpStatusCode.Created);
        var there = $"{Plans}/{IdOf(draft)}";
        (await committee.Post($"{there}/activation", new { adoptedOn = "2024-01-10" }, ifMatch: draft.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.4d");
        (await owner.Post($"{there}/items/1/progress", progress, ifMatch: draft.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-1.4d");
        (await secretary.Post($"{there}/inspections", inspection, ifMatch: draft.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-1.4g");
        (await secretary.Post($"{there}/activation", new { adoptedOn = "2024-01-10" })).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await secretary.Post($"{there}/activation", new { adoptedOn = "2024-01-10" }, ifMatch: "\"7\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        var active = (await secretary.Post($"{there}/activation", new { adoptedOn = "2024-01-10" }, ifMatch: draft.ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Post($"{there}/activation", new { adoptedOn = "2024-01-10" }, ifMatch: active.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-1.4d");

        (await other.Post($"{there}/items/1/progress", progress, ifMatch: active.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-1.4d");
        (await stranger.Post($"{there}/items/1/progress", progress, ifMatch: active.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "work-plan-not-found");
        (await town.Post($"{there}/items/1/progress", progress, ifMatch: active.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.4d");
        (await owner.Post($"{there}/items/2/progress", progress, ifMatch: active.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "plan-item-not-found");
        (await owner.Post($"{there}/items/1/progress", progress with { on = "2024-01-11" }, ifMatch: active.ETag)).ShouldPointAt("/on");
        var byOwner = (await owner.Post($"{there}/items/1/progress", progress, ifMatch: active.ETag)).ShouldBe(HttpStatusCode.OK);
        var byCommittee = (await committee.Post($"{there}/items/1/progress", progress, ifMatch: byOwner.ETag)).ShouldBe(HttpStatusCode.OK);
        (await committee.Post($"{there}/inspections", inspection, ifMatch: byCommittee.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-1.4g");
        (await secretary.Post($"{there}/inspections", inspection with { items = [3] }, ifMatch: byCommittee.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "plan-item-not-found");
        (await secretary.Post($"{there}/inspections", inspection, ifMatch: byCommittee.ETag)).ShouldBe(HttpStatusCode.OK);
        foreach (var reader in new[] { secretary, committee, owner, other, town }) (await reader.Get(there)).ShouldBe(HttpStatusCode.OK);
        (await stranger.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "work-plan-not-found");
        (await other.Get(there)).At("next").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task Nothing_is_carried_out_or_inspected_before_the_plan_is_laid_down_or_outside_its_period()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 4, 1));
        var secretary = await branch.Secretary();
        PlannedItem item = new("学习", new(2024, 3, 31), Department: "综合部");
        var inTime = await branch.Activated(PlanKind.Quarterly, "2024-Q1", new(2023, 12, 20), item);
        var late = await branch.Activated(PlanKind.Annual, "2024", new(2024, 2, 10), item);
        var after = await branch.Activated(PlanKind.Monthly, "2024-01", new(2024, 2, 1), item with { DueOn = new(2024, 1, 31) });
        foreach (var (plan, refused, first, last) in new[] { (inTime, "2023-12-31 2024-04-01", "2024-01-01", "2024-03-31"), (late, "2024-02-09", "2024-02-10", "2024-04-01"), (after, "2024-01-31 2024-02-01", "", "") })
        {
            var there = $"{Plans}/{IdOf(plan)}";
            var etag = plan.ETag;
            foreach (var on in refused.Split(' '))
            {
                (await secretary.Post($"{there}/items/1/progress", new { on, text = "已开始" }, ifMatch: etag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "plan-not-in-force-then", "TWS-1.4d");
                (await secretary.Post($"{there}/inspections", new { on, items = new[] { 1 }, findings = "正常" }, ifMatch: etag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "plan-not-in-force-then", "TWS-1.4g");
            }

            foreach (var on in new[] { first, last }.Where(day => day.Length > 0))
            {
                etag = (await secretary.Post($"{there}/items/1/progress", new { on, text = "已开始" }, ifMatch: etag)).ShouldBe(HttpStatusCode.OK).ETag;
                etag = (await secretary.Post($"{there}/inspections", new { on, items = new[] { 1 }, findings = "正常" }, ifMatch: etag)).ShouldBe(HttpStatusCode.OK).ETag;
            }
        }
    }

    [DatabaseFact]
    public async Task Progress_is_inspected_once_a_quarter_through_its_last_day()
    {
        var branch = await PlanBranch<TDatabase>.Plant(api, new(2024, 3, 31));
        var plan = await branch.Activated(PlanKind.Annual, "2024", new(2024, 1, 10), branch.Complete());
        (await branch.Verdict("TWS-1.4g", "2024-Q1")).Should().Be("due");
        api.Clock.MoveTo(new LocalDate(2024, 4, 1));
        (await branch.Verdict("TWS-1.4g", "2024-Q1")).Should().Be("overdue");
        var second = (await (await branch.Secretary()).Post($"{Plans}/{IdOf(plan)}/inspections", new { on = "2024-04-01", items = new[] { 1 }, findings = "正常" }, ifMatch: plan.ETag)).ShouldBe(HttpStatusCode.OK);
        (await branch.Verdicts("TWS-1.4g", to: "2024-Q2")).Should().Equal(("2024-Q1", "overdue"), ("2024-Q2", "met"));
        (await (await branch.Secretary()).Post($"{Plans}/{IdOf(plan)}/inspections", new { on = "2024-03-31", items = new[] { 1 }, findings = "补记" }, ifMatch: second.ETag)).ShouldBe(HttpStatusCode.OK);
        (await branch.Verdict("TWS-1.4g", "2024-Q1")).Should().Be("met");
    }
}

public sealed class PlanningWorkOnSqlite(ApiHost<OnSqlite> api) : PlanningWork<OnSqlite>(api);

public sealed class PlanningWorkOnPostgreSql(ApiHost<OnPostgreSql> api) : PlanningWork<OnPostgreSql>(api);

public sealed class PlanningWorkOnSqlServer(ApiHost<OnSqlServer> api) : PlanningWork<OnSqlServer>(api);
