using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// At least so many pieces of evidence of one kind for every period that the calendar lays out. A shape says which periods there are, when
/// each is due, and from which to which day work counts; counting and the sentences are the same for all.
/// </summary>
public abstract class CountingCheck : PeriodCheck
{
    private readonly EvidenceKind evidence;
    private readonly int times;

    /// <summary>Reads the kind of evidence and the number of pieces.</summary>
    protected CountingCheck(CheckShape shape, ParameterValues values) : base(shape, values)
    {
        evidence = values.Evidence("evidence");
        EvidenceKinds = [evidence];
        times = values.Integer("times");
    }

    /// <summary>The parameter <c>evidence</c>.</summary>
    protected static CheckParameter CountedKind { get; } = CheckParameter.Evidence("evidence", new("The kind of evidence that counts.", "计入的工作记录类别。"));

    /// <summary>The parameter <c>times</c>.</summary>
    protected static CheckParameter HowMany { get; } = CheckParameter.Integer("times", 1, 1000, Stricter.WhenHigher, new("How many pieces the period asks for.", "每个周期要求的次数。"));

    /// <summary>What work before the period's first day is worth.</summary>
    protected virtual EarlyWork Early => EarlyWork.DoesNotCount;

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds { get; }

    /// <inheritdoc/>
    public override DayRange? Reach(LocalDate from, LocalDate to) => evidence.NamesWhatItIsFor ? null : base.Reach(from, to);

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) => slot.Counts(evidence, piece);

    /// <inheritdoc/>
    public override Measure Measure(Slot slot, in Facts facts)
    {
        var (count, metDay) = (0, Days.Never);
        foreach (var (day, pieces) in facts.Counting(evidence, slot))
        {
            count += pieces;
            if (count >= times && metDay == Days.Never) metDay = day;
        }

        return new(count, metDay);
    }

    /// <inheritdoc/>
    public override Text Shortfall(Case it)
    {
        var missing = evidence.Counted(times - it.Judgement.Count);
        var period = it.Slot.Period.Name;
        return new(
            $"{missing.En} missing for {period.En}; on record: {it.Judgement.Count} of {times}.",
            $"{period.Zh}还缺{missing.Zh}：应有{times}{evidence.Measure}，已记录{it.Judgement.Count}{evidence.Measure}。");
    }

    /// <inheritdoc/>
    public override NextStep Next(Case it)
    {
        var (slot, missing) = (it.Slot, times - it.Judgement.Count);
        var more = it.Judgement.Count == 0 ? evidence.Counted(missing) : evidence.CountedMore(missing);
        return it.Judgement.Status switch
        {
            VerdictStatus.Upcoming => Step.Plan(evidence, more, slot),
            VerdictStatus.Due => Step.Do(evidence, more, slot.DueOn, missing),
            _ when evidence.NamesWhatItIsFor || it.AsOf <= slot.Window.To => Step.DoLate(evidence, more, slot.DueOn, missing),
            _ => Step.TooLate(evidence, more, slot, missing),
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<Text> Reasons(Case it)
    {
        var early = it.Counted.Count(e => e.OccurredOn < it.Slot.Period.From);
        if (early == 0 || Early != EarlyWork.CountsWithAdvice) yield break;
        yield return new(
            $"Advice: {evidence.Counted(early).En} came before {it.Slot.Period.From.Iso()}, the first day for it, and count{(early == 1 ? "s" : "")} all the same.",
            $"提示：{evidence.Counted(early).Zh}早于规定的起始日期{it.Slot.Period.From.Iso()}，仍予计入。");
    }
}
