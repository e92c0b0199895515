using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Lists the complaints of retaliation that the caller filed, or that were filed to an organization that he leads (TWS-4.5), the latest first; what they say is read one by one.</summary>
/// <param name="Status">Only complaints that are so far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-4.5")]
public sealed record ListRetaliationComplaints(ComplaintStatus? Status, int? Limit, string? Cursor) : IQuery<Page<RetaliationComplaintSummary>>;

internal sealed class ListRetaliationComplaintsHandler(PartyOrgContext db, Caller caller) : IHandler<ListRetaliationComplaints, Page<RetaliationComplaintSummary>>
{
    public async Task<Result<Page<RetaliationComplaintSummary>>> Handle(ListRetaliationComplaints request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<RetaliationComplaint>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var complaints = db.RetaliationComplaints.InScope(caller);
        if (request.Status is { } status) complaints = complaints.Where(c => c.Status == status);
        if (cursor.Value is var (at, id)) complaints = complaints.Where(c => c.FiledAt < at || (c.FiledAt == at && c.Id < id));
        var rows = await complaints.OrderByDescending(c => c.FiledAt).ThenByDescending(c => c.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<RetaliationComplaintSummary>.Of(rows, limit.Value, RetaliationComplaintSummary.Of, c => Cursor.OfMoment(c.FiledAt, c.Id));
    }
}
