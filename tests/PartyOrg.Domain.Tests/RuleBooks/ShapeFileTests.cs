using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>Every shape has a rule file of the tests' own, whose worked examples show its boundaries: what a jurisdiction would write in a pack.</summary>
public class ShapeFileTests
{
    public static TheoryData<string> Names => [.. ShapeFiles.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_engine_agrees_with_every_example_of_the_file(string name)
    {
        var (_, json) = ShapeFiles.All.Single(f => f.Name == name);

        ShapeFiles.Reader.ReadAndProve(name, json).Errors.Select(e => e.Message.En).Should().BeEmpty();
    }

    [Fact]
    public void Every_shape_is_shown_by_a_file() =>
        ShapeFiles.Rules.Concat(RuleCatalog.Embedded.Rules).Select(r => r.Versions[0].Check?.Shape.Name).OfType<string>().Distinct().Should().BeEquivalentTo(CheckShape.All.Keys);

    [Fact]
    public void Every_shape_is_explained_on_a_page_with_a_picture_of_its_time_line()
    {
        foreach (var shape in CheckShape.All.Keys)
        {
            var page = Directory.GetFiles(Path.Combine(ShapeFiles.Root, "docs", "rules"), "*.md").Select(File.ReadAllText).SingleOrDefault(text => text.Contains($"# {shape}\n", StringComparison.Ordinal));
            page.Should().NotBeNull("docs/rules explains {0}", shape);
            (page!.Contains("```text", StringComparison.Ordinal) || page.Contains(".svg)", StringComparison.Ordinal)).Should().BeTrue("{0} is shown on a time line", shape);
            foreach (var parameter in CheckShape.All[shape].Parameters) page.Should().Contain($"`{parameter.Name}`", "{0} takes it", shape);
        }
    }

    [Fact]
    public void No_plan_looks_at_evidence_that_its_rule_does_not_name()
    {
        foreach (var rule in RuleCatalog.Embedded.Judged.Concat(ShapeFiles.Rules))
        {
            for (var from = new LocalDate(2023, 1, 1); from < new LocalDate(2025, 1, 1); from = from.PlusDays(5))
            {
                foreach (var to in new[] { from, from.PlusDays(40), from.PlusDays(400) })
                {
                    var named = rule.EvidenceDays(from, to);
                    foreach (var slot in new DutyPlan(rule, from, to).Slots.Where(s => named is not null || !s.Version.Check!.EvidenceKinds.All(k => k.NamesWhatItIsFor)))
                    {
                        if (named?.Covers(slot.Window) != true) Assert.Fail($"{rule.Id} from {from} to {to} looks at {slot.Window}, which is more than {named}.");
                    }
                }
            }
        }
    }
}
