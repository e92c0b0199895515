using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Lists the democratic appraisals of the caller's scope, the latest year first.</summary>
/// <param name="Organization">Only those of this branch.</param>
/// <param name="Year">Only those of this year.</param>
/// <param name="Status">Only those that have come this far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListAppraisals(Id<Organization>? Organization, int? Year, AppraisalStatus? Status, int? Limit, string? Cursor) : IQuery<Page<AppraisalSummary>>;

/// <summary>An appraisal in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">The branch.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Expected">How many members are expected.</param>
public sealed record AppraisalSummary(Id<Appraisal> Id, Id<Organization> OrganizationId, string OrganizationName, int Year, AppraisalStatus Status, int Expected);

internal sealed class ListAppraisalsHandler(PartyOrgContext db, Caller caller) : IHandler<ListAppraisals, Page<AppraisalSummary>>
{
    public async Task<Result<Page<AppraisalSummary>>> Handle(ListAppraisals request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadYear<Appraisal>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var appraisals = db.Appraisals.InScope(caller, db);
        if (request.Organization is { } organization) appraisals = appraisals.Where(a => a.OrganizationId == organization);
        if (request.Year is { } year) appraisals = appraisals.Where(a => a.Year == year);
        if (request.Status is { } status) appraisals = appraisals.Where(a => a.Status == status);
        if (cursor.Value is var (before, id)) appraisals = appraisals.Where(a => a.Year < before || (a.Year == before && a.Id < id));

        var rows = await appraisals.OrderByDescending(a => a.Year).ThenByDescending(a => a.Id).Take(limit.Value + 1)
            .Join(db.Organizations, a => a.OrganizationId, o => o.Id, (a, o) => new AppraisalSummary(a.Id, a.OrganizationId, o.Name, a.Year, a.Status, a.Expected))
            .ToListAsync(cancellationToken);
        rows = [.. rows.OrderByDescending(r => r.Year).ThenByDescending(r => r.Id.ToString(), StringComparer.Ordinal)];
        return Page<AppraisalSummary>.Of(rows, limit.Value, r => r, r => Cursor.OfYear(r.Year, r.Id));
    }
}
