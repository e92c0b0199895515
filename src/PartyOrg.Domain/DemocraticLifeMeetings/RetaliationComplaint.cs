using NodaTime;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.DemocraticLifeMeetings;

/// <summary>How far a complaint of retaliation is.</summary>
public enum ComplaintStatus
{
    /// <summary>The superior has it.</summary>
    Filed,

    /// <summary>The superior has answered.</summary>
    Answered,
}

/// <summary>
/// A participant of a democratic life meeting complains that he is made to pay for what he said (TWS-4.5). It goes to the superior directly: nobody in the organization sees it, nor its trace in the
/// organization's audit; it stands in the superior's.
/// </summary>
public sealed class RetaliationComplaint : Aggregate, IConfidential
{
    /// <summary>The longest complaint or answer, in characters.</summary>
    public const int TextLength = 4_000;

    private RetaliationComplaint() { }

    /// <summary>The complaint's id.</summary>
    public Id<RetaliationComplaint> Id { get; private set; }

    /// <summary>The meeting at which he spoke.</summary>
    public Id<DemocraticLifeMeeting> MeetingId { get; private set; }

    /// <summary>The organization to which it goes.</summary>
    public Id<Organization> SuperiorId { get; private set; }

    /// <summary>Who complains.</summary>
    public Id<Person> ComplainantId { get; private set; }

    /// <summary>What happened.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was filed.</summary>
    public Instant FiledAt { get; private set; }

    /// <summary>How far it is.</summary>
    public ComplaintStatus Status { get; private set; }

    /// <summary>What the superior found and did.</summary>
    public string? Answer { get; private set; }

    /// <summary>When the superior answered.</summary>
    public Instant? AnsweredAt { get; private set; }

    /// <summary>The complainant's record was merged into another one (REG-23).</summary>
    public void PassTo(Id<Person> survivor)
    {
        ComplainantId = survivor;
        Raise(new Step("retaliationComplaint.personMerged"));
    }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => SuperiorId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Files the complaint of somebody who took part.</summary>
    public static Result<RetaliationComplaint> File(DemocraticLifeMeeting meeting, Id<Organization>? superior, Id<Person>? complainant, string text, Ids ids, Instant at)
    {
        if (complainant is not { } who || !meeting.IsParticipant(who)) return DemocraticLifeMeetingErrors.NotParticipant;
        if (superior is not { } above) return DemocraticLifeMeetingErrors.NoSuperior;

        var complaint = new RetaliationComplaint { Id = ids.New<RetaliationComplaint>(), MeetingId = meeting.Id, SuperiorId = above, ComplainantId = who, Text = text, FiledAt = at };
        complaint.Raise(new Step("retaliationComplaint.filed"));
        return complaint;
    }

    /// <summary>The superior answers, once.</summary>
    public Result<Done> AnswerWith(string answer, Instant at)
    {
        if (Status == ComplaintStatus.Answered) return DemocraticLifeMeetingErrors.ComplaintAnswered;
        (Status, Answer, AnsweredAt) = (ComplaintStatus.Answered, answer, at);
        Raise(new Step("retaliationComplaint.answered"));
        return Done.It;
    }
}
