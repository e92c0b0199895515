using Microsoft.EntityFrameworkCore;
using NodaTime;
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
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadDay<SupervisionTalk>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organization, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound;
        var asked = db.SupervisionTalks.Where(t => t.OrganizationId == request.Organization && (request.Status == null || t.Status == request.Status));
        if (cursor.Value is var (on, id)) asked = asked.Where(t => t.HeldOn < on || (t.HeldOn == on && t.Id < id));
        var standing = caller.StandingIn(organization);
        var rows = await asked.OrderByDescending(t => t.HeldOn).ThenByDescending(t => t.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<TalkSummary>.Of(rows, limit.Value, t => TalkSummary.Of(t, standing, caller.Language), t => Cursor.OfDay(t.HeldOn, t.Id));
    }
}
