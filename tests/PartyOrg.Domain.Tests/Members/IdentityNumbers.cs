using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Tests.Members;

public class IdentityNumbers
{
    // The standard's own specimens.
    private const string Woman = "11010519491231002X";
    private const string Man = "440524188001010014";

    private static readonly Gen<string> Valid =
        from place in Gen.Choose(110000, 659999)
        from days in Gen.Choose(0, 45_000)
        from order in Gen.Choose(0, 999)
        select WithCheckCharacter(string.Create(CultureInfo.InvariantCulture, $"{place}{new LocalDate(1900, 1, 1).PlusDays(days):yyyyMMdd}{order:D3}"));

    [Fact]
    public void The_specimen_of_the_standard_tells_birth_date_and_sex()
    {
        var number = IdentityNumber.Of(Woman).Value;
        number.BirthDate.Should().Be(new LocalDate(1949, 12, 31));
        number.Sex.Should().Be(Sex.Female);
        number.Reveal().Should().Be(Woman);
    }

    [Fact]
    public void A_birth_before_1900_is_not_believed() => IdentityNumber.Of(Man).Errors.Should().Equal(IdentityNumber.BirthDateImpossible);

    [Fact]
    public void Every_other_character_at_every_place_is_noticed() => Prop.ForAll(Arb.From(Valid), number =>
    {
        IdentityNumber.Of(number).Succeeded.Should().BeTrue();
        for (var i = 0; i < number.Length; i++)
        {
            foreach (var other in "0123456789X".Where(c => c != number[i]))
                IdentityNumber.Of(number[..i] + other + number[(i + 1)..]).Succeeded.Should().BeFalse($"{number} with {other} at {i + 1}");
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_neighbours_in_the_wrong_order_are_noticed() => Prop.ForAll(Arb.From(Valid), number =>
    {
        for (var i = 0; i < number.Length - 1; i++)
        {
            if (number[i] == number[i + 1]) continue;
            IdentityNumber.Of(number[..i] + number[i + 1] + number[i] + number[(i + 2)..]).Succeeded.Should().BeFalse();
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Birth_date_and_sex_are_read_from_every_number() => Prop.ForAll(Arb.From(Valid), text =>
    {
        var number = IdentityNumber.Of(text).Value;
        number.BirthDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture).Should().Be(text[6..14]);
        number.Sex.Should().Be("13579".Contains(text[16]) ? Sex.Male : Sex.Female);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("20000229", true)]
    [InlineData("19960229", true)]
    [InlineData("19000229", false)]
    [InlineData("20010229", false)]
    [InlineData("20240230", false)]
    [InlineData("19900431", false)]
    [InlineData("19900430", true)]
    [InlineData("19901301", false)]
    [InlineData("19900001", false)]
    [InlineData("19900100", false)]
    [InlineData("18991231", false)]
    [InlineData("19000101", true)]
    public void The_birth_date_is_a_day_of_the_calendar(string birthDate, bool accepted)
    {
        var result = IdentityNumber.Of(WithCheckCharacter("350182" + birthDate + "123"));
        if (accepted) result.Succeeded.Should().BeTrue();
        else result.Errors.Should().Equal(IdentityNumber.BirthDateImpossible).And.OnlyContain(e => e.RuleId == "REG-10" && e.Kind == ErrorKind.RuleBroken);
    }

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData(" 11010519491231002X　")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("１１０１０５１９４９１２３１００２ｘ")]
    [InlineData("\uFEFF11010519491231002X")]
    public void A_small_x_full_width_digits_and_padding_are_the_same_number(string text) => IdentityNumber.Of(text).Value.Reveal().Should().Be(Woman);

    [Theory]
    [InlineData("110105491231002")]
    [InlineData("1101051949123100X2")]
    [InlineData("11010519491231002")]
    [InlineData("11010519491231002XX")]
    [InlineData("1.10105194912310E+17")]
    [InlineData("110105 19491231 002X")]
    [InlineData("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X")]
    [InlineData("01010519491231002X")]
    public void What_is_not_17_digits_and_a_check_character_is_malformed(string text) => IdentityNumber.Of(text).Errors.Should().Equal(IdentityNumber.Malformed);

    [Fact]
    public void A_wrong_check_character_breaks_the_rule() =>
        IdentityNumber.Of("110105194912310021").Errors.Should().Equal(IdentityNumber.CheckCharacterWrong).And.OnlyContain(e => e.RuleId == "REG-10" && e.Kind == ErrorKind.RuleBroken);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_is_missing(string? text) => IdentityNumber.Of(text).Errors.Should().Equal(IdentityNumber.Missing);

    [Fact]
    public void Neither_text_nor_serialisation_nor_an_error_shows_the_number()
    {
        var number = IdentityNumber.Of(Woman).Value;
        $"{number}".Should().Be("110***********002X");
        System.Text.Json.JsonSerializer.Serialize(number).Should().NotContain("19491231");
        IdentityNumber.Of("110105194912310021").Errors[0].ToString().Should().NotContain("1949");
    }

    [Fact]
    public void Equal_numbers_are_equal() => IdentityNumber.Of("11010519491231002x").Value.Should().Be(IdentityNumber.FromStorage(Woman)).And.NotBe(IdentityNumber.FromStorage(WithCheckCharacter("11010519491231004")));

    private static string WithCheckCharacter(string body)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((c, i) => (c - '0') * weights[i]).Sum() % 11];
    }
}
