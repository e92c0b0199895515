using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Members;

namespace PartyOrg.Domain.Tests.Members;

public class PersonNames
{
    [Theory]
    [InlineData("王伟", "王伟")]
    [InlineData("王　伟", "王伟")]
    [InlineData(" 王 \u00A0伟\t", "王伟")]
    [InlineData("买买提・吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提.吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提．吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提•吐尔逊", "买买提·吐尔逊")]
    [InlineData("Anna  Maria O’Neill-Smith Jr.", "Anna Maria O'Neill-Smith Jr.")]
    [InlineData("Ａｎｎａ", "Anna")]
    [InlineData("Zoe\u0308", "Zo\u00EB")]
    [InlineData("金\uF981", "金女")]
    [InlineData("\u2F00\u2F25", "一女")]
    [InlineData("王\uFEFF伟\u200B", "王伟")]
    [InlineData("𫖯", "𫖯")]
    [InlineData("李〇", "李〇")]
    public void A_name_is_written_in_one_way(string text, string expected) => PersonName.Of(text).Value.Value.Should().Be(expected);

    [Theory]
    [InlineData(1, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_name_has_1_to_50_characters(int length, bool accepted) => PersonName.Of(new string('王', length)).Succeeded.Should().Be(accepted);

    [Fact]
    public void Padding_does_not_count_as_length() => PersonName.Of(new string(' ', 60) + "王伟").Succeeded.Should().BeTrue();

    [Theory]
    [InlineData("王伟2", "2")]
    [InlineData("王伟（女）", "（")]
    [InlineData("王,伟", ",")]
    [InlineData("=1+1", "=")]
    [InlineData("·王", "·")]
    [InlineData("-", "-")]
    [InlineData("王\uE815", "U+E815")]
    [InlineData("王\u0001", "U+0001")]
    [InlineData("王\uFFFD", "\uFFFD")]
    [InlineData("王😀", "😀")]
    public void A_character_that_belongs_in_no_name_is_shown(string text, string shown)
    {
        var error = PersonName.Of(text).Errors.Should().ContainSingle().Subject;
        error.Code.Should().Be("person-name-character");
        error.Message.En.Should().Contain($"“{shown}”");
        error.Message.Zh.Should().Contain($"“{shown}”");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("　")]
    public void Nothing_is_missing(string? text) => PersonName.Of(text).Errors.Should().Equal(PersonName.Missing);

    [Fact]
    public void Whatever_is_accepted_is_already_in_its_one_form() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        if (PersonName.Of(text) is not { Succeeded: true } name) return;
        PersonName.Of(name.Value.Value).Value.Should().Be(name.Value);
        name.Value.Value.Length.Should().BeInRange(1, PersonName.MaxLength);
    }).QuickCheckThrowOnFailure();
}
