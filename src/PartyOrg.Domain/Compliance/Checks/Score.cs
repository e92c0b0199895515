using System.Globalization;
using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// A mark for every calendar period: so many points for each piece of each kind of evidence, at most so many for a kind, added up exactly; the
/// grade is the band in which the mark lies. A band begins with its own mark and ends before that of the next higher one. It is met on the day
/// on which the mark reaches what is asked; the due day is the period's last day, and it is never met late.
/// </summary>
public sealed class Score : PeriodCheck
{
    private readonly Mark[] marks;
    private readonly Band[] bands;
    private readonly decimal atLeast;
    private readonly PeriodLength every;

    private Score(ParameterValues values) : base(Shape, values)
    {
        marks = Marks(values);
        bands = Bands(values);
        atLeast = values.Decimal("atLeast");
        every = values.Enum<PeriodLength>("every");
        EvidenceKinds = [.. marks.Select(m => m.Kind)];
    }

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "score",
        new("A mark out of points for each kind of evidence in every calendar period, with a grade for each band.", "每个周期按各类工作记录计分，并按分数段评定等次。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CheckParameter.Table(
                "marks",
                [
                    CheckParameter.Evidence("evidence", new("The kind of evidence; each has one row.", "工作记录类别，每类一行。")),
                    CheckParameter.Decimal("points", 0.01m, 1000m, 2, Stricter.Never, new("The points for each piece.", "每条记录的分值。")),
                    CheckParameter.Decimal("most", 0.01m, 1000m, 2, Stricter.Never, new("The most points for the kind.", "该类别的最高分值。")),
                ],
                new("What counts how much.", "计分项目及分值。")),
            CheckParameter.Table(
                "bands",
                [
                    CheckParameter.Decimal("from", 0m, 1000m, 2, Stricter.Never, new("The lowest mark of the band.", "该分数段的最低分。")),
                    CheckParameter.Word("en", new("The grade in English.", "等次的英文名称。")),
                    CheckParameter.Word("zh", new("The grade in Chinese.", "等次的中文名称。")),
                ],
                new("The grades, highest first; the last one begins at 0.", "等次，由高到低排列；最后一个从0分起。")),
            CheckParameter.Decimal("atLeast", 0.01m, 1000m, 2, Stricter.WhenHigher, new("The mark that must be reached.", "须达到的分数。")),
            CheckParameter.EnumWord<PeriodLength>("every", Stricter.Never, new("The length of the calendar period.", "周期的长度。")),
        ],
        values => new Score(values),
        FaultOf);

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds { get; }

    /// <inheritdoc/>
    public override IEnumerable<DutyPeriod> Periods(DayRange days) => every.PeriodsIn(days);

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) => slot.Window.Contains(piece.OccurredOn) && marks.Any(m => m.Kind.Name == piece.Kind);

    /// <inheritdoc/>
    public override Measure Measure(Slot slot, in Facts facts)
    {
        // The mark never falls, so the day on which it is reached is found by halving.
        var (first, last) = (slot.WindowFirst, Math.Min(slot.WindowLast, facts.AsOf));
        var (mark, pieces) = Reached(facts.Evidence, first, last);
        if (mark < atLeast) return new(pieces, Days.Never);
        var (low, high) = (first, last);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Reached(facts.Evidence, first, middle).Mark >= atLeast) high = middle;
            else low = middle + 1;
        }

        return new(pieces, low);
    }

    /// <inheritdoc/>
    public override Text Shortfall(Case it)
    {
        var (name, mark) = (it.Slot.Period.Name, MarkOf(it));
        return new(
            $"{Points(atLeast - mark)} points missing for {name.En}: {Points(mark)} of the {Points(atLeast)} that are asked.",
            $"{name.Zh}还差{Points(atLeast - mark)}分：现为{Points(mark)}分，要求{Points(atLeast)}分。");
    }

    /// <inheritdoc/>
    public override NextStep Next(Case it)
    {
        // The kind that still gives most for one more piece; where none gives any, what is recorded already must be mended.
        var best = marks.MaxBy(m => Math.Min(m.Points, m.Most - Math.Min(m.Most, m.Points * PiecesOf(it, m))))!;
        var more = it.Counted.Any(e => e.Kind == best.Kind.Name) ? best.Kind.CountedMore(1) : best.Kind.Counted(1);
        return it.Judgement.Status switch
        {
            VerdictStatus.Upcoming => Step.Plan(best.Kind, more, it.Slot),
            VerdictStatus.Due => Step.Do(best.Kind, more, it.Slot.DueOn, 1),
            _ => Step.TooLate(best.Kind, more, it.Slot, 1),
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<Text> Reasons(Case it)
    {
        foreach (var mark in marks)
        {
            var (pieces, points) = (PiecesOf(it, mark), Math.Min(mark.Most, mark.Points * PiecesOf(it, mark)));
            var cut = points < mark.Points * pieces;
            yield return new(
                $"{Step.Capital(mark.Kind.Plural)}: {pieces} × {Points(mark.Points)} = {Points(mark.Points * pieces)}{(cut ? $", at most {Points(mark.Most)}" : "")}.",
                $"{mark.Kind.Noun.Zh}：{pieces} × {Points(mark.Points)} = {Points(mark.Points * pieces)}{(cut ? $"，最高{Points(mark.Most)}" : "")}。");
        }

        var total = MarkOf(it);
        var at = Array.FindIndex(bands, b => total >= b.From);
        var (band, under) = (bands[at], at > 0 ? Points(bands[at - 1].From) : null);
        yield return new(
            $"Together {Points(total)}: {band.Grade.En}, from {Points(band.From)}{(under is null ? "" : $" to under {under}")}.",
            $"合计{Points(total)}分：{band.Grade.Zh}（{Points(band.From)}分以上{(under is null ? "" : $"，不满{under}分")}）。");
    }

    private static Text? FaultOf(ParameterValues values)
    {
        var (marks, bands) = (Marks(values), Bands(values));
        if (marks.DistinctBy(m => m.Kind).Count() < marks.Length) return new("a kind of evidence stands twice under \"marks\". Put its points into one row", "“marks”中同一类别重复出现。请合并为一行");
        if (bands[^1].From != 0 || bands.Zip(bands.Skip(1)).Any(p => p.First.From <= p.Second.From))
        {
            return new("the bands must stand highest first, each below the one above, and the last must begin at 0. Put them in order", "分数段须由高到低排列且不重复，最后一个须从0分起。请调整");
        }

        var most = marks.Sum(m => m.Most);
        return values.Decimal("atLeast") <= most
            ? null
            : new($"\"atLeast\" is more than all marks together can give, {Points(most)}. Lower it or raise the marks", $"“atLeast”超过各项最高分之和{Points(most)}。请降低要求或提高分值");
    }

    private static Mark[] Marks(ParameterValues values) =>
        [.. values.Table("marks").Select(row => new Mark(row.Evidence("evidence"), row.Decimal("points"), row.Decimal("most")))];

    private static Band[] Bands(ParameterValues values) =>
        [.. values.Table("bands").Select(row => new Band(row.Decimal("from"), new(row.WordOrNone("en")!, row.WordOrNone("zh")!)))];

    private static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static int PiecesOf(Case it, Mark mark) => it.Counted.Count(e => e.Kind == mark.Kind.Name);

    private decimal MarkOf(Case it) => marks.Sum(m => Math.Min(m.Most, m.Points * PiecesOf(it, m)));

    private (decimal Mark, int Pieces) Reached(EvidenceTally evidence, int first, int last)
    {
        var (mark, all) = (0m, 0);
        foreach (var one in marks)
        {
            var days = evidence.Counted(one.Kind.Name);
            var pieces = 0;
            for (var i = TalliedDay.FirstFrom(days, first); i < days.Length && days[i].Day <= last; i++) pieces += days[i].Count;
            (mark, all) = (mark + Math.Min(one.Most, one.Points * pieces), all + pieces);
        }

        return (mark, all);
    }

    private sealed record Mark(EvidenceKind Kind, decimal Points, decimal Most);

    private sealed record Band(decimal From, Text Grade);
}
