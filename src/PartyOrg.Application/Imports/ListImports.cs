using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Imports;

/// <summary>Lists the imports of the caller's scope, latest first.</summary>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Officers)]
public sealed record ListImports(int? Limit, string? Cursor) : IQuery<Page<ImportAnswer>>;

internal sealed class ListImportsHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ListImports, Page<ImportAnswer>>
{
    public async Task<Result<Page<ImportAnswer>>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<RegisterImport>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var imports = db.Imports.InScope(caller, db);
        if (cursor.Value is { } last) imports = imports.Where(i => i.UploadedAt < last.At || (i.UploadedAt == last.At && i.Id < last.Id));
        var rows = await imports.Include(i => i.Counts).OrderByDescending(i => i.UploadedAt).ThenByDescending(i => i.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        var jobs = rows.ConvertAll(i => i.JobId);
        var statuses = await db.Jobs.Where(j => jobs.Contains(j.Id)).ToDictionaryAsync(j => j.Id, j => j.Status, cancellationToken);
        return Page<ImportAnswer>.Of(rows, limit.Value, i => ImportAnswer.Of(i, statuses[i.JobId], clock.Now), i => Cursor.OfMoment(i.UploadedAt, i.Id));
    }
}
