using NodaTime;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Compliance;

/// <summary>
/// Judges: what a rule asks of a subject in each period, and whether it is met, as of a date. Pure: the answer depends on nothing but what
/// is handed in. What was known at an instant is the caller's to select.
/// </summary>
public static class Engine
{
    /// <summary>Every verdict on one rule and one subject for the periods with at least one day from the first to the last one, in order.</summary>
    /// <param name="rule">The rule; one that has no check gives no verdicts.</param>
    /// <param name="subject">The subject's history.</param>
    /// <param name="evidence">Its evidence, of any kind and any day.</param>
    /// <param name="waivers">The waivers given to it, for any rule.</param>
    /// <param name="from">The first day asked for.</param>
    /// <param name="to">The last day asked for.</param>
    /// <param name="asOf">The date on which the question is put; evidence after it is not counted.</param>
    public static IReadOnlyList<Verdict> Verdicts(
        Rule rule, SubjectHistory subject, IReadOnlyCollection<Evidence> evidence, IReadOnlyList<Waiver> waivers, LocalDate from, LocalDate to, LocalDate asOf)
    {
        var plan = new DutyPlan(rule, from, to);
        return [.. Judge(plan, subject, evidence, waivers, asOf).Select(judgement => Explain(judgement, subject, evidence, waivers, asOf))];
    }

    /// <summary>The lean judgements on one subject over full evidence.</summary>
    public static IReadOnlyList<Judgement> Judge(DutyPlan plan, SubjectHistory subject, IEnumerable<Evidence> evidence, IReadOnlyList<Waiver> waivers, LocalDate asOf)
    {
        var judgements = new Judgement[plan.Room];
        var count = Judge(plan, subject, EvidenceTally.Of(evidence), waivers, asOf, judgements);
        return judgements[..count];
    }

    /// <summary>
    /// The lean judgements on one subject over days with counts, as the projection keeps them. Writes them into the span, which has the
    /// plan's room, and answers how many there are: a period in which the rule never bound the subject has none.
    /// </summary>
    public static int Judge(DutyPlan plan, SubjectHistory subject, EvidenceTally evidence, IReadOnlyList<Waiver> waivers, LocalDate asOf, Span<Judgement> into)
    {
        var today = Days.Number(asOf);
        var facts = new Facts(subject, evidence, today);
        var written = 0;
        foreach (var part in plan.Parts)
        {
            if (part.Stretch is { } stretch)
            {
                written += JudgeLaid(plan, part.Version, stretch, facts, waivers, into[written..]);
                continue;
            }

            var check = (PeriodCheck)part.Version.Check!;
            var binding = new Binding(plan.Rule.Citation.Book, subject, check);
            foreach (var slot in part.Slots)
            {
                var bound = binding.On(slot);
                if (bound == Bound.Never) continue;

                var measure = check.Measure(slot, facts);
                into[written++] = new(slot, StatusOf(slot, measure, bound, today, plan.Rule.Id, waivers), measure, bound == Bound.Wholly);
            }
        }

        return written;
    }

