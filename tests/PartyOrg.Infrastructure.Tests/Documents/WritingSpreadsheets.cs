using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Infrastructure.Documents;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;

namespace PartyOrg.Infrastructure.Tests.Documents;

public class WritingSpreadsheets
{
    private static readonly CodeList<Standing> Standings = new(new(Standing.Formal, "Formal", "正式党员"), new(Standing.Probationary, "Probationary", "预备党员"));

    private static readonly SheetLayout Members = new("members", new("Members", "党员"),
    [
        new("name", new("Name", "姓名")) { IsRequired = true, Width = 12, Explanation = new("As on the identity card.", "与身份证一致。"), Example = "王伟" },
        new("identityNumber", new("Identity number", "公民身份号码")) { IsRequired = true, Width = 22, Explanation = new("18 characters, as text.", "18位，文本格式。"), Example = "11010519491231002X" },
        new("standing", new("Standing", "党员类别")) { Codes = Standings },
        new("joinedOn", new("Joined on", "入党日期")) { Kind = ColumnKind.Date, Example = "2001-07-01" },
        new("dues", new("Dues", "党费")) { Kind = ColumnKind.Number },
    ]);

    public enum Standing
    {
        Formal,
        Probationary,
    }

    public static TheoryData<Language> Languages => new(Enum.GetValues<Language>());

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_workbook_keeps_to_the_standard(Language language)
    {
        using var file = Workbook(language, ["王伟", "11010519491231002X", "正式党员", "2001-07-01", "12.5"]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").Should().BeEmpty();
    }

    [Fact]
    public void A_layout_without_lists_and_explanations_keeps_to_the_standard()
    {
        var file = new MemoryStream();
        new SpreadsheetWriter().WriteWorkbook(file, Language.En, [new(new("a", new("A", "甲"), [new("b", new("B", "乙"))]), [])]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_exported_can_be_imported(Language language)
    {
        using var file = Workbook(language, ["王伟", "11010519491231002X", "正式党员", "2001-07-01", "12.5"], ["李·明", null, "", "2024年", "x"]);

        var rows = Reading.Rows(file).Where(row => !SheetLayout.IsExplanation(row.Sheet)).ToList();

        rows.Should().OnlyContain(row => Members.IsCalled(row.Sheet));
        Members.HeaderIn(rows[0])!.Errors.Should().BeEmpty();
        rows.Skip(1).Shown().Should().Equal("A2=王伟 B2=11010519491231002X C2=正式党员 D2=2001-07-01 E2=12.5", "A3=李·明 D3=2024年 E3=x");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_CSV_export_can_be_imported(Language language)
    {
        var file = new MemoryStream();
        new SpreadsheetWriter().WriteCsv(file, language, new(Members, [["王伟", "=1+1", "a,\"b\"\nc", "2001-07-01", "-12.5"]]));
        file.ToArray().Take(3).Should().Equal(0xEF, 0xBB, 0xBF);
        var rows = Reading.Rows(file, "党员.csv");
        Members.HeaderIn(rows[0])!.Errors.Should().BeEmpty();
        rows[1].Cells.Select(cell => cell.Text).Should().Equal("王伟", "=1+1", "a,\"b\"\nc", "2001-07-01", "-12.5");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://192.0.2.1\")")]
    [InlineData("+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("＝1+1")]
    public void A_text_like_a_formula_stays_a_text(string text)
    {
        using var file = Workbook(Language.En, [text, null, null, null, null]);
        using (var document = SpreadsheetDocument.Open(file, isEditable: false))
        {
            var cell = Data(document).Elements<Sheet.Row>().ElementAt(1).GetFirstChild<Sheet.Cell>()!;
            cell.CellFormula.Should().BeNull();
            cell.DataType!.Value.Should().Be(Sheet.CellValues.InlineString);
            cell.InnerText.Should().Be(text);
            document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<Sheet.CellFormat>().ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value.Should().BeTrue();
        }

        var csv = new MemoryStream();
        new SpreadsheetWriter().WriteCsv(csv, Language.En, new(Members, [[text, null, null, null, null]]));
        Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n")[1].TrimStart('"').Should().StartWith("'" + text[0]);
    }

    [Fact]
    public void Codes_are_offered_as_a_list_and_long_digits_are_text()
    {
        using var file = Workbook(Language.Zh);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.First(part => part.Worksheet.Descendants<Sheet.DataValidation>().Any()).Worksheet;

        var list = sheet.Descendants<Sheet.DataValidation>().Single(validation => validation.Type?.Value == Sheet.DataValidationValues.List);
        list.SequenceOfReferences!.InnerText.Should().Be("C2:C5001");
        list.Formula1!.Text.Should().Be("'代码表'!$A$2:$A$3");
        var format = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<Sheet.CellFormat>().ElementAt((int)sheet.Descendants<Sheet.Column>().ElementAt(1).Style!.Value);
        format.NumberFormatId!.Value.Should().Be(49u, "the column of identity numbers is formatted as text");
        sheet.Descendants<Sheet.Pane>().Single().State!.Value.Should().Be(Sheet.PaneStateValues.Frozen);
    }

    [Fact]
    public void On_paper_every_sheet_is_one_page_wide()
    {
        using var file = Workbook(Language.Zh);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        document.WorkbookPart!.WorksheetParts.Should().HaveCount(3).And.OnlyContain(part =>
            part.Worksheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value
            && part.Worksheet.GetFirstChild<Sheet.PageSetup>()!.FitToWidth!.Value == 1 && part.Worksheet.GetFirstChild<Sheet.PageSetup>()!.FitToHeight!.Value == 0);
    }

    [Fact]
    public void The_list_of_codes_stands_where_the_validation_points()
    {
        using var file = Workbook(Language.Zh);
        Reading.Rows(file).Where(row => row.Sheet == "代码表").Shown().Should().Equal("A1=党员类别", "A2=正式党员", "A3=预备党员");
    }

    [Fact]
    public void Every_column_is_explained()
    {
        using var file = Workbook(Language.En);
        var rows = Reading.Rows(file).Where(row => row.Sheet == "Instructions").Skip(1).ToList();
        rows.Select(row => (row[2].Text, row[3].Text, row[5].Text, row[6].Text)).Should().Equal(
            ("Name", "yes", "王伟", ""), ("Identity number", "yes", "11010519491231002X", ""), ("Standing", "no", "", "Formal, Probationary"), ("Joined on", "no", "2001-07-01", ""), ("Dues", "no", "", ""));
    }

    [Fact]
    public void The_same_content_is_the_same_file()
    {
        using var one = Workbook(Language.Zh, ["王伟", null, null, null, null]);
        using var other = Workbook(Language.Zh, ["王伟", null, null, null, null]);
        one.ToArray().Should().Equal(other.ToArray());
    }

    [Theory]
    [InlineData("1900-02-28")]
    [InlineData("1900-03-01")]
    [InlineData("2024-02-29")]
    [InlineData("9999-12-31")]
    public void Dates_come_back_as_they_were(string date)
    {
        using var file = Workbook(Language.En, [null, null, null, date, null]);
        Reading.Rows(file).First(row => row.Number == 2)[4].Text.Should().Be(date);
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_but_for_what_XML_cannot_hold() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        var kept = new string([.. wellFormed.Where(c => char.IsSurrogate(c) || System.Xml.XmlConvert.IsXmlChar(c))]);
        using var file = Workbook(Language.En, ["row", text.Get + "_x0041_", null, null, null]);
        Reading.Rows(file).First(row => row.Number == 2)[2].Text.Should().Be(kept.TrimStart() + "_x0041_");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_reader_reads_the_same()
    {
        using var file = Workbook(Language.En, ["王伟", "11010519491231002X", "Formal", "2001-07-01", "12.5"]);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateReader(file);
        reader.Read();
        reader.Read();
        Enumerable.Range(0, 5).Select(reader.GetValue).Should().Equal("王伟", "11010519491231002X", "Formal", new DateTime(2001, 7, 1), 12.5);
    }

    private static MemoryStream Workbook(Language language, params string?[][] rows)
    {
        var file = new MemoryStream();
        new SpreadsheetWriter().WriteWorkbook(file, language, [new(Members, rows)]);
        file.Position = 0;
        return file;
    }

    private static Sheet.SheetData Data(SpreadsheetDocument document) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Sheets!.GetFirstChild<Sheet.Sheet>()!.Id!)).Worksheet.GetFirstChild<Sheet.SheetData>()!;
}
