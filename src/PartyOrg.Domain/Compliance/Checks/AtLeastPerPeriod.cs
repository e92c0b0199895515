using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// At least so many pieces of evidence of one kind in every calendar period. The due day is the period's last day; late work belongs to
/// the period in which it was done, so this is never met late.
/// </summary>
public sealed class AtLeastPerPeriod : Check
{
    private readonly EvidenceKind evidence;
    private readonly int times;
    private readonly PeriodLength every;

    private AtLeastPerPeriod(ParameterValues values) : base(Shape, values)
    {
        evidence = values.Evidence("evidence");
        EvidenceKinds = [evidence];
        times = values.Integer("times");
        every = values.Enum<PeriodLength>("every");
    }

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "atLeastPerPeriod",
        new("At least so many pieces of evidence of one kind in every calendar period.", "每个周期内至少有若干条某类工作记录。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CheckParameter.Evidence("evidence", new("The kind of evidence that counts.", "计入的工作记录类别。")),
            CheckParameter.Integer("times", 1, 1000, Stricter.WhenHigher, new("How many pieces the period asks for.", "每个周期要求的次数。")),
            CheckParameter.EnumWord<PeriodLength>("every", Stricter.WhenEarlierInTheList, new("The length of the calendar period.", "周期的长度。")),
        ],
        values => new AtLeastPerPeriod(values));

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds { get; }

    /// <inheritdoc/>
    public override IEnumerable<DutyPeriod> Periods(DayRange days) => every.PeriodsIn(days);

    /// <inheritdoc/>
    public override LocalDate DueOn(DutyPeriod period) => period.To;

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) => piece.Kind == evidence.Name && slot.Period.Contains(piece.OccurredOn);

    /// <inheritdoc/>
    public override Measure Measure(Slot slot, in Facts facts)
    {
        var days = facts.Evidence.Counted(evidence.Name);
        var until = Math.Min(slot.Last, facts.AsOf);
        var (count, metDay) = (0, Days.Never);
        for (var i = TalliedDay.FirstFrom(days, slot.First); i < days.Length && days[i].Day <= until; i++)
        {
            count += days[i].Count;
            if (count >= times && metDay == Days.Never) metDay = days[i].Day;
        }

        return new(count, metDay);
    }

    /// <inheritdoc/>
    public override Text Shortfall(Judgement judgement)
    {
        var missing = evidence.Counted(times - judgement.Count);
        var period = judgement.Slot.Period.Name;
        return new(
            $"{missing.En} missing for {period.En}; on record: {judgement.Count} of {times}.",
            $"{period.Zh}还缺{missing.Zh}：应有{times}{evidence.Measure}，已记录{judgement.Count}{evidence.Measure}。");
    }

    /// <inheritdoc/>
    public override NextStep Next(Judgement judgement)
    {
        var (period, missing) = (judgement.Slot.Period, times - judgement.Count);
        var more = judgement.Count == 0 ? evidence.Counted(missing) : evidence.CountedMore(missing);
        return judgement.Status switch
        {
            VerdictStatus.Upcoming => new(
                new($"Plan {more.En} for {period.Name.En}, from {period.From.Iso()} to {period.To.Iso()}.", $"请为{period.Name.Zh}（{period.From.Iso()}至{period.To.Iso()}）安排{more.Zh}。"),
                evidence.PlannedBy ?? evidence.RecordedBy,
                evidence.Name),
            VerdictStatus.Due => new(
                new($"{Capital(evidence.Act.En)} {more.En} by {judgement.Slot.DueOn.Iso()} and record {(missing == 1 ? "it" : "them")}.",
                    $"请在{judgement.Slot.DueOn.Iso()}（含当日）前{evidence.Act.Zh}{more.Zh}并予以记录。"),
                evidence.RecordedBy,
                evidence.Name),
            _ => new(
                new($"{Capital(period.Name.En)} ended on {period.To.Iso()}, and work done since does not count for it. If {more.En} "
                    + (missing == 1 ? "belongs to it and is not on record, record it with its own date" : "belong to it and are not on record, record them with their own dates")
                    + "; otherwise ask the superior for a waiver.",
                    $"{period.Name.Zh}已于{period.To.Iso()}结束，此后的工作不计入该周期。如该周期内尚有{more.Zh}未记录，请按实际日期补记；否则可请上级豁免。"),
                evidence.RecordedBy,
                evidence.Name),
        };
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
