using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>Refusals of summaries, and the advice on what they say.</summary>
public static class WorkSummaryErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("work-summary-not-found",
        "There is no such summary of an organization in your scope. Look it up with GET /api/v1/work-summaries.", "在您的权限范围内没有该总结。请通过 GET /api/v1/work-summaries 查询。");

    /// <summary>A year for which no periods are asked.</summary>
    public static Error YearOutOfRange { get; } = Error.Invalid("summary-year-out-of-range",
        $"The year lies between {DutyPeriod.FirstDay.Year} and {DutyPeriod.LastDay.Year}.", $"年份应在 {DutyPeriod.FirstDay.Year} 至 {DutyPeriod.LastDay.Year} 之间。");

    /// <summary>No points, or too many.</summary>
    public static Error PointsOutOfRange { get; } = Error.Invalid("summary-points-out-of-range",
        $"Name 1 to {WorkSummary.MostPoints} points to mend.", $"请提出 1 至 {WorkSummary.MostPoints} 条整改意见。", "");

    /// <summary>There is one for the period (TWS-1.4e).</summary>
    public static Error ThereAlready(Id<WorkSummary> standing) => Error.RuleBroken("TWS-1.4e", "work-summary-there-already",
        $"This summary of the year is there: {standing}. Change it, or submit it again when it was returned.", $"该年度此项总结已存在：{standing}。请修改，或在退回后重新报送。");

    /// <summary>A summary of what is yet to be done (TWS-1.4e, TWS-1.4e.2).</summary>
    public static Error TooEarly(string ruleId, DutyPeriod period, LocalDate earliest) => Error.RuleBroken(ruleId, "work-summary-too-early",
        $"The summary is about the days to {period.To.Iso()}, so it is submitted on {earliest.Iso()} at the earliest. Correct the day, or submit it then.",
        $"总结的内容截至 {period.To.Iso()}，最早于 {earliest.Iso()} 报送。请改正日期，或届时报送。") with { Pointer = "/submittedOn" };

    /// <summary>Nobody got a text that was not written (TWS-1.4e, TWS-1.4e.2).</summary>
    public static Error BeforeItsText(string ruleId, LocalDate writtenOn) => Error.RuleBroken(ruleId, "work-summary-before-its-text",
        $"The text is of {writtenOn.Iso()}, so the superior did not get it before. Correct the day, or leave it out for today.",
        $"总结文本形成于 {writtenOn.Iso()}，上级不可能在此之前收到。请改正日期；不填则为今天。") with { Pointer = "/submittedOn" };

    /// <summary>Nothing is said on clean conduct (TWS-2.3).</summary>
    public static Advice LacksCleanConduct { get; } = new("TWS-2.3", new(
        "The summary says nothing on clean conduct, which is assessed together with Party building. Write that part.", "总结中没有党风廉政建设部分，应与党建工作同考核。请补充该部分。"));

    /// <summary>The superior said nothing on clean conduct (TWS-2.3).</summary>
    public static Advice CleanConductNotAssessed { get; } = new("TWS-2.3", new(
        "The assessment says nothing on clean conduct, so that it does not count as assessed for this year. Say it in the assessment of the year's other summary.",
        "本次考核未涉及党风廉政建设，本年度尚不能计为已考核。请在本年度另一次总结的考核中写明。"));
}
