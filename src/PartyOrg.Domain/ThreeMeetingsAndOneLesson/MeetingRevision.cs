using NodaTime;
using PartyOrg.Domain.Accounts;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>A record as it stood before it was corrected or withdrawn, whole: nothing that was recorded is lost (TWS-3.5). Written once.</summary>
public sealed class MeetingRevision
{
    private MeetingRevision() { }

    internal MeetingRevision(Id<Meeting> meeting, int number, MeetingRecord record, IReadOnlyList<RollEntry> roll, Instant? confirmedAt, Replacement replacement) =>
        (MeetingId, Number, Record, Roll, ConfirmedAt, ReplacedAt, ReplacedBy, Reason) = (meeting, number, record, roll, confirmedAt, replacement.At, replacement.By, replacement.Reason);

    /// <summary>The meeting.</summary>
    public Id<Meeting> MeetingId { get; private set; }

    /// <summary>1 for what was recorded first.</summary>
    public int Number { get; private set; }

    /// <summary>The record as it stood.</summary>
    public MeetingRecord Record { get; private set; } = null!;

    /// <summary>The roll as it stood.</summary>
    public IReadOnlyList<RollEntry> Roll { get; private set; } = [];

    /// <summary>When its chair had confirmed it; none where he had not.</summary>
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>When it was corrected or withdrawn.</summary>
    public Instant ReplacedAt { get; private set; }

    /// <summary>By whom.</summary>
    public Id<Account> ReplacedBy { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";
}

/// <summary>Who takes a record's place, when and why.</summary>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="By">The account.</param>
/// <param name="At">The instant.</param>
public readonly record struct Replacement(string Reason, Id<Account> By, Instant At);
