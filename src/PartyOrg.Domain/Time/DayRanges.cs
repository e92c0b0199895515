using PartyOrg.Domain.Compliance;

namespace PartyOrg.Domain.Time;

/// <summary>Days as sets.</summary>
public static class DayRanges
{
    /// <summary>What is left of the days when those of the others are taken away, in order.</summary>
    public static IReadOnlyList<DayRange> Without(this DayRange days, IEnumerable<DayRange> others)
    {
        List<DayRange> left = [days];
        foreach (var other in others) left = left.ConvertAll(range => Without(range, other)).SelectMany(rest => rest).ToList();
        return left;
    }

    private static IEnumerable<DayRange> Without(DayRange days, DayRange other)
    {
        if (!days.Overlaps(other))
        {
            yield return days;
            yield break;
        }

        if (days.From < other.From) yield return new(days.From, other.From.PlusDays(-1));
        if (other.To is { } last && (days.To is null || days.To > last)) yield return new(last.PlusDays(1), days.To);
    }
}
