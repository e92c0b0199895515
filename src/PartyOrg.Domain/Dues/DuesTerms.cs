using NodaTime;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Dues;

/// <summary>The terms of TWS-D2.</summary>
/// <param name="rule">The rule.</param>
public sealed class DuesTerms(Rule rule)
{
    /// <summary>The terms as the book has them.</summary>
    public DuesTerms(RuleCatalog catalog) : this(catalog.Rule("TWS-D2")) { }

    /// <summary>The last day on which the month's dues are paid in time, itself included; in a shorter month its last day.</summary>
    public LocalDate DueOn(YearMonth month) =>
        month.OnDayOfMonth(Math.Min(rule.OnOrFirst(month.OnDayOfMonth(1)).Whole("dueDay"), CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)));
}
