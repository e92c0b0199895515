using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Application.Imports;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>What the formats of a workbook make of its numbers: dates (ECMA-376, 18.8.30 and 18.17.4), codes with leading zeros, plain numbers.</summary>
internal sealed partial class NumberFormats
{
    private const int MostFormats = 100_000;
    private const double LastSerial = 2_958_465;

    private readonly List<Meaning> styles = [];
    private readonly Dictionary<int, Meaning> formats = [];

    private enum Kind
    {
        Number,
        Date,
    }

    private readonly record struct Meaning(Kind Kind, int Digits);

    /// <summary>Whether days are counted from 1904, as old Macintosh workbooks do.</summary>
    public bool CountsFrom1904 { get; set; }

    /// <summary>Takes in the part with the styles.</summary>
    public void Load(XmlReader xml)
    {
        var isInCellFormats = false;
        while (GuardedXmlStream.Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "cellXfs" }) isInCellFormats = false;
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "numFmt" when int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id):
                    formats[id] = MeaningOf(xml.GetAttribute("formatCode") ?? "");
                    break;
                case "cellXfs":
                    isInCellFormats = !xml.IsEmptyElement;
                    break;
                case "xf" when isInCellFormats:
                    styles.Add(int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var format) ? MeaningOf(format) : default);
                    break;
            }

            if (styles.Count + formats.Count > MostFormats) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooManyCells);
        }
    }

    /// <summary>The number as it is to be read.</summary>
    public SheetCell Read(int row, int column, string written, int style)
    {
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
        var meaning = style >= 0 && style < styles.Count ? styles[style] : default;
        if (meaning.Kind == Kind.Date) return DateText(value) is { } date ? new(row, column, date) : new(row, column, written, SpreadsheetErrors.DateImpossible);
        if (Math.Abs(value) >= 1e15) return new(row, column, written, SpreadsheetErrors.DigitsLost);

        // The conversion to decimal keeps 15 significant digits, which is what a spreadsheet program shows.
        var text = ((decimal)value).ToString("0.############################", CultureInfo.InvariantCulture);
        return new(row, column, value >= 0 && value % 1 == 0 ? text.PadLeft(meaning.Digits, '0') : text);
    }

    /// <summary>A date, date with time or time written in ISO 8601, in the form in which all of them are given.</summary>
    public static string? DateText(string iso) =>
        LocalDatePattern.Iso.Parse(iso).TryGetValue(default, out var date) ? Text(date.AtMidnight())
        : LocalDateTimePattern.ExtendedIso.Parse(iso.TrimEnd('Z')).TryGetValue(default, out var dateTime) ? Text(dateTime)
        : null;

    private string? DateText(double serial)
    {
        if (serial < 0 || serial > LastSerial + 1) return null;
        var day = Math.Floor(serial);
        var seconds = (long)Math.Round((serial - day) * NodaConstants.SecondsPerDay);
        if (day == 0 && seconds > 0 && !CountsFrom1904) return LocalTimePattern.ExtendedIso.Format(LocalTime.FromSecondsSinceMidnight((int)Math.Min(seconds, NodaConstants.SecondsPerDay - 1)));
        if (!CountsFrom1904 && day is 0 or 60) return null; // Day 60 is February 29, 1900, which spreadsheets have and the calendar has not.
        var epoch = CountsFrom1904 ? new LocalDate(1904, 1, 1) : day < 60 ? new LocalDate(1899, 12, 31) : new LocalDate(1899, 12, 30);
        return day <= LastSerial ? Text(epoch.PlusDays((int)day).AtMidnight().PlusSeconds(seconds)) : null;
    }

    private static string Text(LocalDateTime dateTime) =>
        dateTime.TimeOfDay == LocalTime.Midnight ? LocalDatePattern.Iso.Format(dateTime.Date) : LocalDateTimePattern.GeneralIso.Format(dateTime);

    private Meaning MeaningOf(int format) => format switch
    {
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => new(Kind.Date, 0),
        _ => formats.GetValueOrDefault(format),
    };

    private static Meaning MeaningOf(string code)
    {
        if (code.Length <= 40 && code.Length > 1 && code.All(c => c == '0')) return new(Kind.Number, code.Length);
        var placeholders = NoPlaceholders().Replace(code, "").Split(';')[0];
        return new(placeholders.AsSpan().IndexOfAny("yYmMdDhHsS") >= 0 && !placeholders.Contains('#') ? Kind.Date : Kind.Number, 0);
    }

    // Quoted text, escaped characters, colours, locales and conditions in brackets (but [h], [m] and [s] count time), fill and space characters.
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[(?![hHmMsS]+\])[^\]]*\]|General
        """, RegexOptions.CultureInvariant)]
    private static partial Regex NoPlaceholders();
}
