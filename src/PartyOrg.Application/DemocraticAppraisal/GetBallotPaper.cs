using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Shows a member expected in the appraisal his own ballot paper (TWS-7.4): whom he rates, everybody expected but himself, and whether his ballot is in the box.</summary>
/// <param name="Appraisal">The appraisal.</param>
[AllowedTo(Role.Readers | Role.Member, RuleId = "TWS-7.4")]
public sealed record GetBallotPaper(Id<Appraisal> Appraisal) : IQuery<BallotPaper>;

/// <summary>A ballot paper.</summary>
/// <param name="AppraisalId">The appraisal.</param>
/// <param name="IsOpen">Whether the box is open.</param>
/// <param name="Voted">Whether the caller's ballot is in it.</param>
/// <param name="Members">Whom he rates, in the order of their names.</param>
public sealed record BallotPaper(Id<Appraisal> AppraisalId, bool IsOpen, bool Voted, IReadOnlyList<BallotLine> Members);

/// <summary>A line of a ballot paper.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
public sealed record BallotLine(Id<Person> PersonId, string Name);

internal sealed class GetBallotPaperHandler(PartyOrgContext db, Caller caller) : IHandler<GetBallotPaper, BallotPaper>
{
    public async Task<Result<BallotPaper>> Handle(GetBallotPaper request, CancellationToken cancellationToken)
    {
        var appraisal = await db.Appraisals.InScope(caller, db).Where(a => a.Id == request.Appraisal).Select(a => new { a.Status }).SingleOrDefaultAsync(cancellationToken);
        if (appraisal is null) return AppraisalErrors.NotFound;
        var lines = await db.AppraisedMembers.Where(m => m.AppraisalId == request.Appraisal)
            .Join(db.Persons, m => m.PersonId, p => p.Id, (m, p) => new { m.PersonId, p.Name, p.NameKey }).ToListAsync(cancellationToken);
        if (lines.TrueForAll(l => l.PersonId != caller.PersonId)) return AppraisalErrors.MemberNotFound;
        var voted = await db.BallotMarks.AnyAsync(m => m.AppraisalId == request.Appraisal && m.PersonId == caller.PersonId && m.Voted, cancellationToken);
        return new BallotPaper(request.Appraisal, appraisal.Status == AppraisalStatus.Voting, voted,
            [.. lines.Where(l => l.PersonId != caller.PersonId).OrderBy(l => l.NameKey, StringComparer.Ordinal).ThenBy(l => l.PersonId.Value).Select(l => new BallotLine(l.PersonId, l.Name))]);
    }
}
