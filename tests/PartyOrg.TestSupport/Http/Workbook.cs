using System.IO.Compression;
using System.Security;
using System.Text;

namespace PartyOrg.TestSupport.Http;

/// <summary>A small XLSX file, as another program would write it: sheets of texts, written in place.</summary>
public static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Of(params (string Sheet, string[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string path, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
                writer.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{xml}");
            }

            var numbers = Enumerable.Range(1, sheets.Length).ToList();
            Part("[Content_Types].xml", $"""<Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}</Types>""");
            Part("_rels/.rels", $"""<Relationships xmlns="{Packages}/relationships"><Relationship Id="r1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets>{string.Concat(numbers.Select(n => $"""<sheet name="{SecurityElement.Escape(sheets[n - 1].Sheet)}" sheetId="{n}" r:id="s{n}"/>"""))}</sheets></workbook>""");
            Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}/relationships">{string.Concat(numbers.Select(n => $"""<Relationship Id="s{n}" Type="{Relationships}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}</Relationships>""");
            foreach (var n in numbers) Part($"xl/worksheets/sheet{n}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{string.Concat(sheets[n - 1].Rows.Select(Row))}</sheetData></worksheet>""");
        }

        return stream.ToArray();
    }

    private static string Row(string[] cells, int row) => $"""<row r="{row + 1}">{string.Concat(cells.Select((text, column) => $"""<c r="{(char)('A' + column)}{row + 1}" t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>"""))}</row>""";
}
