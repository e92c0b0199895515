using NodaTime;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Compliance;

/// <summary>
/// The rules as they stand at one place, day by day: as the book has them, changed by the jurisdictions above the place. Whoever enforces a rule, or proposes a case by one, reads its numbers
/// here and nowhere else; verdicts come from <see cref="LocalPlans"/>.
/// </summary>
public sealed class LocalRules
{
    private readonly RuleCatalog catalog;
    private readonly SubjectHistory? place;

    private LocalRules(RuleCatalog catalog, SubjectHistory? place) => (this.catalog, this.place) = (catalog, place);

    /// <summary>The rules where no jurisdiction changes a number.</summary>
    public static LocalRules AsBooked(RuleCatalog catalog) => new(catalog, null);

    /// <summary>The rules where the organization stands: on each day under those under whom it stood then; before it stood anywhere under the first, and later under the last.</summary>
    public static LocalRules Of(RuleCatalog catalog, SubjectHistory organization) => new(catalog, organization);

    /// <summary>The version in force on the day; before the first one that one, since what is enforced has no time in which nothing was.</summary>
    /// <param name="ruleId">The rule, by the id under which code knows it.</param>
    /// <param name="day">The day; of a period its first one.</param>
    public RuleVersion On(string ruleId, LocalDate day)
    {
        var here = Form(ruleId, day);
        return here.On(day) ?? here.Versions[^1];
    }

    /// <summary>The period of the calendar in which the day lies and for which the duty is judged there; none where the rule asks nothing of that day.</summary>
    /// <param name="ruleId">The rule, by the id under which code knows it.</param>
    /// <param name="day">The day.</param>
    public DutyPeriod? PeriodOf(string ruleId, LocalDate day) => new DutyPlan(Form(ruleId, day), day, day).Slots.Select(s => s.Period).FirstOrDefault(p => p.Days.Contains(day));

    private Rule Form(string ruleId, LocalDate day)
    {
        var rule = catalog.Rule(ruleId);
        return place?.UnderNearest(day) is { } under ? catalog.Under(under, rule) : rule;
    }
}
