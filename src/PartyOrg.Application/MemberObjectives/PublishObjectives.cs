using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Publishes the result in the branch for five working days, or as many as a jurisdiction has set (TWS-5.5); objections are taken until the last of them.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.5")]
public sealed record PublishObjectives(Id<ObjectivePlan> Objectives, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange;

internal sealed class PublishObjectivesHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Clock clock) : IHandler<PublishObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(PublishObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var terms = new ObjectivesTerms(await rules.Of(plan.OrganizationId, cancellationToken), plan.Year);
        var done = plan.Publish(terms, WorkingCalendar.Embedded, found.Value.Standing, clock.Today);
        return done.Succeeded ? ((Result<ObjectivesAnswer>)await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken)).With(done.Advices) : done.Errors[0];
    }
}
