using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>
/// Opens the ballot box (TWS-7.4), when criticism and self-criticism are recorded for every member expected, or his exception (TWS-7.4b). The audit says this, that it was closed,
/// and nothing between.
/// </summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.4")]
public sealed record OpenBallotBox(Id<Appraisal> Appraisal, ExpectedVersion Expected) : ICommand<AppraisalAnswer>, IChange;

internal sealed class OpenBallotBoxHandler(PartyOrgContext db, Caller caller, BallotSeal seal, Clock clock) : IHandler<OpenBallotBox, AppraisalAnswer>
{
    public async Task<Result<AppraisalAnswer>> Handle(OpenBallotBox request, CancellationToken cancellationToken)
    {
        var found = await db.AppraisalToChange(caller, request.Appraisal, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var members = await db.MembersOf(request.Appraisal, cancellationToken);
        var opened = found.Value.Appraisal.OpenBox(members, found.Value.Standing, clock.Today);
        if (!opened.Succeeded) return opened.Errors[0];
        db.AddRange(opened.Value);
        db.Add(new BallotBox(request.Appraisal, seal.Seal(BallotTally.Empty(request.Appraisal, members.Select(m => m.PersonId)))));
        return await AppraisalAnswer.Of(found.Value, caller, db, cancellationToken);
    }
}
