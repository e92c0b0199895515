using PartyOrg.Domain.PartyAffairsOpenness;

namespace PartyOrg.Domain.Tests.PartyAffairsOpenness;

/// <summary>Identity numbers and mobile numbers are masked, and nothing else (TWS-8.3).</summary>
public class PublicTexts
{
    [Theory]
    [InlineData("身份证11010519491231002X，", "身份证110***********002X，")]
    [InlineData("11010519491231002x", "110***********002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "１１０***********００２Ｘ")]
    [InlineData("110105 19491231 002X", "110*** ******** 002X")]
    [InlineData("110105-1949-1231-0021", "110***-****-****-0021")]
    [InlineData("350104200002290012", "350***********0012")]
    [InlineData("电话13812345678。", "电话138****5678。")]
    [InlineData("138-1234-5678", "138-****-5678")]
    [InlineData("138 1234 5678", "138 **** 5678")]
    [InlineData("+86 13812345678", "+86 1******5678")]
    [InlineData("13812345678、13987654321", "138****5678、139****4321")]
    public void A_number_that_identifies_is_masked_but_for_its_ends(string text, string masked)
    {
        PublicText.Mask(text).Should().Be(masked);
        PublicText.AdvicesOn(null, text).Should().ContainSingle().Which.RuleId.Should().Be("TWS-8.3");
    }

    [Theory]
    [InlineData("监督电话0591-28801234")]
    [InlineData("91350100M000100Y43")]
    [InlineData("913501001234567890")]
    [InlineData("金额12345678901元")]
    [InlineData("1381234567")]
    [InlineData("138123456789")]
    [InlineData("110105194913310021")]
    [InlineData("110105194912320021")]
    [InlineData("110105189912310021")]
    [InlineData("2024年5月15日14时30分")]
    public void Landlines_credit_codes_amounts_and_dates_stay(string text)
    {
        PublicText.Mask(text).Should().Be(text);
        PublicText.AdvicesOn(text).Should().BeEmpty();
    }
}
