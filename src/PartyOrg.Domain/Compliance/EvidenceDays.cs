using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance;

/// <summary>A day and how many pieces of evidence occurred on it.</summary>
/// <param name="Day">The civil date.</param>
/// <param name="Count">At least one.</param>
public readonly record struct CountedDay(LocalDate Day, int Count);

/// <summary>
/// The projection of one subject × evidence kind × year: the sorted days with counts, as they are known now. Stored as bytes: for each
/// day the distance from the day before it (from December 31 for the first one) and the count, each as a base-128 number, low seven bits
/// first. Twelve meetings a year are 24 bytes.
/// </summary>
public sealed class EvidenceDays : IEquatable<EvidenceDays>
{
    /// <summary>The most pieces of one kind that one subject can have on one day; one more is refused.</summary>
    public const int MostPerDay = 65_535;

    private readonly CountedDay[] days;

    private EvidenceDays(int year, CountedDay[] days) => (Year, this.days) = (year, days);

    /// <summary>The calendar year.</summary>
    public int Year { get; }

    /// <summary>The days in order, each once.</summary>
    public IReadOnlyList<CountedDay> Counted => days;

    /// <summary>No evidence in the year.</summary>
    public static EvidenceDays None(int year) => new(year, []);

    /// <summary>The year's days, with one more piece on the day. More than <see cref="MostPerDay"/> on one day is refused; a day of another year is a bug.</summary>
    public Result<EvidenceDays> Add(LocalDate day)
    {
        var (at, found) = Find(day);
        if (!found) return new EvidenceDays(Year, [.. days[..at], new(day, 1), .. days[at..]]);
        if (days[at].Count == MostPerDay)
        {
            return Error.Invalid(
                "evidence-too-many-on-one-day",
                $"There are already {MostPerDay} pieces of this kind on {day.Iso()}, the most that one day holds. Check whether an import repeats itself.",
                $"{day.Iso()}已有{MostPerDay}条此类记录，达到单日上限。请检查导入内容是否重复。");
        }

        return With(at, days[at].Count + 1);
    }

    /// <summary>The year's days, with one piece less on the day. A day without a piece is an error: ledger and projection disagree.</summary>
    public Result<EvidenceDays> Remove(LocalDate day)
    {
        var (at, found) = Find(day);
        if (!found) return Error.Conflict(
            "evidence-projection-disagrees",
            $"There is no piece of this kind on {day.Iso()} to take away: the projection disagrees with the ledger. Rebuild the projection.",
            $"{day.Iso()}没有可撤销的此类记录：投影与台账不一致。请重建投影。");
        return days[at].Count > 1 ? With(at, days[at].Count - 1) : new EvidenceDays(Year, [.. days[..at], .. days[(at + 1)..]]);
    }

    /// <summary>The days as bytes; no evidence is no bytes. Equal days give equal bytes.</summary>
    public byte[] Encode()
    {
        var bytes = new List<byte>(days.Length * 2);
        var before = 0;
        foreach (var (day, count) in days)
        {
            Write(bytes, day.DayOfYear - before);
            Write(bytes, count);
            before = day.DayOfYear;
        }

        return [.. bytes];
    }

    /// <summary>The days that the bytes stand for. Bytes that <see cref="Encode"/> does not write for the year are an error.</summary>
    public static Result<EvidenceDays> Decode(int year, ReadOnlySpan<byte> bytes)
    {
        var days = new List<CountedDay>(bytes.Length / 2);
        var newYearsEve = new LocalDate(year, 1, 1).PlusDays(-1);
        var reader = new EvidenceDaysReader(year, bytes);
        while (reader.Next()) days.Add(new(newYearsEve.PlusDays(reader.DayOfYear), reader.Count));
        return reader.Broken ? Unreadable(year) : new EvidenceDays(year, [.. days]);
    }

    /// <inheritdoc/>
    public bool Equals(EvidenceDays? other) => other is not null && Year == other.Year && days.AsSpan().SequenceEqual(other.days);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EvidenceDays);

    /// <inheritdoc/>
    public override int GetHashCode() => days.Aggregate(Year, (hash, day) => HashCode.Combine(hash, day));

    internal static Error Unreadable(int year) => Error.Conflict(
        "evidence-projection-unreadable",
        $"The projection of {year} cannot be read. Rebuild the projection; the ledger is not touched.",
        $"{year}年的投影无法读取。请重建投影；台账不受影响。");

    private (int At, bool Found) Find(LocalDate day)
    {
        if (day.Year != Year) throw new ArgumentOutOfRangeException(nameof(day), day, $"The day is not in {Year}.");
        var at = 0;
        while (at < days.Length && days[at].Day < day) at++;
        return (at, at < days.Length && days[at].Day == day);
    }

    private EvidenceDays With(int at, int count)
    {
        var changed = (CountedDay[])days.Clone();
        changed[at] = changed[at] with { Count = count };
        return new(Year, changed);
    }

    private static void Write(List<byte> bytes, int value)
    {
        for (; value > 0x7F; value >>= 7) bytes.Add((byte)(value & 0x7F | 0x80));
        bytes.Add((byte)value);
    }
}

/// <summary>Walks over encoded evidence days without allocating.</summary>
internal ref struct EvidenceDaysReader(int year, ReadOnlySpan<byte> bytes)
{
    private readonly int lastDay = CalendarSystem.Iso.GetDaysInYear(year);
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>The current day's number in its year.</summary>
    public int DayOfYear { get; private set; }

    /// <summary>The pieces on the current day.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the bytes are not what an encoder writes.</summary>
    public bool Broken { get; private set; }

    /// <summary>Goes to the next day; false at the end and where the bytes are broken.</summary>
    public bool Next()
    {
        if (rest.IsEmpty || Broken) return false;
        var step = Read();
        var count = Read();
        Broken |= step < 1 || count < 1 || count > EvidenceDays.MostPerDay || DayOfYear + step > lastDay;
        if (Broken) return false;
        (DayOfYear, Count) = (DayOfYear + step, count);
        return true;
    }

    // A number that ends in an empty high part could have been written shorter: one meaning has one encoding, so that bytes can be compared.
    private int Read()
    {
        var value = 0;
        for (var i = 0; i < rest.Length && i < 3; i++)
        {
            value |= (rest[i] & 0x7F) << 7 * i;
            if ((rest[i] & 0x80) != 0) continue;
            if (i > 0 && rest[i] == 0) break;
            rest = rest[(i + 1)..];
            return value;
        }

        Broken = true;
        return 0;
    }
}
