using AutoMapper;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Audit;

/// <summary>Lists the seals, the latest first.</summary>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.AuditAdministrator)]
public sealed record ListSeals(int? Limit, string? Cursor) : IQuery<Page<AuditSealAnswer>>;

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
