using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Organizations;

/// <summary>Shows one organization.</summary>
/// <param name="Organization">The organization.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetOrganization(Id<Organization> Organization) : IQuery<OrganizationAnswer>;

internal sealed class GetOrganizationHandler(PartyOrgContext db, Caller caller) : IHandler<GetOrganization, OrganizationAnswer>
{
    public async Task<Result<OrganizationAnswer>> Handle(GetOrganization request, CancellationToken cancellationToken) =>
        await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(OrganizationAnswer.From).SingleOrDefaultAsync(cancellationToken)
            is { } found ? found : OrganizationErrors.NotFound;
}
