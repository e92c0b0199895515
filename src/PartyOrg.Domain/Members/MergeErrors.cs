using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Members;

/// <summary>Refusals of merging two records of one person.</summary>
public static class MergeErrors
{
    /// <summary>A record and itself.</summary>
    public static Error WithHimself { get; } = Error.Invalid("merge-with-himself",
        "The duplicate is the member himself. Name the other record of the same person.", "重复记录不能是该党员本身。请填写同一人的另一条记录。", "/duplicateId");

    /// <summary>Whoever merges has to keep both records (REG-23).</summary>
    public static Error ForSuperior { get; } = Error.Forbidden("merge-for-superior",
        "One of the two belongs to an organization outside your scope. Ask an officer above both organizations to merge the records.",
        "两条记录中有一条属于您权限范围以外的组织。请由两个组织共同上级的工作人员办理合并。", "REG-23");

    /// <summary>The numbers differ, and nobody says which is right (REG-23).</summary>
    public static Error NumbersDiffer { get; } = Error.RuleBroken("REG-23", "merge-identity-numbers-differ",
        "The two records have different identity numbers, and a person has one. Compare them with the identity card and enter the right one as identityNumber; if both are right, these are two persons.",
        "两条记录的公民身份号码不同，而一人只有一个号码。请与身份证核对，将正确的号码填入 identityNumber；如两个号码都正确，则为两个人。") with { Pointer = "/identityNumber" };

    /// <summary>The number belongs to neither record (REG-23).</summary>
    public static Error NumberOfNeither { get; } = Error.RuleBroken("REG-23", "merge-identity-number-of-neither",
        "The identity number is neither that of the member nor that of the duplicate. Enter the one of the two that is right.",
        "该公民身份号码不属于这两条记录中的任何一条。请填写其中正确的一个。") with { Pointer = "/identityNumber" };

    /// <summary>Both can sign in (REG-23).</summary>
    public static Error BothHaveAccounts { get; } = Error.RuleBroken("REG-23", "merge-both-have-accounts",
        "Both records have an open account, and a person has one. Ask the system administrator to close or unlink one of them.",
        "两条记录都有可用账号，而一人只能有一个。请系统管理员先注销或解除关联其中一个。");

    /// <summary>An open ballot box has either record (REG-23).</summary>
    public static Error BallotBoxOpen { get; } = Error.RuleBroken("REG-23", "merge-ballot-box-open",
        "A ballot box is open in which one of the two is voted on. Merge the records when it is closed (closeBallotBox).", "两条记录之一正在进行民主测评投票。请在票箱关闭（closeBallotBox）之后合并。");

    /// <summary>A transfer waits for its answer (REG-23).</summary>
    public static Error TransferOpen { get; } = Error.RuleBroken("REG-23", "merge-transfer-open",
        "A transfer of the duplicate's relation is open. Wait for its answer, or withdraw it first.", "重复记录有未办结的组织关系转接。请等待答复，或先撤回。");

    /// <summary>The relation lay with two organizations at once (REG-1).</summary>
    public static Error RelationsAtOnce(Affiliation one, Affiliation other) => Error.RuleBroken("REG-1", "merge-relations-at-once",
        $"The member's relation lies with one organization from {one.From:uuuu-MM-dd} and the duplicate's with another from {other.From:uuuu-MM-dd}, on the same days. End the one that was not so before the other begins, then merge.",
        $"该党员的组织关系自 {one.From:uuuu-MM-dd} 起在一个组织，重复记录自 {other.From:uuuu-MM-dd} 起在另一组织，日期重叠。请先更正不实的一处，再合并。");

    /// <summary>One record says formal and the other probationary (REG-1).</summary>
    public static Error StandingsDiffer { get; } = Error.RuleBroken("REG-1", "merge-standings-differ",
        "One record says formal member and the other probationary member today. Bring them into line first (POST /api/v1/members/{member}/standing).",
        "两条记录一为正式党员、一为预备党员。请先使其一致（POST /api/v1/members/{member}/standing）。");
}
