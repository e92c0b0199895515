using System.Diagnostics.CodeAnalysis;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>The kinds of meeting, class and activity that can be planned and recorded, found by name.</summary>
public sealed class ActivityKinds
{
    private static readonly Lazy<ActivityKinds> TheEmbedded = new(ReadEmbedded);

    private readonly Dictionary<string, ActivityKind> byName;

    private ActivityKinds(IReadOnlyList<ActivityKind> all) => (All, byName) = (all, all.ToDictionary(k => k.Name));

    /// <summary>The kinds that the product comes with.</summary>
    public static ActivityKinds Embedded => TheEmbedded.Value;

    /// <summary>Every kind, in order of its name.</summary>
    public IReadOnlyList<ActivityKind> All { get; }

    /// <summary>The kind with this name.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out ActivityKind? kind) => byName.TryGetValue(name, out kind);

    /// <summary>The kinds with these names; asking for one that is not there is a bug, since requests are checked before.</summary>
    public IReadOnlyList<ActivityKind> Named(IEnumerable<string> names) => [.. names.Select(n => byName[n])];

    /// <summary>The kinds together: a name that stands twice, a rule or kind of evidence that is not there, and a field that means two things are errors.</summary>
    public static Result<ActivityKinds> Of(IEnumerable<ActivityKind> kinds, RuleCatalog rules)
    {
        var all = kinds.OrderBy(k => k.Name, StringComparer.Ordinal).ToList();
        List<Error> errors =
        [
            .. all.GroupBy(k => k.Name).Where(g => g.Count() > 1).Select(g => Fault("twice", $"The kind {g.Key} stands in more than one file. Give one of them a name of its own.", $"类别 {g.Key} 在多个文件中出现。请为其中之一另行命名。")),
            .. from kind in all
               from rule in new[] { kind.HolderRule, kind.AgendaRule, kind.DetailRule }
               where rule is not null && !rules.TryFindRule(rule, out _)
               select Fault("unknown-rule", $"The kind {kind.Name} names the rule {rule}, which no book has. Correct it.", $"类别 {kind.Name} 引用的规则 {rule} 不存在，请改正。"),
            .. all.Where(k => !rules.Vocabulary.EvidenceKinds.ContainsKey(k.Evidence)).Select(k => Fault("unknown-evidence", $"The kind {k.Name} yields {k.Evidence}, which is not a kind of evidence. Declare it or correct the name.", $"类别 {k.Name} 产生的佐证类别 {k.Evidence} 不存在，请先声明或改正。")),
            .. all.SelectMany(k => k.Details).GroupBy(f => f.Name).Where(g => g.Distinct().Count() > 1).Select(g => Fault("field-differs", $"The field {g.Key} is declared differently by several kinds, and one gathering may be of several. Declare it in one way.", $"字段 {g.Key} 在多个类别中的定义不一致，而一次会议可以属于多个类别。请统一定义。")),
            .. all.SelectMany(k => k.AgendaClasses).GroupBy(c => c.Name).Where(g => g.Distinct().Count() > 1).Select(g => Fault("class-differs", $"The agenda class {g.Key} has several labels. Label it in one way.", $"议题类别 {g.Key} 的名称不一致，请统一。")),
        ];
        return errors.Count > 0 ? errors.ToArray() : new ActivityKinds(all);
    }

    private static ActivityKinds ReadEmbedded() =>
        Sound(Of(EmbeddedFiles.In("ActivityKinds").Select(f => Sound(ActivityKindReader.Read(f.Name, f.Content))), RuleCatalog.Embedded));

    private static Error Fault(string code, string en, string zh) => Error.Invalid($"activity-kinds-{code}", en, zh);

    // What is embedded was tested before it was shipped: a fault in it is a bug.
    private static T Sound<T>(Result<T> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Errors.Select(e => e.Message.En)));
}
