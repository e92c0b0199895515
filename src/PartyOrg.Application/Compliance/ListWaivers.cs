using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Compliance;

/// <summary>Lists the duties from which an organization and everything below it were excused, those taken back among them, the latest first.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Rule">Only this rule.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListWaivers(Id<Organization> Organization, string? Rule, int? Limit, string? Cursor) : IQuery<Page<WaiverAnswer>>;

internal sealed class ListWaiversHandler(PartyOrgContext db, Caller caller) : IHandler<ListWaivers, Page<WaiverAnswer>>
{
    public async Task<Result<Page<WaiverAnswer>>> Handle(ListWaivers request, CancellationToken cancellationToken)
    {
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;

        var waivers = db.Waivers.Where(w => request.Rule == null || w.RuleId == request.Rule);
        return await waivers.ToldOf(db, db.Organizations.AtOrBelow(path)).PageByMoment(request.Limit, request.Cursor, r => r.Waiver.RecordedAt, r => r.Waiver.Id, r => r.Told, cancellationToken);
    }
}
