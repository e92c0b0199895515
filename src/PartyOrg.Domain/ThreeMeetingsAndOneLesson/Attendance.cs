using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>Whether an expected member took part.</summary>
public enum AttendanceStatus
{
    /// <summary>Was there (到会).</summary>
    Present,

    /// <summary>Took part online (线上).</summary>
    Online,

    /// <summary>Was excused; the reason is recorded (请假).</summary>
    AbsentWithLeave,

    /// <summary>Was not there and not excused (无故缺席).</summary>
    AbsentWithoutReason,
}

/// <summary>What is recorded of one expected member.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Status">Whether he took part.</param>
/// <param name="Reason">Why he was excused, 1 to 200 characters: required with leave, and only with it.</param>
public sealed record RollEntry(Id<Person> PersonId, AttendanceStatus Status, string? Reason = null)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 200;

    /// <summary>Whether he took part, there or online.</summary>
    public bool TookPart() => Status is AttendanceStatus.Present or AttendanceStatus.Online;

    /// <summary>Every value of a roll that cannot be kept, with its pointer inside the roll.</summary>
    public static IEnumerable<Error> FaultsIn(IReadOnlyList<RollEntry> roll)
    {
        var seen = new HashSet<Id<Person>>(roll.Count);
        for (var i = 0; i < roll.Count; i++)
        {
            var entry = roll[i];
            if (!seen.Add(entry.PersonId)) yield return MeetingErrors.OnRollTwice.At($"/{i}/personId");
            if (entry.Status == AttendanceStatus.AbsentWithLeave)
            {
                if (entry.Reason is null) yield return MeetingErrors.LeaveNeedsReason.At($"/{i}/reason");
                else if (FreeText.FaultIn(entry.Reason, ReasonLength) is { } fault) yield return fault.At($"/{i}/reason");
            }
            else if (entry.Reason is not null)
            {
                yield return MeetingErrors.ReasonWithoutLeave.At($"/{i}/reason");
            }
        }
    }
}

/// <summary>One line of a roll as it is stored: of a meeting that stands, for a member who was expected. The meeting vouches for what a foreign key would check.</summary>
public sealed class Attendance
{
    private Attendance() { }

    internal Attendance(Id<Meeting> meeting, RollEntry entry) => (MeetingId, PersonId, Status, Reason) = (meeting, entry.PersonId, entry.Status, entry.Reason);

    /// <summary>The meeting.</summary>
    public Id<Meeting> MeetingId { get; private set; }

    /// <summary>The member.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>Whether he took part.</summary>
    public AttendanceStatus Status { get; private set; }

    /// <summary>Why he was excused.</summary>
    public string? Reason { get; private set; }

    /// <summary>The line as it was entered.</summary>
    public RollEntry Entry => new(PersonId, Status, Reason);
}
