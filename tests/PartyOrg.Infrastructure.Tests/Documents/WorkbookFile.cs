using System.IO.Compression;
using System.Text;

namespace PartyOrg.Infrastructure.Tests.Documents;

/// <summary>A workbook put together part by part, as no writer would, so that a test can spoil each of them.</summary>
internal sealed class WorkbookFile
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, string Attributes, string Body)> sheets = [];

    public List<KeyValuePair<string, byte[]>> Extra { get; } = [];

    public string CellFormats { get; set; } = "";

    public string NumberFormats { get; set; } = "";

    public string? SharedTexts { get; set; }

    public string WorkbookProperties { get; set; } = "";

    public static WorkbookFile WithRows(string rows) => new WorkbookFile().Sheet("Sheet1", rows);

    /// <summary>A sheet; <paramref name="rows"/> is what stands in sheetData, <paramref name="after"/> what follows it.</summary>
    public WorkbookFile Sheet(string name, string rows, string after = "", string attributes = "")
    {
        sheets.Add((name, attributes, $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>"));
        return this;
    }

    public WorkbookFile RawSheet(string xml)
    {
        sheets.Add(("Sheet1", "", xml));
        return this;
    }

    public WorkbookFile Part(string name, string content)
    {
        Extra.Add(new(name, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public MemoryStream Build()
    {
        var parts = new List<KeyValuePair<string, byte[]>>
        {
            Text("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            Text("_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            Text("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{WorkbookProperties}<sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\" {sheet.Attributes}/>"))}</sheets></workbook>"),
            Text("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
                + $"<Relationship Id=\"styles\" Type=\"{Office}/styles\" Target=\"/xl/styles.xml\"/>"
                + (SharedTexts is null ? "" : $"<Relationship Id=\"texts\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/>")
                + "</Relationships>"),
            Text("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{NumberFormats}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>{CellFormats}</cellXfs></styleSheet>"),
        };
        parts.AddRange(sheets.Select((sheet, i) => Text($"xl/worksheets/sheet{i + 1}.xml", sheet.Body)));
        if (SharedTexts is not null) parts.Add(Text("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{SharedTexts}</sst>"));
        parts.RemoveAll(part => Extra.Any(extra => extra.Key == part.Key));
        return Zip(parts.Concat(Extra));
    }

    public static MemoryStream Zip(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return file;
    }

    private static KeyValuePair<string, byte[]> Text(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));
}
