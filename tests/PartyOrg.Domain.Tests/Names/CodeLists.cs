using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Tests.Names;

public class CodeLists
{
    private static readonly CodeList<Kind> Kinds = new(new(Kind.Branch, "Branch", "党支部", "支部"), new(Kind.JointBranch, "Joint branch", "联合党支部"));

    public enum Kind
    {
        Branch,
        JointBranch,
    }

    [Theory]
    [InlineData("branch", Kind.Branch)]
    [InlineData("BRANCH", Kind.Branch)]
    [InlineData(" 党 支部 ", Kind.Branch)]
    [InlineData("支部", Kind.Branch)]
    [InlineData("jointBranch", Kind.JointBranch)]
    [InlineData("Joint-Branch", Kind.JointBranch)]
    [InlineData("ｊｏｉｎｔ　ｂｒａｎｃｈ", Kind.JointBranch)]
    [InlineData("联合党支部", Kind.JointBranch)]
    public void A_value_is_understood_by_its_code_its_labels_and_its_synonyms(string text, Kind kind) => Kinds.Parse(text).Value.Should().Be(kind);

    [Theory]
    [InlineData("党委")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0")]
    public void Anything_else_is_refused_with_what_is_possible(string? text)
    {
        var error = Kinds.Parse(text).Errors.Should().ContainSingle().Subject;
        error.Should().BeEquivalentTo(new { Kind = ErrorKind.Invalid, Code = "code-unknown" });
        error.Message.En.Should().Be($"“{text}” is not one of: Branch (branch), Joint branch (jointBranch).");
        error.Message.Zh.Should().Be($"“{text}”不在可选范围内：党支部（branch）、联合党支部（jointBranch）。");
    }

    [Fact]
    public void Codes_are_offered_in_the_given_order_with_both_labels()
    {
        Kinds.Entries.Should().Equal(new CodeEntry("branch", new("Branch", "党支部")), new CodeEntry("jointBranch", new("Joint branch", "联合党支部")));
        Kinds[Kind.JointBranch].Label.Zh.Should().Be("联合党支部");
    }

    [Fact]
    public void A_value_without_a_label_or_a_word_for_two_values_cannot_be_listed()
    {
        FluentActions.Invoking(() => new CodeList<Kind>(new CodeLabel<Kind>(Kind.Branch, "Branch", "党支部"))).Should().Throw<ArgumentException>().WithMessage("*Kind.JointBranch has no label*");
        FluentActions.Invoking(() => new CodeList<Kind>(new(Kind.Branch, "Branch", "党支部"), new(Kind.JointBranch, "Joint", "联合党支部", "党支部"))).Should().Throw<ArgumentException>().WithMessage("*Kind.Branch and Kind.JointBranch*");
        FluentActions.Invoking(() => new CodeList<Kind>(new(Kind.Branch, "Branch", "党支部"), new(Kind.Branch, "B", "支部"))).Should().Throw<ArgumentException>().WithMessage("*two labels*");
    }

    [Theory]
    [InlineData("身份证号（18位）*", "身份证号")]
    [InlineData("Date of birth [yyyy-mm-dd]", "dateofbirth")]
    [InlineData("姓名", "姓名")]
    public void Remarks_in_brackets_do_not_count_in_a_label(string label, string key) => Labels.KeyWithoutRemarks(label).Should().Be(key);
}
