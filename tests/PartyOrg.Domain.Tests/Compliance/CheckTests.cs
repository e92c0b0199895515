using PartyOrg.Domain.Compliance.Checks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>Which of two checks asks more: what decides whether an overlay loosens its parent's rule.</summary>
public class CheckTests
{
    [Fact]
    public void Every_check_declares_a_shape_of_its_own_name()
    {
        var checks = typeof(Check).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Check)) && !t.IsAbstract).ToList();

        checks.Should().NotBeEmpty();
        CheckShape.All.Should().HaveCount(checks.Count);
        checks.Should().OnlyContain(t => t.IsSealed && t.Namespace == typeof(Check).Namespace);
        CheckShape.All.Keys.Should().BeEquivalentTo(checks.Select(t => char.ToLowerInvariant(t.Name[0]) + t.Name[1..]));
    }

    [Fact]
    public void Every_shape_and_parameter_says_what_it_means_in_both_languages()
    {
        foreach (var shape in CheckShape.All.Values)
        {
            foreach (var meaning in shape.Parameters.Select(p => p.Meaning).Append(shape.Meaning))
            {
                meaning.En.Should().EndWith(".", shape.Name);
                meaning.Zh.Should().EndWith("。", shape.Name);
            }
        }
    }

    [Theory]
    [InlineData(2, "quarter", Strictness.Stricter)]
    [InlineData(1, "quarter", Strictness.Same)]
    [InlineData(1, "month", Strictness.Stricter)]
    [InlineData(1, "twoMonths", Strictness.Stricter)]
    [InlineData(1, "halfYear", Strictness.Looser)]
    [InlineData(1, "year", Strictness.Looser)]
    [InlineData(2, "halfYear", Strictness.NotComparable)]
    [InlineData(2, "month", Strictness.Stricter)]
    public void More_often_and_more_times_is_stricter(int times, string every, Strictness expected)
    {
        var (mine, parent) = (Check(every, times), Check("quarter", 1));

        mine.ComparedWith(parent).Should().Be(expected);
        parent.ComparedWith(mine).Should().Be(expected switch { Strictness.Stricter => Strictness.Looser, Strictness.Looser => Strictness.Stricter, var same => same });
    }

    [Fact]
    public void Binding_more_types_is_stricter_and_other_types_cannot_be_compared()
    {
        Check(of: ["branch", "jointBranch"]).ComparedWith(Check(of: ["branch"])).Should().Be(Strictness.Stricter);
        Check(of: ["branch"]).ComparedWith(Check(of: ["branch", "jointBranch"])).Should().Be(Strictness.Looser);
        Check(of: ["jointBranch", "branch"]).ComparedWith(Check(of: ["branch", "jointBranch"])).Should().Be(Strictness.Same);
        Check(of: ["branch"]).ComparedWith(Check(of: ["jointBranch"])).Should().Be(Strictness.NotComparable);
    }

    [Fact]
    public void Binding_without_a_condition_is_stricter()
    {
        Check().ComparedWith(Check(during: "committee")).Should().Be(Strictness.Stricter);
        Check(during: "committee").ComparedWith(Check()).Should().Be(Strictness.Looser);
        Check(during: "committee").ComparedWith(Check(during: "committee")).Should().Be(Strictness.Same);
    }

    [Fact]
    public void Another_kind_of_evidence_cannot_be_compared() =>
        Check(evidence: "partyClass").ComparedWith(Check(evidence: "generalMeeting")).Should().Be(Strictness.NotComparable);
}
