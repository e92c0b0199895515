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
        var complaints = db.RetaliationComplaints.InScope(caller);
        if (request.Status is { } status) complaints = complaints.Where(c => c.Status == status);
        return await complaints.PageByMoment(request.Limit, request.Cursor, c => c.FiledAt, c => c.Id, RetaliationComplaintSummary.Of, cancellationToken);
    }
}
