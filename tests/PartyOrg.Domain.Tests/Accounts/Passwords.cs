using PartyOrg.Domain.Accounts;

namespace PartyOrg.Domain.Tests.Accounts;

public sealed class Passwords
{
    [Theory]
    [InlineData("eleven chrs", "password-length")]
    [InlineData("Password1234", "password-common")]
    [InlineData("P@ssw0rd!2026", "password-common")]
    [InlineData("adminadmin2024", "password-common")]
    [InlineData("woaini1314520", "password-common")]
    [InlineData("123456789012", "password-common")]
    [InlineData("987654321098", "password-common")]
    [InlineData("qwertyuiopas", "password-common")]
    [InlineData("abababababab", "password-common")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "password-common")]
    [InlineData("zhang.wei-2024", "password-is-user-name")]
    [InlineData("ZHANGWEIZHANGWEI", "password-is-user-name")]
    public void A_short_a_common_and_a_name_made_longer_are_refused(string text, string code) =>
        NewPassword.Of(text, "zhang.wei").Errors.Should().ContainSingle().Which.Code.Should().Be(code);

    [Theory]
    [InlineData("twelve chars")]
    [InlineData("my password is a goat")]
    [InlineData("zhang.wei likes tea")]
    [InlineData("三只山羊在山坡上吃草呢呢")]
    public void A_sentence_of_twelve_characters_and_more_is_taken(string text) => NewPassword.Of(text, "zhang.wei").Succeeded.Should().BeTrue();

    [Fact]
    public void The_longest_has_128_characters()
    {
        var longest = string.Concat(Enumerable.Range(0, 128).Select(i => (char)('a' + i * 7 % 26)));
        NewPassword.Of(longest, "zhang.wei").Succeeded.Should().BeTrue();
        NewPassword.Of(longest + "x", "zhang.wei").Errors[0].Code.Should().Be("password-length");
    }

    [Fact]
    public void A_password_does_not_show_itself() => NewPassword.Of("twelve chars", "x").Value.ToString().Should().NotContain("twelve");
}

public sealed class UserNames
{
    [Theory]
    [InlineData(" Zhang.Wei ", "zhang.wei")]
    [InlineData("ＺＨＡＮＧ", "zhang")]
    [InlineData("王小明", "王小明")]
    [InlineData("a-b_c@d.1", "a-b_c@d.1")]
    public void A_name_has_one_form(string typed, string form) => UserName.Of(typed).Value.Value.Should().Be(form);

    [Theory]
    [InlineData("ab")]
    [InlineData("a b")]
    [InlineData("a\tb")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_name_is_refused(string? typed) => UserName.Of(typed).Errors[0].Code.Should().Be("user-name-malformed");

    [Fact]
    public void Three_characters_and_fifty_are_names_and_fifty_one_are_none()
    {
        UserName.Of("abc").Succeeded.Should().BeTrue();
        UserName.Of(new string('a', 50)).Succeeded.Should().BeTrue();
        UserName.Of(new string('a', 51)).Succeeded.Should().BeFalse();
    }
}

public sealed class OneTimeSecrets
{
    [Fact]
    public void Only_who_has_a_token_can_read_the_one_that_replaced_it()
    {
        var (own, child) = (OneTimeSecret.New(), OneTimeSecret.New());
        var sealedChild = own.Seal(child);
        OneTimeSecret.Given(own.Text).Open(sealedChild).Text.Should().Be(child.Text);
        FluentActions.Invoking(() => OneTimeSecret.New().Open(sealedChild)).Should().Throw<System.Security.Cryptography.AuthenticationTagMismatchException>();
    }

    [Fact]
    public void No_two_are_equal() => Enumerable.Range(0, 1000).Select(_ => OneTimeSecret.New().Text).Should().OnlyHaveUniqueItems();
}
