using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Domain.Dues;

/// <summary>The terms of TWS-D2.</summary>
/// <param name="rules">The rules as they stand for each organization in whose ledger dues are booked.</param>
public sealed class DuesTerms(Func<Id<Organization>, LocalRules> rules)
{
    /// <summary>The last day on which the month's dues are paid in time, itself included; in a shorter month its last day. What is in force on the month's first day governs it.</summary>
    public LocalDate DueOn(Id<Organization> organization, YearMonth month) => month.OnDayOfMonth(
        Math.Min(rules(organization).On("TWS-D2", month.OnDayOfMonth(1)).Whole("dueDay"), CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)));
}
