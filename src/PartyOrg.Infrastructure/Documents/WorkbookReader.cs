using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using PartyOrg.Application.Imports;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>
/// Streams the rows of a workbook (Office Open XML, ECMA-376, transitional or strict). Every sheet is read twice: the first time its merged areas are
/// gathered and all limits are checked, the second time rows come out. Elements are known by their local names, since the two dialects differ in namespaces.
/// </summary>
internal sealed partial class WorkbookReader(Stream content, SpreadsheetLimits limits)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    private readonly NumberFormats formats = new();
    private readonly SharedTexts shared = new(limits);
    private int rowsThatHoldSomething;
    private int writtenCells;

    private readonly record struct Sheet(string Name, string Part);

    private readonly record struct MergedRows(int Column, int First, int Last);

    private readonly record struct WrittenCell(string? Reference, string? Type, int Style);

    public IEnumerable<SheetRow> Rows()
    {
        using var package = new WorkbookPackage(content, limits);
        var sheets = Sheets(package);
        var merged = sheets.ConvertAll(sheet => LookThrough(package, sheet));
        for (var i = 0; i < sheets.Count; i++)
        {
            foreach (var row in Filled(RowsOf(package, sheets[i], null), merged[i])) yield return row;
        }
    }

    private List<Sheet> Sheets(WorkbookPackage package)
    {
        var workbook = Relations(package, "_rels/.rels", "").FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target
            ?? throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
        var folder = workbook.Contains('/') ? workbook[..(workbook.LastIndexOf('/') + 1)] : "";
        var relations = Relations(package, $"{folder}_rels/{workbook[folder.Length..]}.rels", folder);
        var sheets = new List<Sheet>();
        var count = 0;
        using (var xml = Required(package, workbook))
        {
            while (GuardedXmlStream.Next(xml))
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "workbookPr") formats.CountsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
                if (xml.LocalName != "sheet") continue;
                if (++count > limits.Sheets) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooManySheets(limits.Sheets));
                var relation = relations.FirstOrDefault(r => r.Id == RelationId(xml));
                if (relation.Type?.EndsWith("/worksheet", StringComparison.Ordinal) == true && xml.GetAttribute("state") is null or "visible")
                    sheets.Add(new(xml.GetAttribute("name") ?? "", relation.Target));
            }
        }

        if (relations.FirstOrDefault(r => r.Type.EndsWith("/styles", StringComparison.Ordinal)).Target is { } styles)
        {
            using var xml = Required(package, styles);
            formats.Load(xml);
        }

        if (relations.FirstOrDefault(r => r.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Target is { } texts)
        {
            using var xml = Required(package, texts);
            shared.Load(xml);
        }

        return sheets;
    }

    private static string? RelationId(XmlReader xml)
    {
        // r:id; the prefix and the namespace differ between writers, sheetId has neither.
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            if (xml.LocalName != "id" || xml.Prefix.Length == 0) continue;
            var id = xml.Value;
            xml.MoveToElement();
            return id;
        }

        xml.MoveToElement();
        return null;
    }

    private static List<(string Id, string Type, string Target)> Relations(WorkbookPackage package, string part, string folder)
    {
        var relations = new List<(string, string, string)>();
        using var xml = Required(package, part);
        while (GuardedXmlStream.Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || xml.GetAttribute("TargetMode") == "External") continue;
            var type = xml.GetAttribute("Type") ?? "";
            if (type.EndsWith("/vbaProject", StringComparison.Ordinal) || type.EndsWith("/xlMacrosheet", StringComparison.Ordinal)) throw new UnreadableSpreadsheet(SpreadsheetErrors.Macros);
            var target = xml.GetAttribute("Target") ?? "";
            relations.Add((xml.GetAttribute("Id") ?? "", type, target.StartsWith('/') ? target[1..] : folder + target));
        }

        return relations;
    }

    private static XmlReader Required(WorkbookPackage package, string part) =>
        GuardedXmlStream.Reader(package.Open(part) ?? throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged));

    private List<MergedRows> LookThrough(WorkbookPackage package, Sheet sheet)
    {
        var merged = new List<MergedRows>();
        foreach (var _ in RowsOf(package, sheet, merged))
        {
            if (++rowsThatHoldSomething > limits.Rows) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooManyRows(limits.Rows));
        }

        merged.Sort((a, b) => a.First.CompareTo(b.First));
        return merged;
    }

    private IEnumerable<SheetRow> RowsOf(WorkbookPackage package, Sheet sheet, List<MergedRows>? merged)
    {
        using var xml = Required(package, sheet.Part);
        var number = 0;
        var areas = 0;
        while (GuardedXmlStream.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row")
            {
                number = RowNumber(xml.GetAttribute("r"), number);
                if (merged is not null) CountWritten();
                if (xml.IsEmptyElement) continue;
                var cells = CellsOf(xml, sheet.Name, number, isFirstTime: merged is not null);
                if (cells.Count > 0) yield return new(sheet.Name, number, cells);
            }
            else if (xml.LocalName == "mergeCell" && merged is not null)
            {
                if (++areas > limits.MergedAreas) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooManyCells);
                if (Area().Match(xml.GetAttribute("ref") ?? "") is { Success: true } area && Number(area.Groups["to"].Value) > Number(area.Groups["from"].Value))
                    merged.Add(new(ColumnOf(area.Groups["column"].Value), Number(area.Groups["from"].Value), Number(area.Groups["to"].Value)));
            }
        }
    }

    private List<SheetCell> CellsOf(XmlReader xml, string sheet, int row, bool isFirstTime)
    {
        var cells = new List<SheetCell>();
        var depth = xml.Depth;
        var column = 0;
        while (GuardedXmlStream.Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            if (isFirstTime) CountWritten();
            var written = new WrittenCell(xml.GetAttribute("r"), xml.GetAttribute("t"), Style(xml.GetAttribute("s")));
            column = ColumnNumber(written.Reference, column);
            if (xml.IsEmptyElement || CellOf(xml, row, column, written) is not { } cell) continue;
            if (column > limits.Columns) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooManyColumns(sheet, row, limits.Columns));
            cells.Add(cell);
        }

        return cells;
    }

    private SheetCell? CellOf(XmlReader xml, int row, int column, WrittenCell written)
    {
        var depth = xml.Depth;
        var (value, hasFormula, isPhonetic) = (new StringBuilder(), false, false);
        var within = "";
        while (GuardedXmlStream.Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    hasFormula |= xml.LocalName == "f";
                    isPhonetic |= xml.LocalName == "rPh" && !xml.IsEmptyElement;
                    within = xml.IsEmptyElement ? "" : xml.LocalName;
                    break;
                case XmlNodeType.EndElement:
                    isPhonetic &= xml.LocalName != "rPh";
                    within = "";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when (within is "v" || (within is "t" && !isPhonetic)) && value.Length <= limits.CellLength:
                    value.Append(xml.Value);
                    break;
            }
        }

        var text = value.ToString();
        if (text.Length == 0) return hasFormula && written.Type != "str" ? new(row, column, "", SpreadsheetErrors.FormulaWithoutValue) : null;
        switch (written.Type)
        {
            case null or "n":
                return formats.Read(row, column, text.Trim(), written.Style);
            case "s":
                return TextCell(row, column, shared[int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1]);
            case "str" or "inlineStr":
                return TextCell(row, column, SharedTexts.Unescaped(text));
            case "b":
                return new(row, column, text is "1" or "true" ? "TRUE" : "FALSE");
            case "e":
                return new(row, column, text, SpreadsheetErrors.ErrorValue(text.Length <= 20 ? text : text[..20]));
            case "d":
                return NumberFormats.DateText(text) is { } date ? new(row, column, date) : new(row, column, text, SpreadsheetErrors.DateImpossible);
            default:
                throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
        }
    }

    private SheetCell? TextCell(int row, int column, string text)
    {
        if (text.Length > limits.CellLength) return new(row, column, text[..limits.CellLength], SpreadsheetErrors.TextTooLong(limits.CellLength));
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? null : new(row, column, trimmed);
    }

    // What is merged over several rows stands in the first of them only. A row is not made out of merged cells alone.
    private static IEnumerable<SheetRow> Filled(IEnumerable<SheetRow> rows, List<MergedRows> merged)
    {
        var next = 0;
        var open = new List<(MergedRows Area, SheetCell Cell)>();
        foreach (var row in rows)
        {
            open.RemoveAll(each => each.Area.Last < row.Number);
            List<SheetCell>? filled = null;
            foreach (var (area, cell) in open)
            {
                if (row[area.Column].Text.Length == 0 && row[area.Column].Problem is null) (filled ??= [.. row.Cells]).Add(cell with { Row = row.Number });
            }

            for (; next < merged.Count && merged[next].First <= row.Number; next++)
            {
                if (merged[next].First == row.Number && row[merged[next].Column] is { Text.Length: > 0 } cell) open.Add((merged[next], cell));
            }

            filled?.Sort((a, b) => a.Column.CompareTo(b.Column));
            yield return filled is null ? row : row with { Cells = filled };
        }
    }

    private void CountWritten()
    {
        if (++writtenCells > limits.WrittenCells) throw new UnreadableSpreadsheet(SpreadsheetErrors.TooManyCells);
    }

    private static int RowNumber(string? written, int last)
    {
        var number = written is null ? last + 1 : Number(written);
        return number > last && number <= LastRow ? number : throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
    }

    private static int ColumnNumber(string? reference, int last)
    {
        var column = reference is null ? last + 1 : ColumnOf(reference.TrimEnd("0123456789".ToCharArray()));
        return column > last && column <= LastColumn ? column : throw new UnreadableSpreadsheet(SpreadsheetErrors.Damaged);
    }

    private static int ColumnOf(string letters)
    {
        if (letters.Length is 0 or > 3) return 0;
        var column = 0;
        foreach (var letter in letters)
        {
            if (letter is < 'A' or > 'Z') return 0;
            column = column * 26 + letter - 'A' + 1;
        }

        return column;
    }

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int Style(string? written) => written is null ? 0 : Number(written);

    [GeneratedRegex(@"^(?<column>[A-Z]{1,3})(?<from>[0-9]{1,7}):[A-Z]{1,3}(?<to>[0-9]{1,7})$", RegexOptions.CultureInvariant)]
    private static partial Regex Area();
}
