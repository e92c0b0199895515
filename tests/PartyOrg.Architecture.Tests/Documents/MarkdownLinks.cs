using System.Text.RegularExpressions;

namespace PartyOrg.Architecture.Tests.Documents;

public partial class MarkdownLinks
{
    [Fact]
    public void Every_link_leads_somewhere()
    {
        var pages = Repository.Files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal)).ToList();
        var links = pages.SelectMany(page => Links(page.Text).Select(link => (page, link))).ToList();
        pages.Should().HaveCountGreaterThan(3);
        links.Should().HaveCountGreaterThan(5);
        links.Where(found => Fault(found.page.FullPath, found.link) is not null).Select(found => $"{found.page}: {found.link}: {Fault(found.page.FullPath, found.link)}").Should().BeEmpty();
    }

    [Fact]
    public void A_link_to_nothing_is_found()
    {
        var page = Path.Combine(Repository.Root, "CONTRIBUTING.md");
        Fault(page, "docs/decisions/nothing.md").Should().NotBeNull();
        Fault(page, "CHANGELOG.md#nothing").Should().NotBeNull();
        Fault(page, "CHANGELOG.md#unreleased").Should().BeNull();
        Links("see [here](a.md) and ![that](b.png), not `[code](c.md)`\n```\n[d](d.md)\n```").Should().Equal("a.md", "b.png");
    }

    private static IEnumerable<string> Links(string text) => Link().Matches(Code().Replace(text, "")).Select(match => match.Groups["target"].Value);

    private static string? Fault(string page, string link)
    {
        if (link.StartsWith("http://", StringComparison.Ordinal) || link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal)) return null;

        var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var target = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(path)));
        if (!File.Exists(target) && !Directory.Exists(target)) return "there is no such file";

        return anchor is null || !File.Exists(target) || Headings(File.ReadAllText(target)).Contains(anchor) ? null : "there is no such heading";
    }

    private static IEnumerable<string> Headings(string text) => Heading().Matches(Code().Replace(text, "")).Select(match =>
        NotInAnchor().Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?s)^```.*?^```|`[^`\n]*`", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex NotInAnchor();
}
