using System.Text;
using PartyOrg.Application.Imports;
using static PartyOrg.Infrastructure.Tests.Documents.Reading;

namespace PartyOrg.Infrastructure.Tests.Documents;

public class ReadingCsv
{
    private const string Register = "姓名,组织\r\n王伟,第一支部\r\n";
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, Encoding> Encodings => new()
    {
        { "UTF-8", new UTF8Encoding(false) },
        { "UTF-8 with a mark", new UTF8Encoding(true) },
        { "GB18030", Gb18030 },
        { "UTF-16 with a mark", new UnicodeEncoding(false, true) },
        { "UTF-16, big end first, with a mark", new UnicodeEncoding(true, true) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Chinese_text_is_read_in_the_encodings_that_programs_write(string name, Encoding encoding)
    {
        var rows = Rows(Csv(Register, encoding), "党员.csv");
        rows.Shown().Should().Equal(["A1=姓名 B1=组织", "A2=王伟 B2=第一支部"], name);
        rows.Should().OnlyContain(row => row.Sheet == "党员");
    }

    [Fact]
    public void Characters_of_four_bytes_in_GB18030_are_read() => Rows(Csv("李𬭎,㐀\n", Gb18030), "a.csv").Shown().Should().Equal("A1=李𬭎 B1=㐀");

    [Fact]
    public void The_encoding_is_told_from_the_whole_file_and_not_from_its_beginning() =>
        Rows(Csv(string.Concat(Enumerable.Repeat("a,b\n", 20_000)) + "王伟,c\n", Gb18030), "a.csv").Should().HaveCount(20_001).And.Subject.Last()[1].Text.Should().Be("王伟");

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("a,b\r\n1,2")]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n")]
    public void Comma_semicolon_and_tab_part_the_columns(string text) => Rows(Csv(text), "a.csv").Shown().Should().Equal("A1=a B1=b", "A2=1 B2=2");

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_breaks() =>
        Rows(Csv("\"a,b\",\"say \"\"x\"\"\",\"1\n2\"\nlast,,\n"), "a.csv").Shown().Should().Equal("A1=a,b B1=say \"x\" C1=1\n2", "A2=last");

    [Fact]
    public void Rows_are_numbered_as_the_spreadsheet_program_numbers_them() => Rows(Csv("a\n\n,\nb\n"), "a.csv").Select(row => (row.Number, row[1].Text)).Should().Equal((1, "a"), (4, "b"));

    [Theory]
    [InlineData("a,b\n\"1,2\n3,4\n", 2)]
    [InlineData("a,b\n1\"2,3\n", 2)]
    [InlineData("\"a\"b,c\n", 1)]
    public void Quotation_marks_that_do_not_match_are_named_by_their_row(string text, int row)
    {
        var error = Refusal(Csv(text), "a.csv");
        error.Code.Should().Be("spreadsheet-quotes");
        error.Message.En.Should().Contain($"row {row} ");
    }

    [Theory]
    [InlineData("1.10105E+17")]
    [InlineData("1.38E+10")]
    [InlineData("4E+15")]
    public void A_number_that_a_program_has_shortened_has_lost_digits(string text) => Rows(Csv("a\n" + text + "\n"), "a.csv")[1][1].Problem.Should().Be(SpreadsheetErrors.DigitsLost);

    [Theory]
    [InlineData("E10")]
    [InlineData("2E")]
    [InlineData("11010519491231002X")]
    public void A_code_is_not_taken_for_such_a_number(string text) => Rows(Csv("a\n" + text + "\n"), "a.csv")[1][1].Should().Be(new SheetCell(2, 1, text));

    [Fact]
    public void The_apostrophe_that_an_export_puts_before_a_formula_is_taken_off_and_no_other() =>
        Rows(Csv("'=1+1,'@x,'abc,'\n"), "a.csv").Shown().Should().Equal("A1==1+1 B1=@x C1='abc D1='");

    [Fact]
    public void A_cell_that_is_too_long_is_a_problem_of_its_cell()
    {
        var row = Rows(Csv(new string('a', 4_001) + ",b\n"), "a.csv").Should().ContainSingle().Subject;
        row[1].Problem!.Code.Should().Be("cell-text-too-long");
        row[2].Text.Should().Be("b");
    }
}
