using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Lists the rectification items of the caller's scope, the earliest due day first. A superior finds what awaits its answer with <c>status=escalated</c> (TWS-4.6).</summary>
/// <param name="Organization">Only items of this organization and those below it.</param>
/// <param name="LifeMeeting">Only items of this meeting.</param>
/// <param name="Status">Only items that are so far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListRectificationItems(Id<Organization>? Organization, Id<DemocraticLifeMeeting>? LifeMeeting, RectificationStatus? Status, int? Limit, string? Cursor) : IQuery<Page<RectificationItemAnswer>>;

internal sealed class ListRectificationItemsHandler(PartyOrgContext db, Caller caller) : IHandler<ListRectificationItems, Page<RectificationItemAnswer>>
{
    public async Task<Result<Page<RectificationItemAnswer>>> Handle(ListRectificationItems request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadDay<RectificationItem>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var rows = db.RectificationItems.InScope(caller, db);
        if (request.Organization is { } organization)
        {
            var path = await db.Organizations.InScope(caller).Where(o => o.Id == organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
            if (path is null) return OrganizationErrors.NotFound.At("/organization");
            var below = db.Organizations.AtOrBelow(path);
            rows = rows.Where(r => below.Any(o => o.Id == r.Organization.Id));
        }

        if (request.LifeMeeting is { } meeting) rows = rows.Where(r => r.Item.MeetingId == meeting);
        if (request.Status is { } status) rows = rows.Where(r => r.Item.Status == status);
        if (cursor.Value is var (day, id)) rows = rows.Where(r => r.Item.DueOn > day || (r.Item.DueOn == day && r.Item.Id > id));
        var found = await rows.OrderBy(r => r.Item.DueOn).ThenBy(r => r.Item.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<RectificationItemAnswer>.Of(found, limit.Value, r => RectificationItemAnswer.Of(r.Item, r.Organization, caller), r => Cursor.OfDay(r.Item.DueOn, r.Item.Id));
    }
}
