using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Shows a democratic appraisal as a whole: how far it has come and how many have done each step. Nobody's part is in it.</summary>
/// <param name="Appraisal">The appraisal.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetAppraisal(Id<Appraisal> Appraisal) : IQuery<AppraisalAnswer>;

internal sealed class GetAppraisalHandler(PartyOrgContext db, Caller caller) : IHandler<GetAppraisal, AppraisalAnswer>
{
    public async Task<Result<AppraisalAnswer>> Handle(GetAppraisal request, CancellationToken cancellationToken) =>
        await db.AppraisalInReach(caller, request.Appraisal, cancellationToken) is { } found ? await AppraisalAnswer.Of(found, caller, db, cancellationToken) : AppraisalErrors.NotFound;
}
