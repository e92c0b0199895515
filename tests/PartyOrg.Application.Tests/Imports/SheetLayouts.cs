using PartyOrg.Application.Imports;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Tests.Imports;

public class SheetLayouts
{
    private static readonly SheetColumn Name = new("name", new("Name", "姓名")) { IsRequired = true };
    private static readonly SheetColumn Identity = new("identityNumber", new("Identity number", "公民身份号码")) { IsRequired = true, Synonyms = ["身份证号", "身份证号码"] };
    private static readonly SheetColumn Phone = new("phone", new("Phone", "联系电话"));
    private static readonly SheetLayout Members = new("members", new("Members", "党员"), [Name, Identity, Phone]) { Synonyms = ["党员名册"] };

    [Theory]
    [InlineData("姓名", "公民身份号码", "联系电话")]
    [InlineData("姓 名*", "身份证号（18位）", "联系电话")]
    [InlineData("Name", "IDENTITY NUMBER", "phone")]
    [InlineData("name", "identityNumber", "Phone")]
    public void A_header_is_known_in_both_languages_and_by_the_words_of_registers(string name, string identity, string phone)
    {
        var header = Members.HeaderIn(Row(4, "序号", phone, name, identity))!;

        header.Errors.Should().BeEmpty();
        header.Row.Should().Be(4);
        header.Unknown.Select(cell => cell.Address).Should().Equal("A4");
        var row = Row(5, "1", "13800138000", "王伟");
        header.CellOf(row, Name).Text.Should().Be("王伟");
        header.CellOf(row, Phone).Address.Should().Be("B5");
        header.CellOf(row, Identity).Should().Be(new SheetCell(5, 4, ""));
    }

    [Fact]
    public void A_title_or_a_remark_is_no_header()
    {
        Members.HeaderIn(Row(1, "航城街道党员姓名名册")).Should().BeNull();
        Members.HeaderIn(Row(2, "填表单位", "姓名", "日期", "联系电话")).Should().BeNull();
        Members.HeaderIn(Row(3, "姓名", "联系电话", "备注")).Should().NotBeNull();
    }

    [Fact]
    public void A_column_that_is_missing_or_stands_twice_is_named()
    {
        var errors = Members.HeaderIn(Row(1, "姓名", "Name", "联系电话", "备注"))!.Errors;
        errors.Select(error => error.Code).Should().Equal("column-twice", "column-missing");
        errors[0].Message.En.Should().Contain("A1 and B1");
        errors[1].Message.Zh.Should().Contain("公民身份号码");
    }

    [Fact]
    public void A_column_that_is_not_there_is_empty_in_every_row()
    {
        var header = Members.HeaderIn(Row(1, "姓名", "身份证号"))!;
        header.Has(Phone).Should().BeFalse();
        header.CellOf(Row(2, "王伟", "x"), Phone).Text.Should().BeEmpty();
    }

    [Theory]
    [InlineData("党员", true)]
    [InlineData(" members ", true)]
    [InlineData("党员名册", true)]
    [InlineData("组织", false)]
    public void A_sheet_is_known_by_its_names(string name, bool isCalled) => Members.IsCalled(name).Should().Be(isCalled);

    [Theory]
    [InlineData("填写说明", true)]
    [InlineData("code lists", true)]
    [InlineData("党员", false)]
    public void Sheets_that_only_explain_are_known(string name, bool isExplanation) => SheetLayout.IsExplanation(name).Should().Be(isExplanation);

    [Theory]
    [InlineData(1, "A1")]
    [InlineData(26, "Z1")]
    [InlineData(27, "AA1")]
    [InlineData(702, "ZZ1")]
    [InlineData(703, "AAA1")]
    public void A_cells_address_is_the_one_that_programs_show(int column, string address) => new SheetCell(1, column, "").Address.Should().Be(address);

    private static SheetRow Row(int number, params string[] texts) => new("Sheet1", number, [.. texts.Select((text, i) => new SheetCell(number, i + 1, text))]);
}
