using System.Collections.Concurrent;
using NodaTime;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Compliance;

/// <summary>A period for which a rule asks something, when it is due, which days' evidence counts, and the version that governs it: the one in force on the period's first day.</summary>
public sealed class Slot
{
    internal Slot(Rule rule, DutyPeriod period, LocalDate dueOn, DayRange window, RuleVersion version)
    {
        (Rule, Period, DueOn, Window, Version, Check) = (rule, period, dueOn, window, version, version.Check!);
        (First, Last, Due) = (Days.Number(period.From), Days.Number(period.To), Days.Number(dueOn));
        (WindowFirst, WindowLast) = DaySpan.Of(window);
    }

    /// <summary>The rule that asks.</summary>
    public Rule Rule { get; }

    /// <summary>The period.</summary>
    public DutyPeriod Period { get; }

    /// <summary>The last day on which the work is in time.</summary>
    public LocalDate DueOn { get; }

    /// <summary>The days whose evidence counts: the period's own unless early or late work counts, too.</summary>
    public DayRange Window { get; }

    /// <summary>The governing version.</summary>
    public RuleVersion Version { get; }

    internal Check Check { get; }

    /// <summary>Whether the piece is of the kind and counts for the slot: by what it is for where the kind names that, by its day otherwise.</summary>
    internal bool Counts(EvidenceKind kind, Evidence piece) =>
        piece.Kind == kind.Name && (kind.NamesWhatItIsFor ? piece.For is { } day && Period.Days.Contains(day) : Window.Contains(piece.OccurredOn));

    internal int First { get; }

    internal int Last { get; }

    internal int Due { get; }

    internal int WindowFirst { get; }

    internal int WindowLast { get; }
}

/// <summary>
/// The periods of one rule that have at least one day in a range, whoever the subject is. It depends on the rule's versions alone, so one
/// plan serves a whole sweep.
/// </summary>
/// <remarks>
/// A version governs the periods whose first day lies in its time in force, but no period overlaps one of an older version: when a new
/// version has other periods, the open period of the old one finishes, and the new periods start with the first whole one after it. Days
/// between the two belong to no period. A version without a check is a repeal: the open period finishes and none follows.
/// <para>
/// A version whose slots follow from each subject's own facts (an event, the last time, a condition that lapses) has no slots here but a
/// <see cref="Stretch"/>: the days on which what it asks may begin.
/// </para>
/// </remarks>
public sealed class DutyPlan
{
    private readonly ConcurrentDictionary<(RuleVersion, Laid), Slot> laid = new();
    private readonly Part[] parts;

    /// <summary>The plan of a rule for the periods that have at least one day from the first to the last one.</summary>
    public DutyPlan(Rule rule, LocalDate from, LocalDate to)
    {
        (Rule, From, To) = (rule, from, to);
        parts = [.. PartsOf(rule, from, to)];
        Slots = [.. parts.SelectMany(p => p.Slots)];
        Room = Slots.Count + parts.Sum(p => p.Stretch is { } stretch ? Math.Max(0, Days.Number(to) - stretch.Since + 2) : 0);
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>The periods that the calendar lays out, in order.</summary>
    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>The most judgements that one subject can have.</summary>
    public int Room { get; }

    internal LocalDate From { get; }

    internal LocalDate To { get; }

    internal ReadOnlySpan<Part> Parts => parts;

    /// <summary>The slot that a subject's facts lay; equal facts have one slot, so that a sweep makes each once.</summary>
    internal Slot SlotOf(RuleVersion version, Laid facts) => laid.GetOrAdd((version, facts), key => new(
        Rule, new(Days.Date(key.Item2.First), Days.Date(key.Item2.Last)), Days.Date(key.Item2.Due), key.Item2.Window.Range, key.Item1));

    private static IEnumerable<Part> PartsOf(Rule rule, LocalDate from, LocalDate to)
    {
        var newestFirst = rule.Versions;
        // The first day on which a period of the version at hand may begin.
        var free = LocalDate.MinIsoValue;
        Stretch? before = null;
        for (var i = newestFirst.Count - 1; i >= 0; i--)
        {
            var version = newestFirst[i];
            free = LocalDate.Max(free, version.InForceFrom);
            var end = i > 0 ? newestFirst[i - 1].InForceFrom : (LocalDate?)null;
            before = version.Check is FactCheck follows && (end is null || free < end) ? StretchOf(follows, free, end, before) : null;
            if (before is { } stretch)
            {
                if (free <= to) yield return new([], version, stretch);
                continue;
            }

            if (version.Check is not PeriodCheck check) continue;

            var first = LocalDate.Max(free, from.PlusYears(-1));
            var last = end is { } next ? LocalDate.Min(next.PlusDays(-1), to) : to;
            if (first <= last)
            {
                yield return new(
                    [.. check.Periods(new(first, last)).Where(p => p.From >= free && p.To >= from).Select(p => new Slot(rule, p, check.DueOn(p), check.Window(p), version))], version, null);
            }

            if (end is { } successor)
            {
                foreach (var open in check.Periods(new(successor.PlusDays(-1), successor.PlusDays(-1))))
                {
                    if (open.From >= free) free = open.To.PlusDays(1);
                }
            }
        }
    }

    // What began under one version of a shape is remembered by the next one of the same shape, where both bind the same subjects and count the same work.
    private static Stretch StretchOf(FactCheck check, LocalDate from, LocalDate? end, Stretch? before)
    {
        var first = Days.Number(from);
        var goesOn = before is { } earlier && earlier.Check.Shape == check.Shape && earlier.Begins.To + 1 == first
            && earlier.Check.While == check.While && earlier.Check.Of.ToHashSet().SetEquals(check.Of) && earlier.Check.EvidenceKinds.SequenceEqual(check.EvidenceKinds);
        return new(check, new(first, end is { } next ? Days.Number(next) - 1 : Days.Never), goesOn ? before!.Value.Since : first);
    }

    /// <summary>What one version lays out: the calendar's slots, or a stretch for each subject's own.</summary>
    internal sealed record Part(Slot[] Slots, RuleVersion Version, Stretch? Stretch);
}

/// <summary>The days on which what a version asks may begin.</summary>
/// <param name="Check">Its check.</param>
/// <param name="Begins">The version's days in force.</param>
/// <param name="Since">From which day on facts matter: the first day of the oldest version of the shape that this one carries on.</param>
internal readonly record struct Stretch(FactCheck Check, DaySpan Begins, int Since);

/// <summary>What a subject's facts lay out for one check.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Due">The last day on which the work is in time.</param>
/// <param name="Window">The days whose evidence counts.</param>
internal readonly record struct Laid(int First, int Last, int Due, DaySpan Window);
