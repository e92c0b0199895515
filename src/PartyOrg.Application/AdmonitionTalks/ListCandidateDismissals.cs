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
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<CandidateDismissal>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;

        var dismissals = db.CandidateDismissals.Where(d => d.OrganizationId == request.Organization);
        if (cursor.Value is var (at, id)) dismissals = dismissals.Where(d => d.DismissedAt < at || (d.DismissedAt == at && d.Id < id));
        var rows = await dismissals.OrderByDescending(d => d.DismissedAt).ThenByDescending(d => d.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<CandidateDismissalAnswer>.Of(rows, limit.Value, CandidateDismissalAnswer.Of, d => Cursor.OfMoment(d.DismissedAt, d.Id));
    }
}
