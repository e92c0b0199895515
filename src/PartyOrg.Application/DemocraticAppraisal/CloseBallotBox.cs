using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>
/// Closes the ballot box (TWS-7.4): it counts only if more than half of those expected voted, and stays open until then. The ratings are written all at once in an order by chance;
/// from then on each member's result can be counted.
/// </summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-7.4")]
public sealed record CloseBallotBox(Id<Appraisal> Appraisal, ExpectedVersion Expected) : ICommand<AppraisalAnswer>, IChange;

internal sealed class CloseBallotBoxHandler(PartyOrgContext db, Caller caller, BallotSeal seal, Clock clock) : IHandler<CloseBallotBox, AppraisalAnswer>
{
    public async Task<Result<AppraisalAnswer>> Handle(CloseBallotBox request, CancellationToken cancellationToken)
    {
        var found = await db.AppraisalToChange(caller, request.Appraisal, request.Expected, cancellationToken);
        if (!found.Succeeded) return found.Errors[0];
        var marks = db.BallotMarks.Where(m => m.AppraisalId == request.Appraisal);
        var closed = found.Value.Appraisal.CloseBox(await marks.CountAsync(m => m.Voted, cancellationToken), found.Value.Standing, clock.Today);
        if (!closed.Succeeded) return closed.Errors[0];

        var box = await db.BallotBoxes.SingleAsync(b => b.AppraisalId == request.Appraisal, cancellationToken);
        var opened = seal.Open(request.Appraisal, box);
        if (!opened.Succeeded) return opened.Errors[0];
        db.Remove(box);
        await db.InsertInOneStatement(opened.Value.Slips(), cancellationToken);
        // Every mark is written anew: the database's own numbers of the last change are the same for those who voted first, last, or not at all.
        await marks.ExecuteUpdateAsync(set => set.SetProperty(m => m.Voted, m => m.Voted), cancellationToken);
        return await AppraisalAnswer.Of(found.Value, caller, db, cancellationToken);
    }
}
