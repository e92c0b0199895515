using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Reports the result to the town's Party committee (TWS-5.5): the nearest one above the branch.</summary>
/// <param name="Objectives">The objectives.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(ObjectivesScope.Deciders, RuleId = "TWS-5.5")]
public sealed record ReportObjectives(Id<ObjectivePlan> Objectives, ExpectedVersion Expected) : ICommand<ObjectivesAnswer>, IChange;

internal sealed class ReportObjectivesHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<ReportObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(ReportObjectives request, CancellationToken cancellationToken)
    {
        var found = await db.PlanToChange(caller, request.Objectives, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var plan = found.Value.Plan;
        var line = TreePosition.Line(found.Value.Path).ToList();
        var town = await db.Organizations.Where(o => line.Contains(o.Path) && o.Level == JurisdictionLevel.Town).OrderByDescending(o => o.Path).Select(o => (Id<Organization>?)o.Id).FirstOrDefaultAsync(cancellationToken);
        if (town is null) return ObjectivesErrors.NoTown;
        var done = plan.Report(town.Value, found.Value.Standing, clock.Today);
        return done.Succeeded ? await ObjectivesAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
