using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Compliance;

/// <summary>Shows one waiver, whether it stands or was taken back.</summary>
/// <param name="Waiver">The waiver.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetWaiver(Id<DutyWaiver> Waiver) : IQuery<WaiverAnswer>;

internal sealed class GetWaiverHandler(PartyOrgContext db, Caller caller) : IHandler<GetWaiver, WaiverAnswer>
{
    public async Task<Result<WaiverAnswer>> Handle(GetWaiver request, CancellationToken cancellationToken)
    {
        var row = await db.Waivers.Where(w => w.Id == request.Waiver).ToldOf(db, db.Organizations.InScope(caller)).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row is null ? WaiverErrors.NotFound : row.Told;
    }
}
