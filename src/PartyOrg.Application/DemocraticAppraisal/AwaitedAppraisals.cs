using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>
/// His self-evaluation (TWS-7.3), since the day on which the appraisal was opened, and his ballot (TWS-7.4), since the day on which the box was: nobody else is told that this one is not in it.
/// </summary>
internal sealed class AwaitedAppraisals(PartyOrgContext db) : IAwaitsPersons
{
    public async Task<IEnumerable<AwaitedStep>> Of(AwaitedPerson who, CancellationToken cancellation)
    {
        var open = await (
            from member in db.AppraisedMembers.AsNoTracking()
            where member.PersonId == who.Id
            join appraisal in db.Appraisals.AsNoTracking() on member.AppraisalId equals appraisal.Id
            where appraisal.Status == AppraisalStatus.SelfEvaluation || appraisal.Status == AppraisalStatus.Voting
            select new { Member = member, Appraisal = appraisal, Voted = db.BallotMarks.Any(b => b.AppraisalId == appraisal.Id && b.PersonId == who.Id && b.Voted) }).ToListAsync(cancellation);
        return
            from o in open
            let votes = o.Appraisal.Status == AppraisalStatus.Voting
            where !o.Member.IsExceptedFrom(votes ? AppraisalExceptionStep.Everything : AppraisalExceptionStep.SelfEvaluation) && (votes ? !o.Voted : o.Member.SelfEvaluation is null)
            select AwaitedStep.Of(
                Appraisal.Procedure, o.Appraisal.Status, votes ? Appraisal.ExpectedMember : Appraisal.MemberHimself, o.Appraisal.Key, o.Appraisal.OrganizationId, o.Appraisal.BoxOpenedOn ?? o.Appraisal.OpenedOn) with
            {
                Name = o.Appraisal.Year.ToString(CultureInfo.InvariantCulture), SeenBy = votes ? Role.None : AppraisalScope.MembersReaders,
            };
    }
}
