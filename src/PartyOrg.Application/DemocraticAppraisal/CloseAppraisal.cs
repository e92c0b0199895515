using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Closes the appraisal: it is then the evidence of its year (TWS-7.1). Every member who is not simply qualified has been commended or handled, or his exception is recorded, and no objection is open (TWS-7.3).</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.3")]
public sealed record CloseAppraisal(Id<Appraisal> Appraisal, ExpectedVersion Expected) : ICommand<AppraisalAnswer>, IChange;

internal sealed class CloseAppraisalHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<CloseAppraisal, AppraisalAnswer>
{
    public async Task<Result<AppraisalAnswer>> Handle(CloseAppraisal request, CancellationToken cancellationToken)
    {
        var found = await db.AppraisalToChange(caller, request.Appraisal, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var done = found.Value.Appraisal.Close(await db.MembersOf(request.Appraisal, cancellationToken), found.Value.Standing, clock.Today);
        return done.Succeeded ? await AppraisalAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
