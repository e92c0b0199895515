using System.Collections;
using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Imports;

/// <summary>
/// A list that keeps its items as bytes, some hundred of each, and makes them anew when they are asked for: the rows of a county's register would be ten times as much as objects, all of them alive until the
/// last one is compared.
/// </summary>
internal abstract class Packed<T> : IReadOnlyCollection<T>
{
    // Below what the garbage collector calls large.
    private const int PageLength = 1 << 16;

    private readonly List<byte[]> pages = [];
    private readonly List<int> places = [];
    private readonly MemoryStream buffer = new();
    private readonly BinaryWriter writer;
    private int free = PageLength;

    protected Packed() => writer = new(buffer);

    public int Count => places.Count;

    /// <summary>The item that was added so many places after the first.</summary>
    public T this[int number]
    {
        get
        {
            var (page, at) = (pages[places[number] / PageLength], places[number] % PageLength);
            using var reader = new BinaryReader(new MemoryStream(page, at, page.Length - at, writable: false));
            return Read(reader);
        }
    }

    public void Add(T item)
    {
        buffer.SetLength(0);
        Write(writer, item);
        writer.Flush();
        var length = (int)buffer.Length;
        if (length > PageLength - free)
        {
            pages.Add(new byte[PageLength]);
            free = 0;
        }

        buffer.GetBuffer().AsSpan(0, length).CopyTo(pages[^1].AsSpan(free));
        places.Add(((pages.Count - 1) * PageLength) + free);
        free += length;
    }

    /// <summary>Forgets the items before this one, save for those that lie together with it.</summary>
    public void ForgetBefore(int number)
    {
        for (var page = (places[number] / PageLength) - 1; page >= 0 && pages[page].Length > 0; page--) pages[page] = [];
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected abstract void Write(BinaryWriter writer, T item);

    protected abstract T Read(BinaryReader reader);

    /// <summary>Things that many items share, kept once.</summary>
    protected sealed class Shared<TThing> where TThing : class
    {
        private readonly Dictionary<TThing, int> numbers = [];
        private readonly List<TThing> things = [];

        public void Write(BinaryWriter writer, TThing? thing)
        {
            if (thing is not null && !numbers.ContainsKey(thing))
            {
                numbers.Add(thing, things.Count);
                things.Add(thing);
            }

            writer.Write7BitEncodedInt(thing is null ? 0 : numbers[thing] + 1);
        }

        public TThing? Read(BinaryReader reader) => reader.Read7BitEncodedInt() is var number and > 0 ? things[number - 1] : null;
    }
}

/// <summary>The members' rows of a file.</summary>
internal sealed class PackedMembers(Func<IdentityNumber, string> indexOf) : Packed<MemberRow>
{
    private static readonly LocalDate Beginning = new(1900, 1, 1);
    private readonly Shared<SheetHeader> headers = new();
    private readonly Shared<string> texts = new();
    private readonly Shared<SheetColumn> columns = new();

    protected override void Write(BinaryWriter writer, MemberRow row)
    {
        headers.Write(writer, row.Place.Header);
        texts.Write(writer, row.Place.Sheet);
        writer.Write7BitEncodedInt(row.Place.Number);
        writer.Write(row.Name.Value);
        writer.Write(row.Identity.Reveal());
        writer.Write(row.Phone?.Reveal() ?? "");
        writer.Write((byte)row.Standing);
        writer.Write((byte)((row.Floating ? 1 : 0) + (row.Pocket ? 2 : 0)));
        writer.Write((byte)row.Belonging);
        texts.Write(writer, row.OrganizationCode);
        texts.Write(writer, row.GroupCode);
        writer.Write(Day(row.From));
        writer.Write(Day(row.Since));
        columns.Write(writer, row.SinceColumn);
        texts.Write(writer, row.Workplace);
        if (row.Workplace is not null) writer.Write(row.WorksSince is { } works ? Day(works) : int.MinValue);
    }

    protected override MemberRow Read(BinaryReader reader)
    {
        var place = new RowPlace(headers.Read(reader)!, texts.Read(reader)!, reader.Read7BitEncodedInt());
        var (name, identity) = (PersonName.FromStorage(reader.ReadString()), IdentityNumber.FromStorage(reader.ReadString()));
        var phone = reader.ReadString() is { Length: > 0 } number ? PhoneNumber.FromStorage(number) : null;
        var (standing, marks, belonging) = ((Standing)reader.ReadByte(), reader.ReadByte(), (Belonging)reader.ReadByte());
        var (organization, group) = (texts.Read(reader)!, texts.Read(reader));
        var (from, since) = (Beginning.PlusDays(reader.ReadInt32()), Beginning.PlusDays(reader.ReadInt32()));
        var (column, workplace) = (columns.Read(reader), texts.Read(reader));
        var works = workplace is null ? int.MinValue : reader.ReadInt32();
        return new(
            place, name, identity, indexOf(identity), phone, standing, (marks & 1) != 0, (marks & 2) != 0, organization, from, since, column, belonging, group,
            workplace, works == int.MinValue ? null : Beginning.PlusDays(works));
    }

    private static int Day(LocalDate day) => Period.DaysBetween(Beginning, day);
}

/// <summary>What a file would change, in the order of the preview.</summary>
internal sealed class PackedChanges : Packed<PlannedChange>
{
    private readonly Shared<string> sheets = new();

    protected override void Write(BinaryWriter writer, PlannedChange change)
    {
        sheets.Write(writer, change.Sheet);
        writer.Write7BitEncodedInt(change.Row);
        writer.Write((byte)change.Kind);
        writer.Write((byte)change.Outcome);
        writer.Write(change.Subject);
        writer.Write(change.Name);
        writer.Write(change.Fields ?? "");
    }

    protected override PlannedChange Read(BinaryReader reader) => new(
        sheets.Read(reader)!, reader.Read7BitEncodedInt(), (Domain.Imports.RegisterKind)reader.ReadByte(), (RowOutcome)reader.ReadByte(), reader.ReadString(), reader.ReadString(),
        reader.ReadString() is { Length: > 0 } fields ? fields : null);
}
