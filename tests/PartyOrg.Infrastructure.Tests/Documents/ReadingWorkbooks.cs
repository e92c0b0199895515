using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Members;
using static PartyOrg.Infrastructure.Tests.Documents.Reading;

namespace PartyOrg.Infrastructure.Tests.Documents;

public class ReadingWorkbooks
{
    [Fact]
    public void Rows_come_with_sheet_number_and_addresses_and_empty_ones_do_not()
    {
        var file = new WorkbookFile()
            .Sheet("组织", "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>第一支部</t></is></c><c r=\"AA2\"><v>7</v></c></row><row r=\"3\"><c r=\"A3\" s=\"0\"/></row><row r=\"9\"><c r=\"A9\"><v>1</v></c></row>")
            .Sheet("党员", "<row><c t=\"str\"><v>王伟</v></c><c><v>2</v></c></row>");

        var rows = Rows(file);

        rows.Select(row => (row.Sheet, row.Number)).Should().Equal(("组织", 2), ("组织", 9), ("党员", 1));
        rows.Shown().Should().Equal("B2=第一支部 AA2=7", "A9=1", "A1=王伟 B1=2");
        rows[0][27].Text.Should().Be("7");
        rows[0][5].Should().Be(new SheetCell(2, 5, ""));
    }

    [Fact]
    public void Shared_texts_are_whole_with_their_runs_and_without_how_they_are_spoken()
    {
        var file = WorkbookFile.WithRows("<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c></row>");
        file.SharedTexts = "<si><r><t>王</t></r><r><rPr><b/></rPr><t>伟</t></r><rPh sb=\"0\" eb=\"1\"><t>wang</t></rPh></si><si><t xml:space=\"preserve\">  a_x000D_&#10;b &lt;&amp;  </t></si><si/>";
        Rows(file).Shown().Should().Equal("A1=a\r\nb <& B1=王伟");
    }

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("1.38E10", "13800000000")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1250.1", "1250.1")]
    [InlineData("-5", "-5")]
    [InlineData("1E-3", "0.001")]
    [InlineData("999999999999999", "999999999999999")]
    public void A_number_is_given_in_plain_digits(string written, string text) => OnlyCell(WorkbookFile.WithRows($"<row><c><v>{written}</v></c></row>")).Text.Should().Be(text);

    [Theory]
    [InlineData("1.10105194912310E+17")]
    [InlineData("110105194912310021")]
    [InlineData("1000000000000000")]
    [InlineData("-1000000000000000")]
    public void A_number_of_more_than_15_digits_has_lost_some_and_says_so(string written)
    {
        var cell = OnlyCell(WorkbookFile.WithRows($"<row><c><v>{written}</v></c></row>"));
        cell.Problem.Should().Be(SpreadsheetErrors.DigitsLost);
        cell.Problem!.Message.En.Should().Contain("as text");
    }

    [Fact]
    public void An_identity_number_typed_as_text_is_whole()
    {
        var cell = OnlyCell(WorkbookFile.WithRows("<row><c t=\"str\"><v>11010519491231002X</v></c></row>"));
        cell.Problem.Should().BeNull();
        IdentityNumber.Of(cell.Text).Succeeded.Should().BeTrue();
    }

    [Theory]
    [InlineData(14, "45351", "2024-02-29")]
    [InlineData(31, "45351", "2024-02-29")]
    [InlineData(57, "1", "1900-01-01")]
    [InlineData(14, "59", "1900-02-28")]
    [InlineData(14, "61", "1900-03-01")]
    [InlineData(14, "2958465", "9999-12-31")]
    [InlineData(22, "45351.354166666664", "2024-02-29T08:30:00")]
    [InlineData(22, "45351.999999999", "2024-03-01")]
    [InlineData(20, "0.5", "12:00:00")]
    [InlineData(0, "45351", "45351")]
    [InlineData(2, "45351", "45351")]
    public void A_number_formatted_as_a_date_is_the_date(int format, string written, string text)
    {
        var file = WorkbookFile.WithRows($"<row><c s=\"1\"><v>{written}</v></c></row>");
        file.CellFormats = $"<xf numFmtId=\"{format}\"/>";
        OnlyCell(file).Should().Be(new SheetCell(1, 1, text));
    }

