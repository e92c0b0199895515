using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>The tests' own rule files, one for each shape, and the words that they use.</summary>
internal static class ShapeFiles
{
    public static string Root { get; } = FindRoot();

    public static Vocabulary Vocabulary { get; } = RuleCatalog.Embedded.Vocabulary with
    {
        EvidenceKinds = With(RuleCatalog.Embedded.Vocabulary.EvidenceKinds.Values, k => k.Name,
        [
            new EvidenceKind("workPlan", new("work plan", "工作计划"), "work plans", "份", new("draw up", "制定"), "recordWorkPlan", null),
            new EvidenceKind("report", new("report", "报告"), "reports", "份", new("submit", "提交"), "recordReport", null),
            new EvidenceKind("founding", new("founding", "成立"), "foundings", "次", new("complete", "办理"), "foundOrganization", null),
            new EvidenceKind("plan", new("plan", "计划"), "plans", "份", new("draw up", "制定"), "recordPlan", null) { NamesWhatItIsFor = true, Source = "plan", BreachedBy = [new("hastyPlan", "TWS-1.4d", new("nobody was asked", "未经讨论"))] },
            new EvidenceKind("hastyPlan", new("hasty plan", "仓促计划"), "hasty plans", "份", new("draw up", "制定"), "recordPlan", null) { NamesWhatItIsFor = true, Source = "plan" },
            new EvidenceKind("answer", new("answer", "答复"), "answers", "份", new("give", "作出"), "recordAnswer", null) { NamesWhatItIsFor = true },
        ]),
        Circles = new Dictionary<string, Results.Text>(RuleCatalog.Embedded.Vocabulary.Circles) { ["committee"] = new("committee member", "委员"), ["members"] = new("member", "党员") },
    };

    public static RuleReader Reader { get; } = new(Vocabulary);

    public static IReadOnlyList<(string Name, byte[] Json)> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "tests", "PartyOrg.Domain.Tests", "RuleBooks", "Shapes"), "*.json").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))];

    public static IReadOnlyList<Rule> Rules { get; } = [.. All.Select(f => Reader.Read(f.Name, f.Json).Value)];

    // The tests' own words stand in the place of the product's.
    private static Dictionary<string, T> With<T>(IEnumerable<T> known, Func<T, string> name, IReadOnlyList<T> own) =>
        known.Where(k => own.All(o => name(o) != name(k))).Concat(own).ToDictionary(name);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PartyOrg.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}
