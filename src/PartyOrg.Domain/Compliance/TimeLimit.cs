using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance;

/// <summary>In what a limit is counted; the strictest first: so many days are never more than so many working days, nor these than so many months.</summary>
public enum TimeUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Working days by the calendar.</summary>
    WorkingDays,

    /// <summary>Calendar months; where the month reached is shorter, its last day.</summary>
    Months,
}

/// <summary>So many days, working days or months after a day that is itself not counted.</summary>
/// <param name="Number">At least one.</param>
/// <param name="Unit">In what it is counted.</param>
public readonly record struct TimeLimit(int Number, TimeUnit Unit)
{
    /// <summary>The limit in a sentence: "5 working days".</summary>
    public Text Name => Unit switch
    {
        TimeUnit.Days => new($"{Number} day{(Number == 1 ? "" : "s")}", $"{Number}天"),
        TimeUnit.WorkingDays => new($"{Number} working day{(Number == 1 ? "" : "s")}", $"{Number}个工作日"),
        _ => new($"{Number} month{(Number == 1 ? "" : "s")}", $"{Number}个月"),
    };

    /// <summary>The last day in time, itself included.</summary>
    public LocalDate After(LocalDate day) => Unit switch
    {
        TimeUnit.Days => day.PlusDays(Number),
        TimeUnit.WorkingDays => WorkingCalendar.Embedded.After(day, Number),
        _ => day.PlusMonths(Number),
    };

    /// <summary>Says which years, of those that were counted through, have no calendar of working days.</summary>
    public IEnumerable<Text> Reservations(LocalDate from, LocalDate to) => Unit != TimeUnit.WorkingDays
        ? []
        : WorkingCalendar.Embedded.Reservations(from, to);
}
