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
        var found = await (from p in db.Publications join o in db.Organizations on p.OrganizationId equals o.Id where p.Id == request.Publication select new { Publication = p, Organization = o })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null || !caller.IsOfTheParty(found.Organization.Path)) return PublicationErrors.NotFound;
        if (caller.KeepsAffairs(found.Organization.Path)) return PublicationAnswer.ForKeepers(found.Publication, found.Organization.Name, caller.StandingIn(found.Organization), caller.Language);
        return found.Publication.IsOnView ? PublicationAnswer.ForAudience(found.Publication, found.Organization.Name) : PublicationErrors.NotFound;
    }
}
