using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Members;

/// <summary>What the codes of members are called.</summary>
public static class MemberLabels
{
    /// <summary>Whether a member has full rights.</summary>
    public static CodeList<Standing> Standings { get; } = new(
        new(Standing.Formal, "Formal", "正式", "正式党员"),
        new(Standing.Probationary, "Probationary", "预备", "预备党员"));

    /// <summary>In which way a membership ended.</summary>
    public static CodeList<MembershipEnd> MembershipEnds { get; } = new(
        new(MembershipEnd.Died, "Died", "去世"),
        new(MembershipEnd.Withdrew, "Left the Party", "退党"),
        new(MembershipEnd.AdvisedToLeave, "Advised to leave", "劝退"),
        new(MembershipEnd.RemovedFromRoll, "Removed from the roll", "除名"),
        new(MembershipEnd.Expelled, "Expelled", "开除党籍"),
        new(MembershipEnd.ProbationCancelled, "Probation cancelled", "取消预备党员资格"));

    /// <summary>How a person belongs to an organization.</summary>
    public static CodeList<Belonging> Belongings { get; } = new(
        new(Belonging.Relation, "Relation", "关系", "组织关系", "正式组织关系"),
        new(Belonging.Enrolment, "Enrolment", "编入", "挂靠"),
        new(Belonging.Group, "Group", "党小组"));

    /// <summary>Sexes.</summary>
    public static CodeList<Sex> Sexes { get; } = new(
        new(Sex.Male, "Male", "男"),
        new(Sex.Female, "Female", "女"));

    /// <summary>How far a transfer is.</summary>
    public static CodeList<TransferStatus> TransferStatuses { get; } = new(
        new(TransferStatus.Open, "Open", "待接收"),
        new(TransferStatus.Accepted, "Accepted", "已接收"),
        new(TransferStatus.Refused, "Refused", "已退回"),
        new(TransferStatus.Withdrawn, "Withdrawn", "已撤回"));
}
