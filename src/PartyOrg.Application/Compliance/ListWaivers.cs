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
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<DutyWaiver>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;

        var waivers = db.Waivers.Where(w => request.Rule == null || w.RuleId == request.Rule);
        if (cursor.Value is var (at, id)) waivers = waivers.Where(w => w.RecordedAt < at || (w.RecordedAt == at && w.Id < id));
        var rows = await waivers.ToldOf(db, db.Organizations.AtOrBelow(path)).OrderByDescending(r => r.Waiver.RecordedAt).ThenByDescending(r => r.Waiver.Id)
            .Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<WaiverAnswer>.Of(rows, limit.Value, r => r.Told, r => Cursor.OfMoment(r.Waiver.RecordedAt, r.Waiver.Id));
    }
}
