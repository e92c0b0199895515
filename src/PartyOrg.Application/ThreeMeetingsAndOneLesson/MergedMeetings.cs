using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>The meetings of a member whose record is merged into another one (REG-23): where he was expected, presided, wrote, was a guest or made up for it. The record is kept as it was, too.</summary>
internal sealed class MergedMeetings(PartyOrgContext db, Caller caller, Clock clock) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(Meeting), typeof(Attendance), typeof(JointAttendance)];

    public IReadOnlyList<Type> Leaves => [typeof(MeetingRevision)];

    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        var (survivor, duplicate, reason) = merger;
        var replacement = new Replacement(reason, caller.AccountId!.Value, clock.Now);
        var lines = db.Attendances.Where(a => a.PersonId == duplicate).Select(a => a.MeetingId);
        // A guest stands on no roll; where it counts that he came, the ledger says so.
        var counted = db.Ledger.Where(l => l.SubjectId == duplicate.Value && l.VoidedAt == null).Select(l => l.SourceId);
        foreach (var meeting in await db.Meetings.Where(m => lines.Contains(m.Id) || m.ChairId == duplicate || counted.Contains((Guid)(object)m.Id)).ToListAsync(cancellation))
        {
            var old = db.Attendances.Where(a => a.MeetingId == meeting.Id);
            var roll = meeting.PassPerson(duplicate, survivor, await old.AsNoTracking().Select(a => new RollEntry(a.PersonId, a.Status, a.Reason)).ToListAsync(cancellation), replacement);
            await old.ExecuteDeleteAsync(cancellation);
            await db.InsertInOneStatement(meeting.LinesOf(roll), cancellation);
            if (!meeting.IsJoint) continue;
            var joint = db.JointAttendances.Where(j => j.MeetingId == meeting.Id && (j.PersonId == duplicate || j.PersonId == survivor));
            var organizations = await joint.Select(j => j.OrganizationId).Distinct().ToListAsync(cancellation);
            await joint.ExecuteDeleteAsync(cancellation);
            await db.InsertInOneStatement(organizations.ConvertAll(o => new JointAttendance(meeting.Id, o, survivor)), cancellation);
        }
    }
}
