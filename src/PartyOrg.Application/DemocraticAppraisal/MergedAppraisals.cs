using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>What of appraisals follows a member whose record is merged into another one (REG-23).</summary>
internal sealed class MergedAppraisals(PartyOrgContext db) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(Appraisal), typeof(AppraisedMember), typeof(BallotMark), typeof(BallotSlip)];

    /// <summary>Nothing is merged while an open ballot box has either record: what is in it is sealed under the members' ids.</summary>
    public async Task<Error?> Refusal(Id<Person> survivor, Id<Person> duplicate, CancellationToken cancellation) =>
        await db.BallotBoxes.AnyAsync(b => db.BallotMarks.Any(m => m.AppraisalId == b.AppraisalId && (m.PersonId == survivor || m.PersonId == duplicate)), cancellation) ? MergeErrors.BallotBoxOpen : null;

    /// <summary>Passes on his parts, but in an appraisal in which both were counted: there each stays what it was.</summary>
    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        var (survivor, duplicate, _) = merger;
        var own = db.AppraisedMembers.Where(m => m.PersonId == survivor).Select(m => m.AppraisalId);
        foreach (var part in await db.AppraisedMembers.Where(m => m.PersonId == duplicate && !own.Contains(m.AppraisalId)).ToListAsync(cancellation))
        {
            part.PassPerson(survivor);
            (await db.Appraisals.SingleAsync(a => a.Id == part.AppraisalId, cancellation)).PassPerson(duplicate, survivor);
            var (appraisal, mark) = (part.AppraisalId, await db.BallotMarks.AsNoTracking().SingleOrDefaultAsync(m => m.AppraisalId == part.AppraisalId && m.PersonId == duplicate, cancellation));
            if (mark is not null)
            {
                await db.BallotMarks.Where(m => m.AppraisalId == appraisal && m.PersonId == duplicate).ExecuteDeleteAsync(cancellation);
                db.Add(BallotMark.PassedTo(survivor, mark));
            }

            await db.BallotSlips.Where(s => s.AppraisalId == appraisal && s.PersonId == duplicate).ExecuteUpdateAsync(set => set.SetProperty(s => s.PersonId, survivor), cancellation);
        }
    }
}
