using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>Shows a check of how members took part, with what the rolls said on its day (TWS-9.2.1).</summary>
/// <param name="Check">The check.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector | Role.Officers)]
public sealed record GetParticipationCheck(Id<ParticipationCheck> Check) : IQuery<ParticipationCheckAnswer>;

internal sealed class GetParticipationCheckHandler(PartyOrgContext db, Caller caller) : IHandler<GetParticipationCheck, ParticipationCheckAnswer>
{
    public async Task<Result<ParticipationCheckAnswer>> Handle(GetParticipationCheck request, CancellationToken cancellationToken)
    {
        var reached = db.Organizations.InScope(caller);
        var found = await db.ParticipationChecks.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Check && reached.Any(o => o.Id == c.OrganizationId), cancellationToken);
        return found is null ? SupervisionErrors.CheckNotFound : ParticipationCheckAnswer.Of(found, caller.Language);
    }
}
