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

    /// <summary>The kinds with these names. Requests are checked before: one that is not there is of a record, and of a rule pack that cannot be read any more.</summary>
    public IReadOnlyList<ActivityKind> Named(IEnumerable<string> names) => [.. names.Select(n => byName.GetValueOrDefault(n) ?? ActivityKind.Unreadable(n))];

    /// <summary>
    /// The kinds together: a name that stands twice, a rule or kind of evidence that is not there, and a field that means two things are errors. Each points at the kind's name and, behind it,
    /// at the key in its file; of what contradicts another kind the later one is wrong.
    /// </summary>
    public static Result<ActivityKinds> Of(IEnumerable<ActivityKind> kinds, RuleCatalog rules)
    {
        var all = kinds.ToList();
        List<Error> errors =
        [
            .. Later(all.Select(k => (k, k.Name, (object)k, "/kind")), mayBeSame: false).Select(k => Fault("twice", k.Kind, k.Key, "another kind has that name. Choose one of its own", "该名称已被其他类别使用。请另行命名")),
            .. from kind in all
               from named in new (string? Rule, string Key)[] { (kind.HolderRule, "/heldBy/rule"), (kind.AgendaRule, "/agenda/rule"), (kind.DetailRule, "/details/rule") }
               where named.Rule is not null && !rules.TryFindRule(named.Rule, out _)
               select Fault("unknown-rule", kind, named.Key, $"no book has the rule {named.Rule}. Correct it", $"规则 {named.Rule} 不存在，请改正"),
            .. from kind in all
               from named in kind.AgendaClasses.Select((c, i) => (c.Evidence, Key: $"/agenda/classes/{i}/evidence")).Append((Evidence: kind.AttendeeEvidence, Key: "/attendeeEvidence")).Prepend((Evidence: kind.Evidence, Key: "/evidence"))
               where named.Evidence is not null && !rules.Vocabulary.EvidenceKinds.ContainsKey(named.Evidence)
               select Fault("unknown-evidence", kind, named.Key, $"{named.Evidence} is not a kind of evidence. Declare it or correct the name", $"佐证类别 {named.Evidence} 不存在，请先声明或改正"),
            .. Later(all.SelectMany(k => k.Details.Select((f, i) => (k, f.Name, (object)f, $"/details/fields/{i}")))).Select(f => Fault("field-differs", f.Kind, f.Key,
                $"the kind {f.First.Name} declares the field {f.Name} differently, and one gathering may be of several kinds. Declare it in the same way, or under another name", $"字段 {f.Name} 与类别 {f.First.Name} 中的定义不一致，而一次会议可以属于多个类别。请统一定义，或另行命名")),
            .. Later(all.SelectMany(k => k.AgendaClasses.Select((c, i) => (k, c.Name, (object)c, $"/agenda/classes/{i}")))).Select(c => Fault("class-differs", c.Kind, c.Key,
                $"the kind {c.First.Name} declares the agenda class {c.Name} differently. Declare it in the same way, or under another name", $"议题类别 {c.Name} 与类别 {c.First.Name} 中的定义不一致。请统一定义，或另行命名")),
        ];
        return errors.Count > 0 ? errors.ToArray() : new ActivityKinds([.. all.OrderBy(k => k.Name, StringComparer.Ordinal)]);
    }

    // What bears a name that stood before, and the kind in which it stood first; with another meaning, unless the name alone may not stand twice.
    private static IEnumerable<(ActivityKind Kind, string Name, object Value, string Key, ActivityKind First)> Later(IEnumerable<(ActivityKind Kind, string Name, object Value, string Key)> named, bool mayBeSame = true) =>
        named.GroupBy(n => n.Name).SelectMany(g => g.Skip(1).Where(n => !mayBeSame || !n.Value.Equals(g.First().Value)).Select(n => (n.Kind, n.Name, n.Value, n.Key, g.First().Kind)));

    private static ActivityKinds ReadEmbedded() =>
        Sound(Of(EmbeddedFiles.In("ActivityKinds").Select(f => Sound(ActivityKindReader.Read(f.Name, f.Content))), RuleCatalog.Embedded));

    private static Error Fault(string code, ActivityKind kind, string key, string en, string zh) =>
        Error.Invalid($"activity-kinds-{code}", $"ActivityKinds/{kind.Name}.json, {key}: {en}.", $"ActivityKinds/{kind.Name}.json，{key}：{zh}。", $"/{kind.Name}{key}");

    // What is embedded was tested before it was shipped: a fault in it is a bug.
    private static T Sound<T>(Result<T> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Errors.Select(e => e.Message.En)));
}
