using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.PartyAffairsOpenness;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Lists an organization's talks with cadres and employees, without what was said, the latest first (TWS-9.2.3).</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Status">Only those that are this far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector | Role.Officers)]
public sealed record ListTalks(Id<Organization> Organization, TalkStatus? Status, int? Limit, string? Cursor) : IQuery<Page<TalkSummary>>;

internal sealed class ListTalksHandler(PartyOrgContext db, Caller caller) : IHandler<ListTalks, Page<TalkSummary>>
{
    public async Task<Result<Page<TalkSummary>>> Handle(ListTalks request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        var asked = db.SupervisionTalks.Where(t => t.OrganizationId == request.Organization && (request.Status == null || t.Status == request.Status));
        var standing = caller.StandingIn(organization);
        return await asked.PageByDay(request.Limit, request.Cursor, t => t.HeldOn, t => t.Id, t => TalkSummary.Of(t, standing), cancellationToken);
    }
}
