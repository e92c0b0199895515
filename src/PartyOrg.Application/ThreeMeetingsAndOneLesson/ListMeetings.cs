using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Lists the meetings of the caller's scope, the latest day first.</summary>
/// <param name="Organization">Only meetings of this organization or Party group itself, those among them that it held together with others.</param>
/// <param name="Kind">Only meetings of this kind, those of several kinds among them.</param>
/// <param name="From">Only meetings on this day or later.</param>
/// <param name="To">Only meetings on this day or earlier.</param>
/// <param name="Status">Only meetings that are so far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListMeetings(Id<Organization>? Organization, string? Kind, LocalDate? From, LocalDate? To, MeetingStatus? Status, int? Limit, string? Cursor) : IQuery<Page<MeetingSummary>>;

internal sealed class ListMeetingsHandler(PartyOrgContext db, Caller caller, ActivityKinds kinds) : IHandler<ListMeetings, Page<MeetingSummary>>
{
    public async Task<Result<Page<MeetingSummary>>> Handle(ListMeetings request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadDay<Meeting>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (request.Kind is { } named && !kinds.TryFind(named, out _)) return MeetingErrors.KindUnknown(named, kinds).At("/kind");

        var reached = db.Organizations.InScope(caller);
        var meetings = db.Meetings.Where(m => reached.Any(o => o.Id == m.OrganizationId));
        if (request.Organization is { } organization)
        {
            if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == organization, cancellationToken)) return OrganizationErrors.NotFound.At("/organization");
            meetings = meetings.Where(m => m.OrganizationId == organization);
        }

        if (await db.HostedElsewhere(caller, request.Organization, cancellationToken) is { Count: > 0 } elsewhere) meetings = meetings.Concat(db.Meetings.Where(m => elsewhere.Contains(m.Id)));

        if (request.Kind is { } kind) meetings = meetings.Where(m => m.Kinds.Contains(kind));
        if (request.From is { } from) meetings = meetings.Where(m => m.On >= from);
        if (request.To is { } to) meetings = meetings.Where(m => m.On <= to);
        if (request.Status is { } status) meetings = meetings.Where(m => m.Status == status);
        if (cursor.Value is var (day, id)) meetings = meetings.Where(m => m.On < day || (m.On == day && m.Id < id));

        var rows = await meetings.OrderByDescending(m => m.On).ThenByDescending(m => m.Id).Take(limit.Value + 1).Select(MeetingSummary.From).ToListAsync(cancellationToken);
        return Page<MeetingSummary>.Of(rows, limit.Value, m => m, m => Cursor.OfDay(m.On, m.Id));
    }
}
