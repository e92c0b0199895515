using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// Every one of the named kinds of evidence at least once in every calendar period. It is met on the day on which the last of them is there;
/// what is missing is named. The due day is the period's last day unless the rule names another one; work after it does not count: never met late, but by kinds that name what they are for.
/// </summary>
public sealed class Checklist : PeriodCheck
{
    private readonly PeriodLength every;
    private readonly DayOfPeriod? by;

    private Checklist(ParameterValues values) : base(Shape, values) =>
        (every, by, EvidenceKinds) = (values.Enum<PeriodLength>("every"), values.DayOfPeriodOrNone("by"), values.EvidenceList("items"));

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "checklist",
        new("Every one of the named kinds of evidence in every calendar period.", "每个周期内所列各类工作记录均须具备。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CheckParameter.EvidenceList("items", new("The kinds of evidence that must be there.", "须具备的工作记录类别。")),
            CheckParameter.Every,
            CheckParameter.OptionalDayOfPeriod("by", Stricter.WhenLower, new("The last day in time, where it is not the period's last: month of the period and day of that month.", "截止日期（不是周期最后一日时填写）：周期内的第几个月及该月的日期。")),
        ],
        values => new Checklist(values),
        FaultOf)
    {
        CountsWhatIsNamed = true,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds { get; }

    /// <inheritdoc/>
    public override IEnumerable<DutyPeriod> Periods(DayRange days) => every.PeriodsIn(days);

    /// <inheritdoc/>
    public override LocalDate DueOn(DutyPeriod period) => by?.In(period) ?? period.To;

    /// <inheritdoc/>
    public override DayRange Window(DutyPeriod period) => new(period.From, DueOn(period));

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) => EvidenceKinds.Any(k => slot.Counts(k, piece));

    /// <inheritdoc/>
    public override Measure Measure(Slot slot, in Facts facts)
    {
        var (there, last) = (0, 0);
        foreach (var kind in EvidenceKinds)
        {
            if (facts.Counting(kind, slot) is [var first, ..]) (there, last) = (there + 1, Math.Max(last, first.Day));
        }

        return new(there, there == EvidenceKinds.Count ? last : Days.Never);
    }

    /// <inheritdoc/>
    public override Text Shortfall(Case it)
    {
        var (name, missing) = (it.Slot.Period.Name, Missing(it));
        return new(
            $"Missing for {name.En}: {string.Join(", ", missing.Select(k => k.Noun.En))}; on record: {it.Judgement.Count} of {EvidenceKinds.Count}.",
            $"{name.Zh}还缺：{string.Join("、", missing.Select(k => k.Noun.Zh))}；应有{EvidenceKinds.Count}项，已有{it.Judgement.Count}项。");
    }

    /// <inheritdoc/>
    public override NextStep Next(Case it)
    {
        var missing = Missing(it);
        var all = new Text(string.Join(", ", missing.Select(k => k.Counted(1).En)), string.Join("、", missing.Select(k => k.Counted(1).Zh)));
        return it.Judgement.Status switch
        {
            VerdictStatus.Upcoming => Step.Plan(missing[0], all, it.Slot),
            VerdictStatus.Due => new(
                new($"See to it by {it.Slot.DueOn.Iso()}, and record it: {all.En}.", $"请在{it.Slot.DueOn.Iso()}（含当日）前完成并记录：{all.Zh}。"), missing[0].RecordedBy, missing[0].Name),
            _ when missing[0].NamesWhatItIsFor => Step.DoLate(missing[0], all, it.Slot.DueOn, missing.Count),
            _ => Step.TooLate(missing[0], all, it.Slot, missing.Count),
        };
    }

    /// <inheritdoc/>
    /// <remarks>The same day of periods that do not lie in one another is another day.</remarks>
    protected override bool IsApartFrom(Check other) => other is Checklist than && (by ?? than.by) is not null && !every.Fits(than.every);

    private static Text? FaultOf(ParameterValues values)
    {
        var (every, by) = (values.Enum<PeriodLength>("every"), values.DayOfPeriodOrNone("by"));
        return by is not { } day || day.Month <= every.Months()
            ? null
            : new($"\"by\" names month {day.Month} of a period that has {every.Months()}. Write a month from 01 to {every.Months():00}", $"“by”指向周期的第{day.Month}个月，而周期只有{every.Months()}个月。请写01至{every.Months():00}之间的月份");
    }

    private List<EvidenceKind> Missing(Case it) => [.. EvidenceKinds.Where(k => it.Counted.All(e => e.Kind != k.Name))];
}
