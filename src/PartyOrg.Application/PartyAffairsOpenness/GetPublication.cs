using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Shows a publication: to its keepers and overseers everything, to members of the organization and of those below it what is on view, also what is for members only (TWS-8.4b).</summary>
/// <param name="Publication">The publication.</param>
[AllowedTo(Role.Readers | Role.Member | Role.DisciplineInspector)]
public sealed record GetPublication(Id<Publication> Publication) : IQuery<PublicationAnswer>;

internal sealed class GetPublicationHandler(PartyOrgContext db, Caller caller) : IHandler<GetPublication, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(GetPublication request, CancellationToken cancellationToken)
    {
        // A member of a branch reads what the organization above it shows: reach goes up here, and is judged by the path.
        var organization = await db.Organizations.Where(o => db.Publications.Any(p => p.Id == request.Publication && p.OrganizationId == o.Id)).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (organization is null || (!caller.IsOfTheParty(organization.Path) && !caller.Holds(caller.Allowed, organization.Path))) return PublicationErrors.NotFound;
        var publication = await db.Publications.ShownTo(caller, organization.Path).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Publication, cancellationToken);
        if (publication is null) return PublicationErrors.NotFound;
        return caller.KeepsAffairs(organization.Path) ? PublicationAnswer.ForKeepers(publication, organization.Name, caller.StandingIn(organization)) : PublicationAnswer.ForAudience(publication, organization.Name);
    }
}
