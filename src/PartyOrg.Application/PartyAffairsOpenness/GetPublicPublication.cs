using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Shows a publication that is on view for employees. Nobody needs an account (TWS-8.2).</summary>
/// <param name="Publication">The publication.</param>
[AllowedToEveryone]
public sealed record GetPublicPublication(Id<Publication> Publication) : IQuery<PublicationAnswer>;

internal sealed class GetPublicPublicationHandler(PartyOrgContext db) : IHandler<GetPublicPublication, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(GetPublicPublication request, CancellationToken cancellationToken)
    {
        var found = await (from p in db.Publications.OnView().Where(p => p.Audience == PublicationAudience.Employees)
                           join o in db.Organizations on p.OrganizationId equals o.Id
                           where p.Id == request.Publication
                           select new { Publication = p, o.Name }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? PublicationErrors.NotFound : PublicationAnswer.ForAudience(found.Publication, found.Name);
    }
}
