using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>Writes workbooks part by part into the ZIP, and CSV line by line.</summary>
public sealed partial class SpreadsheetWriter : ISpreadsheetWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string PartType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestCell = 32_767;
    private const int LongestPrompt = 255;

    /// <summary>Rows of a template that offer lists and check dates.</summary>
    private const int PreparedRows = 5_000;

    // A workbook made twice from the same content is the same file, so an export has a stable ETag.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private enum Style
    {
        General,
        Text,
        Date,
        Number,
        Header,
        RequiredHeader,
        Explanation,
        TextLikeAFormula,
    }

    /// <inheritdoc/>
    public void WriteWorkbook(Stream target, Language language, IReadOnlyList<SheetContent> contents)
    {
        var lists = CodeLists(contents);
        var names = contents.Select(content => content.Layout.Name.In(language)).Append(SheetLayout.InstructionsName.In(language)).ToList();
        if (lists.Count > 0) names.Add(SheetLayout.CodesName.In(language));
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        WritePackage(zip, names);
        for (var i = 0; i < contents.Count; i++)
        {
            var (content, isFirst) = (contents[i], i == 0);
            Part(zip, $"xl/worksheets/sheet{i + 1}.xml", xml => WriteContent(xml, content, language, lists, isFirst));
        }

        Part(zip, $"xl/worksheets/sheet{contents.Count + 1}.xml", xml => WriteInstructions(xml, contents, language));
        if (lists.Count > 0) Part(zip, $"xl/worksheets/sheet{contents.Count + 2}.xml", xml => WriteCodes(xml, lists, language));
    }

    /// <inheritdoc/>
    public void WriteCsv(Stream target, Language language, SheetContent content)
    {
        using var csv = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        csv.WriteLine(string.Join(',', content.Layout.Columns.Select(column => Quoted(column.Header.In(language)))));
        foreach (var row in content.Rows)
        {
            csv.WriteLine(string.Join(',', content.Layout.Columns.Select((column, i) => row[i] is not { Length: > 0 } text ? ""
                : column.Kind == ColumnKind.Number && NumberOf(text) is not null ? text
                : Quoted(FormulaGuard.Added(text)))));
        }
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny("\",;\t\r\n") >= 0 || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static Dictionary<ICodeList, (int Column, SheetColumn First)> CodeLists(IReadOnlyList<SheetContent> contents)
    {
        var lists = new Dictionary<ICodeList, (int, SheetColumn)>();
        foreach (var column in contents.SelectMany(content => content.Layout.Columns))
        {
            if (column.Codes is { } codes) lists.TryAdd(codes, (lists.Count + 1, column));
        }

        return lists;
    }

    private static void WritePackage(ZipArchive zip, IReadOnlyList<string> names)
    {
        Part(zip, "[Content_Types].xml", xml =>
        {
            xml.WriteStartElement("Types", Types);
            Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
            Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
            Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", PartType + "sheet.main+xml"));
            Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", PartType + "styles+xml"));
            for (var i = 1; i <= names.Count; i++) Element(xml, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", PartType + "worksheet+xml"));
            xml.WriteEndElement();
        });
        Part(zip, "_rels/.rels", xml =>
        {
            xml.WriteStartElement("Relationships", Package);
            Element(xml, "Relationship", ("Id", "rId1"), ("Type", Office + "/officeDocument"), ("Target", "xl/workbook.xml"));
            xml.WriteEndElement();
        });
        Part(zip, "xl/_rels/workbook.xml.rels", xml =>
        {
            xml.WriteStartElement("Relationships", Package);
            for (var i = 1; i <= names.Count; i++) Element(xml, "Relationship", ("Id", $"rId{i}"), ("Type", Office + "/worksheet"), ("Target", $"worksheets/sheet{i}.xml"));
            Element(xml, "Relationship", ("Id", $"rId{names.Count + 1}"), ("Type", Office + "/styles"), ("Target", "styles.xml"));
            xml.WriteEndElement();
        });
        Part(zip, "xl/workbook.xml", xml =>
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteAttributeString("xmlns", "r", null, Office);
            xml.WriteStartElement("sheets", Main);
            for (var i = 1; i <= names.Count; i++)
            {
                xml.WriteStartElement("sheet", Main);
                xml.WriteAttributeString("name", names[i - 1]);
                xml.WriteAttributeString("sheetId", i.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("id", Office, $"rId{i}");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        Part(zip, "xl/styles.xml", xml => xml.WriteRaw(Styles));
    }

    private static void WriteContent(XmlWriter xml, SheetContent content, Language language, Dictionary<ICodeList, (int Column, SheetColumn First)> lists, bool isFirst)
    {
        var columns = content.Layout.Columns;
        BeginSheet(xml, columns.Select(column => (column.Width, StyleOf(column.Kind))), isFirst);
        WriteRow(xml, 1, columns.Select(column => (column.Header.In(language), column.IsRequired ? Style.RequiredHeader : Style.Header)));
        var number = 1;
        foreach (var row in content.Rows) WriteRow(xml, ++number, columns.Select((column, i) => (row[i] ?? "", StyleOf(column.Kind))));
        xml.WriteEndElement();

        WriteValidations(xml, columns, language, lists, Math.Max(number, PreparedRows + 1));
        EndSheet(xml);
    }

    private static void WriteValidations(XmlWriter xml, IReadOnlyList<SheetColumn> columns, Language language, Dictionary<ICodeList, (int Column, SheetColumn First)> lists, int last)
    {
        // An empty list of validations is no list.
        if (columns.All(column => column.Explanation.In(language).Length == 0 && column.Codes is null && column.Kind != ColumnKind.Date)) return;
        xml.WriteStartElement("dataValidations", Main);
        for (var i = 0; i < columns.Count; i++)
        {
            var letters = SheetCell.ColumnLetters(i + 1);
            if (columns[i].Explanation.In(language) is { Length: > 0 } explanation)
                Validation(xml, $"{letters}1", columns[i].Header.In(language), explanation, null);
            if (columns[i].Codes is { } codes)
            {
                var list = SheetCell.ColumnLetters(lists[codes].Column);
                Validation(xml, $"{letters}2:{letters}{last}", null, null, ("list", $"'{SheetLayout.CodesName.In(language)}'!${list}$2:${list}${codes.Entries.Count + 1}"));
            }
            else if (columns[i].Kind == ColumnKind.Date)
            {
                Validation(xml, $"{letters}2:{letters}{last}", null, null, ("date", "1"));
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteInstructions(XmlWriter xml, IReadOnlyList<SheetContent> contents, Language language)
    {
        BeginSheet(xml, new[] { 14d, 20, 10, 60, 24, 60 }.Select(width => (width, Style.Explanation)), isFirst: false, wraps: true);
        WriteRow(xml, 1, new[] { new Text("Sheet", "工作表"), new("Column", "列"), new("Required", "必填"), new("What belongs in it", "填写要求"), new("Example", "示例"), new("Possible values", "可选值") }
            .Select(header => (header.In(language), Style.Header)));
        var number = 1;
        foreach (var (layout, column) in contents.SelectMany(content => content.Layout.Columns.Select(column => (content.Layout, column))))
        {
            string[] cells =
            [
                layout.Name.In(language), column.Header.In(language), (column.IsRequired ? new Text("yes", "是") : new Text("no", "否")).In(language), column.Explanation.In(language), column.Example,
                string.Join(language == Language.Zh ? "、" : ", ", column.Codes?.Entries.Select(entry => entry.Label.In(language)) ?? []),
            ];
            WriteRow(xml, ++number, cells.Select(cell => (cell, Style.Explanation)));
        }

        xml.WriteEndElement();
        EndSheet(xml);
    }

    private static void WriteCodes(XmlWriter xml, Dictionary<ICodeList, (int Column, SheetColumn First)> lists, Language language)
    {
        var columns = lists.OrderBy(list => list.Value.Column).ToList();
        BeginSheet(xml, columns.Select(_ => (24d, Style.Text)), isFirst: false);
        WriteRow(xml, 1, columns.Select(list => (list.Value.First.Header.In(language), Style.Header)));
        for (var i = 0; i < columns.Max(list => list.Key.Entries.Count); i++)
        {
            var index = i;
            WriteRow(xml, i + 2, columns.Select(list => (index < list.Key.Entries.Count ? list.Key.Entries[index].Label.In(language) : "", Style.Text)));
        }

        xml.WriteEndElement();
        EndSheet(xml);
    }

    private static void BeginSheet(XmlWriter xml, IEnumerable<(double Width, Style Style)> columns, bool isFirst, bool wraps = false)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetPr", Main);
        Element(xml, "pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        if (isFirst) xml.WriteAttributeString("tabSelected", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        Element(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        // The usual height is that of Latin letters and cuts Chinese ones; rows whose text wraps find their own.
        if (!wraps) Element(xml, "sheetFormatPr", ("defaultRowHeight", "17"), ("customHeight", "1"));
        xml.WriteStartElement("cols", Main);
        var place = 0;
        foreach (var (width, style) in columns)
        {
            var column = (++place).ToString(CultureInfo.InvariantCulture);
            Element(xml, "col", ("min", column), ("max", column), ("width", width.ToString(CultureInfo.InvariantCulture)), ("style", Number(style)), ("customWidth", "1"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
    }

    // On paper all columns stand on one page, A4 across.
    private static void EndSheet(XmlWriter xml)
    {
        Element(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, IEnumerable<(string Text, Style Style)> cells)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        var column = 0;
        foreach (var (text, style) in cells)
        {
            column++;
            if (text.Length == 0) continue;
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", SheetCell.ColumnLetters(column) + number.ToString(CultureInfo.InvariantCulture));
            if ((style == Style.Number ? NumberOf(text) : style == Style.Date ? SerialOf(text) : null) is { } value)
            {
                xml.WriteAttributeString("s", Number(style));
                xml.WriteElementString("v", Main, value);
            }
            else
            {
                // A text stays a text; quotePrefix keeps it one when somebody edits the cell.
                xml.WriteAttributeString("s", Number(FormulaGuard.IsNeeded(text) ? Style.TextLikeAFormula : style is Style.Number or Style.Date ? Style.Text : style));
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Writable(text));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Validation(XmlWriter xml, string cells, string? title, string? prompt, (string Type, string Formula)? check)
    {
        xml.WriteStartElement("dataValidation", Main);
        if (check is { } found)
        {
            xml.WriteAttributeString("type", found.Type);
            // A list is binding. A date may be typed as text, since the import understands more ways of writing one.
            if (found.Type == "date") xml.WriteAttributeString("errorStyle", "information");
            if (found.Type == "date") xml.WriteAttributeString("operator", "greaterThanOrEqual");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
        }
        else
        {
            xml.WriteAttributeString("showInputMessage", "1");
            xml.WriteAttributeString("promptTitle", Cut(title!, 32));
            xml.WriteAttributeString("prompt", Cut(prompt!, LongestPrompt));
        }

        xml.WriteAttributeString("sqref", cells);
        if (check is { } checkedBy) xml.WriteElementString("formula1", Main, checkedBy.Formula);
        xml.WriteEndElement();
    }

    private static Style StyleOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Date => Style.Date,
        ColumnKind.Number => Style.Number,
        _ => Style.Text,
    };

    private static string? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15m
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    // Before March 1900 the day numbers of spreadsheets and of the calendar differ; such a date stays text.
    private static string? SerialOf(string text) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) && date >= new LocalDate(1900, 3, 1)
            ? Period.DaysBetween(new LocalDate(1899, 12, 30), date).ToString(CultureInfo.InvariantCulture)
            : null;

    // Characters that XML cannot hold are dropped; what looks like their escape is escaped itself.
    private static string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in LooksEscaped().Replace(Cut(text, LongestCell), "_x005F_").EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)) kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];

    private static string Number(Style style) => ((int)style).ToString(CultureInfo.InvariantCulture);

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        using var xml = XmlWriter.Create(entry.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = true });
        write(xml);
    }

    private static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex LooksEscaped();

    // The order of cellXfs is that of Style.
    private const string Styles = $"""
        <styleSheet xmlns="{Main}">
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFE699"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF7F7F7F"/></bottom><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="8">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>
        <xf numFmtId="49" fontId="1" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;
}
