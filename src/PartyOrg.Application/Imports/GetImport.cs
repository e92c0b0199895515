using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Imports;

/// <summary>Shows an import: how far it has come, and how much it would create or change.</summary>
/// <param name="Import">The import.</param>
[AllowedTo(Role.Officers)]
public sealed record GetImport(Id<RegisterImport> Import) : IQuery<ImportAnswer>;

internal sealed class GetImportHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<GetImport, ImportAnswer>
{
    public async Task<Result<ImportAnswer>> Handle(GetImport request, CancellationToken cancellationToken)
    {
        var import = await db.Imports.InScope(caller, db).Include(i => i.Counts).AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.Import, cancellationToken);
        return import is null ? ImportErrors.NotFound : ImportAnswer.Of(import, await db.StatusOfJob(import, cancellationToken), clock.Now);
    }
}
