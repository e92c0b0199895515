using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Members;

/// <summary>Refusals of the register of members.</summary>
public static class MemberErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("member-not-found",
        "There is no such member in your scope. Look him up with GET /api/v1/members.",
        "在您的权限范围内没有该党员。请通过 GET /api/v1/members 查询。");

    /// <summary>The record was merged into another one of the same person (REG-23).</summary>
    public static Error MergedInto(Id<Person> survivor) => Error.NotFound("member-merged",
        "This record was merged into another one of the same person. Use the id in mergedInto.", "该记录已并入同一人的另一条记录。请改用 mergedInto 中的标识。") with { MergedInto = survivor.Value };

    /// <summary>Somebody else has the identity number (REG-10).</summary>
    public static Error IdentityTaken { get; } = Error.RuleBroken("REG-10", "identity-number-taken",
        "A person with this identity number is registered already. Transfer him instead of registering him again; where his membership ended and he is admitted again, change his standing.",
        "该公民身份号码已登记。请办理转接，不要重复登记；党籍终止后重新入党的，请变更其党籍。");

    /// <summary>The relation lies elsewhere in these days (REG-1).</summary>
    public static Error RelationElsewhere(Affiliation other) => Error.RuleBroken("REG-1", "relation-elsewhere",
        $"The member's organizational relation lies with another organization since {other.From:uuuu-MM-dd}. End it there before the day on which it begins here.",
        $"该党员的组织关系自 {other.From:uuuu-MM-dd} 起在其他组织。请先在原组织办理转出，再转入本组织。");

    /// <summary>This type of organization holds no relations.</summary>
    public static Error HoldsNoRelations(Organization organization) => Error.RuleBroken("REG-1", "holds-no-relations",
        $"{organization.Name} cannot hold a member's relation; a branch, joint branch or floating-member branch can.",
        $"{organization.Name}不能接收党员组织关系，应为党支部、联合党支部或流动党员党支部。");

    /// <summary>Only a Party group has group members.</summary>
    public static Error NotAGroup(Organization organization) => Error.RuleBroken("REG-7", "not-a-group",
        $"{organization.Name} is not a Party group.", $"{organization.Name}不是党小组。");

    /// <summary>A group's member belongs to its branch (REG-7).</summary>
    public static Error NotOfTheBranch { get; } = Error.RuleBroken("REG-7", "not-of-the-branch",
        "The person does not belong to the branch of this Party group from that day on. Let him join the branch first.",
        "该人员自当日起不属于该党小组所在党支部。请先将其编入党支部。");

    /// <summary>One group at a time (REG-7).</summary>
    public static Error InAnotherGroup { get; } = Error.RuleBroken("REG-7", "in-another-group",
        "The person is in another Party group in these days. End that first.",
        "该人员在此期间已编入其他党小组。请先结束原编组。");

    /// <summary>He belongs there already.</summary>
    public static Error BelongsAlready { get; } = Error.RuleBroken("REG-1", "belongs-already",
        "The person belongs to this organization in these days already.", "该人员在此期间已属于该组织。");

    /// <summary>A change that would come before the last one.</summary>
    public static Error ChangeBeforeLast(LocalDate last) => Error.RuleBroken("REG-1", "change-before-last",
        $"What is recorded holds since {last:uuuu-MM-dd}; a change must come after that day. What was recorded wrongly is corrected with correctStanding.",
        $"现有记录自 {last:uuuu-MM-dd} 起有效，变更日期须在此之后；录入有误的，用 correctStanding 更正。");

    /// <summary>There is no membership that goes on (REG-49).</summary>
    public static Error NoMembership { get; } = Error.RuleBroken("REG-49", "no-membership",
        "The person is no Party member any more. Who is admitted again becomes a member from a later day with POST /api/v1/members/{member}/standing (changeStanding), and joins an organization then; an end that was recorded by mistake is withdrawn with withdrawMembershipEnd.",
        "该人员的党籍已终止。重新入党的，先通过 POST /api/v1/members/{member}/standing（changeStanding）登记新的党籍起始日，再编入组织；误登记的，用 withdrawMembershipEnd 撤回。");

    /// <summary>He was a member until then (REG-49).</summary>
    public static Error MemberUntil(LocalDate last) => Error.RuleBroken("REG-49", "member-until",
        $"The membership ended on {last:uuuu-MM-dd}. Who is admitted again is a member from a day after that; an end that was recorded by mistake is withdrawn with withdrawMembershipEnd.",
        $"该人员的党籍已于 {last:uuuu-MM-dd} 终止。重新入党的起始日须晚于该日；误登记的，用 withdrawMembershipEnd 撤回。");

    /// <summary>The end before the beginning (REG-49).</summary>
    public static Error EndsBeforeItBegan(LocalDate from) => Error.RuleBroken("REG-49", "membership-ends-before-it-began",
        $"The standing that is recorded holds since {from:uuuu-MM-dd}; the last day of membership is that day or later.",
        $"现有党籍记录自 {from:uuuu-MM-dd} 起有效，党籍的最后一日不得早于该日。") with { Pointer = "/lastDay" };

    /// <summary>A formal member's probation is over (REG-49).</summary>
    public static Error NotProbationary { get; } = Error.RuleBroken("REG-49", "not-probationary",
        "Only a probationary member's probation is cancelled; this member is formal. Choose the way in which his membership ended.",
        "取消预备党员资格仅适用于预备党员，该人员为正式党员。请选择实际的党籍终止方式。") with { Pointer = "/endedBy" };

    /// <summary>No end that could be withdrawn (REG-49).</summary>
    public static Error NoEndToWithdraw { get; } = Error.RuleBroken("REG-49", "no-membership-end",
        "The membership goes on, or was never ended, so there is nothing to withdraw.", "该人员的党籍仍在持续，或未登记终止，无可撤回。");

    /// <summary>The relation lies beside the caller (REG-49).</summary>
    public static Error ForRelationsSide { get; } = Error.Forbidden("membership-end-for-superior",
        "A membership is ended, and corrected, by an officer above the organization with which the member's relation lies. Ask him.", "党籍的终止和更正由党员组织关系所在组织的上级工作人员登记。请联系其办理。", "REG-49");

    /// <summary>Rolls of later meetings name him (REG-4).</summary>
    public static Advice OnLaterRolls(int meetings, LocalDate latest) => new("REG-4", new(
        $"The rolls of {meetings} meetings after that day name him, the latest of {latest:uuuu-MM-dd}. Correct them with correctMeeting where he should not stand there.",
        $"该日之后有 {meetings} 次会议的签到名单中仍有该人员，最近一次为 {latest:uuuu-MM-dd}。如不应在列，请用 correctMeeting 更正。"));

    /// <summary>Posts stay ended (REG-49).</summary>
    public static Advice PostsStayEnded(int posts) => new("REG-49", new(
        $"He held {posts} posts until the end that is withdrawn; they stay ended, since somebody else may hold them by now. Fill those that he holds with fillPost.",
        $"撤回前已随之结束的 {posts} 项职务不会自动恢复（其间可能已由他人接任）。如仍由其担任，请用 fillPost 重新登记。"));

    /// <summary>No such standing affiliation.</summary>
    public static Error AffiliationNotFound { get; } = Error.NotFound("affiliation-not-found",
        "The person has no such standing affiliation.", "该人员没有这一有效的组织隶属记录。");

    /// <summary>The end lies before the beginning.</summary>
    public static Error LeavesBeforeJoining { get; } = Error.Invalid("leaves-before-joining",
        "The last day is not before the first.", "结束日期不得早于开始日期。", "/to");
}
