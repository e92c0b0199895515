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
            // A condition that may lapse on no day is overdue at once: it is never due, and nobody ends within its grace.
            var atOnce = rule.Versions.Any(v => v.Check is Domain.Compliance.Checks.AlwaysHolds check && check.Parameters["graceDays"].GetInt32() == 0);
            Domain.Compliance.VerdictStatus[] within = atOnce ? [] : [Domain.Compliance.VerdictStatus.Due, Domain.Compliance.VerdictStatus.NotApplicable];
            statuses.Should().Contain(
                [Domain.Compliance.VerdictStatus.Met, Domain.Compliance.VerdictStatus.Overdue, Domain.Compliance.VerdictStatus.Upcoming, Domain.Compliance.VerdictStatus.Waived, .. within],
                "the examples of {0} show its boundaries", rule.Id);
        }
    }
}
