using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.PartyAffairsOpenness;

/// <summary>What the codes of openness are called.</summary>
public static class OpennessLabels
{
    /// <summary>Categories of publications.</summary>
    public static CodeList<PublicationCategory> Categories { get; } = new(
        new(PublicationCategory.Decisions, "Major decisions and resolutions", "重大决策、决议"),
        new(PublicationCategory.LeadingBody, "The leading body's own construction", "领导班子自身建设"),
        new(PublicationCategory.Integrity, "Rules on integrity carried out", "廉洁自律规定执行"),
        new(PublicationCategory.OrganizationConstruction, "Organization construction", "组织建设"),
        new(PublicationCategory.Supervision, "Supervision", "监督情况"),
        new(PublicationCategory.Other, "Other", "其他"));

    /// <summary>Natures of what is published.</summary>
    public static CodeList<PublicationNature> Natures { get; } = new(
        new(PublicationNature.RoutineWork, "Routine work", "经常性工作"),
        new(PublicationNature.MajorDecision, "Major decision", "重大决策"),
        new(PublicationNature.TargetTask, "Target task", "目标任务"),
        new(PublicationNature.PeriodicWork, "Periodic work", "阶段性工作"),
        new(PublicationNature.TemporaryWork, "Temporary work", "临时性工作"));

    /// <summary>Audiences.</summary>
    public static CodeList<PublicationAudience> Audiences { get; } = new(
        new(PublicationAudience.Employees, "Employees", "全体职工"),
        new(PublicationAudience.Members, "Members only", "限党内"));

    /// <summary>Forms of publications.</summary>
    public static CodeList<PublicationForm> Forms { get; } = new(
        new(PublicationForm.Meeting, "Meeting", "会议"),
        new(PublicationForm.Announcement, "Announcement", "公告"),
        new(PublicationForm.InnerPartyMeeting, "Inner-Party meeting", "党内会议"),
        new(PublicationForm.Document, "Document", "党内文件"),
        new(PublicationForm.Circular, "Circular", "党内通报"));

    /// <summary>How far a publication is.</summary>
    public static CodeList<PublicationStatus> Statuses { get; } = new(
        new(PublicationStatus.Drafted, "Drafted", "已起草"),
        new(PublicationStatus.Cleared, "Cleared", "保密审查通过"),
        new(PublicationStatus.Open, "Open for opinions", "公开征求意见"),
        new(PublicationStatus.PlanFormed, "Preliminary plan formed", "形成初步方案"),
        new(PublicationStatus.Decided, "Decided", "已决策"),
        new(PublicationStatus.AwaitingApproval, "Awaiting approval", "待审批"),
        new(PublicationStatus.AwaitingSuperior, "Awaiting the superior", "待上级审批"),
        new(PublicationStatus.Approved, "Approved", "已批准"),
        new(PublicationStatus.Published, "Published", "已公开"),
        new(PublicationStatus.Withdrawn, "Withdrawn", "已撤下"),
        new(PublicationStatus.KeptSecret, "Kept secret", "涉密不公开"));

    /// <summary>How far an opinion is.</summary>
    public static CodeList<OpinionStatus> OpinionStatuses { get; } = new(
        new(OpinionStatus.Received, "Received", "已收到"),
        new(OpinionStatus.Answered, "Answered", "已答复"));

    /// <summary>Which stage an opinion is about.</summary>
    public static CodeList<OpinionTiming> Timings { get; } = new(
        new(OpinionTiming.BeforeDecision, "Before the decision", "决策前意见"),
        new(OpinionTiming.OnResult, "On the result", "结果公开后反映"));
}
