using NodaTime;

namespace PartyOrg.Domain.Compliance;

/// <summary>How long a calendar period is. The periods of one length follow each other without gap or overlap, from January 1 on.</summary>
public enum PeriodLength
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>January and February, March and April, … (每两个月).</summary>
    TwoMonths,

    /// <summary>A calendar quarter.</summary>
    Quarter,

    /// <summary>January to June, July to December (半年).</summary>
    HalfYear,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>The periods of each length.</summary>
public static class PeriodLengths
{
    /// <summary>The number of calendar months in a period; it divides twelve, so that a period never spans two years.</summary>
    public static int Months(this PeriodLength length) => length switch
    {
        PeriodLength.Month => 1,
        PeriodLength.TwoMonths => 2,
        PeriodLength.Quarter => 3,
        PeriodLength.HalfYear => 6,
        PeriodLength.Year => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(length), length, "Not a period length."),
    };

    /// <summary>Whether the periods of the one length lie in those of the other: two months do not lie in quarters.</summary>
    public static bool Fits(this PeriodLength one, PeriodLength other) => Math.Max(one.Months(), other.Months()) % Math.Min(one.Months(), other.Months()) == 0;

    /// <summary>The period of this length to which the day belongs.</summary>
    public static DutyPeriod PeriodOn(this PeriodLength length, LocalDate day)
    {
        var months = length.Months();
        var from = new LocalDate(day.Year, (day.Month - 1) / months * months + 1, 1);
        return new(from, from.PlusMonths(months - 1).With(DateAdjusters.EndOfMonth), length);
    }

    /// <summary>Every period with at least one day in the range, in order; the range must have an end.</summary>
    public static IEnumerable<DutyPeriod> PeriodsIn(this PeriodLength length, DayRange days)
    {
        var last = days.To ?? throw new ArgumentException("A range of periods needs a last day.", nameof(days));
        for (var period = length.PeriodOn(days.From); period.From <= last; period = length.PeriodOn(period.To.PlusDays(1))) yield return period;
    }
}
