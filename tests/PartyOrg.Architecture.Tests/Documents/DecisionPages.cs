using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartyOrg.Architecture.Tests.Documents;

public class DecisionPages
{
    private static readonly string[] Parts = ["Context", "Decision", "Easier", "Harder", "When not"];

    [Fact]
    public void Every_decision_says_what_it_makes_easier_and_harder_and_when_not_to_follow_it()
    {
        var pages = Repository.Files.Where(file => file.Path.StartsWith("docs/decisions/", StringComparison.Ordinal) && file.Path.EndsWith(".md", StringComparison.Ordinal)).ToList();
        pages.Should().HaveCountGreaterThan(3);
        pages.SelectMany(page => Missing(page.Text).Select(part => $"{page}: {part}")).Should().BeEmpty();
        Missing("# A\n\n**Context.** b\n\n## Decision\nc\n\n**Harder.** d\n**Easier.** e").Should().Equal("When not");
    }

    [Fact]
    public void Every_package_has_a_reason_and_a_licence()
    {
        var tools = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/contract/package.json"))).RootElement.GetProperty("devDependencies").EnumerateObject().Select(tool => tool.Name).ToList();
        tools.Should().NotBeEmpty();
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs/decisions/packages.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells is ["", var name, not "", not "", ""] && name.StartsWith('`')).Select(cells => cells[1].Trim('`')).ToList();
        rows.Should().BeEquivalentTo(Packages().Concat(tools));
    }

    [Fact]
    public void Every_package_is_used()
    {
        var projects = Repository.Files.Where(file => file.Name.EndsWith(".csproj", StringComparison.Ordinal) || file.Name == "Directory.Build.props").ToList();
        projects.Should().HaveCountGreaterThan(10);
        var used = projects.SelectMany(project => XDocument.Load(project.FullPath).Descendants("PackageReference")).Select(reference => reference.Attribute("Include")?.Value).ToHashSet();
        Packages().Where(package => !used.Contains(package)).Should().BeEmpty();
    }

    private static List<string> Packages()
    {
        var packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value).ToList();
        packages.Should().HaveCountGreaterThan(10);
        return packages;
    }

    private static IEnumerable<string> Missing(string page) => Parts.Where(part => !Regex.IsMatch(page, $@"^(## {part}\s*$|\*\*{part}\.\*\* )", RegexOptions.Multiline));
}
