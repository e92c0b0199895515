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

/// <summary>Records what was done on an item of a plan in force: by its owner or by the committee (TWS-1.4d). On an item for clean conduct it shows that this was carried out (TWS-2.3).</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Item">The item's number.</param>
/// <param name="On">The day on which it was done: today or before, on which the plan was in force (laid down, and within its period).</param>
/// <param name="Text">What, 1 to 1,000 characters.</param>
/// <param name="Done">Whether the item is done with it.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchLeaders | Role.Member | Role.Instructor | Role.Specialist, RuleId = "TWS-1.4d")]
public sealed record RecordItemProgress(Id<WorkPlan> Plan, int Item, LocalDate On, string Text, bool Done, ExpectedVersion Expected) : ICommand<WorkPlanAnswer>, IChange
{
    /// <summary>What was done.</summary>
    /// <param name="On">The day on which it was done: today or before, on which the plan was in force (laid down, and within its period).</param>
    /// <param name="Text">What, 1 to 1,000 characters.</param>
    /// <param name="Done">Whether the item is done with it.</param>
    /// <example>{"on": "2026-03-20", "text": "已组织集中学习两次，28人参加", "done": false}</example>
    public sealed record Body(LocalDate On, string Text, bool Done = false);
}

internal sealed class RecordItemProgressValidator : AbstractValidator<RecordItemProgress>
{
    public RecordItemProgressValidator(Clock clock)
    {
        RuleFor(r => r.On).NotInFuture(clock);
        RuleFor(r => r.Text).HasNoFault(text => FreeText.FaultIn(text, WorkPlan.ProgressLength));
    }
}

internal sealed class RecordItemProgressHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<RecordItemProgress, WorkPlanAnswer>
{
    public Task<Result<WorkPlanAnswer>> Handle(RecordItemProgress request, CancellationToken cancellationToken) => db.Change(
        caller, request.Plan, request.Expected,
        row => row.Plan.RecordProgress(request.Item, new(request.On, request.Text, request.Done, caller.AccountId!.Value, clock.Now), row.StandingOf(caller, request.Item)), cancellationToken);
}
