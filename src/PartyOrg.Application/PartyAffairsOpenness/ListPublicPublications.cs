using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Lists what an organization has on view for employees, the latest first; withdrawn ones with their reason. Nobody needs an account (TWS-8.2).</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedToEveryone]
public sealed record ListPublicPublications(Id<Organization> Organization, int? Limit, string? Cursor) : IQuery<Page<PublicationAnswer>>;

internal sealed class ListPublicPublicationsHandler(PartyOrgContext db) : IHandler<ListPublicPublications, Page<PublicationAnswer>>
{
    public async Task<Result<Page<PublicationAnswer>>> Handle(ListPublicPublications request, CancellationToken cancellationToken)
    {
        // Everybody may ask: what is on view for employees is all that is shown.
        var organization = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return new Page<PublicationAnswer>([], null);
        return await db.Publications.OnView().Where(p => p.Audience == PublicationAudience.Employees)
            .PageOfPublications(organization, request.Limit, request.Cursor, p => PublicationAnswer.ForAudience(p, organization.Name), cancellationToken);
    }
}
