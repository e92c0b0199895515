using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>
/// Replaces the items of a plan. An item that is named by its number keeps its progress; one with progress cannot be left out, and in a plan in force every item has an owner (TWS-1.4d).
/// </summary>
/// <param name="Plan">The plan, a draft or one in force.</param>
/// <param name="Items">Its items from now on, 1 to 100.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-1.4d")]
public sealed record ChangeWorkPlan(Id<WorkPlan> Plan, IReadOnlyList<PlannedItem> Items, ExpectedVersion Expected) : ICommand<WorkPlanAnswer>, IChange
{
    /// <summary>The items.</summary>
    /// <param name="Items">Its items from now on, 1 to 100.</param>
    /// <example>{"items": [{"number": 1, "text": "组织党员学习党章", "dueOn": "2026-06-30", "class": "ideological", "department": "综合部"}]}</example>
    public sealed record Body(IReadOnlyList<PlannedItem> Items);
}

internal sealed class ChangeWorkPlanValidator : AbstractValidator<ChangeWorkPlan>
{
    public ChangeWorkPlanValidator() => RuleFor(r => r.Items).HasNoFaults(PlannedItem.FaultsIn);
}

internal sealed class ChangeWorkPlanHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ChangeWorkPlan, WorkPlanAnswer>
{
    public async Task<Result<WorkPlanAnswer>> Handle(ChangeWorkPlan request, CancellationToken cancellationToken)
    {
        if (await db.UnknownOwner(caller, request.Items, cancellationToken) is { } unknown) return unknown;
        return await db.Change(caller, request.Plan, request.Expected, row => row.Plan.Change(request.Items, row.StandingOf(caller), clock.Today), cancellationToken);
    }
}
