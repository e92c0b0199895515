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
        "A person with this identity number is registered already. Transfer him instead of registering him again.",
        "该公民身份号码已登记。请办理转接，不要重复登记。");

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
        $"What is recorded holds since {last:uuuu-MM-dd}; a change must come after that day.",
        $"现有记录自 {last:uuuu-MM-dd} 起有效，变更日期须在此之后。");

    /// <summary>No such standing affiliation.</summary>
    public static Error AffiliationNotFound { get; } = Error.NotFound("affiliation-not-found",
        "The person has no such standing affiliation.", "该人员没有这一有效的组织隶属记录。");

    /// <summary>The end lies before the beginning.</summary>
    public static Error LeavesBeforeJoining { get; } = Error.Invalid("leaves-before-joining",
        "The last day is not before the first.", "结束日期不得早于开始日期。", "/to");
}
