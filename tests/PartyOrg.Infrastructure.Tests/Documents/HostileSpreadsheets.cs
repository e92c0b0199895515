using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Results;
using static PartyOrg.Infrastructure.Tests.Documents.Reading;

namespace PartyOrg.Infrastructure.Tests.Documents;

/// <summary>Every file is refused with a code and a remedy, gives no row, and costs little memory.</summary>
public class HostileSpreadsheets
{
    private const string OneCell = "<row><c><v>1</v></c></row>";
    private static readonly SpreadsheetLimits Limits = SpreadsheetLimits.Default;

    [Fact]
    public void A_part_that_unpacks_to_hundreds_of_megabytes_is_refused_by_its_directory()
    {
        using var bomb = Packed("xl/worksheets/sheet1.xml", 300 << 20);
        bomb.Length.Should().BeLessThan(2 << 20);
        Cheaply(bomb).Should().Be(SpreadsheetErrors.ExpandsTooFar);
    }

    [Fact]
    public void A_part_that_lies_about_its_size_is_stopped_where_the_lie_begins()
    {
        using var bomb = Packed("xl/worksheets/sheet1.xml", 300 << 20, prefix: $"<worksheet xmlns=\"{WorkbookFile.Main}\"><sheetData>");
        DeclareSize(bomb, 1_000);
        Cheaply(bomb).Should().Match<Error>(error => error == SpreadsheetErrors.ExpandsTooFar || error == SpreadsheetErrors.Damaged);
    }

    [Fact]
    public void Many_parts_that_together_unpack_to_too_much_are_refused()
    {
        var file = WorkbookFile.WithRows(OneCell);
        for (var i = 0; i < 100; i++) file.Extra.Add(new($"xl/media/{i}.xml", new byte[4 << 20]));
        Cheaply(file.Build()).Should().Be(SpreadsheetErrors.ExpandsTooFar);
    }

    [Fact]
    public void A_sheet_that_compresses_well_for_honest_reasons_is_read()
    {
        var rows = new StringBuilder();
        for (var i = 1; i <= 40_000; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{i}\"><c r=\"A{i}\" t=\"str\"><v>党员</v></c></row>");
        Rows(WorkbookFile.WithRows(rows.ToString()).Build()).Should().HaveCount(40_000);
    }

    [Fact]
    public void More_parts_than_a_workbook_has_are_refused()
    {
        var file = WorkbookFile.WithRows(OneCell);
        for (var i = 0; i < 1_000; i++) file.Part($"xl/media/{i}.xml", "");
        Cheaply(file.Build()).Should().Be(SpreadsheetErrors.Unsafe);
    }

