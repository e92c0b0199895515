using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// Work of one kind at most so many days, working days or months after the last time. Each day with work ends one slot and the next begins on
/// the day after it; the first begins on the day on which the rule begins to bind the subject. Work after the due day is met late.
/// </summary>
/// <remarks>
/// Slots follow each other without gap or overlap while the subject is bound; what was done before counts for none. After days on which the
/// rule does not bind the subject the count begins anew. A subject that the rule stops binding before the due day is not asked: not applicable.
/// A slot is told for every range in which it is open; one that is not met stays open, and no other follows.
/// </remarks>
public sealed class SinceLast : FactCheck
{
    private readonly EvidenceKind evidence;
    private readonly TimeLimit limit;

    private SinceLast(ParameterValues values) : base(Shape, values)
    {
        evidence = values.Evidence("evidence");
        limit = new(values.Integer("within"), values.Enum<TimeUnit>("unit"));
        EvidenceKinds = [evidence];
    }

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "sinceLast",
        new("A piece of evidence at most so many days, working days or months after the one before.", "与上一次相隔不超过规定的天数、工作日或月数。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CheckParameter.Evidence("evidence", new("The kind of evidence that recurs.", "须定期进行的工作记录类别。")),
            CheckParameter.Integer("within", 1, 1000, Stricter.WhenLower, new("How many days, working days or months may pass; the day of the last time is not counted.", "间隔的长度；上一次当日不计。")),
            CheckParameter.EnumWord<TimeUnit>("unit", Stricter.WhenEarlierInTheList, new("In what the limit is counted.", "期限的单位。")),
        ],
        values => new SinceLast(values));

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds { get; }

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) => piece.Kind == evidence.Name && slot.Window.Contains(piece.OccurredOn);

    /// <inheritdoc/>
    internal override void Lay(in Facts facts, ReadOnlySpan<DaySpan> bound, Stretch stretch, List<Measured> into)
    {
        var pieces = facts.Evidence.Counted(evidence.Name);
        foreach (var span in bound)
        {
            var first = Math.Max(span.From, stretch.Since);
            for (var i = TalliedDay.FirstFrom(pieces, first); first <= Math.Min(span.To, stretch.Begins.To); i++)
            {
                var done = i < pieces.Length && pieces[i].Day <= Math.Min(span.To, facts.AsOf);
                var due = Days.Number(limit.After(Days.Date(first - 1)));
                if (first >= stretch.Begins.From)
                {
                    into.Add(done
                        ? new(new(first, due, due, new(first, pieces[i].Day)), new(pieces[i].Count, pieces[i].Day))
                        : new(new(first, due, due, new(first, Days.Never)), new(0, Days.Never, due <= span.To)));
                }

                if (!done) break;
                first = pieces[i].Day + 1;
            }
        }
    }

    /// <inheritdoc/>
    public override Text Shortfall(Case it)
    {
        var (one, before) = (evidence.Counted(1), it.Slot.Period.From.PlusDays(-1).Iso());
        return new($"{one.En} missing: {limit.Name.En} since {before} end on {it.Slot.DueOn.Iso()}.", $"还缺{one.Zh}：自{before}起{limit.Name.Zh}，至{it.Slot.DueOn.Iso()}止。");
    }

    /// <inheritdoc/>
    public override NextStep Next(Case it) => it.Judgement.Status switch
    {
        VerdictStatus.Upcoming => Step.Plan(evidence, evidence.Counted(1), it.Slot),
        VerdictStatus.Due => Step.Do(evidence, evidence.Counted(1), it.Slot.DueOn, 1),
        _ => Step.DoLate(evidence, evidence.Counted(1), it.Slot.DueOn, 1),
    };

    /// <inheritdoc/>
    public override IEnumerable<Text> Reasons(Case it) => limit.Reservations(it.Slot.Period.From, it.Slot.DueOn);
}
