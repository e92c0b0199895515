using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.Tests.ThreeMeetingsAndOneLesson;

/// <summary>Whatever is tried, and in whatever order: what stands as evidence is what the meeting is.</summary>
public class MeetingHistories
{
    private static readonly string[] Kinds = ["generalMeeting", "committeeMeeting"];

    [Fact]
    public void Evidence_is_always_that_of_the_record_as_it_stands() => Prop.ForAll(
        Gen.Choose(0, 59).ArrayOf(12).ToArbitrary(),
        steps =>
        {
            var branch = new Branch();
            var meeting = branch.PlanFor(branch.Plan()).Value;
            var standing = new List<EvidenceGained>();
            foreach (var step in steps)
            {
                var (before, version, kept) = (meeting.Status, meeting.Version, meeting.Revisions.Count);
                meeting.ClearEvents();
                var done = Try(branch, meeting, step);
                foreach (var happened in meeting.Events)
                {
                    if (happened is EvidenceWithdrawn) standing.Clear();
                    if (happened is EvidenceGained gained) standing.Add(gained);
                }

                if (!done.Succeeded && (meeting.Status, meeting.Version, meeting.Revisions.Count, meeting.Events.Count) != (before, version, kept, 0)) return false;
                if (done.Succeeded && (meeting.Version != version + 1 || meeting.Revisions.Count != meeting.Replaced)) return false;
                var counts = meeting.Status is MeetingStatus.Held or MeetingStatus.Confirmed;
                if (!standing.Select(e => (e.Kind, e.OccurredOn)).SequenceEqual(counts ? meeting.Record!.Kinds.Select(k => (k, meeting.Record.HeldOn)) : [])) return false;
                if ((meeting.ConfirmedAt is not null) != (meeting.Status == MeetingStatus.Confirmed)) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    // A step is what is done, and of which of ten records.
    private static Result<Done> Try(Branch branch, Meeting meeting, int step)
    {
        var kind = Kinds[step % 2];
        var record = branch.General(Branch.Today.PlusDays(-(step % 5))) with { Kinds = [kind], Agenda = [] };
        var roll = kind == "generalMeeting" ? branch.Roll() : [.. branch.Roll().Take(2)];
        return (step / 10) switch
        {
            0 => meeting.Reschedule(branch.On(Branch.Today.PlusDays(step % 5)), new(9, 0), null, "again", Branch.Kinds, branch.Clock),
            1 when step % 5 == 0 => meeting.Cancel(Role.BranchSecretary, "no", Branch.Kinds),
            1 or 2 => meeting.RecordAsHeld(branch.On(record.HeldOn), record, roll, Branch.Kinds, branch.Clock),
            3 => meeting.ConfirmMinutes(branch.Secretary, Branch.Kinds, branch.Now),
            4 => branch.Correct(meeting, record, roll),
            _ when step % 5 == 0 => meeting.Withdraw(Role.BranchSecretary, branch.Roll(), branch.Because("twice"), Branch.Kinds),
            _ => meeting.ConfirmMinutes(branch.Publicist, Branch.Kinds, branch.Now),
        };
    }
}
