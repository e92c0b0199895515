using System.Collections.Concurrent;
using NodaTime;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Compliance;

/// <summary>
/// One rule for the days of a question, as it stands wherever a subject stands: as the book has it, or as the jurisdictions above the place have
/// changed it, the highest first and the nearest last. One instance serves a whole sweep.
/// </summary>
/// <remarks>
/// A subject that moves between places with different forms of the rule follows, for each period, the form of the place that it had on the period's first
/// day. An open period of the old form finishes before the new form's first whole one begins, as it does when a version changes.
/// </remarks>
public sealed class LocalPlans
{
    private readonly RuleCatalog catalog;
    private readonly IReadOnlyCollection<Overlay> overlays;
    private readonly (Overlay Overlay, DayRange Days)? supposed;
    private readonly DutyPlan usual;
    private readonly ConcurrentDictionary<Superiors, DutyPlan> byPlace = new();
    private readonly ConcurrentDictionary<Rule, DutyPlan> byForm = new();

    /// <summary>The plans of a rule for the periods that have at least one day from the first to the last one.</summary>
    /// <param name="catalog">Where the overlays stand.</param>
    /// <param name="rule">The rule as the book has it.</param>
    /// <param name="from">The first day asked for.</param>
    /// <param name="to">The last day asked for.</param>
    /// <param name="supposed">A change that is supposed to hold wherever the subjects stand, after all others; none without a what-if.</param>
    public LocalPlans(RuleCatalog catalog, Rule rule, LocalDate from, LocalDate to, (Overlay Overlay, DayRange Days)? supposed = null)
    {
        (this.catalog, overlays, this.supposed) = (catalog, catalog.OverlaysOf(rule.Id), supposed);
        (Rule, From, To) = (rule, from, to);
        usual = PlanOf(rule);
    }

    /// <summary>The plans of a rule for the days of a period, by its label; an error where the text is no label.</summary>
    public static Result<LocalPlans> Of(RuleCatalog catalog, Rule rule, string label)
    {
        // A calendar period, or days of its own as an ISO 8601 interval.
        var days = label.Split('/') is [var first, var last] ? DutyPeriod.ParseRange(first, last) : DutyPeriod.Parse(label) is { } period ? period.Days : WaiverErrors.PeriodUnknown(label);
        return days.Succeeded ? new LocalPlans(catalog, rule, days.Value.From, days.Value.To!.Value) : WaiverErrors.PeriodUnknown(label);
    }

    /// <summary>The rule as the book has it.</summary>
    public Rule Rule { get; }

    /// <summary>The first day asked for.</summary>
    public LocalDate From { get; }

    /// <summary>The last day asked for.</summary>
    public LocalDate To { get; }

    /// <summary>Why the period of this label is none for which the rule is judged where the subject stands; none where it is one.</summary>
    public Error? FaultIn(string label, SubjectHistory? subject)
    {
        var forms = subject is null ? [usual] : subject.Under.Select(For).DefaultIfEmpty(usual).Distinct().ToList();

        // Days that a subject's own facts lay out are known only when it is judged.
        return forms.Exists(f => f.Slots.Any(s => s.Period.Label == label) || f.Room > f.Slots.Count) ? null : WaiverErrors.PeriodNotOfRule(Rule.Id, label, forms.SelectMany(f => f.Slots));
    }

    /// <summary>The plan for subjects that stand under these superiors.</summary>
    public DutyPlan For(Superiors under) => overlays.Count == 0 ? usual : byPlace.GetOrAdd(under, PlanUnder);

    /// <summary>The most judgements that the subject can have; none where nobody above it has ever adopted the book.</summary>
    public int RoomFor(SubjectHistory subject) => !Concerns(subject) ? 0 : overlays.Count == 0 ? usual.Room : subject.Under.Select(For).Distinct().Sum(p => p.Room);

