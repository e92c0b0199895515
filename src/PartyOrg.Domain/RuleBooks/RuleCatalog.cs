using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>Books and rules, found by id.</summary>
public sealed class RuleCatalog
{
    private static readonly Lazy<RuleCatalog> TheEmbedded = new(ReadEmbedded);

    private readonly Dictionary<string, RuleBook> books;
    private readonly Dictionary<string, Rule> rules;
    private readonly ILookup<string, Overlay> overlays;
    private readonly HashSet<string> adoptable;
    private readonly ConcurrentDictionary<string, Rule> changed = new();
    private readonly RuleReader reader;

    private RuleCatalog(IReadOnlyList<RuleBook> books, IReadOnlyList<Rule> rules, Vocabulary vocabulary, IReadOnlyList<Overlay> overlays)
    {
        (Books, Rules, Vocabulary, Overlays) = (books, rules, vocabulary, overlays);
        (this.books, this.rules, this.overlays) = (books.ToDictionary(b => b.Id), rules.ToDictionary(r => r.Id), overlays.ToLookup(o => o.RuleId));
        adoptable = [.. this.books.Keys, .. overlays.Select(o => o.Adopted)];
        reader = new(vocabulary);
        NumbersDiffer = overlays.Any(o => o.Numbers.Count > 0);
        Judged = [.. rules.Where(r => r.IsJudged)];
        circles = Judged.SelectMany(FormsOf).SelectMany(r => r.Versions).Select(v => v.Check).Where(c => c?.Counted is not null).GroupBy(c => c!.Counted!)
            .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.SelectMany(c => c!.EvidenceKinds).Select(k => k.Name).Distinct()]);
        CountsCircles = circles.Count > 0;
    }

    private readonly Dictionary<string, IReadOnlyList<string>> circles;

    /// <summary>The books and rules that the product comes with.</summary>
    public static RuleCatalog Embedded => TheEmbedded.Value;

    /// <summary>The books, in order of their ids.</summary>
    public IReadOnlyList<RuleBook> Books { get; }

    /// <summary>The rules, in order of their ids: 3.2 before 3.10.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The rules on which the engine gives verdicts.</summary>
    public IReadOnlyList<Rule> Judged { get; }

    /// <summary>Whether the work of other subjects than the one that is judged counts for some rule.</summary>
    public bool CountsCircles { get; }

    /// <summary>The kinds of evidence that some rule counts of those in the circle.</summary>
    public IReadOnlyList<string> KindsCountedOf(string circle) => circles.GetValueOrDefault(circle, []);

    /// <summary>The words that checks may use.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Every change that some jurisdiction makes to a rule.</summary>
    public IReadOnlyList<Overlay> Overlays { get; }

    /// <summary>The changes that jurisdictions make to one rule.</summary>
    public IReadOnlyCollection<Overlay> OverlaysOf(string rule) => overlays.Contains(rule) ? [.. overlays[rule]] : [];

    /// <summary>Whether an adoption of this name is of something that is known here.</summary>
    public bool Knows(string adopted) => adoptable.Contains(adopted);

    /// <summary>The rule as these overlays change it, one after the other, each on its days. One that does not fit a version, or asks less than it may, leaves it as it is.</summary>
    /// <param name="rule">The rule as the book has it.</param>
    /// <param name="by">The overlays, the highest jurisdiction's first.</param>
    /// <param name="bookNear">How near the highest jurisdiction stands that has adopted the book.</param>
    public Rule Changed(Rule rule, IReadOnlyList<OverlayInPlace> by, int bookNear) => by.Count == 0 ? rule : changed.GetOrAdd(
        string.Join(' ', by.Select(o => $"{o.Overlay.Adopted} {o.Days} {o.Near} {o.Authority}").Prepend($"{rule.Id} {bookNear}")),
        _ => by.Aggregate(rule, (r, o) => r.Under(o, bookNear, reader)));

    /// <summary>The rule as it stands under these superiors.</summary>
    public Rule Under(Superiors above, Rule rule) => Changed(rule, [.. LocalPlans.HoldingUnder(above, overlays[rule.Id])], above.FarthestAdopterOf(rule.Citation.Book));

    /// <summary>Whether some jurisdiction changes a number: where none does, the numbers are everywhere as the book has them.</summary>
    public bool NumbersDiffer { get; }

    /// <summary>The rule as it would be under one more change, which nobody has adopted and anybody allows; it is not kept.</summary>
    public Rule Supposed(Rule rule, Overlay overlay, DayRange days) => rule.Under(new(overlay, days, 0, int.MaxValue), 0, reader);

    /// <summary>The catalog with more books, rules, kinds of evidence and overlays; what stands in both is an error.</summary>
    public Result<RuleCatalog> With(IReadOnlyList<RuleBook> moreBooks, IReadOnlyList<Rule> moreRules, IReadOnlyList<EvidenceKind> moreEvidence, IReadOnlyList<Overlay> moreOverlays) => Of(
        Books.Concat(moreBooks), Rules.Concat(moreRules), Vocabulary with { EvidenceKinds = Vocabulary.EvidenceKinds.Values.Concat(moreEvidence).ToDictionary(k => k.Name) }, Overlays.Concat(moreOverlays));

    /// <summary>The rule and every form that overlays of jurisdictions give it.</summary>
    public IEnumerable<Rule> FormsOf(Rule rule) => OverlaysOf(rule.Id).Select(o => Changed(rule, [new(o, new(DutyPeriod.FirstDay, null), 0, int.MaxValue)], 0)).Prepend(rule);

    /// <summary>The rule with this id.</summary>
    public bool TryFindRule(string id, [NotNullWhen(true)] out Rule? rule) => rules.TryGetValue(id, out rule);

    /// <summary>The book with this id.</summary>
    public bool TryFindBook(string id, [NotNullWhen(true)] out RuleBook? book) => books.TryGetValue(id, out book);

    /// <summary>The rule with this id, where the code itself names it; an id that no book has is a bug.</summary>
    public Rule Rule(string id) => rules.TryGetValue(id, out var rule) ? rule : throw new ArgumentException($"No book has a rule {id}.", nameof(id));

    /// <summary>The rules of a book, in order.</summary>
    public IEnumerable<Rule> RulesOf(string book) => Rules.Where(r => r.Citation.Book == book);

    /// <summary>Books and rules together: an id that stands twice, and a rule that cites a book that is not there, are errors.</summary>
    public static Result<RuleCatalog> Of(IEnumerable<RuleBook> books, IEnumerable<Rule> rules, Vocabulary vocabulary, IEnumerable<Overlay>? overlays = null)
    {
        var (allBooks, allRules) = (books.OrderBy(b => b.Id, StringComparer.Ordinal).ToList(), rules.Order(ById.Comparer).ToList());
        var errors = new List<Error>();
        errors.AddRange(allBooks.Select(b => b.Id).Concat(allRules.Select(r => r.Id)).GroupBy(id => id).Where(g => g.Count() > 1).Select(g => Error.Invalid(
            "rule-catalog-id-twice",
            $"The id {g.Key} stands in more than one file. Give one of them an id of its own.",
            $"编号 {g.Key} 在多个文件中出现。请为其中之一另行编号。")));
        errors.AddRange(allRules.Where(r => allBooks.TrueForAll(b => b.Id != r.Citation.Book)).Select(r => Error.Invalid(
            "rule-catalog-unknown-book",
            $"Rule {r.Id} cites the book {r.Citation.Book}, which has no file. Add Books/{r.Citation.Book}.json or correct the citation.",
            $"规则 {r.Id} 引用的规则集 {r.Citation.Book} 没有对应文件。请添加 Books/{r.Citation.Book}.json 或改正引用。",
            "/cite/book")));
        return errors.Count > 0 ? errors.ToArray() : new RuleCatalog(allBooks, allRules, vocabulary, [.. overlays ?? []]);
    }

    private static RuleCatalog ReadEmbedded()
    {
        var kinds = EmbeddedFiles.In("EvidenceKinds").Select(f => Sound(BookReader.ReadEvidenceKind(f.Name, f.Content)));
        var vocabulary = new Vocabulary(SubjectTypes, Conditions, kinds.ToDictionary(k => k.Name)) { Circles = Circles };
        var reader = new RuleReader(vocabulary);
        return Sound(Of(
            EmbeddedFiles.In("Books").Select(f => Sound(BookReader.ReadBook(f.Name, f.Content))),
            EmbeddedFiles.In("Rules").Select(f => Sound(reader.Read(f.Name, f.Content))),
            vocabulary));
    }

    private static readonly HashSet<string> SubjectTypes = [.. Enum.GetValues<OrganizationType>().Select(StrictJson.Word)];

    // A committee exists on the days on which committee posts are filled (TWS-3.2).
    private static readonly Dictionary<string, Condition> Conditions = new[]
    {
        new Condition(
            "secretary",
            new("there is a secretary", "书记在任"),
            new("there is no secretary", "书记空缺"),
            new("appoint a secretary", "选配书记"),
            "fillPost"),
        new Condition(
            "disciplineInspector",
            new("somebody answers for discipline inspection", "纪检委员（联络员）在任"),
            new("nobody answers for discipline inspection", "纪检委员（联络员）空缺"),
            new("name a committee member for discipline or, without a committee, a member for discipline inspection", "选配纪检委员；未设委员会的，明确一名纪检联络员"),
            "fillPost"),
        new Condition(
            "withoutCommittee",
            new("there is no committee", "未设委员会"),
            new("there is a committee", "设有委员会"),
            new("end the committee posts", "撤销委员会职务"),
            "endPost"),
        new Condition(
            "withoutPartyGroups",
            new("there are no Party groups inside", "未设党小组"),
            new("there are Party groups inside", "设有党小组"),
            new("revoke the Party groups", "撤销党小组"),
            "revokeOrganization"),
        new Condition(
            "routineWorkOnView",
            new("a current publication of routine work is on view", "经常性工作正在公开"),
            new("no current publication of routine work is on view", "经常性工作没有正在公开的内容"),
            new("publish routine work anew", "重新公开经常性工作"),
            "draftPublication"),
        new Condition(
            "majorDecisionsOnView",
            new("a current publication of a major decision is on view", "重大决策正在公开"),
            new("no current publication of a major decision is on view", "重大决策没有正在公开的内容"),
            new("publish the major decisions anew", "重新公开重大决策"),
            "draftPublication"),
        new Condition(
            "targetTasksOnView",
            new("a current publication of target tasks is on view", "目标任务正在公开"),
            new("no current publication of target tasks is on view", "目标任务没有正在公开的内容"),
            new("publish the target tasks anew", "重新公开目标任务"),
            "draftPublication"),
        new Condition(
            "committee",
            new("there is a committee", "设有委员会"),
            new("there is no committee", "未设委员会"),
            new("fill the committee posts", "配备委员会成员"),
            "fillPost"),
        new Condition(
            "activityRoom",
            new("there is an activity room", "有党员活动室"),
            new("there is no activity room", "没有党员活动室"),
            new("provide an activity room and record it", "配备党员活动室并登记"),
            "recordFacility"),
        new Condition(
            "audioVisualEquipment",
            new("there is audio-visual equipment", "有电教设备"),
            new("there is no audio-visual equipment", "没有电教设备"),
            new("provide audio-visual equipment and record it", "配备电教设备并登记"),
            "recordFacility"),
        new Condition(
            "partyPress",
            new("there are Party newspapers and periodicals", "有党报党刊"),
            new("there are no Party newspapers and periodicals", "没有党报党刊"),
            new("subscribe to Party newspapers and periodicals and record it", "订阅党报党刊并登记"),
            "recordFacility"),
    }.ToDictionary(c => c.Name);

    private static readonly Dictionary<string, Text> Circles = new() { [Circle.PartyGroups] = new("Party group", "党小组"), [Circle.PartyWorkers] = new("Party worker", "党务工作者") };

    // What is embedded was tested before it was shipped: a fault in it is a bug.
    private static T Sound<T>(Result<T> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Errors.Select(e => e.Message.En)));
}

/// <summary>The order of rules in a book: numbers in an id compare as numbers.</summary>
internal static class ById
{
    public static IComparer<Rule> Comparer { get; } = Comparer<Rule>.Create((a, b) => Compare(a.Id, b.Id));

    public static int Compare(string a, string b)
    {
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var difference = Number(a, ref i).CompareTo(Number(b, ref j));
                if (difference != 0) return difference;
            }
            else
            {
                var difference = a[i++].CompareTo(b[j++]);
                if (difference != 0) return difference;
            }
        }

        return (a.Length - i).CompareTo(b.Length - j);
    }

    private static long Number(string id, ref int at)
    {
        var from = at;
        while (at < id.Length && char.IsAsciiDigit(id[at]) && at - from < 18) at++;
        return long.Parse(id.AsSpan(from, at - from), System.Globalization.CultureInfo.InvariantCulture);
    }
}
