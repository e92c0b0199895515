using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Takes back a plan that should not be there: its evidence counts no longer, and another plan can take its place. One on which something was recorded stays (TWS-1.4d).</summary>
/// <param name="Plan">The plan, a draft or one in force.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary, RuleId = "TWS-1.4d")]
public sealed record WithdrawWorkPlan(Id<WorkPlan> Plan, string Reason, ExpectedVersion Expected) : ICommand<WorkPlanAnswer>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "周期选错，重新拟订"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawWorkPlanValidator : AbstractValidator<WithdrawWorkPlan>
{
    public WithdrawWorkPlanValidator() => RuleFor(r => r.Reason).HasNoFault(text => FreeText.FaultIn(text, WorkPlan.TextLength));
}

internal sealed class WithdrawWorkPlanHandler(PartyOrgContext db, Caller caller) : IHandler<WithdrawWorkPlan, WorkPlanAnswer>
{
    public Task<Result<WorkPlanAnswer>> Handle(WithdrawWorkPlan request, CancellationToken cancellationToken) =>
        db.Change(caller, request.Plan, request.Expected, row => row.Plan.Withdraw(request.Reason, row.StandingOf(caller)), cancellationToken);
}
