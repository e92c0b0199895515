using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.MemberObjectives;

/// <summary>What the codes of objectives are called.</summary>
public static class ObjectivesLabels
{
    /// <summary>How far objectives have come.</summary>
    public static CodeList<ObjectivesStatus> Statuses { get; } = new(
        new(ObjectivesStatus.Proposed, "Proposed", "个人自定"),
        new(ObjectivesStatus.Deliberated, "Deliberated", "小组互评"),
        new(ObjectivesStatus.Returned, "Returned", "退回"),
        new(ObjectivesStatus.Approved, "Approved", "支委审定"),
        new(ObjectivesStatus.SelfEvaluated, "Self-evaluated", "总结自评"),
        new(ObjectivesStatus.Evaluated, "Evaluated", "民主测评"),
        new(ObjectivesStatus.Appraised, "Appraised", "组织评定"),
        new(ObjectivesStatus.Published, "Published", "公布"),
        new(ObjectivesStatus.Graded, "Graded", "评定等次"),
        new(ObjectivesStatus.Handled, "Handled", "表彰处理"),
        new(ObjectivesStatus.Reported, "Reported", "上报"));

    /// <summary>The areas of objectives.</summary>
    public static CodeList<ObjectiveArea> Areas { get; } = new(
        new(ObjectiveArea.Attendance, "Attendance in organizational life", "参加组织生活"),
        new(ObjectiveArea.Work, "Work goals", "工作目标"),
        new(ObjectiveArea.SelfImprovement, "Self-improvement", "自身提高"),
        new(ObjectiveArea.Discipline, "Discipline", "遵守纪律"),
        new(ObjectiveArea.AdvancedRole, "Advanced role", "先锋作用"));

    /// <summary>The kinds of post.</summary>
    public static CodeList<PostCategory> Categories { get; } = new(
        new(PostCategory.Management, "Management", "管理岗位"),
        new(PostCategory.Technical, "Technical", "技术岗位"),
        new(PostCategory.Production, "Production", "生产岗位"),
        new(PostCategory.Service, "Sales and service", "营销服务岗位"),
        new(PostCategory.Other, "Other", "其他岗位"));

    /// <summary>Whose opinion it is.</summary>
    public static CodeList<OpinionSource> Sources { get; } = new(
        new(OpinionSource.Masses, "The masses", "群众"),
        new(OpinionSource.Department, "A department concerned", "有关部门"));

    /// <summary>Who approves.</summary>
    public static CodeList<ApprovingBody> Bodies { get; } = new(
        new(ApprovingBody.Committee, "Committee", "支部委员会"),
        new(ApprovingBody.GeneralMeeting, "General meeting", "党员大会"));
}
