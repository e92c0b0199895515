using System.Text;
using System.Xml;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>Tells what a file really is, refuses what is not read, and leaves the rest to the reader of its kind.</summary>
public sealed class SpreadsheetReader(SpreadsheetLimits limits) : ISpreadsheetReader
{
    private static readonly byte[] Zip = "PK\x03\x04"u8.ToArray();
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // An encrypted workbook is a compound file with a stream of this name; names there are UTF-16.
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <inheritdoc/>
    public IEnumerable<Result<SheetRow>> Read(Stream content, string fileName, CancellationToken cancellation = default)
    {
        IEnumerator<SheetRow>? rows = null;
        try
        {
            var count = 0;
            while (true)
            {
                Result<SheetRow> next;
                try
                {
                    rows ??= Open(content, fileName).GetEnumerator();
                    cancellation.ThrowIfCancellationRequested();
                    if (rows.MoveNext()) next = rows.Current;
                    else if (count == 0) next = SpreadsheetErrors.Empty;
                    else break;
                }
                catch (UnreadableSpreadsheet refusal)
                {
                    next = refusal.Error;
                }
                catch (Exception fault) when (fault is XmlException or InvalidDataException or EndOfStreamException or DecoderFallbackException)
                {
                    next = SpreadsheetErrors.Damaged;
                }

                count++;
                yield return next;
                if (!next.Succeeded) break;
            }
        }
        finally
        {
            rows?.Dispose();
        }
    }

    private IEnumerable<SheetRow> Open(Stream content, string fileName)
    {
        if (content.Length == 0) throw new UnreadableSpreadsheet(SpreadsheetErrors.Empty);
        if (content.Length > limits.FileBytes) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooLarge(limits.FileBytes));
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var head = new byte[8];
        content.Position = 0;
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var isZip = head.AsSpan(0, length).StartsWith(Zip);
        var isCompound = head.AsSpan(0, length).SequenceEqual(CompoundFile);
        switch (extension)
        {
            case ".xlsm" or ".xltm" or ".xlam":
                throw new UnreadableSpreadsheet(SpreadsheetErrors.Macros);
            case ".xls" or ".xlt" when isCompound && !Contains(content, EncryptedPackage):
                throw new UnreadableSpreadsheet(SpreadsheetErrors.OldFormat);
            case ".xlsx" or ".xls" or ".csv" when isCompound:
                throw new UnreadableSpreadsheet(Contains(content, EncryptedPackage) ? SpreadsheetErrors.Encrypted : SpreadsheetErrors.OldFormat);
            case ".xlsx" when isZip:
                return new WorkbookReader(content, limits).Rows();
            case ".csv" when !isZip:
                return new CsvFile(content, Path.GetFileNameWithoutExtension(fileName), limits).Rows();
            case ".xlsx" or ".csv" or ".xls":
                throw new UnreadableSpreadsheet(SpreadsheetErrors.NotWhatItSays(extension));
            default:
                throw new UnreadableSpreadsheet(SpreadsheetErrors.TypeUnsupported(extension));
        }
    }

    private static bool Contains(Stream content, byte[] sought)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        content.Position = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            if (buffer.AsSpan(0, kept + read).IndexOf(sought) >= 0) return true;
            var tail = Math.Min(sought.Length - 1, kept + read);
            buffer.AsSpan(kept + read - tail, tail).CopyTo(buffer);
            kept = tail;
        }

        return false;
    }
}