    /// <summary>Every verdict on the subject, in order of the periods.</summary>
    /// <param name="subject">Who is judged.</param>
    /// <param name="evidence">The evidence, piece by piece.</param>
    /// <param name="tally">The same, tallied.</param>
    /// <param name="waivers">What the subject was excused from.</param>
    /// <param name="asOf">The date on which the question is put.</param>
    public IReadOnlyList<Verdict> Verdicts(SubjectHistory subject, IReadOnlyCollection<Evidence> evidence, EvidenceTally tally, IReadOnlyList<Waiver> waivers, LocalDate asOf)
    {
        if (RoomFor(subject) is not (> 0 and var room)) return [];
        var judgements = new Judgement[room];
        var count = Judge(subject, tally, waivers, asOf, judgements);
        return [.. judgements.Take(count).Select(j => Engine.Explain(j, subject, evidence, waivers, asOf))];
    }

    /// <summary>The lean judgements on the subject, as <see cref="Engine.Judge(DutyPlan, SubjectHistory, EvidenceTally, IReadOnlyList{Waiver}, LocalDate, Span{Judgement})"/> gives them.</summary>
    public int Judge(SubjectHistory subject, EvidenceTally evidence, IReadOnlyList<Waiver> waivers, LocalDate asOf, Span<Judgement> into)
    {
        if (!Concerns(subject)) return 0;
        if (overlays.Count == 0) return Engine.Judge(usual, subject, evidence, waivers, asOf, into);
        var forms = subject.Under.Select(For).Distinct().ToList();
        if (forms is [] or [_]) return Engine.Judge(forms is [var only] ? only : usual, subject, evidence, waivers, asOf, into);

        var kept = new List<(Judgement Judgement, DutyPlan Form)>();
        foreach (var form in forms)
        {
            var judgements = new Judgement[form.Room];
            var count = Engine.Judge(form, subject, evidence, waivers, asOf, judgements);
            kept.AddRange(judgements.Take(count).Where(j => subject.PlaceFor(j.Slot.First, j.Slot.Last) is { } place && For(place.Under) == form).Select(j => (j, form)));
        }

        var (written, before) = (0, default((Judgement Judgement, DutyPlan Form)?));
        foreach (var next in kept.OrderBy(k => k.Judgement.Slot.First).ThenBy(k => k.Judgement.Slot.Last))
        {
            // What a subject's own facts lay may be open side by side: it belongs to the place of its first day alone.
            var isPeriod = next.Judgement.Slot.Check is Checks.PeriodCheck;
            if (isPeriod && before is { } last && last.Form != next.Form && next.Judgement.Slot.First <= last.Judgement.Slot.Last) continue;
            into[written++] = next.Judgement;
            if (isPeriod) before = next;
        }

        return written;
    }

    // A rule of another county's pack costs nothing here.
    private bool Concerns(SubjectHistory subject) => subject.Under.Any(under => under.Adopted(Rule.Citation.Book).Length > 0);

    private DutyPlan PlanUnder(Superiors under) => PlanOf(catalog.Under(under, Rule));

    /// <summary>The overlays that hold at a place, the highest jurisdiction's first, the earlier of one jurisdiction before its later one.</summary>
    internal static IEnumerable<OverlayInPlace> HoldingUnder(Superiors under, IEnumerable<Overlay> overlays) =>
        from overlay in overlays
        from adoption in under.AdoptionsOf(overlay.Adopted)
        orderby adoption.Near descending, adoption.Days.From
        select new OverlayInPlace(overlay, adoption.Days, adoption.Near, overlay.AuthorisedBy is null ? adoption.Near : Math.Max(adoption.Near, under.NearnessOf(overlay.AuthorisedBy.Value)));

    // Forms are kept by the catalog, so that equal ones are one object and have one plan.
    private DutyPlan PlanOf(Rule form) => byForm.GetOrAdd(form, f => new(supposed is { } one ? catalog.Supposed(f, one.Overlay, one.Days) : f, From, To));
}
