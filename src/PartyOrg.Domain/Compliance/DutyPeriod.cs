using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance;

/// <summary>The days for which a duty is judged once: a calendar period, or days of its own such as a campaign's.</summary>
/// <param name="From">The first day; it decides which version of a rule governs and which place of the subject counts.</param>
/// <param name="To">The last day, itself included.</param>
/// <param name="Length">The calendar length; none for days of its own.</param>
public readonly record struct DutyPeriod(LocalDate From, LocalDate To, PeriodLength? Length = null)
{
    /// <summary>The first day for which periods can be asked: no rule book is older.</summary>
    public static LocalDate FirstDay { get; } = new(2000, 1, 1);

    /// <summary>The last day for which periods can be asked.</summary>
    public static LocalDate LastDay { get; } = new(2100, 12, 31);

    /// <summary>The period's days.</summary>
    public DayRange Days => new(From, To);

    /// <summary>
    /// The stable name: <c>2024-03</c>, <c>2024-B2</c> (March and April), <c>2024-Q1</c>, <c>2024-H1</c>, <c>2024</c>; for days of its own the
    /// ISO 8601 interval, <c>2014-04-01/2014-09-30</c>.
    /// </summary>
    public string Label => Length switch
    {
        PeriodLength.Month => string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}-{From.Month:00}"),
        PeriodLength.TwoMonths => string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}-B{Number}"),
        PeriodLength.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}-Q{Number}"),
        PeriodLength.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}-H{Number}"),
        PeriodLength.Year => string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}"),
        _ => $"{From.Iso()}/{To.Iso()}",
    };

    /// <summary>The name as it stands in a sentence.</summary>
    public Text Name => Length switch
    {
        PeriodLength.Month => new($"{MonthNames[From.Month - 1]} {From.Year}", $"{From.Year}年{From.Month}月"),
        PeriodLength.TwoMonths => new($"{MonthNames[From.Month - 1]} and {MonthNames[To.Month - 1]} {From.Year}", $"{From.Year}年{From.Month}月至{To.Month}月"),
        PeriodLength.Quarter => new($"{Ordinals[Number - 1]} quarter of {From.Year}", $"{From.Year}年第{Number}季度"),
        PeriodLength.HalfYear => new($"{Ordinals[Number - 1]} half of {From.Year}", $"{From.Year}年{(Number == 1 ? "上" : "下")}半年"),
        PeriodLength.Year => new($"{From.Year}", $"{From.Year}年"),
        _ => new($"{From.Iso()} to {To.Iso()}", $"{From.Iso()}至{To.Iso()}"),
    };

    private static string[] MonthNames => CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    private static readonly string[] Ordinals = ["the first", "the second", "the third", "the fourth"];

    private int Number => (From.Month - 1) / Length!.Value.Months() + 1;

    /// <summary>The first day of the period's last so many months.</summary>
    public LocalDate FirstOfLast(int months) => To.PlusDays(1).PlusMonths(-months);

    /// <summary>Whether the day belongs to the period.</summary>
    public bool Contains(LocalDate day) => From <= day && day <= To;

    /// <summary>The calendar period with this label; none when the text is not the label of one from 2000 to 2100.</summary>
    public static DutyPeriod? Parse(string label)
    {
        if (label.Length < 4 || !int.TryParse(label.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (year < FirstDay.Year || year > LastDay.Year) return null;

        var (length, number) = (label.Length, label.ElementAtOrDefault(4), label.ElementAtOrDefault(5)) switch
        {
            (4, _, _) => (PeriodLength.Year, "1"),
            (7, '-', 'B') => (PeriodLength.TwoMonths, label[6..]),
            (7, '-', 'Q') => (PeriodLength.Quarter, label[6..]),
            (7, '-', 'H') => (PeriodLength.HalfYear, label[6..]),
            (7, '-', _) => (PeriodLength.Month, label[5..]),
            _ => (PeriodLength.Year, ""),
        };
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1 || n > 12 / length.Months()) return null;
        return length.PeriodOn(new(year, (n - 1) * length.Months() + 1, 1));
    }

    /// <summary>
    /// The days asked for: each end a date (<c>2024-03-31</c>) or the label of a period, of which the first, respectively the last day counts.
    /// A malformed end, one outside 2000 to 2100, or a first day after the last is an error that points at <c>/from</c> or <c>/to</c>.
    /// </summary>
    public static Result<DayRange> ParseRange(string from, string to)
    {
        var first = EndOf(from, p => p.From);
        var last = EndOf(to, p => p.To);
        var errors = new List<Error>();
        if (first is null) errors.Add(Malformed(from, "/from"));
        if (last is null) errors.Add(Malformed(to, "/to"));
        if (first > last)
        {
            errors.Add(Error.Invalid(
                "period-reversed",
                $"The first day {first.Value.Iso()} is after the last day {last.Value.Iso()}. Swap from and to.",
                $"开始日期{first.Value.Iso()}晚于结束日期{last.Value.Iso()}。请对调 from 与 to。",
                "/from"));
        }

        return errors.Count > 0 ? errors.ToArray() : new DayRange(first!.Value, last);
    }

    private static LocalDate? EndOf(string text, Func<DutyPeriod, LocalDate> end)
    {
        if (Parse(text) is { } period) return end(period);
        var date = LocalDatePattern.Iso.Parse(text);
        return date.Success && date.Value >= FirstDay && date.Value <= LastDay ? date.Value : null;
    }

    private static Error Malformed(string text, string pointer) => Error.Invalid(
        "period-malformed",
        $"\"{text}\" is neither a date from {FirstDay.Iso()} to {LastDay.Iso()} nor a period. Write a date such as 2024-03-31, or a period such as 2024-03, 2024-B2, 2024-Q1, 2024-H1 or 2024.",
        $"“{text}”既不是{FirstDay.Iso()}至{LastDay.Iso()}之间的日期，也不是周期。请写日期（如 2024-03-31）或周期（如 2024-03、2024-B2、2024-Q1、2024-H1、2024）。",
        pointer);
}
