using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>The tests' own rule files, one for each shape, and the words that they use.</summary>
internal static class ShapeFiles
{
    public static string Root { get; } = FindRoot();

    public static Vocabulary Vocabulary { get; } = RuleCatalog.Embedded.Vocabulary with
    {
        EvidenceKinds = RuleCatalog.Embedded.Vocabulary.EvidenceKinds.Values.Concat(
        [
            new EvidenceKind("workPlan", new("work plan", "工作计划"), "work plans", "份", new("draw up", "制定"), "recordWorkPlan", null),
            new EvidenceKind("report", new("report", "报告"), "reports", "份", new("submit", "提交"), "recordReport", null),
            new EvidenceKind("founding", new("founding", "成立"), "foundings", "次", new("complete", "办理"), "foundOrganization", null),
        ]).ToDictionary(k => k.Name),
        Circles = new Dictionary<string, Results.Text> { ["committee"] = new("committee member", "委员"), ["members"] = new("member", "党员") },
        Conditions = RuleCatalog.Embedded.Vocabulary.Conditions.Values.Append(new(
            "secretary", new("there is a secretary", "设有书记"), new("there is no secretary", "未设书记"), new("fill the post of secretary", "配备书记"), "fillPost")).ToDictionary(c => c.Name),
    };

    public static RuleReader Reader { get; } = new(Vocabulary);

    public static IReadOnlyList<(string Name, byte[] Json)> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "tests", "PartyOrg.Domain.Tests", "RuleBooks", "Shapes"), "*.json").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))];

    public static IReadOnlyList<Rule> Rules { get; } = [.. All.Select(f => Reader.Read(f.Name, f.Json).Value)];

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PartyOrg.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}
