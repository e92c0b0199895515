using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Audit;

/// <summary>Makes seals.</summary>
public sealed class Sealing(PartyOrgContext db, Clock clock)
{
    /// <summary>The next seal, added to what is to be stored; none when no chain has grown. Of two that are made at once only one can be stored.</summary>
    public async Task<AuditSeal?> Next(CancellationToken cancellation)
    {
        var grown = await db.AuditChains.AsNoTracking().Where(c => c.Length > 0 && !db.SealedHeads.Any(h => h.ChainId == c.Id && h.Length >= c.Length)).ToListAsync(cancellation);
        if (grown.Count == 0) return null;
        var seal = new AuditSeal(await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellation), clock.Now, grown);
        return db.Add(seal).Entity;
    }
}
