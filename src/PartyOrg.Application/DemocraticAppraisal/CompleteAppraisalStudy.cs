using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Ends study and education and opens the self-evaluations, when every member expected has taken part or his exception is recorded (TWS-7.3).</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.3")]
public sealed record CompleteAppraisalStudy(Id<Appraisal> Appraisal, ExpectedVersion Expected) : ICommand<AppraisalAnswer>, IChange;

internal sealed class CompleteAppraisalStudyHandler(PartyOrgContext db, Caller caller) : IHandler<CompleteAppraisalStudy, AppraisalAnswer>
{
    public async Task<Result<AppraisalAnswer>> Handle(CompleteAppraisalStudy request, CancellationToken cancellationToken)
    {
        var found = await db.AppraisalToChange(caller, request.Appraisal, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var done = found.Value.Appraisal.CompleteStudy(await db.MembersOf(request.Appraisal, cancellationToken), found.Value.Standing);
        return done.Succeeded ? await AppraisalAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
