using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Records that the secretary looked into how a plan's items advance, and what he found (TWS-1.4d, TWS-1.4g); marked, that clean conduct was inspected with it (TWS-2.3).</summary>
/// <param name="Plan">The plan in force.</param>
/// <param name="On">The day: today or before, on which the plan was in force (laid down, and within its period).</param>
/// <param name="Items">The items that were looked into, by number.</param>
/// <param name="Findings">What was found, 1 to 2,000 characters.</param>
/// <param name="CleanConduct">Whether clean conduct was looked into with it.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary, RuleId = "TWS-1.4g")]
public sealed record InspectWorkPlan(Id<WorkPlan> Plan, LocalDate On, IReadOnlyList<int> Items, string Findings, bool CleanConduct, ExpectedVersion Expected) : ICommand<WorkPlanAnswer>, IChange
{
    /// <summary>What was looked into and found.</summary>
    /// <param name="On">The day: today or before, on which the plan was in force (laid down, and within its period).</param>
    /// <param name="Items">The items that were looked into, by number.</param>
    /// <param name="Findings">What was found, 1 to 2,000 characters.</param>
    /// <param name="CleanConduct">Whether clean conduct was looked into with it.</param>
    /// <example>{"on": "2026-03-28", "items": [1, 2], "findings": "学习按计划推进，发展党员工作需加快", "cleanConduct": true}</example>
    public sealed record Body(LocalDate On, IReadOnlyList<int> Items, string Findings, bool CleanConduct = false);
}

internal sealed class InspectWorkPlanValidator : AbstractValidator<InspectWorkPlan>
{
    public InspectWorkPlanValidator(Clock clock)
    {
        RuleFor(r => r.On).NotInFuture(clock);
        RuleFor(r => r.Items).HasNoFault(items => items.Count is 0 or > WorkPlan.MostItems ? WorkPlanErrors.ItemsOutOfRange : null);
        RuleFor(r => r.Findings).HasNoFault(text => FreeText.FaultIn(text, WorkPlan.FindingsLength));
    }
}

internal sealed class InspectWorkPlanHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<InspectWorkPlan, WorkPlanAnswer>
{
    public Task<Result<WorkPlanAnswer>> Handle(InspectWorkPlan request, CancellationToken cancellationToken) => db.Change(
        caller, request.Plan, request.Expected,
        row => row.Plan.Inspect(request.On, request.Items, request.Findings, request.CleanConduct, caller.AccountId!.Value, clock.Now, row.StandingOf(caller)), cancellationToken);
}
