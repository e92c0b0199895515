using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Lists the democratic life meetings of the caller's scope, the latest day first.</summary>
/// <param name="Organization">Only meetings of this organization and those below it.</param>
/// <param name="Status">Only meetings that are so far.</param>
/// <param name="From">Only meetings on this day or later.</param>
/// <param name="To">Only meetings on this day or earlier.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListDemocraticLifeMeetings(Id<Organization>? Organization, LifeMeetingStatus? Status, LocalDate? From, LocalDate? To, int? Limit, string? Cursor) : IQuery<Page<LifeMeetingSummary>>;

internal sealed class ListDemocraticLifeMeetingsHandler(PartyOrgContext db, Caller caller) : IHandler<ListDemocraticLifeMeetings, Page<LifeMeetingSummary>>
{
    public async Task<Result<Page<LifeMeetingSummary>>> Handle(ListDemocraticLifeMeetings request, CancellationToken cancellationToken)
    {
        var rows = db.DemocraticLifeMeetings.InScope(caller, db);
        if (request.Organization is { } organization)
        {
            var path = await db.Organizations.InScope(caller).Where(o => o.Id == organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
            if (path is null) return OrganizationErrors.NotFound.At("/organization");
            var below = db.Organizations.AtOrBelow(path);
            rows = rows.Where(r => below.Any(o => o.Id == r.Organization.Id));
        }

        if (request.Status is { } status) rows = rows.Where(r => r.Meeting.Status == status);
        if (request.From is { } from) rows = rows.Where(r => r.Meeting.On >= from);
        if (request.To is { } to) rows = rows.Where(r => r.Meeting.On <= to);
        return await rows.PageByDay(request.Limit, request.Cursor, r => r.Meeting.On, r => r.Meeting.Id, r => r.For(caller), cancellationToken);
    }
}
