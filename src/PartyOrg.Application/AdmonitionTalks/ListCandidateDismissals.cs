using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Lists the candidates of an organization that were dismissed, the latest first, with facts and reasons.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(AdmonitionDesk.Deciders)]
public sealed record ListCandidateDismissals(Id<Organization> Organization, int? Limit, string? Cursor) : IQuery<Page<CandidateDismissalAnswer>>;

internal sealed class ListCandidateDismissalsHandler(PartyOrgContext db, Caller caller) : IHandler<ListCandidateDismissals, Page<CandidateDismissalAnswer>>
{
    public async Task<Result<Page<CandidateDismissalAnswer>>> Handle(ListCandidateDismissals request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;

        var dismissals = db.CandidateDismissals.Where(d => d.OrganizationId == request.Organization);
        return await dismissals.PageByMoment(request.Limit, request.Cursor, d => d.DismissedAt, d => d.Id, CandidateDismissalAnswer.Of, cancellationToken);
    }
}
