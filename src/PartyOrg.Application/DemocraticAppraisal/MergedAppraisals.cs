using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>What of appraisals follows a member whose record is merged into another one (REG-23).</summary>
internal static class MergedAppraisals
{
    /// <summary>Nothing is merged while an open ballot box has either record: what is in it is sealed under the members' ids.</summary>
    public static async Task<Error?> RefusalToMerge(this PartyOrgContext db, Id<Person> survivor, Id<Person> duplicate, CancellationToken cancellation) =>
        await db.BallotBoxes.AnyAsync(b => db.BallotMarks.Any(m => m.AppraisalId == b.AppraisalId && (m.PersonId == survivor || m.PersonId == duplicate)), cancellation) ? MergeErrors.BallotBoxOpen : null;

    /// <summary>Passes on his parts, but in an appraisal in which both were counted: there each stays what it was.</summary>
    public static async Task PassAppraisals(this PartyOrgContext db, Id<Person> survivor, Id<Person> duplicate, CancellationToken cancellation)
    {
        var own = db.AppraisedMembers.Where(m => m.PersonId == survivor).Select(m => m.AppraisalId);
        foreach (var part in await db.AppraisedMembers.Where(m => m.PersonId == duplicate && !own.Contains(m.AppraisalId)).ToListAsync(cancellation))
        {
            part.PassPerson(survivor);
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
