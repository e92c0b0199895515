using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Ends the self-evaluations and opens criticism and self-criticism, when every member expected has filed his or his exception is recorded (TWS-7.3).</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.3")]
public sealed record CompleteSelfEvaluations(Id<Appraisal> Appraisal, ExpectedVersion Expected) : ICommand<AppraisalAnswer>, IChange;

internal sealed class CompleteSelfEvaluationsHandler(PartyOrgContext db, Caller caller) : IHandler<CompleteSelfEvaluations, AppraisalAnswer>
{
    public async Task<Result<AppraisalAnswer>> Handle(CompleteSelfEvaluations request, CancellationToken cancellationToken)
    {
        var found = await db.AppraisalToChange(caller, request.Appraisal, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var done = found.Value.Appraisal.CompleteSelfEvaluations(await db.MembersOf(request.Appraisal, cancellationToken), found.Value.Standing);
        return done.Succeeded ? await AppraisalAnswer.Of(found.Value, caller, db, cancellationToken) : done.Errors[0];
    }
}
