using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using Standing = PartyOrg.Domain.Procedures.Standing;

namespace PartyOrg.Domain.DemocraticLifeMeetings;

/// <summary>How far a rectification item is.</summary>
public enum RectificationStatus
{
    /// <summary>The organization mends it.</summary>
    Open,

    /// <summary>The organization cannot solve it; the superior must answer.</summary>
    Escalated,

    /// <summary>The superior has answered; the organization goes on.</summary>
    Answered,

    /// <summary>Mended, with its result.</summary>
    Closed,
}

/// <summary>What a problem becomes: who mends it how, and by when (TWS-4.6).</summary>
/// <param name="Problem">The problem, without naming who spoke of it, 1 to 1,000 characters; it may be made public.</param>
/// <param name="Measure">What is done about it, 1 to 1,000 characters.</param>
/// <param name="OwnerId">Who sees to it: a member or post holder of the organization.</param>
/// <param name="DueOn">By which day, itself included; after the day of the meeting.</param>
public sealed record RectificationPlan(string Problem, string Measure, Id<Person> OwnerId, LocalDate DueOn);

/// <summary>
/// A problem that a democratic life meeting found (TWS-4.6), with measure, owner and due date. What the organization cannot solve goes to the superior, who must answer. Problem, measure and result
/// may be made public (TWS-4.5, TWS-8.2).
/// </summary>
public sealed class RectificationItem : Aggregate
{
    /// <summary>The longest problem, measure, result, reason or answer, in characters.</summary>
    public const int TextLength = 1_000;

    private const Role Leaders = Role.BranchSecretary | Role.CommitteeMember;

    private RectificationItem() { }

    /// <summary>The owner of the item.</summary>
    public static Part Owner { get; } = new("owner", new("the item's owner", "整改责任人"));

    /// <summary>The steps of an item.</summary>
    public static Procedure<RectificationStatus> Procedure { get; } = new(
        "rectification-item", new("Rectification item of a democratic life meeting", "民主生活会整改事项"), DemocraticLifeMeetingLabels.RectificationStatuses,
        new Step<RectificationStatus>("addRectificationItem", new("make an item of a problem that was found", "登记整改事项"), "TWS-4.6", [], RectificationStatus.Open, Leaders),
        new("escalateRectificationItem", new("ask the superior", "提请上级解决"), "TWS-4.6", [RectificationStatus.Open, RectificationStatus.Answered], RectificationStatus.Escalated, Leaders),
        new("answerRectificationItem", new("answer for the superior", "上级答复"), "TWS-4.6", [RectificationStatus.Escalated], RectificationStatus.Answered, Role.None, DemocraticLifeMeeting.Superior),
        new("closeRectificationItem", new("close the item with its result", "办结并登记结果"), "TWS-4.6", [RectificationStatus.Open, RectificationStatus.Answered], RectificationStatus.Closed, Leaders, Owner));

    /// <summary>The item's id.</summary>
    public Id<RectificationItem> Id { get; private set; }

    /// <summary>The meeting that found the problem.</summary>
    public Id<DemocraticLifeMeeting> MeetingId { get; private set; }

    /// <summary>Whose item it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>How far it is.</summary>
    public RectificationStatus Status { get; private set; }

    /// <summary>The problem.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>What is done about it.</summary>
    public string Measure { get; private set; } = "";

    /// <summary>Who sees to it.</summary>
    public Id<Person> OwnerId { get; private set; }

    /// <summary>By which day, itself included.</summary>
    public LocalDate DueOn { get; private set; }

    /// <summary>Why the organization cannot solve it, as it was told to the superior last.</summary>
    public string? EscalatedBecause { get; private set; }

    /// <summary>When it was escalated last.</summary>
    public LocalDate? EscalatedOn { get; private set; }

    /// <summary>What the superior answered last.</summary>
    public string? Answer { get; private set; }

    /// <summary>When the superior answered last.</summary>
    public LocalDate? AnsweredOn { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>When it was closed.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <summary>Its owner's record was merged into another one (REG-23).</summary>
    public void PassTo(Id<Person> survivor)
    {
        OwnerId = survivor;
        Raise(new Step("rectificationItem.personMerged"));
    }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    internal static Result<RectificationItem> Of(DemocraticLifeMeeting meeting, RectificationPlan plan, Ids ids)
    {
        if (plan.DueOn <= meeting.On) return DemocraticLifeMeetingErrors.DueBeforeMeeting;
        var item = new RectificationItem
        {
            Id = ids.New<RectificationItem>(), MeetingId = meeting.Id, OrganizationId = meeting.OrganizationId, Problem = plan.Problem, Measure = plan.Measure, OwnerId = plan.OwnerId, DueOn = plan.DueOn,
        };
        item.Raise(new("rectificationItem.added"));
        return item;
    }

    /// <summary>Tells the superior what the organization cannot solve.</summary>
    public Result<Done> Escalate(string reason, LocalDate on, Standing standing)
    {
        if (Procedure.RefusalOf("escalateRectificationItem", Status, standing) is { } refusal) return refusal;
        (Status, EscalatedBecause, EscalatedOn) = (RectificationStatus.Escalated, reason, on);
        Raise(new("rectificationItem.escalated"));
        return Done.It;
    }

    /// <summary>The superior answers.</summary>
    public Result<Done> AnswerFor(string answer, LocalDate on, Standing standing)
    {
        if (Procedure.RefusalOf("answerRectificationItem", Status, standing) is { } refusal) return refusal;
        (Status, Answer, AnsweredOn) = (RectificationStatus.Answered, answer, on);
        Raise(new("rectificationItem.answered"));
        return Done.It;
    }

    /// <summary>The problem is mended.</summary>
    public Result<Done> Close(string outcome, LocalDate on, Standing standing)
    {
        if (Procedure.RefusalOf("closeRectificationItem", Status, standing) is { } refusal) return refusal;
        (Status, Outcome, ClosedOn) = (RectificationStatus.Closed, outcome, on);
        Raise(new("rectificationItem.closed"));
        return Done.It;
    }
}
