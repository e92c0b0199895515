using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Shows one carrier as it is today. Its units are listed with <c>GET /api/v1/units?carrier=…</c>.</summary>
/// <param name="Carrier">The carrier.</param>
[AllowedTo(Role.Readers)]
public sealed record GetCarrier(Id<Carrier> Carrier) : IQuery<CarrierAnswer>;

internal sealed class GetCarrierHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<GetCarrier, CarrierAnswer>
{
    public async Task<Result<CarrierAnswer>> Handle(GetCarrier request, CancellationToken cancellationToken)
    {
        var carrier = await db.Carriers.InSight(caller, db).Include(c => c.Facts).AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Carrier, cancellationToken);
        return carrier is null ? CarrierErrors.NotFound : (await book.Show([carrier], cancellationToken))[0];
    }
}
