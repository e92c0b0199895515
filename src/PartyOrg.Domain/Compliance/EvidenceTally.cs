using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance;

/// <summary>
/// One subject's evidence as sorted days with counts, per kind: all that the engine needs to judge. Made once and cleared between
/// subjects, so that a sweep allocates nothing per subject. Not for several threads at once.
/// </summary>
public sealed class EvidenceTally
{
    private readonly List<Shelf> shelves = [];

    /// <summary>Forgets the evidence and keeps the room for the next subject's.</summary>
    public void Clear()
    {
        foreach (var shelf in shelves) shelf.Length = 0;
    }

    /// <summary>Adds a year of a kind from the projection. The years of one kind come in ascending order; otherwise it is a bug.</summary>
    public void Add(string kind, EvidenceDays days)
    {
        var shelf = Of(kind);
        foreach (var (day, count) in days.Counted) shelf.Add(new(Days.Number(day), count));
    }

    /// <summary>Adds a year of a kind from the projection's bytes. Bytes that cannot be read are an error, and nothing of them is added.</summary>
    public Result<Done> Add(string kind, int year, ReadOnlySpan<byte> encoded)
    {
        var shelf = Of(kind);
        var before = shelf.Length;
        var newYearsEve = Days.Number(new LocalDate(year, 1, 1)) - 1;
        var reader = new EvidenceDaysReader(year, encoded);
        while (reader.Next()) shelf.Add(new(newYearsEve + reader.DayOfYear, reader.Count));
        if (!reader.Broken) return Succeeded;

        shelf.Length = before;
        return EvidenceDays.Unreadable(year);
    }

    /// <summary>The tally of pieces in any order.</summary>
    public static EvidenceTally Of(IEnumerable<Evidence> evidence)
    {
        var tally = new EvidenceTally();
        foreach (var kind in evidence.GroupBy(e => e.Kind))
        {
            var shelf = tally.Of(kind.Key);
            foreach (var day in kind.GroupBy(e => e.OccurredOn).OrderBy(d => d.Key)) shelf.Add(new(Days.Number(day.Key), day.Count()));
        }

        return tally;
    }

    private static readonly Result<Done> Succeeded = Done.It;

    internal ReadOnlySpan<TalliedDay> Counted(string kind)
    {
        foreach (var shelf in shelves)
        {
            if (shelf.Kind == kind) return shelf.Days.AsSpan(0, shelf.Length);
        }

        return [];
    }

    private Shelf Of(string kind)
    {
        foreach (var shelf in shelves)
        {
            if (shelf.Kind == kind) return shelf;
        }

        var added = new Shelf(kind);
        shelves.Add(added);
        return added;
    }

    private sealed class Shelf(string kind)
    {
        public string Kind => kind;

        public TalliedDay[] Days { get; private set; } = new TalliedDay[32];

        public int Length { get; set; }

        public void Add(TalliedDay day)
        {
            if (Length > 0 && Days[Length - 1].Day >= day.Day) throw new InvalidOperationException($"Evidence of kind {Kind} is added out of order.");
            if (Length == Days.Length)
            {
                var larger = Days;
                Array.Resize(ref larger, Length * 2);
                Days = larger;
            }

            Days[Length++] = day;
        }
    }
}

/// <summary>A day as a number, and how many pieces occurred on it.</summary>
internal readonly record struct TalliedDay(int Day, int Count)
{
    /// <summary>Where the first entry on or after the day stands.</summary>
    public static int FirstFrom(ReadOnlySpan<TalliedDay> days, int day)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle].Day < day) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
