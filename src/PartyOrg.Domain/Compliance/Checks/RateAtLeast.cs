using System.Globalization;
using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// A target: of all that came up in a calendar period (evidence of one kind), at least so many per cent were dealt with (evidence of another
/// kind). Both are counted by their own days; the comparison is exact. The rate can fall again: it is met while it holds, since the day from
/// which it has held without a break, and after the period's last day it stays as it stood then. Never met late.
/// </summary>
/// <remarks>Over nothing there is no rate: a period in which nothing has come up is not applicable, and upcoming before its first day.</remarks>
public sealed class RateAtLeast : PeriodCheck
{
    private readonly EvidenceKind part;
    private readonly EvidenceKind whole;
    private readonly decimal percent;
    private readonly PeriodLength every;

    private RateAtLeast(ParameterValues values) : base(Shape, values)
    {
        (part, whole) = (values.Evidence("part"), values.Evidence("whole"));
        (percent, every) = (values.Decimal("percent"), values.Enum<PeriodLength>("every"));
        EvidenceKinds = [part, whole];
    }

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "rateAtLeast",
        new("At least so many per cent of one kind of evidence are matched by another kind in every calendar period.", "每个周期内一类工作记录占另一类的比例不低于规定的百分比。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CheckParameter.Evidence("part", new("The kind of evidence that is counted above the line.", "作为分子的工作记录类别。")),
            CheckParameter.Evidence("whole", new("The kind of evidence that is counted below the line.", "作为分母的工作记录类别。")),
            CheckParameter.Decimal("percent", 0.01m, 100m, 2, Stricter.WhenHigher, new("The rate that must be reached, in per cent.", "须达到的百分比。")),
            CheckParameter.EnumWord<PeriodLength>("every", Stricter.Never, new("The length of the calendar period.", "周期的长度。")),
        ],
        values => new RateAtLeast(values),
        values => values.Evidence("part") == values.Evidence("whole") ? new("\"part\" and \"whole\" are the same kind, so that the rate is always 100. Change one of them", "“part”与“whole”为同一类别，比例恒为100%。请修改其中之一") : null);

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds { get; }

    /// <inheritdoc/>
    public override IEnumerable<DutyPeriod> Periods(DayRange days) => every.PeriodsIn(days);

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) => slot.Window.Contains(piece.OccurredOn) && (piece.Kind == part.Name || piece.Kind == whole.Name);

    /// <inheritdoc/>
    public override Measure Measure(Slot slot, in Facts facts)
    {
        var parts = facts.Evidence.Counted(part.Name);
        var wholes = facts.Evidence.Counted(whole.Name);
        var until = Math.Min(slot.WindowLast, facts.AsOf);
        var (p, w) = (TalliedDay.FirstFrom(parts, slot.WindowFirst), TalliedDay.FirstFrom(wholes, slot.WindowFirst));
        var (above, below, metDay) = (0, 0, Days.Never);
        while (true)
        {
            var day = Math.Min(p < parts.Length ? parts[p].Day : Days.Never, w < wholes.Length ? wholes[w].Day : Days.Never);
            if (day > until) break;
            if (p < parts.Length && parts[p].Day == day) above += parts[p++].Count;
            if (w < wholes.Length && wholes[w].Day == day) below += wholes[w++].Count;
            if (below == 0 || above * 100m < percent * below) metDay = Days.Never;
            else if (metDay == Days.Never) metDay = day;
        }

        return new(above, metDay, below > 0);
    }

    /// <inheritdoc/>
    public override Text Shortfall(Case it)
    {
        var (above, below) = (it.Judgement.Count, Below(it));
        var (name, asked) = (it.Slot.Period.Name, Percent(percent));
        return below == 0
            ? new($"{asked} are asked for {name.En}; nothing has come up yet.", $"{name.Zh}要求达到{asked}；目前尚无可计数的事项。")
            : new(
                $"{Percent(Math.Floor(above * 10_000m / below) / 100m)} for {name.En}, {above} of {below}; {asked} are asked, {Missing(it)} more.",
                $"{name.Zh}为{Percent(Math.Floor(above * 10_000m / below) / 100m)}（{below}项中{above}项）；要求{asked}，还缺{Missing(it)}项。");
    }

    /// <inheritdoc/>
    public override NextStep Next(Case it)
    {
        var missing = Math.Max(1, Missing(it));
        var more = it.Judgement.Count == 0 ? part.Counted(missing) : part.CountedMore(missing);
        return it.Judgement.Status switch
        {
            VerdictStatus.Upcoming => new(
                new($"Plan to reach {Percent(percent)} in {it.Slot.Period.Name.En}: a {part.Noun.En} for each {whole.Noun.En}.", $"请为{it.Slot.Period.Name.Zh}做好安排，使{part.Noun.Zh}占{whole.Noun.Zh}的比例达到{Percent(percent)}。"),
                part.PlannedBy ?? part.RecordedBy,
                part.Name),
            VerdictStatus.Due => Step.Do(part, more, it.Slot.DueOn, missing),
            _ => Step.TooLate(part, more, it.Slot, missing),
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<Text> Reasons(Case it)
    {
        if (it.Judgement.Status == VerdictStatus.NotApplicable && it.Judgement.Wholly)
        {
            yield return new($"Nothing came up in {it.Slot.Period.Name.En}, so there is no rate.", $"{it.Slot.Period.Name.Zh}内没有可计数的事项，无从计算比例。");
        }
    }

    private int Below(Case it) => it.Counted.Count(e => e.Kind == whole.Name);

    private int Missing(Case it) => (int)Math.Ceiling(percent * Below(it) / 100m) - it.Judgement.Count;

    private static string Percent(decimal number) => string.Create(CultureInfo.InvariantCulture, $"{number:0.##}%");
}