    [Fact]
    public void A_directory_that_is_longer_than_it_says_is_refused()
    {
        using var file = WorkbookFile.WithRows(OneCell).Build();
        var bytes = file.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(bytes.Length - 22 + 8), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(bytes.Length - 22 + 10), 1);
        Cheaply(new MemoryStream(bytes)).Should().Be(SpreadsheetErrors.Damaged);
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY % remote SYSTEM \"http://192.0.2.1/x.dtd\"> %remote;]>")]
    [InlineData("<!-- > \" --><!DOCTYPE worksheet>")]
    public void Document_types_and_their_entities_are_refused(string declaration)
    {
        var sheet = $"{declaration}<worksheet xmlns=\"{WorkbookFile.Main}\"><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
        Cheaply(new WorkbookFile().RawSheet(sheet).Build()).Should().Be(SpreadsheetErrors.Unsafe);
        foreach (var part in new[] { "_rels/.rels", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels" })
            Cheaply(WorkbookFile.WithRows(OneCell).Part(part, declaration + "<a/>").Build()).Should().Be(SpreadsheetErrors.Unsafe, part);
    }

    [Fact]
    public void An_entity_that_nobody_declared_is_refused() => Cheaply(WorkbookFile.WithRows("<row><c t=\"str\"><v>&xxe;</v></c></row>").Build()).Should().Be(SpreadsheetErrors.Damaged);

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("xl/../../evil.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/evil.xml")]
    [InlineData("xl\\evil.xml")]
    [InlineData("xl//evil.xml")]
    [InlineData("xl/./evil.xml")]
    [InlineData("XL/workbook.XML")]
    public void Names_that_lead_elsewhere_or_stand_twice_are_refused(string name) => Cheaply(WorkbookFile.WithRows(OneCell).Part(name, "<a/>").Build()).Should().Be(SpreadsheetErrors.Unsafe);

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/embeddings/oleObject1.bin")]
    [InlineData("xl/activeX/activeX1.xml")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public void Macros_and_embedded_objects_are_refused(string name) => Cheaply(WorkbookFile.WithRows(OneCell).Part(name, "x").Build()).Should().Be(SpreadsheetErrors.Macros);

    [Fact]
    public void A_macro_under_another_name_is_refused_by_its_relation() =>
        Cheaply(WorkbookFile.WithRows(OneCell).Part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"x\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"harmless.bin\"/></Relationships>").Build())
            .Should().Be(SpreadsheetErrors.Macros);

    [Theory]
    [InlineData("register.xlsm")]
    [InlineData("register.XLTM")]
    public void A_workbook_that_says_it_has_macros_is_refused(string name) => Cheaply(WorkbookFile.WithRows(OneCell).Build(), name).Should().Be(SpreadsheetErrors.Macros);

    [Fact]
    public void A_workbook_with_a_password_is_told_from_one_of_the_old_kind()
    {
        Cheaply(CompoundFile("EncryptedPackage")).Should().Be(SpreadsheetErrors.Encrypted);
        Cheaply(CompoundFile("EncryptedPackage"), "register.xls").Should().Be(SpreadsheetErrors.Encrypted);
        Cheaply(CompoundFile("Workbook"), "register.xls").Should().Be(SpreadsheetErrors.OldFormat);
        Cheaply(CompoundFile("Workbook")).Should().Be(SpreadsheetErrors.OldFormat);
        Cheaply(CompoundFile("Workbook"), "register.csv").Should().Be(SpreadsheetErrors.OldFormat);
    }

    [Fact]
    public void A_ZIP_with_a_password_is_refused()
    {
        using var file = WorkbookFile.WithRows(OneCell).Build();
        var bytes = file.ToArray();
        var directory = (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 22 + 16));
        bytes[directory + 8] |= 1;
        Cheaply(new MemoryStream(bytes)).Should().Be(SpreadsheetErrors.Encrypted);
    }

    [Fact]
    public void Rows_and_cells_left_behind_by_formatting_do_no_harm_until_there_are_millions()
    {
        var empty = new StringBuilder("<row r=\"1\"><c r=\"A1\"><v>1</v></c>");
        for (var column = 2; column <= 16_384; column++) empty.Append(System.Globalization.CultureInfo.InvariantCulture, $"<c r=\"{SheetCell.ColumnLetters(column)}1\" s=\"0\"/>");
        empty.Append("</row>");
        for (var row = 2; row <= 50_000; row++) empty.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{row}\"/>");
        using var file = WorkbookFile.WithRows(empty.ToString()).Build();
        Rows(file).Shown().Should().Equal("A1=1");
        Refusal(file, limits: Limits with { WrittenCells = 60_000 }).Should().Be(SpreadsheetErrors.TooManyCells);
    }

    [Fact]
    public void Empty_cells_without_end_are_refused()
    {
        using var file = Streamed("xl/worksheets/sheet1.xml", writer =>
        {
            writer.Write($"<worksheet xmlns=\"{WorkbookFile.Main}\"><sheetData>");
            for (var row = 0; row < 80_000; row++) writer.Write("<row><c s=\"1\"/><c s=\"2\"/><c s=\"3\"/><c s=\"4\"/><c s=\"5\"/><c s=\"6\"/><c s=\"7\"/><c s=\"8\"/><c s=\"9\"/><c s=\"10\"/><c s=\"11\"/><c s=\"12\"/><c s=\"13\"/></row>");
            writer.Write("</sheetData></worksheet>");
        });
        Cheaply(file, limits: Limits with { UnpackingRatio = 10_000, WrittenCells = 1_000_000 }, megabytes: 256).Should().Be(SpreadsheetErrors.TooManyCells);
    }

    [Fact]
    public void More_rows_than_the_limit_are_refused_before_the_first_comes_out()
    {
        var limits = Limits with { Rows = 10 };
        Refusal(WorkbookFile.WithRows(string.Concat(Enumerable.Repeat(OneCell, 11))).Build(), limits: limits).Code.Should().Be("spreadsheet-too-many-rows");
        Refusal(new WorkbookFile().Sheet("a", string.Concat(Enumerable.Repeat(OneCell, 6))).Sheet("b", string.Concat(Enumerable.Repeat(OneCell, 5))).Build(), limits: limits).Code.Should().Be("spreadsheet-too-many-rows");
        Refusal(Csv(string.Concat(Enumerable.Repeat("a\n", 11))), "a.csv", limits).Code.Should().Be("spreadsheet-too-many-rows");
        new Infrastructure.Documents.SpreadsheetReader(limits).Read(WorkbookFile.WithRows(string.Concat(Enumerable.Repeat(OneCell, 10))).Build(), "a.xlsx").Should().HaveCount(10);
        new Infrastructure.Documents.SpreadsheetReader(limits).Read(Csv(string.Concat(Enumerable.Repeat("a\n", 10))), "a.csv").Should().HaveCount(10);
    }

    [Fact]
    public void Something_beyond_the_last_column_is_named_by_its_row()
    {
        Rows(WorkbookFile.WithRows("<row r=\"3\"><c r=\"GR3\"><v>1</v></c></row>")).Shown().Should().Equal("GR3=1");
        Cheaply(WorkbookFile.WithRows("<row r=\"3\"><c r=\"GS3\"><v>1</v></c></row>").Build()).Should().Be(SpreadsheetErrors.TooManyColumns("Sheet1", 3, 200));
        Rows(Csv(new string(',', 199) + "a\n"), "a.csv").Shown().Should().Equal("GR1=a");
        Cheaply(Csv("x\n" + new string(',', 200) + "a\n"), "a.csv").Should().Be(SpreadsheetErrors.TooManyColumns("a", 2, 200));
    }

    [Theory]
    [InlineData("<row r=\"1048577\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"/><row r=\"1\"/>")]
    [InlineData("<row r=\"-1\"/>")]
    [InlineData("<row><c r=\"XFE1\"><v>1</v></c></row>")]
    [InlineData("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>")]
    [InlineData("<row><c t=\"s\"><v>5</v></c></row>")]
    [InlineData("<row><c t=\"s\"><v>-1</v></c></row>")]
    [InlineData("<row><c><v>NaN</v></c></row>")]
    [InlineData("<row><c><v>1e999</v></c></row>")]
    [InlineData("<row><c><v>abc</v></c></row>")]
    [InlineData("<row><c t=\"zip\"><v>1</v></c></row>")]
    [InlineData("<row><c><v>1</v></row>")]
    public void What_no_program_writes_is_refused_as_damaged(string rows) => Cheaply(WorkbookFile.WithRows(rows).Build()).Should().Be(SpreadsheetErrors.Damaged);

    [Fact]
    public void Shared_texts_beyond_the_limits_are_refused()
    {
        var file = WorkbookFile.WithRows("<row><c t=\"s\"><v>0</v></c></row>");
        file.SharedTexts = string.Concat(Enumerable.Repeat("<si><t>abcde</t></si>", 10));
        Rows(file).Should().ContainSingle();
        Refusal(file.Build(), limits: Limits with { SharedTexts = 9 }).Should().Be(SpreadsheetErrors.TooManyCells);
        Refusal(file.Build(), limits: Limits with { SharedCharacters = 49 }).Should().Be(SpreadsheetErrors.TooManyCells);
    }

    [Fact]
    public void A_bomb_of_shared_texts_is_refused()
    {
        using var file = Streamed("xl/sharedStrings.xml", writer =>
        {
            writer.Write("<sst>");
            for (var i = 0; i < 510_000; i++) writer.Write("<si><t>bomb</t></si>");
            writer.Write("</sst>");
        }, WorkbookFile.WithRows(OneCell), withTexts: true);
        Cheaply(file, limits: Limits with { UnpackingRatio = 10_000, SharedTexts = 500_000 }, megabytes: 256).Should().Be(SpreadsheetErrors.TooManyCells);
    }

    [Fact]
    public void One_text_without_end_is_refused()
    {
        using var file = Streamed("xl/worksheets/sheet1.xml", writer =>
        {
            writer.Write($"<worksheet xmlns=\"{WorkbookFile.Main}\"><sheetData><row><c t=\"str\"><v>");
            for (var i = 0; i < 30_000; i++) writer.Write("0123456789012345678901234567890123456789012345678901234567890123456789");
            writer.Write("</v></c></row></sheetData></worksheet>");
        });
        Cheaply(file, limits: Limits with { UnpackingRatio = 10_000 }).Should().Be(SpreadsheetErrors.Unsafe);
    }

    [Theory]
    [InlineData("a{0}=\"\" ")]
    [InlineData("a{0}='>' ")]
    [InlineData("xmlns:n{0}=\"urn:{0}\" ")]
    public void One_tag_without_end_is_refused(string attribute)
    {
        using var file = Streamed("xl/worksheets/sheet1.xml", writer =>
        {
            writer.Write($"<worksheet xmlns=\"{WorkbookFile.Main}\"><sheetData><row ");
            for (var i = 0; i < 200_000; i++) writer.Write(attribute, i);
            writer.Write("/></sheetData></worksheet>");
        });
        Cheaply(file, limits: Limits with { UnpackingRatio = 10_000 }).Should().Be(SpreadsheetErrors.Unsafe);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        using var file = Streamed("xl/worksheets/sheet1.xml", writer =>
        {
            writer.Write($"<worksheet xmlns=\"{WorkbookFile.Main}\"><sheetData><row><c><is>");
            for (var i = 0; i < 2_000_000; i++) writer.Write("<r>");
        });
        Cheaply(file, limits: Limits with { UnpackingRatio = 10_000 }).Should().Be(SpreadsheetErrors.Unsafe);
    }

    [Fact]
    public void A_vocabulary_without_end_is_refused()
    {
        using var file = Streamed("xl/worksheets/sheet1.xml", writer =>
        {
            writer.Write($"<worksheet xmlns=\"{WorkbookFile.Main}\"><sheetData/>");
            for (var i = 0; i < 500_000; i++) writer.Write("<n{0}/>", i);
            writer.Write("</worksheet>");
        });
        Cheaply(file).Should().Be(SpreadsheetErrors.Unsafe);
    }

    [Fact]
    public void Comments_character_data_and_instructions_without_end_are_refused()
    {
        foreach (var beginning in new[] { "<!-- ", "<![CDATA[", "<?x " })
        {
            using var file = Streamed("xl/worksheets/sheet1.xml", writer =>
            {
                writer.Write($"<worksheet xmlns=\"{WorkbookFile.Main}\"><sheetData><row><c t=\"str\"><v>{beginning}");
                for (var i = 0; i < 300_000; i++) writer.Write("> \" ' < ");
            });
            Cheaply(file, limits: Limits with { UnpackingRatio = 10_000 }).Should().Be(SpreadsheetErrors.Unsafe, beginning);
        }
    }

    [Fact]
    public void Comments_character_data_and_instructions_that_end_are_read_over() =>
        Rows(WorkbookFile.WithRows("<!-- > \" --><row><?x \" > ?><c t=\"str\"><v><![CDATA[<a> \" ]]]]><![CDATA[>]]></v></c></row>")).Shown().Should().Equal("A1=<a> \" ]]>");

    [Fact]
    public void Too_many_sheets_and_merged_areas_are_refused()
    {
        var sheets = new WorkbookFile();
        for (var i = 0; i < 51; i++) sheets.Sheet($"s{i}", OneCell);
        Cheaply(sheets.Build()).Should().Be(SpreadsheetErrors.TooManySheets(50));
        var merged = new WorkbookFile().Sheet("a", OneCell, $"<mergeCells>{string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:A2\"/>", 20_001))}</mergeCells>");
        Cheaply(merged.Build()).Should().Be(SpreadsheetErrors.TooManyCells);
    }

    [Fact]
    public void A_workbook_cut_anywhere_is_damaged()
    {
        using var file = WorkbookFile.WithRows(OneCell).Build();
        var bytes = file.ToArray();
        for (var length = 8; length < bytes.Length; length++) Refusal(new MemoryStream(bytes[..length])).Should().Be(SpreadsheetErrors.Damaged, $"{length} bytes are left");
    }

    [Fact]
    public void A_workbook_with_any_byte_changed_never_breaks_the_reader()
    {
        using var file = WorkbookFile.WithRows("<row><c t=\"str\"><v>王伟</v></c><c><v>1</v></c></row>").Build();
        var bytes = file.ToArray();
        var refused = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 0x55;
            var rows = new Infrastructure.Documents.SpreadsheetReader(Limits).Read(new MemoryStream(changed), "a.xlsx").ToList();
            rows.Should().NotBeEmpty();
            if (!rows[^1].Succeeded) refused++;
        }

        refused.Should().BeGreaterThan(bytes.Length / 4);
    }

    [Theory]
    [InlineData("register.xlsx", "姓名,组织\n王伟,一\n", "spreadsheet-not-what-it-says")]
    [InlineData("register.xlsx", "%PDF-1.7 ...", "spreadsheet-not-what-it-says")]
    [InlineData("register.xls", "<html><table></table></html>", "spreadsheet-not-what-it-says")]
    [InlineData("register.txt", "a,b\n", "spreadsheet-type-unsupported")]
    [InlineData("register", "a,b\n", "spreadsheet-type-unsupported")]
    [InlineData("register.ods", "PK\u0003\u0004", "spreadsheet-type-unsupported")]
    [InlineData("register.csv", "PK\u0003\u0004abc", "spreadsheet-not-what-it-says")]
    [InlineData("register.csv", "a,b\0c\n", "spreadsheet-not-what-it-says")]
    [InlineData("register.csv", "a,\u001b[2Jb\n", "spreadsheet-not-what-it-says")]
    public void A_file_that_is_not_what_its_name_says_is_refused(string name, string content, string code) => Cheaply(Csv(content), name).Code.Should().Be(code);

    [Fact]
    public void A_ZIP_without_a_workbook_is_damaged() => Cheaply(WorkbookFile.Zip([new("readme.txt", "hello"u8.ToArray())])).Should().Be(SpreadsheetErrors.Damaged);

    [Fact]
    public void Random_bytes_are_refused_under_either_name()
    {
        var random = new Random(20240229);
        for (var i = 0; i < 50; i++)
        {
            var bytes = new byte[random.Next(64, 4_000)];
            random.NextBytes(bytes);
            Refusal(new MemoryStream(bytes)).Code.Should().Be("spreadsheet-not-what-it-says");
            Refusal(new MemoryStream(bytes), "a.csv").Code.Should().BeOneOf("spreadsheet-encoding", "spreadsheet-not-what-it-says", "spreadsheet-quotes");
            Refusal(new MemoryStream([.. "PK\x03\x04"u8, .. bytes])).Should().Be(SpreadsheetErrors.Damaged);
        }
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_not_even_opened() => Refusal(new MemoryStream(new byte[33]), limits: Limits with { FileBytes = 32 }).Code.Should().Be("spreadsheet-too-large");

    [Theory]
    [InlineData("\"")]
    [InlineData("a,")]
    [InlineData("\"\n\",")]
    public void A_CSV_record_without_end_is_refused(string piece)
    {
        var text = new StringBuilder();
        if (piece == "\"") text.Append('"').Append('a', 3 << 20);
        else for (var i = 0; i < 1_200_000; i++) text.Append(piece);
        Cheaply(Csv(text.ToString()), "a.csv").Code.Should().BeOneOf("spreadsheet-quotes", "spreadsheet-too-many-columns");
    }

    /// <summary>The refusal, seen to allocate no more than the megabytes in all; what is held at once is less.</summary>
    private static Error Cheaply(MemoryStream file, string name = "register.xlsx", SpreadsheetLimits? limits = null, int megabytes = 32)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Refusal(file, name, limits);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan((long)megabytes << 20);
        error.Message.En.Should().NotBeEmpty();
        error.Message.Zh.Should().NotBeEmpty();
        return error;
    }

    private static MemoryStream Packed(string part, long size, string prefix = "") => Streamed(part, writer =>
    {
        writer.Write(prefix);
        var spaces = new string(' ', 1 << 20);
        for (var written = 0L; written < size; written += spaces.Length) writer.Write(spaces);
    });

    /// <summary>A workbook of which one part is written as it goes, so that the test itself holds little.</summary>
    private static MemoryStream Streamed(string part, Action<StreamWriter> write, WorkbookFile? around = null, bool withTexts = false)
    {
        var workbook = around ?? WorkbookFile.WithRows("");
        if (withTexts) workbook.SharedTexts = "";
        var file = workbook.Part(part, "").Build();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true)) zip.GetEntry(part)!.Delete();
        var parts = new List<KeyValuePair<string, byte[]>>();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read))
        {
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using (var from = entry.Open()) from.CopyTo(content);
                parts.Add(new(entry.FullName, content.ToArray()));
            }
        }

        var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var target = zip.CreateEntry(name).Open();
                target.Write(content);
            }

            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            write(writer);
        }

        return result;
    }

    /// <summary>Writes another unpacked size into the directory's last entry.</summary>
    private static void DeclareSize(MemoryStream file, uint size)
    {
        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        var last = bytes.LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(last + 24)..], size);
    }

    private static MemoryStream CompoundFile(string streamName)
    {
        var bytes = new byte[2_048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes(streamName).CopyTo(bytes, 1_024);
        return new(bytes);
    }
}
