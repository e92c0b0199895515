using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Domain.WorkPlans;

/// <summary>What a plan plans, and for how long.</summary>
public enum PlanKind
{
    /// <summary>Annual work plan (年度工作计划; TWS-1.4a).</summary>
    Annual,

    /// <summary>Phased plan of a quarter (季度计划; TWS-1.4b).</summary>
    Quarterly,

    /// <summary>Arrangement of a month's work (月度安排; TWS-1.4c).</summary>
    Monthly,

    /// <summary>Plan of the year for educating members (党员教育计划; TWS-1.6a).</summary>
    Education,

    /// <summary>Plan of the year for developing new members (发展党员计划; TWS-1.6b).</summary>
    Development,
}

/// <summary>The part of Party building to which an item of a plan belongs (TWS-1.2).</summary>
public enum ConstructionClass
{
    /// <summary>Ideological construction (思想建设).</summary>
    Ideological,

    /// <summary>Organization construction (组织建设).</summary>
    Organizational,

    /// <summary>Style construction (作风建设).</summary>
    Style,
}

/// <summary>What can be said of each kind of plan.</summary>
public static class PlanKinds
{
    /// <summary>How long the period is for which it plans.</summary>
    public static PeriodLength Every(this PlanKind kind) => kind switch
    {
        PlanKind.Quarterly => PeriodLength.Quarter,
        PlanKind.Monthly => PeriodLength.Month,
        _ => PeriodLength.Year,
    };

    /// <summary>The kind of evidence that its activation is.</summary>
    public static string Evidence(this PlanKind kind) => kind switch
    {
        PlanKind.Annual => "annualPlan",
        PlanKind.Quarterly => "quarterlyPlan",
        PlanKind.Monthly => "monthlyArrangement",
        PlanKind.Education => "educationPlan",
        _ => "developmentPlan",
    };

    /// <summary>The rule that asks for it.</summary>
    public static string RuleId(this PlanKind kind) => kind switch
    {
        PlanKind.Annual => "TWS-1.4a",
        PlanKind.Quarterly => "TWS-1.4b",
        PlanKind.Monthly => "TWS-1.4c",
        PlanKind.Education => "TWS-1.6a",
        _ => "TWS-1.6b",
    };

    /// <summary>Whether it plans Party building as a whole, and so all three parts of it (TWS-1.2); a plan for education or development is about one matter.</summary>
    public static bool CoversAllWork(this PlanKind kind) => kind is PlanKind.Annual or PlanKind.Quarterly or PlanKind.Monthly;

    /// <summary>Whether organizations of the type make plans and summaries, and answer for clean conduct: those with a secretary of their own, below the territorial committees.</summary>
    public static bool PlansItsWork(this OrganizationType type) => !type.IsTerritorial() && type is not OrganizationType.PartyGroup;

    /// <summary>The calendar period with this label, if it is as long as the kind's.</summary>
    public static DutyPeriod? PeriodOf(this PlanKind kind, string label) => DutyPeriod.Parse(label) is { } period && period.Length == kind.Every() ? period : null;

    /// <summary>The first day of the year in which a day lies.</summary>
    internal static LocalDate FirstDayOfYear(this LocalDate day) => new(day.Year, 1, 1);
}
