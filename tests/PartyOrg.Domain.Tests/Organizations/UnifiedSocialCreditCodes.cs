using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Tests.Organizations;

public class UnifiedSocialCreditCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // Published codes of well-known companies.
    private static readonly string[] Known = ["91110000600037341L", "91350100M000100Y43", "9144030071526726XG", "914403001922038216", "91330100799655058B"];

    private static readonly Gen<string> Valid =
        from department in Gen.Elements("159AN".ToCharArray())
        from kind in Gen.Elements("1239".ToCharArray())
        from place in Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), 6)
        from body in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 9)
        select WithCheckCharacter($"{department}{kind}{new string(place)}{new string(body)}");

    [Fact]
    public void Codes_on_real_licences_are_accepted() =>
        Known.Should().AllSatisfy(code => UnifiedSocialCreditCode.Of(code).Value.Value.Should().Be(code));

    [Fact]
    public void Every_other_character_at_every_place_is_noticed() => Prop.ForAll(Arb.From(Valid), code =>
    {
        UnifiedSocialCreditCode.Of(code).Succeeded.Should().BeTrue();
        for (var i = 0; i < code.Length; i++)
        {
            foreach (var other in Alphabet.Where(c => c != code[i]))
                UnifiedSocialCreditCode.Of(code[..i] + other + code[(i + 1)..]).Succeeded.Should().BeFalse($"{code} with {other} at {i + 1}");
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_neighbours_in_the_wrong_order_are_noticed() => Prop.ForAll(Arb.From(Valid), code =>
    {
        for (var i = 0; i < code.Length - 1; i++)
        {
            if (code[i] == code[i + 1]) continue;
            UnifiedSocialCreditCode.Of(code[..i] + code[i + 1] + code[i] + code[(i + 2)..]).Succeeded.Should().BeFalse();
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(" 91350100m000100y43　")]
    [InlineData("９１３５０１００Ｍ０００１００Ｙ４３")]
    [InlineData("\uFEFF91350100M000100Y43\u200B")]
    public void Full_width_small_and_padded_codes_are_the_same_code(string text) => UnifiedSocialCreditCode.Of(text).Value.Value.Should().Be("91350100M000100Y43");

    [Theory]
    [InlineData("I")]
    [InlineData("O")]
    [InlineData("S")]
    [InlineData("V")]
    [InlineData("Z")]
    [InlineData("*")]
    [InlineData("中")]
    public void A_letter_that_codes_do_not_use_is_named_by_its_place(string letter)
    {
        var error = UnifiedSocialCreditCode.Of($"91350100{letter}000100Y43").Errors.Should().ContainSingle().Subject;
        error.Should().BeEquivalentTo(new { Kind = ErrorKind.Invalid, Code = "social-credit-code-character", RuleId = "REG-9" });
        error.Message.En.Should().Contain("Character 9 ");
        error.Message.Zh.Should().Contain("第9位");
    }

    [Fact]
    public void A_letter_in_the_place_is_named_by_its_place() => UnifiedSocialCreditCode.Of("9135010AM000100Y43").Errors[0].Message.En.Should().StartWith("Character 8 ").And.Contain("digit");

    [Fact]
    public void A_wrong_check_character_breaks_the_rule() =>
        UnifiedSocialCreditCode.Of("91350100M000100Y44").Errors.Should().Equal(UnifiedSocialCreditCode.CheckCharacterWrong).And.OnlyContain(e => e.RuleId == "REG-9" && e.Kind == ErrorKind.RuleBroken);

    [Theory]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100Y433")]
    [InlineData("350200100012345")]
    public void Another_length_is_refused(string text) => UnifiedSocialCreditCode.Of(text).Errors.Should().Equal(UnifiedSocialCreditCode.WrongLength);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　")]
    public void Nothing_is_missing(string? text) => UnifiedSocialCreditCode.Of(text).Errors.Should().Equal(UnifiedSocialCreditCode.Missing);

    private static string WithCheckCharacter(string body)
    {
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        return body + Alphabet[(31 - body.Select((c, i) => Alphabet.IndexOf(c) * weights[i]).Sum() % 31) % 31];
    }
}
