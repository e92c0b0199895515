using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>A worked example of a version: a subject's life, evidence, and the verdicts that must come out.</summary>
/// <param name="Name">What it shows, as a sentence.</param>
/// <param name="As">The subject's type; without one, the first type that the check binds.</param>
/// <param name="Lifetime">The days on which the subject exists.</param>
/// <param name="While">The days on which the check's condition holds; without any, the whole lifetime.</param>
/// <param name="Adopted">The days on which a jurisdiction above the subject has adopted the book; without any, always.</param>
/// <param name="Asked">The days asked for.</param>
/// <param name="AsOf">The date on which the question is put.</param>
/// <param name="Evidence">The pieces of evidence; two pieces on one day stand twice.</param>
/// <param name="Waived">The first days of the periods that are waived.</param>
/// <param name="Periods">The labels of the periods that are judged; without any, they are not compared.</param>
/// <param name="Verdicts">The status of each period in order.</param>
public sealed record RuleExample(
    string Name,
    string? As,
    DayRange Lifetime,
    IReadOnlyList<DayRange>? While,
    DayRange? Adopted,
    DayRange Asked,
    LocalDate AsOf,
    IReadOnlyList<ExamplePiece> Evidence,
    IReadOnlyList<LocalDate> Waived,
    IReadOnlyList<string>? Periods,
    IReadOnlyList<VerdictStatus> Verdicts)
{
    /// <summary>The days on which the condition that the check asks for holds; no day where it asks for one and nothing is said.</summary>
    public IReadOnlyList<DayRange> Holds { get; init; } = [];

    /// <summary>The days, out of those, on which one of several conditions is lacking.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DayRange>> Lacks { get; init; } = new Dictionary<string, IReadOnlyList<DayRange>>();

    /// <summary>The circle of subjects that the check counts.</summary>
    public IReadOnlyList<ExampleFellow> Circle { get; init; } = [];

    /// <summary>The amounts that a formula gives; it gives no verdicts.</summary>
    public IReadOnlyList<ExampleAmount> Amounts { get; init; } = [];

    private const int MostTold = 24;

    /// <summary>Every day that it names.</summary>
    public IEnumerable<LocalDate> DaysNamed =>
    [
        .. new DayRange?[] { Lifetime, Adopted, Asked }.OfType<DayRange>().Concat(While ?? []).Concat(Holds).Concat(Lacks.Values.SelectMany(l => l)).Concat(Circle.SelectMany(f => f.Days)).SelectMany(r => r.To is { } to ? new[] { r.From, to } : [r.From]),
        AsOf, .. Evidence.Select(e => e.On), .. Evidence.Select(e => e.For).OfType<LocalDate>(), .. Waived, .. Circle.SelectMany(f => f.Evidence),
    ];

    /// <summary>What the engine says instead; none when it agrees. The rule's newer versions do not matter: an example stays true.</summary>
    public Text? DisagreementWith(Rule rule, RuleVersion version)
    {
        var check = version.Check ?? throw new ArgumentException("A version without a check has no examples.", nameof(version));
        if (check is AmountByRates formula) return DisagreementWith(formula);

        var judgements = Judgements(rule, version);
        if (judgements.Select(j => j.Status).SequenceEqual(Verdicts) && (Periods is null || judgements.Select(j => j.Slot.Period.Label).SequenceEqual(Periods))) return null;

        var found = judgements.Count == 0 ? "-" : string.Join(", ", judgements.Take(MostTold).Select(j => $"{j.Slot.Period.Label} {StrictJson.Word(j.Status)}"));
        var more = judgements.Count > MostTold ? ", …" : "";
        return new($"the engine says: {found}{more}", $"引擎的结论为：{found}{more}");
    }

    /// <summary>What the engine says of the example, where the version has a check that judges. The rule's newer versions do not matter.</summary>
    public IReadOnlyList<Judgement> Judgements(Rule rule, RuleVersion version)
    {
        var check = version.Check ?? throw new ArgumentException("A version without a check has no examples.", nameof(version));
        var superior = new Guid("00000000-0000-0000-0000-000000000001");
        var adoptions = new Adoptions([new(rule.Citation.Book, superior, Adopted ?? new(LocalDate.MinIsoValue, null))]);
        var type = As ?? check.Of[0];
        var subject = new SubjectHistory(
            new(new("00000000-0000-0000-0000-000000000002"), type),
            [new(type, Lifetime)],
            [new(Lifetime, new([superior], adoptions))],
            [.. Held(check.While, While ?? [Lifetime], []), .. check.Watches.SelectMany(condition => Held(condition, Holds, Lacks.GetValueOrDefault(condition, [])))],
            check.Counted is { } circle ? [new(circle, [.. Circle.Select(f => f.Fellow(check.EvidenceKinds[0].Name))])] : []);
        var pieces = Evidence.Select(piece => new Evidence(Guid.Empty, piece.Kind ?? check.EvidenceKinds[0].Name, piece.On, new("example", Guid.Empty)) { For = piece.For });
        var waivers = Waived.Select(day => new Waiver(rule.Id, day, Name)).ToList();

        return Engine.Judge(new DutyPlan(rule.UpTo(version), Asked.From, Asked.To!.Value), subject, pieces, waivers, AsOf);
    }

    private Text? DisagreementWith(AmountByRates formula)
    {
        if (Amounts.Count == 0) return new("a formula gives amounts, and the example has none", "公式须给出金额，而示例中没有");
        foreach (var (name, onBase, amount) in Amounts)
        {
            if (!formula.Names.Contains(name)) return new($"there are no rates for \"{name}\"", $"没有“{name}”的比例");
            if (formula.On(name, onBase).Yuan is var found && found != amount) return new($"{onBase} for {name} gives {found}", $"“{name}”的基数{onBase}得{found}");
        }

        return null;
    }

    private static IEnumerable<KeyValuePair<string, DaySet>> Held(string? condition, IReadOnlyList<DayRange> days, IReadOnlyList<DayRange> but) =>
        condition is null ? [] : [KeyValuePair.Create(condition, DaySet.Of(days).Intersect(DaySet.Of(but).Others()))];
}

/// <summary>One of a circle in an example.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Days">The days on which it belonged to the circle.</param>
/// <param name="Evidence">The days of its own pieces of evidence.</param>
public sealed record ExampleFellow(string Name, IReadOnlyList<DayRange> Days, IReadOnlyList<LocalDate> Evidence)
{
    internal Fellow Fellow(string kind)
    {
        Evidence[] pieces = [.. Evidence.Select(day => new Evidence(Guid.Empty, kind, day, new("example", Guid.Empty)))];
        return new(Guid.Empty, Name, DaySet.Of(Days), EvidenceTally.Of(pieces)) { Pieces = pieces };
    }
}

/// <summary>An amount in an example of a formula.</summary>
/// <param name="For">For whom.</param>
/// <param name="Base">On which base.</param>
/// <param name="Amount">The amount in yuan.</param>
public sealed record ExampleAmount(string For, decimal Base, decimal Amount);

/// <summary>A piece of evidence in an example.</summary>
/// <param name="Kind">Its kind; without one, the first at which the check looks.</param>
/// <param name="On">The day on which the work was done.</param>
public sealed record ExamplePiece(string? Kind, LocalDate On)
{
    /// <summary>What it is for, where its kind names that.</summary>
    public LocalDate? For { get; init; }
}
