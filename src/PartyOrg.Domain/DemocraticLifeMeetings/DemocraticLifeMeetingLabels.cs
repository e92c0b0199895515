using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.DemocraticLifeMeetings;

/// <summary>What the codes of democratic life meetings are called.</summary>
public static class DemocraticLifeMeetingLabels
{
    /// <summary>How far a democratic life meeting is.</summary>
    public static CodeList<LifeMeetingStatus> Statuses { get; } = new(
        new(LifeMeetingStatus.Planned, "Theme set", "已确定主题"),
        new(LifeMeetingStatus.Noticed, "Notice given", "已通知"),
        new(LifeMeetingStatus.Held, "Held", "已召开"),
        new(LifeMeetingStatus.Confirmed, "Confirmed", "已确认"),
        new(LifeMeetingStatus.Cancelled, "Cancelled", "已取消"),
        new(LifeMeetingStatus.Withdrawn, "Withdrawn", "已撤销"));

    /// <summary>What is checked of each member of the leading body.</summary>
    public static CodeList<SelfCheckAspect> Aspects { get; } = new(
        new(SelfCheckAspect.Line, "Line, policies and the superior's decisions", "执行路线方针政策和上级决定"),
        new(SelfCheckAspect.Thought, "Thought", "思想"),
        new(SelfCheckAspect.Style, "Style", "作风"),
        new(SelfCheckAspect.Work, "Work", "工作"),
        new(SelfCheckAspect.Life, "Life", "生活"),
        new(SelfCheckAspect.Unity, "Unity", "团结"),
        new(SelfCheckAspect.Integrity, "Integrity", "廉洁"));

    /// <summary>From whom opinions come.</summary>
    public static CodeList<CollectedFrom> OpinionSources { get; } = new(
        new(CollectedFrom.Members, "Members", "党员"),
        new(CollectedFrom.Employees, "Employees", "职工"),
        new(CollectedFrom.Others, "Others", "其他"));

    /// <summary>How far a rectification item is.</summary>
    public static CodeList<RectificationStatus> RectificationStatuses { get; } = new(
        new(RectificationStatus.Open, "Open", "整改中"),
        new(RectificationStatus.Escalated, "Escalated to the superior", "已提请上级解决"),
        new(RectificationStatus.Answered, "Answered by the superior", "上级已答复"),
        new(RectificationStatus.Closed, "Closed", "已办结"));

    /// <summary>How far a complaint of retaliation is.</summary>
    public static CodeList<ComplaintStatus> ComplaintStatuses { get; } = new(
        new(ComplaintStatus.Filed, "Filed", "已提交"),
        new(ComplaintStatus.Answered, "Answered", "已答复"));
}
