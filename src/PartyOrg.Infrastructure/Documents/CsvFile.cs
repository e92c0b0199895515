using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using PartyOrg.Application.Imports;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>
/// Streams the records of a CSV file (RFC 4180; comma, semicolon or tab). The text is UTF-8 when all of it can be, otherwise GB18030,
/// which Chinese spreadsheet programs write without saying so; UTF-16 when a byte order mark says so.
/// </summary>
internal sealed partial class CsvFile(Stream content, string sheet, SpreadsheetLimits limits)
{
    private const int BufferLength = 1 << 14;
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public IEnumerable<SheetRow> Rows()
    {
        var encoding = EncodingOf();
        var count = 0;
        foreach (var _ in Records(encoding))
        {
            if (++count > limits.Rows) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooManyRows(limits.Rows));
        }

        foreach (var row in Records(encoding)) yield return row;
    }

    private IEnumerable<SheetRow> Records(Encoding encoding)
    {
        content.Position = 0;
        var text = new GuardedTextReader(new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, BufferLength, leaveOpen: true));
        using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = limits.RecordBytes,
            IncludeValuesInExceptions = false,
        }, leaveOpen: false);
        while (Next(csv))
        {
            var cells = new List<SheetCell>();
            for (var i = 0; i < csv.FieldCount; i++)
            {
                if (CellOf((int)csv.RowNumber, i + 1, csv.GetString(i)) is not { } cell) continue;
                if (i >= limits.Columns) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooManyColumns(sheet, cell.Row, limits.Columns));
                cells.Add(cell);
            }

            if (cells.Count > 0) yield return new(sheet, cells[0].Row, cells);
        }
    }

    // A record that does not end is a quotation mark that nobody closed, as is one in a wrong place.
    private static bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException fault)
        {
            throw new UnreadableSpreadsheet(SpreadsheetErrors.Quotes((int)Math.Max(1, fault.RecordNumber)));
        }
    }

    private SheetCell? CellOf(int row, int column, string written)
    {
        var text = written.Trim();
        if (text.Length == 0) return null;
        if (text.Length > limits.CellLength) return new(row, column, text[..limits.CellLength], SpreadsheetErrors.TextTooLong(limits.CellLength));
        if (Scientific().IsMatch(text)) return new(row, column, text, SpreadsheetErrors.DigitsLost);
        return new(row, column, FormulaGuard.Removed(text));
    }

    private Encoding EncodingOf()
    {
        var head = new byte[4];
        content.Position = 0;
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head.AsSpan(0, length) is [0xFF, 0xFE, ..]) return new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
        if (head.AsSpan(0, length) is [0xFE, 0xFF, ..]) return new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
        return CanBe(StrictUtf8) ? StrictUtf8
            : CanBe(Gb18030()) ? Gb18030()
            : throw new UnreadableSpreadsheet(SpreadsheetErrors.EncodingUnknown);
    }

    private bool CanBe(Encoding encoding)
    {
        var decoder = encoding.GetDecoder();
        var (bytes, characters) = (new byte[BufferLength], new char[encoding.GetMaxCharCount(BufferLength)]);
        content.Position = 0;
        try
        {
            int read;
            do
            {
                read = content.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Gb18030() => CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // What a spreadsheet program leaves of a long number when it writes CSV: 1.10105E+17.
    [GeneratedRegex(@"^[+-]?[0-9](\.[0-9]+)?[eE]\+?[0-9]{2,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Scientific();
}
