using AutoMapper;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Audit;

/// <summary>
/// Seals the audit: hashes the heads of all chains that have grown since the last seal together with it. The product does so every hour by itself; keep
/// the answer's number and hash elsewhere, and give them to the verification.
/// </summary>
[AllowedTo(Role.AuditAdministrator)]
public sealed record SealAudit : ICreate<AuditSealAnswer>;

/// <summary>Lists the seals, the latest first.</summary>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.AuditAdministrator)]
public sealed record ListSeals(int? Limit, string? Cursor) : IQuery<Page<AuditSealAnswer>>;

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

internal sealed class SealAuditHandler(Sealing sealing, IMapper mapper) : IHandler<SealAudit, AuditSealAnswer>
{
    public async Task<Result<AuditSealAnswer>> Handle(SealAudit request, CancellationToken cancellationToken) =>
        await sealing.Next(cancellationToken) is { } seal ? mapper.Map<AuditSealAnswer>(seal) : AuditErrors.NothingToSeal;
}

internal sealed class ListSealsHandler(PartyOrgContext db, IMapper mapper) : IHandler<ListSeals, Page<AuditSealAnswer>>
{
    public async Task<Result<Page<AuditSealAnswer>>> Handle(ListSeals request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.Read(request.Cursor, 1));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var seals = db.AuditSeals.AsNoTracking().Include(s => s.Heads).AsQueryable();
        if (cursor.Value is { Values: [var number] })
        {
            if (!long.TryParse(number, out var last)) return Cursor.Malformed;
            seals = seals.Where(s => s.Number < last);
        }

        var rows = await seals.OrderByDescending(s => s.Number).Take(limit.Value + 1).ToListAsync(cancellationToken);
        return Page<AuditSealAnswer>.Of(rows, limit.Value, mapper.Map<AuditSealAnswer>, s => new($"{s.Number}"));
    }
}
