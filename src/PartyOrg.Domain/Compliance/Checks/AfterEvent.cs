using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>
/// After every event, work of one kind within so many days, working days or months; the event is evidence of a kind itself. Each event asks
/// for one piece, done on the day of the event or later; the oldest event that waits takes the first piece. Where the work names the day of the event that it answers,
/// it is for that event and no other. Work after the due day is met late.
/// </summary>
/// <remarks>
/// Only events on days on which the rule binds the subject ask for something. Events of one day make one slot that asks for as many pieces.
/// A subject that the rule stops binding before the due day, with the work not done, is not asked: not applicable. A slot is told for every
/// range in which it is open; one that is not met stays open.
/// </remarks>
public sealed class AfterEvent : FactCheck
{
    private readonly EvidenceKind happening;
    private readonly EvidenceKind evidence;
    private readonly TimeLimit limit;

    private AfterEvent(ParameterValues values) : base(Shape, values)
    {
        (happening, evidence) = (values.Evidence("event"), values.Evidence("evidence"));
        limit = new(values.Integer("within"), values.Enum<TimeUnit>("unit"));
        EvidenceKinds = [evidence, happening];
    }

    /// <summary>The shape's declaration.</summary>
    public static new CheckShape Shape { get; } = new(
        "afterEvent",
        new("After every event, a piece of evidence within so many days, working days or months.", "每次事件发生后，在规定的天数、工作日或月数内有一条某类工作记录。"),
        [
            CheckParameter.Of,
            CheckParameter.While,
            CheckParameter.Evidence("event", new("The kind of evidence that is the event.", "作为起算事件的记录类别。")),
            CheckParameter.Evidence("evidence", new("The kind of evidence that must follow.", "其后须有的工作记录类别。")),
            CheckParameter.Integer("within", 0, 1000, Stricter.WhenLower, new("How many days, working days or months there are; the event's own day is not counted.", "期限的长度；事件当日不计。")),
            CheckParameter.EnumWord<TimeUnit>("unit", Stricter.WhenEarlierInTheList, new("In what the limit is counted.", "期限的单位。")),
        ],
        values => new AfterEvent(values),
        FaultOf)
    {
        CountsWhatIsNamed = true,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<EvidenceKind> EvidenceKinds { get; }

    /// <inheritdoc/>
    public override bool Counts(Slot slot, Evidence piece) =>
        piece.Kind == happening.Name ? piece.OccurredOn == slot.Period.From
        : piece.Kind == evidence.Name && (evidence.NamesWhatItIsFor ? piece.For == slot.Period.From : slot.Window.Contains(piece.OccurredOn));

    /// <inheritdoc/>
    internal override void Lay(in Facts facts, ReadOnlySpan<DaySpan> bound, Stretch stretch, List<Measured> into)
    {
        var events = facts.Evidence.Counted(happening.Name);
        var pieces = facts.Evidence.Counted(evidence.Name);
        var (at, taken) = (0, 0);
        for (var i = TalliedDay.FirstFrom(events, stretch.Since); i < events.Length && events[i].Day <= facts.AsOf; i++)
        {
            var (day, asked) = events[i];
            if (DaySpan.Containing(bound, day) is not { } span) continue;

            var (found, first, last) = (0, day, day - 1);
            if (evidence.NamesWhatItIsFor) (found, last) = Answers(facts.Evidence.CountedFor(evidence.Name, day, day), asked, facts.AsOf);
            else for (; found < asked && at < pieces.Length && pieces[at].Day <= facts.AsOf; (at, taken) = (at + 1, 0))
            {
                if (pieces[at].Day < day) continue;
                var take = Math.Min(asked - found, pieces[at].Count - taken);
                (found, taken, first, last) = (found + take, taken + take, found == 0 ? pieces[at].Day : first, pieces[at].Day);
                if (taken < pieces[at].Count) break;
            }

            if (day > stretch.Begins.To) return;
            if (day < stretch.Begins.From) continue;
            var due = Days.Number(limit.After(Days.Date(day)));
            into.Add(new(new(day, due, due, new(first, last)), new(found, found == asked ? last : Days.Never, found == asked || due <= span.To)));
        }
    }

    /// <inheritdoc/>
    public override Text Shortfall(Case it)
    {
        var missing = evidence.Counted(Missing(it));
        var day = it.Slot.Period.From.Iso();
        return new(
            $"{missing.En} missing after the {happening.Noun.En} of {day}, within {limit.Name.En}.",
            $"{day}{happening.Noun.Zh}后{limit.Name.Zh}内还缺{missing.Zh}。");
    }

    /// <inheritdoc/>
    public override NextStep Next(Case it)
    {
        var missing = Missing(it);
        var more = it.Judgement.Count == 0 ? evidence.Counted(missing) : evidence.CountedMore(missing);
        return it.Judgement.Status == VerdictStatus.Due ? Step.Do(evidence, more, it.Slot.DueOn, missing) : Step.DoLate(evidence, more, it.Slot.DueOn, missing);
    }

    /// <inheritdoc/>
    public override IEnumerable<Text> Reasons(Case it) => limit.Reservations(it.Slot.Period.From, it.Slot.DueOn).Prepend(new(
        $"It follows the {happening.Noun.En} of {it.Slot.Period.From.Iso()}: {limit.Name.En}, to {it.Slot.DueOn.Iso()}.",
        $"自{it.Slot.Period.From.Iso()}{happening.Noun.Zh}起算{limit.Name.Zh}，至{it.Slot.DueOn.Iso()}止。"));

    private static Text? FaultOf(ParameterValues values)
    {
        var evidence = values.Evidence("evidence");
        if (values.Evidence("event") == evidence) return new("\"event\" and \"evidence\" are the same kind, which cannot follow itself. Use sinceLast for work that recurs", "“event”与“evidence”为同一类别。周期性工作请使用 sinceLast");
        return evidence.Period is null
            ? null
            : new($"each {evidence.Noun.En} is for a period and for no event. Use another kind, or byDate", $"{evidence.Noun.Zh}按所属周期计入，不针对事项。请改用其他类别，或使用 byDate");
    }

    // So many of the answers as were asked for, and the day of the last of them.
    private static (int Found, int Last) Answers(ReadOnlySpan<TalliedDay> answers, int asked, int asOf)
    {
        var (found, last) = (0, Days.Never);
        for (var i = 0; i < answers.Length && answers[i].Day <= asOf && found < asked; i++) (found, last) = (Math.Min(asked, found + answers[i].Count), answers[i].Day);
        return (found, last);
    }

    private int Missing(Case it) => it.Counted.Count(e => e.Kind == happening.Name) - it.Judgement.Count;
}
