using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Dues;

/// <summary>Refusals of dues.</summary>
public static class DuesErrors
{
    /// <summary>The month was never assessed here.</summary>
    public static Error MonthNotFound { get; } = Error.NotFound("dues-month-not-found",
        "The month was not assessed here, so there are no books of it. Assess it first with assessDues.", "本支部该月党费尚未核定，没有账目。请先核定（assessDues）。");

    /// <summary>No such entry.</summary>
    public static Error EntryNotFound { get; } = Error.NotFound("dues-entry-not-found",
        "There is no such entry in this ledger. Look it up with GET /api/v1/organizations/{organization}/dues/entries.", "本台账中没有该分录。请通过 GET /api/v1/organizations/{organization}/dues/entries 查询。");

    /// <summary>No members' relations lie there (TWS-D2).</summary>
    public static Error NoMembers(Organization organization) => Error.RuleBroken("TWS-D2", "dues-of-no-members",
        $"{organization.Name} holds no members' relations, so it assesses no dues; a branch, joint branch or floating-member branch does.", $"{organization.Name}没有党员组织关系，不收取党费；应由党支部、联合党支部或流动党员党支部收取。");

    /// <summary>A month that has not begun (TWS-D2).</summary>
    public static Error MonthToCome { get; } = Error.RuleBroken("TWS-D2", "dues-month-to-come",
        "The month has not begun, so what its members earn is not known yet. Assess it from its first day on.", "该月尚未开始，无法核定。请自该月第一日起核定。");

    /// <summary>The member does not belong to the branch in that time (TWS-D2).</summary>
    public static Error NotAMember { get; } = Error.RuleBroken("TWS-D2", "dues-not-a-member",
        "The person's relation lies with this branch neither in that month nor later. Dues are paid where the relation lies.", "该人员在该月及以后的组织关系不在本支部。党费应在组织关系所在支部交纳。");

    /// <summary>An amount where none belongs (TWS-D1).</summary>
    public static Error NoAmountForKind { get; } = Error.Invalid("dues-base-without-amount",
        "For a student, who was laid off, and who lives on relief the dues are fixed. Leave the amount out.", "学生、下岗失业以及依靠抚恤救济生活的党员，党费为定额，请勿填写金额。");

    /// <summary>The amount is missing (TWS-D1).</summary>
    public static Error AmountMissing { get; } = Error.Invalid("dues-base-amount-missing",
        "The income is missing, on which the dues are computed. Enter it in yuan, such as 4321.50.", "缺少计算基数，请填写金额（元），例如 4321.50。");

    /// <summary>Higher than the formula takes.</summary>
    public static Error BaseTooHigh { get; } = Error.Invalid("dues-base-too-high", "The income is higher than 9999999999.99 yuan. Correct it.", "计算基数超过 9999999999.99 元，请改正。");

    /// <summary>Not between what farmers pay (TWS-D1).</summary>
    public static Error NotForFarmers(DuesRates rates) => Error.RuleBroken("TWS-D1", "dues-not-for-farmers",
        $"A farmer pays {rates.FarmersLeast} to {rates.FarmersMost} yuan a month. Enter an amount between them, or none for the least.", $"农民党员每月交纳 {rates.FarmersLeast} 元至 {rates.FarmersMost} 元。请填写该范围内的金额；按最低额的不必填写。");

    /// <summary>Nothing was assessed for the member and month (TWS-D2).</summary>
    public static Error NotAssessed(YearMonth month) => Error.RuleBroken("TWS-D2", "dues-not-assessed",
        $"Nothing was assessed here for this member and {month:uuuu-MM}. Record his base and assess the month first.", $"该党员 {month:uuuu-MM} 的党费尚未核定。请先登记计算基数并核定该月。");

    /// <summary>Nothing is left to pay (TWS-D2).</summary>
    public static Error NothingLeft(YearMonth month) => Error.RuleBroken("TWS-D2", "dues-nothing-left",
        $"Nothing is left to be paid for {month:uuuu-MM}. Look at the ledger; a payment for another month names that month.", $"{month:uuuu-MM} 已无应交余额。请核对台账；为其他月份交纳的，请写明该月。");

