using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Ends the democratic evaluation (TWS-5.5): it is the branch's democratic appraisal of the year (TWS-7), whose ballot box must be closed, and an opinion must have been heard.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.5")]
public sealed record CompleteDemocraticEvaluation(Id<ObjectivePlan> Objectives, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange;

internal sealed class CompleteDemocraticEvaluationHandler(PartyOrgContext db, Caller caller) : IHandler<CompleteDemocraticEvaluation, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(CompleteDemocraticEvaluation request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.CompleteEvaluation(await db.BallotsOf(plan, cancellationToken) is not null, found.Value.Standing);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