    /// <summary>Dresses a lean judgement: evidence, what is missing, why, what to do next.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="subject">The subject's history.</param>
    /// <param name="evidence">Its evidence, of any kind and any day.</param>
    /// <param name="waivers">The waivers given to it, for any rule.</param>
    /// <param name="asOf">The date on which the question was put.</param>
    public static Verdict Explain(Judgement judgement, SubjectHistory subject, IReadOnlyCollection<Evidence> evidence, IReadOnlyList<Waiver> waivers, LocalDate asOf)
    {
        var (slot, status, rule) = (judgement.Slot, judgement.Status, judgement.Slot.Rule);
        var open = status is VerdictStatus.Upcoming or VerdictStatus.Due or VerdictStatus.Overdue;
        var it = new Case(judgement, subject, [.. evidence.Where(e => slot.Check.Counts(slot, e)).Concat(slot.Check.CountedOfOthers(slot, subject)).Where(e => e.OccurredOn <= asOf).OrderBy(e => e.OccurredOn).ThenBy(e => e.Id)], asOf);
        return new()
        {
            RuleId = rule.Id,
            RuleVersion = slot.Version.InForceFrom,
            Title = slot.Version.Title ?? rule.Title,
            Citation = rule.Citation,
            Basis = slot.Version.Basis,
            ChangedBy = [.. slot.Version.ChangedBy.Select(o => o.Source)],
            Subject = subject.Subject,
            Period = slot.Period,
            DueOn = slot.DueOn,
            MetOn = judgement.MetOn,
            Status = status,
            Evidence = it.Counted,
            Shortfall = open || status == VerdictStatus.Waived ? slot.Check.Shortfall(it) : null,
            OwedBy = rule.OwedBy == DutyOwner.Superior ? subject.PlaceFor(slot.First, slot.Last)?.Under.Organizations.Select(o => (Guid?)o).FirstOrDefault() : subject.Subject.Id,
            Breaches = [.. BreachesOf(slot, it.Counted, evidence, asOf)],
            Parameters = slot.Check.Parameters,
            Reasons = [.. ReasonsFor(rule, it, waivers)],
            Next = open ? slot.Check.Next(it) : null,
        };
    }

    // What tells of a breach comes from the same source as the work that counts.
    private static IEnumerable<Breach> BreachesOf(Slot slot, IReadOnlyList<Evidence> counted, IEnumerable<Evidence> evidence, LocalDate asOf)
    {
        foreach (var kind in slot.Check.EvidenceKinds.SelectMany(k => k.BreachedBy.Select(breach => (Work: k.Name, Breach: breach))))
        {
            var sources = counted.Where(e => e.Kind == kind.Work).Select(e => e.Source.Id).ToHashSet();
            if (sources.Count > 0 && evidence.Any(e => e.Kind == kind.Breach.Evidence && e.OccurredOn <= asOf && sources.Contains(e.Source.Id))) yield return new(kind.Breach.RuleId, kind.Breach.Message);
        }
    }

    private static int JudgeLaid(DutyPlan plan, RuleVersion version, Stretch stretch, in Facts facts, IReadOnlyList<Waiver> waivers, Span<Judgement> into)
    {
        var check = (FactCheck)version.Check!;
        var measured = new List<Measured>();
        check.Lay(facts, facts.Subject.BoundDays(plan.Rule.Citation.Book, check), stretch, measured);

        var (first, last, written) = (Days.Number(plan.From), Days.Number(plan.To), 0);
        foreach (var one in measured)
        {
            if (one.Laid.First > last || one.OpenUntil(facts.AsOf) < first) continue;
            var slot = plan.SlotOf(version, one.Laid);
            into[written++] = new(slot, StatusOf(slot, one.Measure, Bound.Wholly, facts.AsOf, plan.Rule.Id, waivers), one.Measure, true);
        }

        return written;
    }

    private static VerdictStatus StatusOf(Slot slot, Measure measure, Bound bound, int today, string ruleId, IReadOnlyList<Waiver> waivers)
    {
        if (measure.MetDay != Days.Never) return measure.MetDay <= slot.Due ? VerdictStatus.Met : VerdictStatus.MetLate;
        if (bound == Bound.Partly || (!measure.Applies && today >= slot.First)) return VerdictStatus.NotApplicable;
        if (WaiverOf(slot, ruleId, waivers) is not null) return VerdictStatus.Waived;
        if (today < slot.First) return VerdictStatus.Upcoming;
        return today <= slot.Due ? VerdictStatus.Due : VerdictStatus.Overdue;
    }

    private static Waiver? WaiverOf(Slot slot, string ruleId, IReadOnlyList<Waiver> waivers)
    {
        for (var i = 0; i < waivers.Count; i++)
        {
            if (waivers[i].RuleId != ruleId || waivers[i].PeriodFrom != slot.Period.From) continue;

            // Where facts lay the days, their end moves with the facts; a calendar period is named by both of its ends.
            if (slot.Check is FactCheck || waivers[i].PeriodTo is null || waivers[i].PeriodTo == slot.Period.To) return waivers[i];
        }

        return null;
    }

