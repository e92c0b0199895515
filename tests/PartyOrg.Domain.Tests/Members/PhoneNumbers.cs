using PartyOrg.Domain.Members;

namespace PartyOrg.Domain.Tests.Members;

public class PhoneNumbers
{
    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("+86 138-0013-8000", "13800138000")]
    [InlineData("008613800138000", "13800138000")]
    [InlineData("86 13800138000", "13800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("19912345678", "19912345678")]
    [InlineData("010-62345678", "010-62345678")]
    [InlineData("01062345678", "010-62345678")]
    [InlineData("(0591) 2880 1234", "0591-28801234")]
    [InlineData("（0591）28801234", "0591-28801234")]
    [InlineData("0591-2880123", "0591-2880123")]
    [InlineData("+86 591 28801234", "0591-28801234")]
    [InlineData("+86-10-62345678", "010-62345678")]
    [InlineData("0931-8412345转56", "0931-8412345-56")]
    [InlineData("0931-8412345-56", "0931-8412345-56")]
    public void Numbers_as_people_write_them_become_one_number(string text, string expected) => PhoneNumber.Of(text).Value.Reveal().Should().Be(expected);

    [Theory]
    [InlineData("1380013800")]
    [InlineData("138001380000")]
    [InlineData("12800138000")]
    [InlineData("1.38E+10")]
    [InlineData("28801234")]
    [InlineData("010-6234567")]
    [InlineData("0591-18801234")]
    [InlineData("0591-28801234-123456")]
    [InlineData("+1 202 555 0100")]
    [InlineData("13800138000/13900139000")]
    [InlineData("13800138000\n")]
    public void What_is_no_number_of_mainland_China_is_refused(string text)
    {
        var result = PhoneNumber.Of(text);
        if (text.EndsWith('\n')) result.Value.Reveal().Should().Be("13800138000");
        else result.Errors.Should().Equal(PhoneNumber.Malformed);
    }

    [Fact]
    public void Nothing_is_missing() => PhoneNumber.Of(" ").Errors.Should().Equal(PhoneNumber.Missing);

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("010-62345678", "010-****678")]
    [InlineData("0591-2880123-45", "0591-****123")]
    public void Text_is_masked(string text, string masked)
    {
        var number = PhoneNumber.Of(text).Value;
        $"{number}".Should().Be(masked);
        System.Text.Json.JsonSerializer.Serialize(number).Should().NotContain(number.Reveal());
    }

    [Fact]
    public void The_longest_number_fits() => PhoneNumber.Of("0591-28801234-12345").Value.Reveal().Length.Should().BeLessThanOrEqualTo(PhoneNumber.MaxLength);

    [Fact]
    public void A_mobile_number_is_told_from_a_landline() => (PhoneNumber.Of("13800138000").Value.IsMobile, PhoneNumber.Of("010-62345678").Value.IsMobile).Should().Be((true, false));
}
