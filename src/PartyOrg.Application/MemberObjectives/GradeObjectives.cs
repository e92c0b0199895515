using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Gives the grade by the result (TWS-5.5), from the day after the publication on and when every objection is answered. A grade begins with its own threshold: 90 is excellent, 89.99 is not.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.5")]
public sealed record GradeObjectives(Id<ObjectivePlan> Objectives, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange;

internal sealed class GradeObjectivesHandler(PartyOrgContext db, Caller caller, RulesInPlace rules, Clock clock) : IHandler<GradeObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(GradeObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var terms = new ObjectivesTerms(await rules.Of(plan.OrganizationId, cancellationToken), plan.Year);
        var done = plan.GiveGrade(terms, found.Value.Standing, clock.Today);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
