using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Lists the plans of the caller's scope, those of the latest period first.</summary>
/// <param name="Organization">Only plans of this organization itself.</param>
/// <param name="Kind">Only plans of this kind.</param>
/// <param name="Year">Only plans for periods of this year.</param>
/// <param name="Status">Only plans that are so far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListWorkPlans(Id<Organization>? Organization, PlanKind? Kind, int? Year, PlanStatus? Status, int? Limit, string? Cursor) : IQuery<Page<WorkPlanSummary>>;

/// <summary>A plan in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose plan it is.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="Kind">What it plans.</param>
/// <param name="Period">For when.</param>
/// <param name="Status">How far it is.</param>
/// <param name="AdoptedOn">The day on which it was laid down; none while it is a draft.</param>
/// <param name="Items">How many items it has.</param>
/// <param name="Done">How many of them are done.</param>
/// <param name="Inspections">How often the secretary looked into it.</param>
public sealed record WorkPlanSummary(
    Id<WorkPlan> Id, Id<Organization> OrganizationId, string OrganizationName, PlanKind Kind, string Period, PlanStatus Status, LocalDate? AdoptedOn, int Items, int Done, int Inspections);

internal sealed class ListWorkPlansHandler(PartyOrgContext db, Caller caller) : IHandler<ListWorkPlans, Page<WorkPlanSummary>>
{
    public async Task<Result<Page<WorkPlanSummary>>> Handle(ListWorkPlans request, CancellationToken cancellationToken)
    {
        if (request.Year is < 2000 or > 2100) return WorkSummaryErrors.YearOutOfRange.At("/year");

        var plans = db.WorkPlans.AsQueryable();
        if (request.Organization is { } organization)
        {
            if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == organization, cancellationToken)) return OrganizationErrors.NotFound.At("/organization");
            plans = plans.Where(p => p.OrganizationId == organization);
        }

        if (request.Kind is { } kind) plans = plans.Where(p => p.Kind == kind);
        if (request.Status is { } status) plans = plans.Where(p => p.Status == status);
        if (request.Year is { } year)
        {
            var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
            plans = plans.Where(p => p.From >= first && p.From <= last);
        }

        return await plans.InScope(caller, db).PageByDay(request.Limit, request.Cursor, r => r.Plan.From, r => r.Plan.Id, r => new WorkPlanSummary(
            r.Plan.Id, r.Organization.Id, r.Organization.Name, r.Plan.Kind, r.Plan.Period.Label, r.Plan.Status, r.Plan.AdoptedOn, r.Plan.Items.Count, r.Plan.Items.Count(i => i.IsDone()),
            r.Plan.Inspections.Count), cancellationToken);
    }
}