    [Theory]
    [InlineData("yyyy\\-mm\\-dd", "2024-02-29")]
    [InlineData("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "2024-02-29")]
    [InlineData("[$-804]yyyy/m/d", "2024-02-29")]
    [InlineData("[DBNum1][$-804]General", "45351")]
    [InlineData("#,##0.00_);[Red]\\(#,##0.00\\)", "45351")]
    [InlineData("0.00&quot;days&quot;", "45351")]
    [InlineData("00000000", "00045351")]
    [InlineData("0", "45351")]
    [InlineData("G/通用格式", "45351")]
    public void A_custom_format_tells_dates_from_numbers_and_keeps_leading_zeros(string format, string text)
    {
        var file = WorkbookFile.WithRows("<row><c s=\"1\"><v>45351</v></c></row>");
        file.NumberFormats = $"<numFmt numFmtId=\"164\" formatCode=\"{format}\"/>";
        file.CellFormats = "<xf numFmtId=\"164\"/>";
        OnlyCell(file).Text.Should().Be(text);
    }

    [Theory]
    [InlineData("60")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("2958466")]
    [InlineData("19900101")]
    public void A_number_that_is_no_date_is_a_problem_of_its_cell(string written)
    {
        var file = WorkbookFile.WithRows($"<row><c s=\"1\"><v>{written}</v></c><c><v>1</v></c></row>");
        file.CellFormats = "<xf numFmtId=\"14\"/>";
        var row = Rows(file).Should().ContainSingle().Subject;
        row[1].Problem.Should().Be(SpreadsheetErrors.DateImpossible);
        row[2].Problem.Should().BeNull();
    }

    [Fact]
    public void Days_counted_from_1904_are_the_same_days()
    {
        var file = WorkbookFile.WithRows("<row><c s=\"1\"><v>43889</v></c></row>");
        file.CellFormats = "<xf numFmtId=\"14\"/>";
        file.WorkbookProperties = "<workbookPr date1904=\"1\"/>";
        OnlyCell(file).Text.Should().Be("2024-02-29");
    }

    [Fact]
    public void Dates_written_in_ISO_and_truth_values_are_read() =>
        Rows(WorkbookFile.WithRows("<row><c t=\"d\"><v>2024-02-29T00:00:00</v></c><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c></row>")).Shown().Should().Equal("A1=2024-02-29 B1=TRUE C1=FALSE");

    [Fact]
    public void A_formula_counts_by_its_last_value()
    {
        var row = Rows(WorkbookFile.WithRows("<row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>2x</v></c><c><f>NOW()</f></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>")).Should().ContainSingle().Subject;
        row[1].Text.Should().Be("2");
        row[2].Text.Should().Be("2x");
        row[3].Problem.Should().Be(SpreadsheetErrors.FormulaWithoutValue);
        row[4].Problem!.Message.En.Should().Contain("#DIV/0!");
    }

    [Fact]
    public void What_is_merged_over_rows_counts_in_each_of_them()
    {
        var file = new WorkbookFile().Sheet("党员", """
            <row r="1"><c r="A1" t="str"><v>名册</v></c></row>
            <row r="2"><c r="A2" t="str"><v>第一支部</v></c><c r="B2" t="str"><v>王伟</v></c></row>
            <row r="3"><c r="A3"/><c r="B3" t="str"><v>李明</v></c></row>
            <row r="4"><c r="B4" t="str"><v>张三</v></c></row>
            <row r="5"><c r="A5" t="str"><v>第二支部</v></c><c r="B5" t="str"><v>赵六</v></c></row>
            """, "<mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A6:A9\"/></mergeCells>");
        Rows(file).Shown().Should().Equal("A1=名册", "A2=第一支部 B2=王伟", "A3=第一支部 B3=李明", "A4=第一支部 B4=张三", "A5=第二支部 B5=赵六");
    }

    [Fact]
    public void Hidden_sheets_and_charts_are_not_read() =>
        Rows(new WorkbookFile()
            .Sheet("a", "<row><c><v>1</v></c></row>", attributes: "state=\"hidden\"")
            .Sheet("b", "<row><c><v>2</v></c></row>", attributes: "state=\"veryHidden\"")
            .Sheet("c", "<row><c><v>3</v></c></row>", attributes: "state=\"visible\"")).Select(row => row.Sheet).Should().Equal("c");

    [Fact]
    public void The_strict_dialect_is_read_like_the_other()
    {
        using var plain = WorkbookFile.WithRows("<row><c t=\"str\"><v>王伟</v></c></row>").Build();
        using var zip = new System.IO.Compression.ZipArchive(plain, System.IO.Compression.ZipArchiveMode.Read);
        var parts = zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return new KeyValuePair<string, byte[]>(entry.FullName, System.Text.Encoding.UTF8.GetBytes(reader.ReadToEnd()
                .Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
                .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)));
        }).ToList();
        Rows(WorkbookFile.Zip(parts)).Shown().Should().Equal("A1=王伟");
    }

    [Fact]
    public void A_text_that_is_too_long_is_a_problem_of_its_cell()
    {
        var limit = SpreadsheetLimits.Default.CellLength;
        var file = WorkbookFile.WithRows($"<row><c t=\"str\"><v>{new string('王', limit)}</v></c><c t=\"str\"><v>{new string('王', limit + 1)}</v></c><c t=\"s\"><v>0</v></c></row>");
        file.SharedTexts = $"<si><t>{new string('李', limit + 1)}</t></si>";
        var row = Rows(file).Should().ContainSingle().Subject;
        row.Cells.Select(cell => cell.Problem?.Code).Should().Equal(null, "cell-text-too-long", "cell-text-too-long");
        row.Cells.Should().OnlyContain(cell => cell.Text.Length == limit);
    }

    [Fact]
    public void A_workbook_without_rows_says_so()
    {
        Refusal(WorkbookFile.WithRows("").Build()).Should().Be(SpreadsheetErrors.Empty);
        Refusal(new MemoryStream()).Should().Be(SpreadsheetErrors.Empty);
    }

    [Fact]
    public void Random_workbooks_are_read_as_another_reader_reads_them() => Prop.ForAll(Arb.From(Tables), table =>
    {
        var texts = table.SelectMany(row => row).Distinct().ToList();
        var file = WorkbookFile.WithRows(string.Concat(table.Select(row => $"<row>{string.Concat(row.Select((text, i) => i % 2 == 0
            ? $"<c t=\"s\"><v>{texts.IndexOf(text)}</v></c>"
            : $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></is></c>"))}</row>")));
        file.SharedTexts = string.Concat(texts.Select(text => $"<si><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></si>"));
        using var workbook = file.Build();

        var expected = new List<string>();
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using (var other = ExcelDataReader.ExcelReaderFactory.CreateReader(workbook, new() { LeaveOpen = true }))
        {
            for (var number = 1; other.Read(); number++)
            {
                var cells = Enumerable.Range(0, other.FieldCount).Select(i => (Address: SheetCell.ColumnLetters(i + 1) + number, Text: (other.GetValue(i)?.ToString() ?? "").Trim())).Where(cell => cell.Text.Length > 0).ToList();
                if (cells.Count > 0) expected.Add(string.Join(' ', cells.Select(cell => $"{cell.Address}={cell.Text}")));
            }
        }

        var read = new Infrastructure.Documents.SpreadsheetReader(SpreadsheetLimits.Default).Read(workbook, "a.xlsx").ToList();
        if (expected.Count == 0) read.Should().ContainSingle().Which.Errors.Should().Equal(SpreadsheetErrors.Empty);
        else read.Select(row => row.Value).Shown().Should().Equal(expected);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        using var file = WorkbookFile.WithRows("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>").Build();
        using var cancellation = new CancellationTokenSource();
        var rows = new Infrastructure.Documents.SpreadsheetReader(SpreadsheetLimits.Default).Read(file, "a.xlsx", cancellation.Token).GetEnumerator();
        rows.MoveNext().Should().BeTrue();
        cancellation.Cancel();
        rows.Invoking(r => r.MoveNext()).Should().Throw<OperationCanceledException>();
        rows.Dispose();
    }

    private static Gen<string[][]> Tables => Gen.ArrayOf(Gen.ArrayOf(
        from characters in Gen.ArrayOf(Gen.Elements("aZ1 <>&\"'王伟𬭎·_x\n".EnumerateRunes().ToArray()))
        select string.Concat(characters.Select(rune => rune.ToString()))));
}
