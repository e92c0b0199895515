using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>Refusals of plans, and the advice on what they plan.</summary>
public static class WorkPlanErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("work-plan-not-found",
        "There is no such plan of an organization in your scope. Look it up with GET /api/v1/work-plans.", "在您的权限范围内没有该计划。请通过 GET /api/v1/work-plans 查询。");

    /// <summary>The period is not one of the kind's.</summary>
    public static Error PeriodDoesNotFit { get; } = Error.Invalid("plan-period-does-not-fit",
        "The period does not fit the kind of plan. Write a year (2026) for annual, education and development, a quarter (2026-Q1) for quarterly, a month (2026-03) for monthly.",
        "周期与计划类别不符。年度计划、党员教育计划、发展党员计划填年份（2026），季度计划填季度（2026-Q1），月度安排填月份（2026-03）。", "/period");

    /// <summary>No items, or too many.</summary>
    public static Error ItemsOutOfRange { get; } = Error.Invalid("plan-items-out-of-range",
        $"A plan has 1 to {WorkPlan.MostItems} items.", $"计划应有 1 至 {WorkPlan.MostItems} 个项目。", "");

    /// <summary>Person and department at once.</summary>
    public static Error TwoOwners { get; } = Error.Invalid("plan-item-two-owners",
        "An item has one owner: a person or a department. Leave one of them out.", "每个项目只有一个责任方：人员或部门。请删去其中之一。");

    /// <summary>One number for two items.</summary>
    public static Error ItemTwice(int number) => Error.Invalid("plan-item-twice", $"Item {number} stands twice. Leave the number out for a new item.", $"项目 {number} 重复。新增项目请不填编号。");

    /// <summary>The plan has no such item.</summary>
    public static Error ItemNotFound(int number) => Error.NotFound("plan-item-not-found", $"The plan has no item {number}. Read the plan again.", $"计划中没有项目 {number}。请重新读取计划。");

    /// <summary>The owner is not registered in the caller's scope.</summary>
    public static Error OwnerUnknown { get; } = Error.Invalid("plan-owner-unknown",
        "Nobody in your scope has this id. Look the person up with GET /api/v1/members, or name a department.", "在您的权限范围内没有此人。请通过 GET /api/v1/members 查询，或填写责任部门。");

    /// <summary>More entries than are kept.</summary>
    public static Error TooManyEntries { get; } = Error.Conflict("plan-too-many-entries",
        $"There are {WorkPlan.MostEntries} entries already. Put several into one.", $"已有 {WorkPlan.MostEntries} 条记录。请合并登记。");

    /// <summary>The due day lies outside the plan's period (TWS-1.4d).</summary>
    public static Error DueOutsidePeriod(WorkPlan plan) => Error.RuleBroken("TWS-1.4d", "plan-item-due-outside-period",
        $"The item is due within the plan's period, from {plan.From:uuuu-MM-dd} to {plan.To:uuuu-MM-dd}. Correct the day, or plan it in the plan of its period.",
        $"项目的完成时限应在计划周期内，即 {plan.From:uuuu-MM-dd} 至 {plan.To:uuuu-MM-dd}。请改正日期，或列入相应周期的计划。");

    /// <summary>A day before the plan was there, or outside its period (TWS-1.4d, TWS-1.4g).</summary>
    public static Error NotInForceThen(WorkPlan plan, string ruleId) => Error.RuleBroken(ruleId, "plan-not-in-force-then",
        plan.InForceFrom > plan.To
            ? $"The plan was laid down on {plan.AdoptedOn!.Value.Iso()}, after its period had ended on {plan.To.Iso()}: on no day of it could it be carried out. Record this on the plan of the period in which it was done."
            : $"On that day the plan was not in force; it is from {plan.InForceFrom!.Value.Iso()} to {plan.To.Iso()}. Correct the day; what is done after the period goes with the plan of the next one, into which the item is taken over.",
        plan.InForceFrom > plan.To
            ? $"该计划于 {plan.AdoptedOn!.Value.Iso()} 制定，其周期已于 {plan.To.Iso()} 结束，期内无从执行。请登记在实际开展所属周期的计划中。"
            : $"该计划当日未在执行期内，执行期为 {plan.InForceFrom!.Value.Iso()} 至 {plan.To.Iso()}。请改正日期；周期结束后完成的，请将该项目列入下一周期的计划后登记。");

    /// <summary>Nobody answers for some items (TWS-1.4d).</summary>
    public static Error ItemsWithoutOwner(IReadOnlyList<int> numbers) => Error.RuleBroken("TWS-1.4d", "plan-items-without-owner",
        $"Nobody answers for: item {string.Join(", ", numbers)}. Name a person or a department for each before the plan is in force.",
        $"以下项目没有责任人或责任部门：{string.Join("、", numbers)}。启用计划前请逐项明确。");

    /// <summary>Something was done on an item that a change leaves out (TWS-1.4d).</summary>
    public static Error ItemHasProgress(int number) => Error.RuleBroken("TWS-1.4d", "plan-item-has-progress",
        $"Progress is recorded on item {number}, so it stays in the plan. Name it by its number.", $"项目 {number} 已有进展记录，应保留在计划中。请按编号保留该项目。");

    /// <summary>Something was done on the plan (TWS-1.4d).</summary>
    public static Error CarriedOut { get; } = Error.RuleBroken("TWS-1.4d", "plan-carried-out",
        "Progress or an inspection is recorded on the plan, so it is not taken back. Change its items instead.", "计划已有进展或检查记录，不能撤回。请修改其项目。");

    /// <summary>The organization is of a type that makes none (TWS-1).</summary>
    public static Error MakesNoPlans(string ruleId) => Error.RuleBroken(ruleId, "organization-makes-no-plans",
        "Plans, summaries and responsibilities are those of branches, general branches and committees of units. A Party group stands in its branch's, and a territorial committee is a superior here.",
        "计划、总结和责任分工由党支部、党总支和单位党委办理。党小组列入所在支部，地方党委在此为上级。");

    /// <summary>There is one for the period (TWS-1.4d).</summary>
    public static Error ThereAlready(WorkPlan standing) => Error.RuleBroken(standing.Kind.RuleId(), "work-plan-there-already",
        $"There is one plan of a kind for a period, and that of {standing.Period.Label} is there: {standing.Id}. Change it, or take it back first.",
        $"同一周期同类计划只有一个，{standing.Period.Label} 的计划已存在：{standing.Id}。请修改该计划，或先撤回。");

    /// <summary>A part of Party building is not planned (TWS-1.2).</summary>
    public static Advice LacksClasses(IReadOnlyList<ConstructionClass> missing) => new("TWS-1.2", new(
        $"No item belongs to: {string.Join(", ", missing.Select(c => WorkPlanLabels.ConstructionClasses[c].Label.En))}. Plan some, or classify the items.",
        $"没有以下类别的项目：{string.Join("、", missing.Select(c => WorkPlanLabels.ConstructionClasses[c].Label.Zh))}。请补充，或为项目分类。"));

    /// <summary>Clean conduct is not arranged with the year's work (TWS-2.3).</summary>
    public static Advice LacksCleanConduct { get; } = new("TWS-2.3", new(
        "No item of the annual plan is for clean conduct, which is arranged together with Party building. Mark such an item, or add one.",
        "年度计划中没有党风廉政建设项目，应与党建工作同部署。请标明或补充。"));
}
