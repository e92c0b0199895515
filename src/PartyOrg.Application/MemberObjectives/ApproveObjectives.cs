using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Approves objectives (TWS-5.2): the branch committee does or, where committee posts are not filled, the general meeting. From now on they count.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.2")]
public sealed record ApproveObjectives(Id<ObjectivePlan> Objectives, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange;

internal sealed class ApproveObjectivesHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ApproveObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(ApproveObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var done = plan.Approve(await db.ApprovingBodyOf(plan.OrganizationId, clock.Today, cancellationToken), found.Value.Standing, clock.Today);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
