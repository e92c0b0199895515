using System.Text.RegularExpressions;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Architecture.Tests.UseCases;

/// <summary>One string finds a rule in the book, in the code, in a refusal and in the tests.</summary>
public partial class RuleIds
{
    private static readonly RuleKind[] Enforced = [RuleKind.Invariant, RuleKind.Procedure, RuleKind.Advice];

    [Fact]
    public void Every_rule_that_code_names_stands_in_a_book()
    {
        var named = NamedIn("src/").ToList();
        named.Should().HaveCountGreaterThan(10);
        named.Where(found => !RuleCatalog.Embedded.TryFindRule(found.Id, out _)).Should().BeEmpty();
    }

    [Fact]
    public void Every_enforced_rule_is_named_by_the_code_that_enforces_it()
    {
        var enforced = RuleCatalog.Embedded.Rules.Where(rule => Enforced.Contains(rule.Kind)).Select(rule => rule.Id).ToList();
        enforced.Should().HaveCountGreaterThan(5);
        enforced.Except(NamedIn("src/").Select(found => found.Id)).Should().BeEmpty();
    }

    [Fact]
    public void Every_enforced_rule_is_asserted_by_a_test()
    {
        var enforced = RuleCatalog.Embedded.Rules.Where(rule => Enforced.Contains(rule.Kind)).Select(rule => rule.Id);
        enforced.Except(NamedIn("tests/").Select(found => found.Id)).Should().BeEmpty();
    }

    [Fact]
    public void A_rule_file_is_named_by_its_id() => Repository.Files.Where(file => file.Path.Contains("/Rules/", StringComparison.Ordinal) && file.Path.StartsWith("src/", StringComparison.Ordinal))
        .Select(file => RuleId().Match($"\"{file.Name}").Groups["id"].Value).Should().BeEquivalentTo(RuleCatalog.Embedded.Rules.Select(rule => rule.Id));

    /// <summary>A number of the book is not the one that holds where the organization stands.</summary>
    [Fact]
    public void Whoever_enforces_a_rule_reads_its_numbers_where_the_organization_stands()
    {
        var byName = Repository.Files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal) && RuleByName().IsMatch(file.Text)).Select(file => file.Path);
        byName.Should().BeEquivalentTo("src/PartyOrg.Domain/Compliance/LocalRules.cs", "src/PartyOrg.Domain/RulePacks/PackContent.cs");
    }

    [GeneratedRegex("""(atalog|Embedded)\.Rule\(""")]
    private static partial Regex RuleByName();

    private static IEnumerable<(string Id, string File)> NamedIn(string folder) =>
        from file in Repository.Files
        where file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.StartsWith("tests/PartyOrg.Architecture.Tests/", StringComparison.Ordinal)
        from Match match in RuleId().Matches(file.Text)
        select (match.Groups["id"].Value, file.Path);

    [GeneratedRegex("""(?<=")(?<id>[A-Z]{3}-D?\d+[a-z]?(\.\d+[a-z]?)*)""")]
    private static partial Regex RuleId();
}
