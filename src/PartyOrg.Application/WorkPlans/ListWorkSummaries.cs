using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Lists the summaries of the caller's scope, those of the latest year first. A superior finds what waits for him by <c>status=submitted</c>.</summary>
/// <param name="Organization">Only summaries of this organization itself.</param>
/// <param name="Kind">Only mid-year, or only year-end ones.</param>
/// <param name="Year">Only those of this year.</param>
/// <param name="Status">Only summaries that are so far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListWorkSummaries(Id<Organization>? Organization, SummaryKind? Kind, int? Year, SummaryStatus? Status, int? Limit, string? Cursor) : IQuery<Page<WorkSummaryItem>>;

/// <summary>A summary in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose summary it is.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="Kind">Which of the year's two.</param>
/// <param name="Year">The year.</param>
/// <param name="Status">How far it is.</param>
/// <param name="SubmittedOn">The day of the first submission; none before.</param>
public sealed record WorkSummaryItem(Id<WorkSummary> Id, Id<Organization> OrganizationId, string OrganizationName, SummaryKind Kind, int Year, SummaryStatus Status, LocalDate? SubmittedOn);

internal sealed class ListWorkSummariesHandler(PartyOrgContext db, Caller caller) : IHandler<ListWorkSummaries, Page<WorkSummaryItem>>
{
    public async Task<Result<Page<WorkSummaryItem>>> Handle(ListWorkSummaries request, CancellationToken cancellationToken)
    {
        var summaries = db.WorkSummaries.AsQueryable();
        if (request.Organization is { } organization)
        {
            if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == organization, cancellationToken)) return OrganizationErrors.NotFound.At("/organization");
            summaries = summaries.Where(s => s.OrganizationId == organization);
        }

        if (request.Kind is { } kind) summaries = summaries.Where(s => s.Kind == kind);
        if (request.Year is { } year) summaries = summaries.Where(s => s.Year == year);
        if (request.Status is { } status) summaries = summaries.Where(s => s.Status == status);
        return await summaries.InScope(caller, db).PageByYear(request.Limit, request.Cursor, r => r.Summary.Year, r => r.Summary.Id,
            r => new WorkSummaryItem(r.Summary.Id, r.Organization.Id, r.Organization.Name, r.Summary.Kind, r.Summary.Year, r.Summary.Status, r.Summary.SubmittedOn), cancellationToken);
    }
}
