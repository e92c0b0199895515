using NodaTime;

namespace PartyOrg.Domain.Compliance;

/// <summary>Days from a first to a last one, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; none when it goes on without end.</param>
public readonly record struct DayRange(LocalDate From, LocalDate? To)
{
    /// <summary>Whether the day belongs to the range.</summary>
    public bool Contains(LocalDate day) => From <= day && (To is null || day <= To);

    /// <summary>Whether every day of the other range belongs to this one.</summary>
    public bool Covers(DayRange other) => From <= other.From && (To is null || other.To <= To);

    /// <summary>Whether the two have a day in common.</summary>
    public bool Overlaps(DayRange other) => (other.To is null || From <= other.To) && (To is null || other.From <= To);
}

/// <summary>A set of days, kept as ranges in order that neither overlap nor touch.</summary>
public sealed class DaySet : IEquatable<DaySet>
{
    private DaySet(IReadOnlyList<DayRange> ranges) => Ranges = ranges;

    /// <summary>No day.</summary>
    public static DaySet Empty { get; } = new([]);

    /// <summary>The ranges in order; there is at least one missing day between two of them.</summary>
    public IReadOnlyList<DayRange> Ranges { get; }

    /// <summary>The days that belong to at least one of the ranges.</summary>
    public static DaySet Of(IEnumerable<DayRange> ranges)
    {
        var merged = new List<DayRange>();
        foreach (var range in ranges.OrderBy(r => r.From))
        {
            if (merged.Count > 0 && (merged[^1].To is not { } last || range.From <= last.PlusDays(1)))
            {
                var longer = merged[^1].To is null || range.To is null ? null : LocalDate.Max(merged[^1].To!.Value, range.To.Value) as LocalDate?;
                merged[^1] = merged[^1] with { To = longer };
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged.Count == 0 ? Empty : new(merged);
    }

    /// <summary>The days that belong to both.</summary>
    public DaySet Intersect(DaySet other)
    {
        var common = new List<DayRange>();
        foreach (var a in Ranges)
        {
            foreach (var b in other.Ranges)
            {
                if (a.Overlaps(b)) common.Add(new(LocalDate.Max(a.From, b.From), Earlier(a.To, b.To)));
            }
        }

        return common.Count == 0 ? Empty : new(common);
    }

    /// <summary>The days that do not belong to it.</summary>
    public DaySet Others()
    {
        var (others, from) = (new List<DayRange>(), (LocalDate?)LocalDate.MinIsoValue);
        foreach (var range in Ranges)
        {
            if (from < range.From) others.Add(new(from.Value, range.From.PlusDays(-1)));
            from = range.To?.PlusDays(1);
        }

        if (from is { } rest) others.Add(new(rest, null));
        return others.Count == 0 ? Empty : new(others);
    }

    /// <summary>Whether every day of the range belongs to the set.</summary>
    public bool Covers(DayRange range) => Ranges.Any(r => r.Covers(range));

    /// <summary>Whether a day of the range belongs to the set.</summary>
    public bool Overlaps(DayRange range) => Ranges.Any(r => r.Overlaps(range));

    /// <summary>Whether the day belongs to the set.</summary>
    public bool Contains(LocalDate day) => Ranges.Any(r => r.Contains(day));

    /// <inheritdoc/>
    public bool Equals(DaySet? other) => other is not null && Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DaySet);

    /// <inheritdoc/>
    public override int GetHashCode() => Ranges.Aggregate(0, HashCode.Combine);

    private static LocalDate? Earlier(LocalDate? a, LocalDate? b) => a is null ? b : b is null ? a : LocalDate.Min(a.Value, b.Value);
}
