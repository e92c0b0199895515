using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>Every worked example of every embedded rule file is a test of its own.</summary>
public class RuleExampleTests
{
    public static TheoryData<string, string, string> Examples()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var rule in RuleCatalog.Embedded.Rules)
        {
            foreach (var version in rule.Versions)
            {
                foreach (var example in version.Examples) rows.Add(rule.Id, version.InForceFrom.ToString("uuuu-MM-dd", null), example.Name);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_engine_agrees_with_the_example(string ruleId, string versionInForceFrom, string name)
    {
        var rule = RuleCatalog.Embedded.Rule(ruleId);
        var version = rule.Versions.Single(v => v.InForceFrom.ToString("uuuu-MM-dd", null) == versionInForceFrom);
        var example = version.Examples.Single(e => e.Name == name);

        example.DisagreementWith(rule, version).Should().BeNull();
    }

    [Fact]
    public void Every_version_with_a_check_has_an_example_for_each_status_that_can_be_had()
    {
        foreach (var rule in RuleCatalog.Embedded.Judged)
        {
            var statuses = rule.Versions.SelectMany(v => v.Examples).SelectMany(e => e.Verdicts).Distinct();
            // An event that has not happened is not known, and what may not lapse for a day is never just due, nor does its duty end unmet within a term.
            var never = rule.Versions.Select(v => v.Check).SelectMany<Check?, VerdictStatus>(c => c switch
            {
                AfterEvent => [VerdictStatus.Upcoming],
                AlwaysHolds standing when standing.Parameters["graceDays"].GetInt32() == 0 => [VerdictStatus.Due, VerdictStatus.NotApplicable],
                _ => [],
            });
            statuses.Should().Contain(
                new[] { VerdictStatus.Met, VerdictStatus.Overdue, VerdictStatus.Due, VerdictStatus.Upcoming, VerdictStatus.NotApplicable, VerdictStatus.Waived }.Except(never),
                "the examples of {0} show its boundaries", rule.Id);
        }
    }
}
