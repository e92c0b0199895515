using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.Compliance;

/// <summary>How many duties have which status.</summary>
internal sealed class Tally(Guid subject)
{
    private static readonly int Statuses = Enum.GetValues<VerdictStatus>().Length;

    private readonly int[] counts = new int[Statuses];

    public Guid Subject => subject;

    public int Overdue => counts[(int)VerdictStatus.Overdue];

    public bool Any => counts.Any(c => c > 0);

    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        var sum = new Tally(Guid.Empty);
        foreach (var tally in tallies)
        {
            for (var i = 0; i < Statuses; i++) sum.counts[i] += tally.counts[i];
        }

        return sum;
    }

    public void Count(VerdictStatus status) => counts[(int)status]++;

    public StatusCounts Counts()
    {
        var (met, late, overdue) = (this[VerdictStatus.Met], this[VerdictStatus.MetLate], this[VerdictStatus.Overdue]);
        var decided = met + late + overdue;
        return new(
            this[VerdictStatus.NotApplicable], this[VerdictStatus.Upcoming], this[VerdictStatus.Due], met, late, overdue, this[VerdictStatus.Waived],
            decided == 0 ? null : Math.Round((decimal)(met + late) / decided, 4));
    }

    private int this[VerdictStatus status] => counts[(int)status];
}

/// <summary>Judges every subject of a subtree over the projection, and counts.</summary>
internal sealed class Sweep(Guid top, IReadOnlyList<LocalPlans> plans, LocalDate asOf)
{
    private readonly Tally[] rules = [.. plans.Select(_ => new Tally(Guid.Empty))];
    private Judgement[] room = [];
    private readonly EvidenceTally evidence = new();

    /// <summary>The duties of one subject, in the periods in which it counts in the subtree.</summary>
    public Tally Judge(SubjectHistory history, IReadOnlyList<Waiver> waivers, IEnumerable<EvidenceYear> years)
    {
        evidence.Clear();
        Projection.Fill(evidence, years);

        var tally = new Tally(history.Subject.Id);
        for (var i = 0; i < plans.Count; i++)
        {
            if (plans[i].RoomFor(history) is var needed && needed > room.Length) room = new Judgement[needed];
            var count = plans[i].Judge(history, evidence, waivers, asOf, room);
            foreach (ref readonly var judgement in room.AsSpan(0, count))
            {
                if (history.Subject.Id != top && !history.CountsUnder(top, judgement.Slot.Period)) continue;
                tally.Count(judgement.Status);
                rules[i].Count(judgement.Status);
            }
        }

        return tally;
    }

    /// <summary>The counts of each rule that bound somebody.</summary>
    public IEnumerable<(Rule Rule, StatusCounts Counts)> ByRule() => plans.Zip(rules).Where(r => r.Second.Any).Select(r => (r.First.Rule, r.Second.Counts()));
}

/// <summary>The projection of the ledger, as sweeps read it.</summary>
internal static class Projection
{
    /// <summary>The years of these subjects, from a first to a last one.</summary>
    public static async Task<ILookup<Guid, EvidenceYear>> EvidenceYearsOf(this PartyOrgContext db, IQueryable<Organization> subjects, int first, int last, CancellationToken cancellation) =>
        (await db.EvidenceYears.Where(y => y.Year >= first && y.Year <= last).Join(subjects, y => y.SubjectId, o => (Guid)(object)o.Id, (y, o) => y)
            .AsNoTracking().ToListAsync(cancellation)).ToLookup(y => y.SubjectId);

    /// <summary>The evidence of one subject as days with counts.</summary>
    public static EvidenceTally Tallied(IEnumerable<EvidenceYear> years)
    {
        var evidence = new EvidenceTally();
        Fill(evidence, years);
        return evidence;
    }

    /// <summary>Adds the years of one subject.</summary>
    public static void Fill(EvidenceTally evidence, IEnumerable<EvidenceYear> years)
    {
        foreach (var year in years.OrderBy(y => y.Year))
        {
            var added = evidence.Add(year.Kind, year.Year, year.Days);
            if (!added.Succeeded) throw new InvalidOperationException($"{added.Errors[0].Code}: {year.SubjectId} {year.Kind} {year.Year}");
        }
    }
}
