using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>
/// Puts a plan in force. From now on it is the evidence that there is a plan for its period (TWS-1.4a to 1.4c, 1.6a, 1.6b), in time or late by the day on which it was laid down.
/// Refused: an item for which nobody answers (TWS-1.4d). Advised as at its drafting.
/// </summary>
/// <param name="Plan">The draft.</param>
/// <param name="AdoptedOn">The day on which it was laid down, today or before.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary, RuleId = "TWS-1.4d")]
public sealed record ActivateWorkPlan(Id<WorkPlan> Plan, LocalDate AdoptedOn, ExpectedVersion Expected) : ICommand<WorkPlanAnswer>, IChange
{
    /// <summary>Since when.</summary>
    /// <param name="AdoptedOn">The day on which it was laid down, today or before.</param>
    /// <example>{"adoptedOn": "2026-01-12"}</example>
    public sealed record Body(LocalDate AdoptedOn);
}

internal sealed class ActivateWorkPlanValidator : AbstractValidator<ActivateWorkPlan>
{
    public ActivateWorkPlanValidator(Clock clock) => RuleFor(r => r.AdoptedOn).NotInFuture(clock);
}

internal sealed class ActivateWorkPlanHandler(PartyOrgContext db, Caller caller) : IHandler<ActivateWorkPlan, WorkPlanAnswer>
{
    public Task<Result<WorkPlanAnswer>> Handle(ActivateWorkPlan request, CancellationToken cancellationToken) =>
        db.Change(caller, request.Plan, request.Expected, row => row.Plan.Activate(request.AdoptedOn, row.StandingOf(caller)), cancellationToken);
}
