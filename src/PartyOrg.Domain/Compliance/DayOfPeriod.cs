using System.Globalization;
using NodaTime;

namespace PartyOrg.Domain.Compliance;

/// <summary>
/// A day of every calendar period, as rule files write it: <c>01-31</c> is the 31st day of the period's first month, for a year January 31.
/// Where that month is shorter it is its last day, so that <c>02-29</c> is there in every year.
/// </summary>
/// <param name="Month">The month of the period, from 1.</param>
/// <param name="Day">The day of that month, 1 to 31.</param>
public readonly record struct DayOfPeriod(int Month, int Day) : IComparable<DayOfPeriod>
{
    /// <summary>The day that the text stands for; none when it is not two digits, a hyphen and two digits, a month from 1 to 12 and a day from 1 to 31.</summary>
    public static DayOfPeriod? Parse(string? text)
    {
        if (text is not { Length: 5 } || text[2] != '-') return null;
        if (!int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)) return null;
        if (!int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return null;
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? new(month, day) : null;
    }

    /// <summary>The day in a calendar period that has the month.</summary>
    public LocalDate In(DutyPeriod period)
    {
        var month = period.From.PlusMonths(Month - 1);
        return new(month.Year, month.Month, Math.Min(Day, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)));
    }

    /// <inheritdoc/>
    public int CompareTo(DayOfPeriod other) => (Month, Day).CompareTo((other.Month, other.Day));
}