    private static IEnumerable<Text> ReasonsFor(Rule rule, Case it, IReadOnlyList<Waiver> waivers)
    {
        var (judgement, subject, slot) = (it.Judgement, it.Subject, it.Slot);
        if (slot.Version.Reading is { } reading) yield return new($"Reading: {reading.En}", $"释读：{reading.Zh}");

        foreach (var overlay in slot.Version.ChangedBy)
        {
            yield return new($"Changed by {overlay.Source.Title.En} ({overlay.Source.Document}): {overlay.Reason.En}", $"由《{overlay.Source.Title.Zh}》（{overlay.Source.Document}）调整：{overlay.Reason.Zh}");
        }

        if (!judgement.Wholly)
        {
            var met = judgement.MetOn is not null;
            yield return new(
                $"The rule bound the subject in only a part of {slot.Period.Name.En}, {(met ? "and the work was done all the same" : "so nothing is asked for it")}.",
                $"该规则在{slot.Period.Name.Zh}内仅部分时间适用于该对象，{(met ? "但工作已经完成" : "本周期不作要求")}。");
        }

        if (judgement.Status == VerdictStatus.Waived)
        {
            var reason = WaiverOf(slot, rule.Id, waivers)!.Reason;
            yield return new($"The superior has waived it for {slot.Period.Name.En}: {reason}", $"上级已豁免{slot.Period.Name.Zh}的此项职责：{reason}");
        }

        if (subject.MovedIn(slot.Period))
        {
            yield return new(
                $"The subject moved within {slot.Period.Name.En}; its place on {slot.Period.From.Iso()} counts for the whole period.",
                $"该对象在{slot.Period.Name.Zh}内变更了隶属关系，整个周期按{slot.Period.From.Iso()}的隶属关系认定。");
        }

        foreach (var reason in slot.Check.Reasons(it)) yield return reason;

        if (rule.Versions.FirstOrDefault(v => v.InForceFrom > slot.Period.From && v.InForceFrom <= slot.Period.To) is { } later)
        {
            yield return new(
                $"A new version has been in force since {later.InForceFrom.Iso()}; the one in force on the period's first day, {slot.Period.From.Iso()}, governs.",
                $"新版本自{later.InForceFrom.Iso()}起施行，本周期仍适用首日（{slot.Period.From.Iso()}）有效的版本。");
        }
    }

    private enum Bound
    {
        Never,
        Partly,
        Wholly,
    }

    /// <summary>When a check binds a subject: it is of a bound type, the condition holds, and a jurisdiction above it has adopted the book.</summary>
    private struct Binding(string book, SubjectHistory subject, Check check)
    {
        private readonly DaySpan[] lifetimes = subject.LifetimesAs(check.Of);
        private readonly DaySpan[] conditions = subject.Holding(check.While);
        private Superiors? under;
        private DaySpan[] adoptions = [];

        public Bound On(Slot slot)
        {
            var (first, last) = (slot.First, slot.Last);
            if (!DaySpan.Overlap(lifetimes, first, last) || !DaySpan.Overlap(conditions, first, last)) return Bound.Never;

            if (subject.PlaceFor(first, last) is not { } place) return Bound.Never;
            if (place.Under != under) (under, adoptions) = (place.Under, place.Under.Adopted(book));

            // Before it stood anywhere nobody's adoption could reach it: such a period is partly bound at most.
            if (place.From > first) return HaveACommonDay(place.From, last) ? Bound.Partly : Bound.Never;
            if (DaySpan.Cover(lifetimes, first, last) && DaySpan.Cover(conditions, first, last) && DaySpan.Cover(adoptions, first, last)) return Bound.Wholly;
            return HaveACommonDay(first, last) ? Bound.Partly : Bound.Never;
        }

        private readonly bool HaveACommonDay(int first, int last)
        {
            foreach (var lifetime in lifetimes)
            {
                foreach (var condition in conditions)
                {
                    var (from, to) = (Math.Max(Math.Max(lifetime.From, condition.From), first), Math.Min(Math.Min(lifetime.To, condition.To), last));
                    if (from <= to && DaySpan.Overlap(adoptions, from, to)) return true;
                }
            }

            return false;
        }
    }
}
