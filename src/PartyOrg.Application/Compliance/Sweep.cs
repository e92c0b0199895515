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

    public bool Any => counts.Any(c => c > 0);

    public void Count(VerdictStatus status) => counts[(int)status]++;

    /// <summary>Adds duties of this status.</summary>
    public void Add(int status, int duties) => counts[status] += duties;

    /// <summary>What was counted of one subject.</summary>
    public static Tally Of(CountedDuties counted)
    {
        var tally = new Tally();
        foreach (var (_, status, duties) in counted) tally.Add(status, duties);
        return tally;
    }

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

/// <summary>How many duties of one subject have which status, rule by rule: of the hundred rules of all books few bind it, and those in one or two statuses.</summary>
internal sealed class CountedDuties : IEquatable<CountedDuties>
{
    // Place and number, in turn; the place is that of the rule and of the status in it.
    private readonly ushort[] pairs;

    private CountedDuties(ushort[] pairs) => this.pairs = pairs;

    /// <summary>Of the numbers of every status of every rule; none where all are naught.</summary>
    public static CountedDuties? Of(ReadOnlySpan<ushort> all)
    {
        var some = all.Length - all.Count((ushort)0);
        if (some == 0) return null;
        var (pairs, written) = (new ushort[2 * some], 0);
        for (var place = 0; place < all.Length; place++)
        {
            if (all[place] == 0) continue;
            (pairs[written], pairs[written + 1]) = ((ushort)place, all[place]);
            written += 2;
        }

        return new(pairs);
    }

    /// <summary>Which rule, which status, how many duties.</summary>
    public IEnumerator<(int Rule, int Status, int Duties)> GetEnumerator()
    {
        for (var i = 0; i < pairs.Length; i += 2) yield return (pairs[i] / Tally.Statuses, pairs[i] % Tally.Statuses, pairs[i + 1]);
    }

    /// <inheritdoc/>
    public bool Equals(CountedDuties? other) => other is not null && pairs.AsSpan().SequenceEqual(other.pairs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CountedDuties);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(pairs.AsSpan()));
        return hash.ToHashCode();
    }
}

/// <summary>Judges subjects of a subtree over the projection, and counts.</summary>
internal sealed class Sweep(Guid top, IReadOnlyList<LocalPlans> plans, LocalDate asOf)
{
    private Judgement[] room = [];
    private readonly EvidenceTally evidence = new();
    private readonly ushort[] counted = new ushort[plans.Count * Tally.Statuses];
    private readonly HashSet<CountedDuties> alike = [];

    /// <summary>The duties of one subject, in the periods in which it counts in the subtree. None where it has no duty.</summary>
    public CountedDuties? Judge(SubjectHistory history, IReadOnlyList<Waiver> waivers, IEnumerable<EvidenceYear> years)
    {
        evidence.Clear();
        Projection.Fill(evidence, years);

        Array.Clear(counted);
        for (var i = 0; i < plans.Count; i++)
        {
            if (plans[i].RoomFor(history) is var needed && needed > room.Length) room = new Judgement[needed];
            var count = plans[i].Judge(history, evidence, waivers, asOf, room);
            foreach (ref readonly var judgement in room.AsSpan(0, count))
            {
                if (history.Subject.Id == top || history.CountsUnder(top, judgement.Slot.Period)) counted[(i * Tally.Statuses) + (int)judgement.Status]++;
            }
        }

        return CountedDuties.Of(counted) is { } duties ? One(duties) : null;
    }

    // Most branches stand like many others.
    private CountedDuties One(CountedDuties duties)
    {
        if (alike.TryGetValue(duties, out var same)) return same;
        alike.Add(duties);
        return duties;
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
