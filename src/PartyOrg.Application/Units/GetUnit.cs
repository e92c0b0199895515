using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Shows one unit: what is known of it, which organization covers it, and which of the eight clears are known (FCM-4.1b).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="AsOf">As it was on this day; today where it is left out.</param>
/// <param name="KnownAt">By what was recorded up to this instant; by all that is recorded where it is left out.</param>
[AllowedTo(Role.Readers)]
public sealed record GetUnit(Id<Unit> Unit, LocalDate? AsOf, Instant? KnownAt) : IQuery<UnitAnswer>;

internal sealed class GetUnitHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<GetUnit, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(GetUnit request, CancellationToken cancellationToken)
    {
        var unit = await db.Units.InSight(caller, db).Include(u => u.Facts).AsNoTracking().SingleOrDefaultAsync(u => u.Id == request.Unit, cancellationToken);
        if (unit is null) return UnitErrors.NotFound;

        var day = request.AsOf ?? caller.Today;
        return await book.Show([unit], day, request.KnownAt, cancellationToken) is [var shown] ? shown : UnitErrors.NothingKnown(unit, day);
    }
}
