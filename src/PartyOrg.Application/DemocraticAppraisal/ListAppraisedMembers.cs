using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Lists every member's part of an appraisal in the order of their names, to those who lead the branch and those above it. It is one page.</summary>
/// <param name="Appraisal">The appraisal.</param>
/// <param name="Grade">Only those who were judged to be this.</param>
[AllowedTo(AppraisalScope.MembersReaders)]
public sealed record ListAppraisedMembers(Id<Appraisal> Appraisal, MemberGrade? Grade) : IQuery<Page<AppraisedMemberAnswer>>;

internal sealed class ListAppraisedMembersHandler(PartyOrgContext db, Caller caller) : IHandler<ListAppraisedMembers, Page<AppraisedMemberAnswer>>
{
    public async Task<Result<Page<AppraisedMemberAnswer>>> Handle(ListAppraisedMembers request, CancellationToken cancellationToken)
    {
        if (await db.AppraisalInReach(caller, request.Appraisal, cancellationToken) is not { } found || (found.Roles & AppraisalScope.MembersReaders) == 0) return AppraisalErrors.NotFound;
        var members = await db.AppraisedMembers.Where(m => m.AppraisalId == request.Appraisal && (request.Grade == null || m.Grade == request.Grade))
            .Join(db.Persons, m => m.PersonId, p => p.Id, (m, p) => new { Member = m, p.Name, p.NameKey }).AsNoTracking().ToListAsync(cancellationToken);
        var marks = await db.BallotMarks.Where(m => m.AppraisalId == request.Appraisal).ToDictionaryAsync(m => m.PersonId, m => m.Voted, cancellationToken);
        var results = await db.BallotResults(found.Appraisal, null, cancellationToken);
        return new Page<AppraisedMemberAnswer>(
            [.. members.OrderBy(m => m.NameKey, StringComparer.Ordinal).ThenBy(m => m.Member.PersonId.Value)
                .Select(m => AppraisedMemberAnswer.Of(found, m.Member, m.Name, marks.TryGetValue(m.Member.PersonId, out var voted) ? voted : null, results.GetValueOrDefault(m.Member.PersonId), caller))],
            null);
    }
}
