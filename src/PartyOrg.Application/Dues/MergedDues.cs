using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain.Dues;

namespace PartyOrg.Application.Dues;

/// <summary>The dues of a member whose record is merged into another one (REG-23).</summary>
internal sealed class MergedDues(PartyOrgContext db, DuesBooks books) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(DuesEntry), typeof(DuesBase)];

    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        var ((survivor, duplicate, reason), booking) = (merger, books.Booking);
        var entries = await db.DuesEntries.Where(e => e.PersonId == duplicate).ToListAsync(cancellation);
        foreach (var ledger in entries.GroupBy(e => e.OrganizationId).OrderBy(g => g.Key.Value))
        {
            await db.LockChain(ledger.Key.Value, cancellation);
            var kept = await db.DuesLedgers.SingleAsync(l => l.OrganizationId == ledger.Key, cancellation);
            books.Keep(kept, kept.PassMember(survivor, [.. ledger], reason, booking));
        }

        var standing = await db.DuesBases.Where(b => (b.PersonId == duplicate || b.PersonId == survivor) && b.VoidedAt == null).ToListAsync(cancellation);
        foreach (var passed in standing.FindAll(b => b.PersonId == duplicate))
        {
            passed.Void(booking.At);
            if (standing.Exists(b => b.PersonId == survivor && b.From == passed.From)) continue;
            db.DuesBases.Add(new(booking.Ids.New<DuesBase>(), passed.OrganizationId, new(survivor, passed.Kind, passed.Kind.HasAmount() ? new(passed.Fen) : null, passed.From), booking.By, booking.At));
        }
    }
}
