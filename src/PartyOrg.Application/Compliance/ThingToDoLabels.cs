using PartyOrg.Domain.Names;

namespace PartyOrg.Application.Compliance;

/// <summary>What the things to do are called.</summary>
internal static class ThingToDoLabels
{
    /// <summary>What there is to do.</summary>
    public static CodeList<ThingToDoKind> Kinds { get; } = new(
        new(ThingToDoKind.OrganizationDuty, "Duty of an organization", "组织职责"),
        new(ThingToDoKind.MeetingToRecord, "Meeting to record", "待补记会议"),
        new(ThingToDoKind.MinutesToConfirm, "Minutes to confirm", "待确认记录"),
        new(ThingToDoKind.MeetingToAttend, "Meeting to attend", "待参加会议"),
        new(ThingToDoKind.AdmonitionCandidate, "Candidates for an admonition talk", "诫勉谈话候选对象待处理"),
        new(ThingToDoKind.StepToTake, "Step to take", "待本人办理事项"));
}
