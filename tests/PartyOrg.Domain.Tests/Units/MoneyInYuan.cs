namespace PartyOrg.Domain.Tests.Units;

public class MoneyInYuan
{
    [Theory]
    [InlineData("0", 0, "0.00")]
    [InlineData("5000000.00", 500_000_000, "5000000.00")]
    [InlineData("0.5", 50, "0.50")]
    [InlineData("１２.34", 1234, "12.34")]
    [InlineData("9999999999999.99", Money.Most, "9999999999999.99")]
    public void An_amount_is_exact_to_the_fen(string text, long fen, string written)
    {
        Money.Of(text).Value.Fen.Should().Be(fen);
        Money.Of(text).Value.ToString().Should().Be(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.234")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData("1.2.3")]
    [InlineData("10000000000000")]
    public void What_is_no_amount_is_refused(string text) => Money.Of(text).Errors.Should().Equal(Money.Malformed);
}
