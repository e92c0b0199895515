using PartyOrg.Application.AdmonitionTalks;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>
/// Shows a member's objectives of a year with marks, result and every line of how it came about: to himself, to the leader of his group, to those who lead the branch, and to those above it.
/// Whoever may read the case of an admonition talk of the year is told that there is one (TWS-10.4).
/// </summary>
/// <param name="Objectives">The objectives.</param>
[AllowedTo(ObjectivesScope.AllReaders | Role.GroupLeader | Role.Member)]
public sealed record GetObjectives(Id<ObjectivePlan> Objectives) : IQuery<ObjectivesAnswer>;

internal sealed class GetObjectivesHandler(PartyOrgContext db, Caller caller, AdmonitionDesk admonitions) : IHandler<GetObjectives, ObjectivesAnswer>
{
    public async Task<Result<ObjectivesAnswer>> Handle(GetObjectives request, CancellationToken cancellationToken) =>
        await db.PlanInReach(caller, db.ObjectivePlans.InScope(caller, db).Where(p => p.Id == request.Objectives), cancellationToken) is { } found
            ? await ObjectivesAnswer.Of(found, caller, db, cancellationToken) with { AdmonitionTalks = await admonitions.TalksWith(found.Plan.PersonId, found.Plan.Year, cancellationToken) }
            : ObjectivesErrors.NotFound;
}
