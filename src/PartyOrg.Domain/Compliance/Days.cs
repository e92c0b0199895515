using NodaTime;

namespace PartyOrg.Domain.Compliance;

/// <summary>Days as numbers, so that a sweep over a city compares integers. Day 0 is 1970-01-01.</summary>
internal static class Days
{
    /// <summary>Stands for the last day of what goes on without end.</summary>
    public const int Never = int.MaxValue;

    private static readonly LocalDate Zero = new(1970, 1, 1);

    public static int Number(LocalDate day) => NodaTime.Period.DaysBetween(Zero, day);

    public static LocalDate Date(int number) => Zero.PlusDays(number);

    public static string Iso(this LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}

/// <summary>Days from a first to a last one, both included, as numbers.</summary>
internal readonly record struct DaySpan(int From, int To)
{
    public static DaySpan Of(DayRange range) => new(Days.Number(range.From), range.To is { } to ? Days.Number(to) : Days.Never);

    public DayRange Range => new(Days.Date(From), To == Days.Never ? null : Days.Date(To));

    /// <summary>In order of the first day; two may overlap or touch.</summary>
    public static DaySpan[] InOrder(IEnumerable<DayRange> ranges) => [.. ranges.Select(Of).OrderBy(s => s.From)];

    /// <summary>The same days in order, as spans that neither overlap nor touch.</summary>
    public static DaySpan[] Merged(IEnumerable<DaySpan> spans)
    {
        var merged = new List<DaySpan>();
        foreach (var span in spans.OrderBy(s => s.From))
        {
            if (merged.Count > 0 && (merged[^1].To == Days.Never || span.From <= merged[^1].To + 1)) merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, span.To) };
            else merged.Add(span);
        }

        return [.. merged];
    }

    /// <summary>The days that belong to both, in order.</summary>
    public static DaySpan[] Common(DaySpan[] some, DaySpan[] others)
    {
        var common = new List<DaySpan>();
        foreach (var a in some)
        {
            foreach (var b in others)
            {
                var (from, to) = (Math.Max(a.From, b.From), Math.Min(a.To, b.To));
                if (from <= to) common.Add(new(from, to));
            }
        }

        return [.. common];
    }

    /// <summary>The span to which the day belongs; none if no span has it.</summary>
    public static DaySpan? Containing(ReadOnlySpan<DaySpan> spans, int day)
    {
        foreach (var span in spans)
        {
            if (span.From <= day && day <= span.To) return span;
        }

        return null;
    }

    /// <summary>Whether every day from one to another belongs to one of the spans, which are in order.</summary>
    public static bool Cover(ReadOnlySpan<DaySpan> spans, int from, int to)
    {
        foreach (var span in spans)
        {
            if (span.From > from) return false;
            if (span.To >= to) return true;
            if (span.To >= from) from = span.To + 1;
        }

        return false;
    }

    /// <summary>Whether a day from one to another belongs to one of the spans.</summary>
    public static bool Overlap(ReadOnlySpan<DaySpan> spans, int from, int to)
    {
        foreach (var span in spans)
        {
            if (span.From <= to && from <= span.To) return true;
        }

        return false;
    }
}
