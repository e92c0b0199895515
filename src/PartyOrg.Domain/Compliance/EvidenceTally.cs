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
    /// <param name="kind">The kind of evidence.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="encoded">The days with counts.</param>
    /// <param name="named">What the pieces are for, where the kind names that.</param>
    public Result<Done> Add(string kind, int year, ReadOnlySpan<byte> encoded, LocalDate? named = null)
    {
        var shelf = Of(kind, named is { } day ? Compliance.Days.Number(day) : null);
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
        foreach (var kind in evidence.GroupBy(e => (e.Kind, e.For)))
        {
            var shelf = tally.Of(kind.Key.Kind, kind.Key.For is { } named ? Compliance.Days.Number(named) : null);
            foreach (var day in kind.GroupBy(e => e.OccurredOn).OrderBy(d => d.Key)) shelf.Add(new(Days.Number(day.Key), day.Count()));
        }

        return tally;
    }

    private static readonly Result<Done> Succeeded = Done.It;

    internal ReadOnlySpan<TalliedDay> Counted(string kind)
    {
        foreach (var shelf in shelves)
        {
            if (shelf.For is null && shelf.Kind == kind) return shelf.Days.AsSpan(0, shelf.Length);
        }

        return [];
    }

    /// <summary>The days of the pieces of a kind that are for a day from a first to a last one, in order.</summary>
    internal ReadOnlySpan<TalliedDay> CountedFor(string kind, int first, int last)
    {
        Shelf? one = null;
        List<TalliedDay>? several = null;
        foreach (var shelf in shelves)
        {
            if (shelf.Length == 0 || shelf.For is not { } day || day < first || day > last || shelf.Kind != kind) continue;
            if (one is null) one = shelf;
            else (several ??= [.. one.Days.AsSpan(0, one.Length)]).AddRange(shelf.Days.AsSpan(0, shelf.Length));
        }

        if (several is null) return one is null ? [] : one.Days.AsSpan(0, one.Length);
        several.Sort((a, b) => a.Day.CompareTo(b.Day));
        return several.ToArray();
    }

    private Shelf Of(string kind, int? named = null)
    {
        foreach (var shelf in shelves)
        {
            if (shelf.For == named && shelf.Kind == kind) return shelf;
        }

        var added = new Shelf(kind, named);
        shelves.Add(added);
        return added;
    }

    private sealed class Shelf(string kind, int? named)
    {
        public string Kind => kind;

        public int? For => named;

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
