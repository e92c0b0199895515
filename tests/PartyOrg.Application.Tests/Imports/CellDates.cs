using PartyOrg.Application.Imports;

namespace PartyOrg.Application.Tests.Imports;

public class CellDates
{
    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("2024-2-29")]
    [InlineData("2024/2/29")]
    [InlineData("2024.02.29")]
    [InlineData("2024年2月29日")]
    [InlineData("2024 年 02 月 29 日")]
    [InlineData("20240229")]
    [InlineData(" 2024-02-29 ")]
    [InlineData("2024-02-29T00:00:00")]
    [InlineData("2024/2/29 0:00")]
    public void A_date_is_read_in_the_ways_in_which_registers_write_it(string text) => CellDate.Parse(text).Value.Should().Be(new LocalDate(2024, 2, 29));

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-10")]
    [InlineData("2024-04-31")]
    [InlineData("0000-01-01")]
    [InlineData("2024-02")]
    [InlineData("2024年2月")]
    [InlineData("2024-02/29")]
    [InlineData("29/02/2024")]
    [InlineData("24-02-29")]
    [InlineData("2024-02-29T08:30:00")]
    [InlineData("45351")]
    [InlineData("2024-02-29\n2024-03-01")]
    [InlineData("٢٠٢٤-٠٢-٢٩")]
    [InlineData("")]
    public void Anything_else_is_no_date(string text) => CellDate.Parse(text).Errors.Should().Equal(CellDate.Malformed);
}
