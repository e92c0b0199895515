using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Dues;

/// <summary>Shows the books of a branch for one month: each member's balance, the sums, and how far they are.</summary>
/// <param name="Organization">The branch.</param>
/// <param name="Month">The month.</param>
[AllowedTo(DuesBooks.Readers)]
public sealed record GetDuesMonth(Id<Organization> Organization, YearMonth Month) : IQuery<DuesMonthAnswer>;

internal sealed class GetDuesMonthHandler(PartyOrgContext db, Caller caller, DuesBooks books) : IHandler<GetDuesMonth, DuesMonthAnswer>
{
    public async Task<Result<DuesMonthAnswer>> Handle(GetDuesMonth request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        var month = await db.DuesMonths.AsNoTracking().SingleOrDefaultAsync(m => m.OrganizationId == request.Organization && m.Month == request.Month, cancellationToken);
        return month is null ? DuesErrors.MonthNotFound : await books.Tell(month, organization, cancellationToken);
    }
}
