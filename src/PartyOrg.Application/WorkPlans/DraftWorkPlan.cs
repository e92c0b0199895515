using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>
/// Draws up a plan of an organization: for a year, a quarter or a month (TWS-1.4), or the year's plan for educating or developing members (TWS-1.6). There is one of each kind for a
/// period (422). It counts for nothing before it is put in force. Advised: a plan without an item of each part of Party building (TWS-1.2), an annual one without clean conduct (TWS-2.3).
/// </summary>
/// <param name="OrganizationId">The branch, general branch or committee of a unit, in the caller's scope.</param>
/// <param name="Kind">What it plans.</param>
/// <param name="Period">For when, also before that begins: 2026 for annual, education and development, 2026-Q1 for quarterly, 2026-03 for monthly.</param>
/// <param name="Items">What it plans, 1 to 100 items. Owners may be missing in a draft.</param>
/// <example>
/// {
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "kind": "annual", "period": "2026",
///   "items": [
///     { "text": "组织党员学习党章", "dueOn": "2026-06-30", "class": "ideological", "department": "综合部" },
///     { "text": "发展党员一名", "dueOn": "2026-12-31", "class": "organizational", "department": "人事部" },
///     { "text": "开展廉洁警示教育", "dueOn": "2026-09-30", "class": "style", "cleanConduct": true, "department": "综合部" }
///   ]
/// }
/// </example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-1.4d")]
public sealed record DraftWorkPlan(Id<Organization> OrganizationId, PlanKind Kind, string Period, IReadOnlyList<PlannedItem> Items) : ICreate<WorkPlanAnswer>;

internal sealed class DraftWorkPlanValidator : AbstractValidator<DraftWorkPlan>
{
    public DraftWorkPlanValidator() => RuleFor(r => r.Items).HasNoFaults(PlannedItem.FaultsIn);
}

internal sealed class DraftWorkPlanHandler(PartyOrgContext db, Caller caller, Ids ids) : IHandler<DraftWorkPlan, WorkPlanAnswer>
{
    public async Task<Result<WorkPlanAnswer>> Handle(DraftWorkPlan request, CancellationToken cancellationToken)
    {
        if (request.Kind.PeriodOf(request.Period) is not { } period) return WorkPlanErrors.PeriodDoesNotFit;
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");
        if (await db.UnknownOwner(caller, request.Items, cancellationToken) is { } unknown) return unknown;

        // Two drafts of one period are never there: whoever draws up another one waits here.
        await db.LockChain(organization.Id.Value, cancellationToken);
        var standing = await db.WorkPlans.AsNoTracking().FirstOrDefaultAsync(
            p => p.OrganizationId == organization.Id && p.Kind == request.Kind && p.From == period.From && p.Status != PlanStatus.Withdrawn, cancellationToken);
        var drafted = WorkPlan.Draft(organization, request.Kind, period, request.Items, standing, new(caller.RolesIn(organization)), ids);
        if (!drafted.Succeeded) return drafted.Errors[0];
        db.Add(drafted.Value);
        var told = await db.Told(new PlanRow { Plan = drafted.Value, Organization = organization }, caller, cancellationToken);
        return drafted.Map(_ => told);
    }
}