    /// <summary>More than what is left (TWS-D2).</summary>
    public static Error MoreThanLeft(long left) => Error.RuleBroken("TWS-D2", "dues-more-than-left",
        $"The amount is not more than 0 and at most {Yuan.Of(left)}, which is left to be paid. Correct it, or leave it out for all that is left.", $"金额应大于 0 且不超过应交余额 {Yuan.Of(left)} 元。请改正，或不填以交清余额。");

    /// <summary>A reason or a waiver for one's own dues (TWS-D2).</summary>
    public static Error ForOneself { get; } = Error.Forbidden("dues-for-oneself",
        "Nobody waives his own dues or gives the reason why he pays late. Another keeper of the branch or the superior records the reason (recordDuesReasons), and the superior waives (waiveDues).",
        "本人的党费减免或迟交事由应当回避：迟交事由由支部其他负责人或上级党组织登记（recordDuesReasons），减免由上级党组织办理（waiveDues）。", "TWS-D2");

    /// <summary>A day after today.</summary>
    public static Error InFuture { get; } = Error.Invalid("dues-in-future", "The day lies in the future. Enter a day up to today.", "日期晚于今天。请填写今天或以前的日期。");

    /// <summary>An assessment is not reversed (TWS-D2).</summary>
    public static Error AssessmentNotReversed { get; } = Error.RuleBroken("TWS-D2", "dues-assessment-not-reversed",
        "An assessment follows from the base. Record the right base and assess the month again: the difference is booked.", "核定额由计算基数得出。请登记正确的基数并重新核定，差额自动入账。");

    /// <summary>A reversal is final (TWS-D2).</summary>
    public static Error ReversalNotReversed { get; } = Error.RuleBroken("TWS-D2", "dues-reversal-not-reversed",
        "A reversal is not itself reversed. Enter again what was reversed by mistake.", "冲销分录不得再冲销。误冲的，请重新登记。");

    /// <summary>It is reversed once.</summary>
    public static Error ReversedAlready { get; } = Error.Conflict("dues-reversed-already", "The entry has been reversed already.", "该分录已冲销。");

    /// <summary>Money and ledger disagree (TWS-D2).</summary>
    public static Error CountDiffers(long counted, long cameIn) => Error.RuleBroken("TWS-D2", "dues-count-differs",
        $"{Yuan.Of(counted)} yuan were counted, and by the ledger {Yuan.Of(cameIn)} came in since the last reconciliation: a difference of {Yuan.Of(counted - cameIn)}. Enter what is missing or reverse what is wrong, then count again; where more was given back than came in, the count has a minus.",
        $"清点金额为 {Yuan.Of(counted)} 元，而台账自上次对账以来收入 {Yuan.Of(cameIn)} 元，相差 {Yuan.Of(counted - cameIn)} 元。请补登或冲销后重新对账；退回多于收入的，清点金额前加负号。");

    /// <summary>Nobody stands above (TWS-D2).</summary>
    public static Error NoSuperior { get; } = Error.RuleBroken("TWS-D2", "dues-without-superior",
        "No organization stands above this one, so there is nobody to hand the money to.", "本组织没有上级党组织，无处上缴。");

    /// <summary>A step before the one that it follows.</summary>
    public static Error BeforeTheStep(LocalDate day) => Error.Invalid("dues-before-the-step",
        $"The day lies before {day:uuuu-MM-dd}, the day of the step before. Correct it.", $"日期早于上一步骤的日期 {day:uuuu-MM-dd}，请改正。");

    /// <summary>A month of another century.</summary>
    public static Error MonthOutOfRange { get; } = Error.Invalid("dues-month-out-of-range", "The month lies outside 2000-01 to 2100-12. Correct it.", "月份应在 2000-01 至 2100-12 之间。请改正。");

    /// <summary>The same member twice.</summary>
    public static Error Twice { get; } = Error.Invalid("dues-member-twice", "The same member and month stand in the request twice. Put them together in one line.", "同一党员同一月份在请求中重复。请合并为一行。");
}
