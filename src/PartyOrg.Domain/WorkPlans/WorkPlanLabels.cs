using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>What the codes of plans and summaries are called.</summary>
public static class WorkPlanLabels
{
    /// <summary>Kinds of plan.</summary>
    public static CodeList<PlanKind> PlanKindNames { get; } = new(
        new(PlanKind.Annual, "Annual work plan", "年度工作计划"),
        new(PlanKind.Quarterly, "Quarterly work plan", "季度工作计划"),
        new(PlanKind.Monthly, "Monthly work arrangement", "月度工作安排"),
        new(PlanKind.Education, "Members' education plan", "党员教育计划"),
        new(PlanKind.Development, "Member-development plan", "发展党员计划"));

    /// <summary>Parts of Party building.</summary>
    public static CodeList<ConstructionClass> ConstructionClasses { get; } = new(
        new(ConstructionClass.Ideological, "Ideological construction", "思想建设"),
        new(ConstructionClass.Organizational, "Organization construction", "组织建设"),
        new(ConstructionClass.Style, "Style construction", "作风建设"));

    /// <summary>How far a plan is.</summary>
    public static CodeList<PlanStatus> PlanStatuses { get; } = new(
        new(PlanStatus.Draft, "Draft", "草案"),
        new(PlanStatus.Active, "In force", "执行中"),
        new(PlanStatus.Withdrawn, "Withdrawn", "已撤回"));

    /// <summary>Kinds of summary.</summary>
    public static CodeList<SummaryKind> SummaryKinds { get; } = new(
        new(SummaryKind.MidYear, "Mid-year summary", "半年总结"),
        new(SummaryKind.YearEnd, "Year-end summary", "年终总结"));

    /// <summary>How far a summary is.</summary>
    public static CodeList<SummaryStatus> SummaryStatuses { get; } = new(
        new(SummaryStatus.Draft, "Draft", "草稿"),
        new(SummaryStatus.Submitted, "Submitted", "已上报"),
        new(SummaryStatus.Returned, "Returned", "已退回"),
        new(SummaryStatus.Accepted, "Accepted", "已通过"));

    /// <summary>The three acts before July 1.</summary>
    public static CodeList<ExcellenceActKind> ExcellenceActKinds { get; } = new(
        new(ExcellenceActKind.Summary, "Summary of striving for excellence", "创先争优活动总结"),
        new(ExcellenceActKind.Examples, "Examples set up", "树立典型"),
        new(ExcellenceActKind.Commendation, "Commendation of the advanced", "表彰先进"));

    /// <summary>How far the handling of an unqualified member is.</summary>
    public static CodeList<MemberHandlingStatus> MemberHandlingStatuses { get; } = new(
        new(MemberHandlingStatus.Opened, "Opened", "已提出"),
        new(MemberHandlingStatus.Decided, "Decided", "已决定"),
        new(MemberHandlingStatus.Closed, "Closed", "已办结"));

    /// <summary>How unqualified members are handled.</summary>
    public static CodeList<HandlingMeasure> HandlingMeasures { get; } = new(
        new(HandlingMeasure.MendWithinTerm, "To mend within a term", "限期改正"),
        new(HandlingMeasure.AdviceToLeave, "Advised to leave the Party", "劝退"),
        new(HandlingMeasure.RemovalFromRoll, "Removed from the roll of members", "除名"));
}
