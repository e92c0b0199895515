using System.Buffers.Binary;
using System.IO.Compression;
using PartyOrg.Application.Imports;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>
/// The ZIP file around a workbook. Its directory is walked once, without keeping anything, before the library reads it; then every part's
/// name, size and ratio are judged, and what a part yields by unpacking is held to the size that the directory gives.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const uint EndOfDirectory = 0x06054b50;
    private const uint DirectoryEntry = 0x02014b50;
    private const int EndOfDirectoryLength = 22;
    private const int DirectoryEntryLength = 46;
    private const int LongestComment = 65535;

    private static readonly string[] ForeignObjects = ["vbaproject", "/embeddings/", "/activex/", "oleobject", "macrosheets/", "dialogsheets/"];

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    public WorkbookPackage(Stream content, SpreadsheetLimits limits)
    {
        Walk(content, limits);
        content.Position = 0;
        archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            Judge(limits);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public void Dispose() => archive.Dispose();

    /// <summary>A part's bytes, held to their declared number and to the forms that a workbook needs; none when there is no such part.</summary>
    public Stream? Open(string name) => parts.TryGetValue(name, out var entry) ? new GuardedXmlStream(entry.Open(), entry.Length) : null;

    private static void Walk(Stream content, SpreadsheetLimits limits)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndOfDirectoryLength + LongestComment)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var end = tail.Length - EndOfDirectoryLength;
        while (end >= 0 && !(Word(tail, end) == EndOfDirectory && end + EndOfDirectoryLength + Half(tail, end + 20) == tail.Length)) end--;
        if (end < 0) throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);

        var (count, length, offset) = (Half(tail, end + 10), Word(tail, end + 12), Word(tail, end + 16));
        var endPosition = content.Length - tail.Length + end;
        // Nothing may stand before the parts or between directory and end: what another program would read there, this one would not see.
        if (Half(tail, end + 8) != count || offset + (long)length != endPosition) throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
        if (count > limits.Parts) throw new UnreadableSpreadsheet(SpreadsheetErrors.Unsafe);

        var entry = new byte[DirectoryEntryLength];
        content.Position = offset;
        for (var i = 0; i < count; i++)
        {
            if (content.Position + DirectoryEntryLength > endPosition) throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
            content.ReadExactly(entry);
            var (flags, method) = (Half(entry, 8), Half(entry, 10));
            if (Word(entry, 0) != DirectoryEntry) throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
            if ((flags & 1) != 0) throw new UnreadableSpreadsheet(SpreadsheetErrors.Encrypted);
            if (method is not (0 or 8)) throw new UnreadableSpreadsheet(SpreadsheetErrors.Unsafe);
            content.Position += Half(entry, 28) + Half(entry, 30) + Half(entry, 32);
        }

        if (content.Position != endPosition) throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
    }

    private void Judge(SpreadsheetLimits limits)
    {
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (name.EndsWith('/') && entry.Length == 0) continue;
            if (name.Length is 0 or > 260 || name[0] == '/' || name.AsSpan().IndexOfAny("\\:\0") >= 0 || name.Split('/').Any(step => step is "" or "." or "..")
                || !parts.TryAdd(name, entry))
            {
                throw new UnreadableSpreadsheet(SpreadsheetErrors.Unsafe);
            }

            if (ForeignObjects.Any(thing => name.Contains(thing, StringComparison.OrdinalIgnoreCase))) throw new UnreadableSpreadsheet(SpreadsheetErrors.Macros);
            unpacked += entry.Length;
            var isBomb = entry.Length > limits.UnpackedBytesOfAnyRatio && entry.Length / limits.UnpackingRatio > entry.CompressedLength;
            if (isBomb || unpacked > limits.UnpackedBytes) throw new UnreadableSpreadsheet(SpreadsheetErrors.ExpandsTooFar);
        }
    }

    private static int Half(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
