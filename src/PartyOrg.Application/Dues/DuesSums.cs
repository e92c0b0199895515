using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Dues;

/// <summary>What the members of a branch owe, paid and were waived for a month, without a name: what is made public (TWS-8.2).</summary>
/// <param name="Month">The month.</param>
/// <param name="Members">For how many members something was assessed.</param>
/// <param name="Assessed">What they owe, in fen.</param>
/// <param name="Paid">What they paid for it, in fen.</param>
/// <param name="Waived">What was waived of it, in fen.</param>
internal sealed record DuesSum(YearMonth Month, int Members, long Assessed, long Paid, long Waived)
{
    /// <summary>What is left, in fen.</summary>
    public long Balance => Assessed - Waived - Paid;
}

/// <summary>Sums of dues.</summary>
internal static class DuesSums
{
    /// <summary>The sums of a branch for the months in which something was booked, in order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="organization">The branch.</param>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, itself included.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<IReadOnlyList<DuesSum>> DuesSumsOf(this PartyOrgContext db, Id<Organization> organization, YearMonth from, YearMonth to, CancellationToken cancellation)
    {
        var rows = await db.DuesEntries.Where(e => e.OrganizationId == organization && e.Month >= from && e.Month <= to)
            .GroupBy(e => new { e.Month, e.PersonId, e.Sort }).Select(g => new { g.Key.Month, g.Key.Sort, Fen = g.Sum(e => e.Fen) }).ToListAsync(cancellation);
        return
        [
            .. from row in rows
               group row by row.Month into month
               orderby month.Key
               let sums = month.ToLookup(r => r.Sort, r => r.Fen)
               select new DuesSum(
                   month.Key, sums[DuesEntrySort.Assessment].Count(fen => fen != 0), sums[DuesEntrySort.Assessment].Sum(), sums[DuesEntrySort.Payment].Sum(), sums[DuesEntrySort.Waiver].Sum()),
        ];
    }
}
