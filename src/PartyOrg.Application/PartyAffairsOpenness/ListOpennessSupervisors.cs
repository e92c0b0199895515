using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Lists who watches, or watched, over an organization's openness (TWS-8.5), the latest first; the latest 200.</summary>
/// <param name="Organization">The organization.</param>
[AllowedTo(Role.Readers | Role.Member | Role.DisciplineInspector)]
public sealed record ListOpennessSupervisors(Id<Organization> Organization) : IQuery<Page<OpennessSupervisorAnswer>>;

internal sealed class ListOpennessSupervisorsHandler(PartyOrgContext db, Caller caller) : IHandler<ListOpennessSupervisors, Page<OpennessSupervisorAnswer>>
{
    public async Task<Result<Page<OpennessSupervisorAnswer>>> Handle(ListOpennessSupervisors request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;
        var rows = await db.OpennessSupervisors.Where(s => s.OrganizationId == request.Organization).OrderByDescending(s => s.From).ThenByDescending(s => s.Id).Take(PageLimit.Most).AsNoTracking().ToListAsync(cancellationToken);
        return new Page<OpennessSupervisorAnswer>(rows.ConvertAll(OpennessSupervisorAnswer.Of), null);
    }
}
