using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Audit;

/// <summary>Makes seals.</summary>
public sealed class Sealing(PartyOrgContext db, Clock clock)
{
    /// <summary>
    /// The next seal, added to what is to be stored; none when no chain has grown. A chain that ends with something of today of which only the day is kept waits for the next entry or the next day: the seal's instant
    /// would tell when it came. Of two that are made at once only one can be stored.
    /// </summary>
    public async Task<AuditSeal?> Next(CancellationToken cancellation)
    {
        var today = clock.StartOfToday;
        var grown = await db.AuditChains.AsNoTracking().Where(c => c.Length > 0 && !db.SealedHeads.Any(h => h.ChainId == c.Id && h.Length >= c.Length))
            .Where(c => !db.AuditEntries.Any(e => e.ChainId == c.Id && e.Sequence == c.Length && e.At == today)).ToListAsync(cancellation);
        if (grown.Count == 0) return null;
        var seal = new AuditSeal(await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellation), clock.Now, grown);
        return db.Add(seal).Entity;
    }
}
