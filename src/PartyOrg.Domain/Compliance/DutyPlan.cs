using NodaTime;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Compliance;

/// <summary>A period for which a rule asks something, and the version that governs it: the one in force on the period's first day.</summary>
public sealed class Slot
{
    internal Slot(DutyPeriod period, RuleVersion version)
    {
        (Period, Version, Check) = (period, version, version.Check!);
        DueOn = Check.DueOn(period);
        (First, Last, Due) = (Days.Number(period.From), Days.Number(period.To), Days.Number(DueOn));
    }

    /// <summary>The period.</summary>
    public DutyPeriod Period { get; }

    /// <summary>The last day on which the work is in time.</summary>
    public LocalDate DueOn { get; }

    /// <summary>The governing version.</summary>
    public RuleVersion Version { get; }

    internal Check Check { get; }

    internal int First { get; }

    internal int Last { get; }

    internal int Due { get; }
}

/// <summary>
/// The periods of one rule that have at least one day in a range, whoever the subject is. It depends on the rule's versions alone, so one
/// plan serves a whole sweep.
/// </summary>
/// <remarks>
/// A version governs the periods whose first day lies in its time in force, but no period overlaps one of an older version: when a new
/// version has other periods, the open period of the old one finishes, and the new periods start with the first whole one after it. Days
/// between the two belong to no period. A version without a check is a repeal: the open period finishes and none follows.
/// </remarks>
public sealed class DutyPlan
{
    private readonly Slot[] slots;

    /// <summary>The plan of a rule for the periods that have at least one day from the first to the last one.</summary>
    public DutyPlan(Rule rule, LocalDate from, LocalDate to)
    {
        Rule = rule;
        slots = [.. SlotsOf(rule.Versions, from, to)];
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>The periods in order.</summary>
    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>The days whose evidence can matter to some period; none when there is no period.</summary>
    public DayRange? EvidenceDays => slots.Length == 0 ? null : new(slots[0].Period.From, slots[^1].Period.To);

    internal ReadOnlySpan<Slot> All => slots;

    private static IEnumerable<Slot> SlotsOf(IReadOnlyList<RuleVersion> newestFirst, LocalDate from, LocalDate to)
    {
        // The first day on which a period of the version at hand may begin.
        var free = LocalDate.MinIsoValue;
        for (var i = newestFirst.Count - 1; i >= 0; i--)
        {
            var version = newestFirst[i];
            free = LocalDate.Max(free, version.InForceFrom);
            var end = i > 0 ? newestFirst[i - 1].InForceFrom : (LocalDate?)null;
            if (version.Check is null) continue;

            var first = LocalDate.Max(free, from.PlusYears(-1));
            var last = end is { } next ? LocalDate.Min(next.PlusDays(-1), to) : to;
            if (first <= last)
            {
                foreach (var period in version.Check.Periods(new(first, last)))
                {
                    if (period.From >= free && period.To >= from) yield return new(period, version);
                }
            }

            if (end is { } successor)
            {
                foreach (var open in version.Check.Periods(new(successor.PlusDays(-1), successor.PlusDays(-1))))
                {
                    if (open.From >= free) free = open.To.PlusDays(1);
                }
            }
        }
    }
}
