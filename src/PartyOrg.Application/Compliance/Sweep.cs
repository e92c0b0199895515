using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.Compliance;

/// <summary>How many duties have which status.</summary>
internal sealed class Tally
{
    /// <summary>How many statuses there are.</summary>
    public static readonly int Statuses = Enum.GetValues<VerdictStatus>().Length;

    private readonly int[] counts = new int[Statuses];

    public int Overdue => this[VerdictStatus.Overdue];

    public bool Any => counts.Any(c => c > 0);

    /// <summary>Adds what was counted of one subject: the statuses of one rule, or of several one after the other.</summary>
    public Tally Add(ReadOnlySpan<ushort> counted)
    {
        for (var i = 0; i < counted.Length; i++) counts[i % Statuses] += counted[i];
        return this;
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

/// <summary>Judges subjects of a subtree over the projection, and counts.</summary>
internal sealed class Sweep(Guid top, IReadOnlyList<LocalPlans> plans, LocalDate asOf)
{
    private Judgement[] room = [];
    private readonly EvidenceTally evidence = new();

    /// <summary>The duties of one subject, in the periods in which it counts in the subtree: for each rule, how many have which status. None where it has no duty.</summary>
    public ushort[]? Judge(SubjectHistory history, IReadOnlyList<Waiver> waivers, IEnumerable<EvidenceYear> years)
    {
        evidence.Clear();
        Projection.Fill(evidence, years);

        ushort[]? counted = null;
        for (var i = 0; i < plans.Count; i++)
        {
            if (plans[i].RoomFor(history) is var needed && needed > room.Length) room = new Judgement[needed];
            var count = plans[i].Judge(history, evidence, waivers, asOf, room);
            foreach (ref readonly var judgement in room.AsSpan(0, count))
            {
                if (history.Subject.Id != top && !history.CountsUnder(top, judgement.Slot.Period)) continue;
                counted ??= new ushort[plans.Count * Tally.Statuses];
                counted[(i * Tally.Statuses) + (int)judgement.Status]++;
            }
        }

        return counted;
    }
}

/// <summary>The projection of the ledger, as sweeps read it.</summary>
internal static class Projection
{
    /// <summary>The years of these subjects that can matter, and of those who hold posts in them where a rule counts their work.</summary>
    public static async Task<ILookup<Guid, EvidenceYear>> EvidenceYearsOf(
        this PartyOrgContext db, IQueryable<Organization> subjects, EvidenceAsked asked, RuleCatalog catalog, CancellationToken cancellation)
    {
        var (first, last, forFirst, forLast, throughout, nothing) = (asked.From.Year, asked.To.Year, asked.ForFrom, asked.ForTo, asked.Throughout, EvidenceYear.ForNothing);
        var years = await db.EvidenceYears.Where(y => (y.For == nothing && y.Year >= first && y.Year <= last) || (y.For >= forFirst && y.For <= forLast) || throughout.Contains(y.Kind))
            .Join(subjects, y => y.SubjectId, o => (Guid)(object)o.Id, (y, o) => y).AsNoTracking().ToListAsync(cancellation);

        if (catalog.KindsCountedOf(Circle.PartyWorkers) is { Count: > 0 } kinds)
        {
            var workers = await db.EvidenceYears.Where(y => kinds.Contains(y.Kind) && y.Year >= first && y.Year <= last)
                .Join(db.Posts.Where(p => p.VoidedAt == null && subjects.Any(o => o.Id == p.OrganizationId)), y => y.SubjectId, p => (Guid)(object)p.PersonId, (y, p) => y).Distinct().AsNoTracking().ToListAsync(cancellation);
            years.AddRange(workers);
        }

        return years.ToLookup(y => y.SubjectId);
    }

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
            var added = evidence.Add(year.Kind, year.Year, year.Days, year.For == EvidenceYear.ForNothing ? null : year.For);
            if (!added.Succeeded) throw new InvalidOperationException($"{added.Errors[0].Code}: {year.SubjectId} {year.Kind} {year.Year}");
        }
    }
}
