using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// At least so many of a circle of subjects, or all of them, have a piece of evidence of one kind in every calendar period: each committee
/// member's report, every year. Those who are missing are named. The evidence is the fellows' own. Never met late.
/// </summary>
/// <remarks>
/// A fellow is asked when he belongs to the circle on every day of the period; one who came or left within it is not, and his work does not
/// count for the others. Where the circle has fewer fellows than are asked for, it is all of them; where it has none, the period is not applicable.
/// </remarks>
public sealed class AllHave : PeriodCheck
{
    private readonly string circle;
    private readonly Text fellow;
    private readonly EvidenceKind evidence;
    private readonly PeriodLength every;
    private readonly int? atLeast;

    private AllHave(ParameterValues values) : base(Shape, values)
    {
        (circle, fellow) = values.Circle("circle");
        evidence = values.Evidence("evidence");
        every = values.Enum<PeriodLength>("every");
        atLeast = values.IntegerOr("atLeast", 0) is > 0 and var number ? number : null;
        EvidenceKinds = [evidence];
    }

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "allHave",
        new("At least so many of a circle of subjects, or all of them, have a piece of evidence in every calendar period.", "每个周期内，某一范围的对象中至少有规定人数（或全部）具备某类工作记录。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CheckParameter.Circle("circle", new("The circle of subjects that are counted.", "计入的对象范围。")),
            CheckParameter.Evidence("evidence", new("The kind of evidence that each of them must have.", "每个对象须具备的工作记录类别。")),
            CheckParameter.Every,
            CheckParameter.OptionalInteger("atLeast", 1, 1000, Stricter.WhenHigher, new("How many of them; all of them where it is missing.", "至少多少个；不写则为全部。"), missingIsStrictest: true),
        ],
        values => new AllHave(values));

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds { get; }

    /// <inheritdoc/>
    public override string? Counted => circle;

    /// <inheritdoc/>
    public override IEnumerable<DutyPeriod> Periods(DayRange days) => every.PeriodsIn(days);

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) => false;

    /// <inheritdoc/>
    public override IEnumerable<Evidence> CountedOfOthers(Slot slot, SubjectHistory subject) =>
        Asked(slot, subject).SelectMany(f => f.Pieces).Where(e => e.Kind == evidence.Name && slot.Window.Contains(e.OccurredOn));

    /// <inheritdoc/>
    public override Measure Measure(Slot slot, in Facts facts)
    {
        var days = new List<int>();
        var asked = 0;
        foreach (var one in Asked(slot, facts.Subject))
        {
            asked++;
            if (FirstDay(one, slot, facts.AsOf) is { } day) days.Add(day);
        }

        var needed = Needed(asked);
        days.Sort();
        return new(days.Count, needed > 0 && days.Count >= needed ? days[needed - 1] : Days.Never, asked > 0);
    }

    /// <inheritdoc/>
    public override Text Shortfall(Case it)
    {
        var (asked, missing) = (Asked(it.Slot, it.Subject).Count(), Missing(it));
        var (name, needed) = (it.Slot.Period.Name, Needed(asked));
        return new(
            $"{evidence.Counted(1).En} each is asked for {name.En} of {needed} of {asked}; {it.Judgement.Count} on record. Missing: {string.Join(", ", missing)}.",
            $"{name.Zh}应有{needed}名{fellow.Zh}（共{asked}名）各有{evidence.Counted(1).Zh}，已有{it.Judgement.Count}名。尚缺：{string.Join("、", missing)}。");
    }

    /// <inheritdoc/>
    public override NextStep Next(Case it)
    {
        var missing = Missing(it);
        var more = Needed(Asked(it.Slot, it.Subject).Count()) - it.Judgement.Count;
        var them = new Text(
            $"{evidence.Counted(1).En} of {(more < missing.Count ? $"{more} out of these {fellow.En}s" : $"each {fellow.En}")}: {string.Join(", ", missing)}",
            $"{(more < missing.Count ? $"下列{fellow.Zh}中{more}名" : $"下列每名{fellow.Zh}")}的{evidence.Counted(1).Zh}（{string.Join("、", missing)}）");
        return it.Judgement.Status switch
        {
            VerdictStatus.Upcoming => Step.Plan(evidence, them, it.Slot),
            VerdictStatus.Due => new(new($"See to it by {it.Slot.DueOn.Iso()}, and record it: {them.En}.", $"请在{it.Slot.DueOn.Iso()}（含当日）前完成并记录：{them.Zh}。"), evidence.RecordedBy, evidence.Name),
            _ => Step.TooLate(evidence, them, it.Slot, more),
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<Text> Reasons(Case it)
    {
        if (it.Judgement.Status == VerdictStatus.NotApplicable && it.Judgement.Wholly)
        {
            yield return new($"Nobody belonged to it through the whole of {it.Slot.Period.Name.En}.", $"没有在{it.Slot.Period.Name.Zh}内始终属于该范围的对象。");
        }
    }

    /// <inheritdoc/>
    /// <remarks>Those who are enough in every month may be others each time, and none of them one who stayed all the year.</remarks>
    protected override bool IsApartFrom(Check other) => other is AllHave than && every != than.every && atLeast is not null && than.atLeast is not null;

    private IEnumerable<Fellow> Asked(Slot slot, SubjectHistory subject) => subject.CircleOf(circle).Where(f => f.Days.Covers(slot.Period.Days));

    private int Needed(int asked) => Math.Min(asked, atLeast ?? asked);

    private List<string> Missing(Case it) =>
        [.. Asked(it.Slot, it.Subject).Where(f => FirstDay(f, it.Slot, Days.Number(it.AsOf)) is null).Select(f => f.Name).Order(StringComparer.Ordinal)];

    private int? FirstDay(Fellow one, Slot slot, int asOf)
    {
        var days = one.Evidence.Counted(evidence.Name);
        var at = TalliedDay.FirstFrom(days, slot.WindowFirst);
        return at < days.Length && days[at].Day <= Math.Min(slot.WindowLast, asOf) ? days[at].Day : null;
    }
}
