using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Lists an organization's discipline cases without anything that is confidential, the latest first; the latest 200 (TWS-9.2.6). One that concerns the caller is not among them.</summary>
/// <param name="Organization">The organization.</param>
[AllowedTo(Role.DisciplineInspector | Role.Officers, RuleId = "TWS-9.2.6")]
public sealed record ListDisciplineCases(Id<Organization> Organization) : IQuery<Page<DisciplineCaseSummary>>;

internal sealed class ListDisciplineCasesHandler(PartyOrgContext db, Caller caller) : IHandler<ListDisciplineCases, Page<DisciplineCaseSummary>>
{
    public async Task<Result<Page<DisciplineCaseSummary>>> Handle(ListDisciplineCases request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        if (caller.StandingInCases(organization) is not { } standing) return new Page<DisciplineCaseSummary>([], null);
        var self = caller.PersonId;
        var rows = await db.DisciplineCases.Where(c => c.OrganizationId == request.Organization && (c.PersonId == null || self == null || c.PersonId != self))
            .OrderByDescending(c => c.OpenedOn).ThenByDescending(c => c.Id).Take(PageLimit.Most).AsNoTracking().ToListAsync(cancellationToken);
        return new Page<DisciplineCaseSummary>(rows.ConvertAll(c => DisciplineCaseSummary.Of(c, standing)), null);
    }
}
