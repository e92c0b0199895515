using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Organizations;

/// <summary>Refusals of the register of organizations.</summary>
public static class OrganizationErrors
{
    /// <summary>Not there, or out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("organization-not-found",
        "There is no such organization in your scope. Look it up with GET /api/v1/organizations.",
        "在您的权限范围内没有该组织。请通过 GET /api/v1/organizations 查询。");

    /// <summary>Another organization has the code (REG-8).</summary>
    public static Error CodeTaken(string code) => Error.RuleBroken("REG-8", "organization-code-taken",
        $"The code {code} belongs, or once belonged, to another organization, and a code is never used again. Choose another one.",
        $"编码 {code} 已由其他组织使用或曾经使用，编码不得重复使用。请另选编码。");

    /// <summary>A level without a territorial committee, or the other way round.</summary>
    public static Error LevelDoesNotFit { get; } = Error.Invalid("organization-level",
        "A territorial Party committee or working committee has a level (province, city, county, town), and no other organization has one.",
        "地方党委、党工委必须填写层级（省、市、县、乡镇），其他组织不得填写层级。", "/level");

    /// <summary>Only a territorial committee can be the root.</summary>
    public static Error SuperiorMissing { get; } = Error.RuleBroken("REG-11", "superior-missing",
        "Every organization but the topmost territorial committee stands under a superior. Name the superior.",
        "除最上级地方党组织外，每个组织都必须有上级组织。请填写上级组织。");

    /// <summary>No tree is that deep.</summary>
    public static Error TooDeep { get; } = Error.RuleBroken("REG-11", "tree-too-deep",
        $"A tree has at most {TreePosition.MaxDepth} levels. Choose a higher superior.", $"组织层级最多 {TreePosition.MaxDepth} 层。请选择更高一级的上级组织。");

    /// <summary>The superior is not there on the day (REG-11).</summary>
    public static Error SuperiorDoesNotExist(Organization superior, LocalDate day) => Error.RuleBroken("REG-11", "superior-does-not-exist",
        $"The superior {superior.Name} does not exist on {day:uuuu-MM-dd}. Choose a superior that exists on that day, or another day.",
        $"上级组织{superior.Name}在 {day:uuuu-MM-dd} 不存在。请选择当日存在的上级组织，或更改日期。");

    /// <summary>The organization itself is not there on the day.</summary>
    public static Error DoesNotExist(Organization organization, LocalDate day) => Error.RuleBroken("REG-11", "organization-does-not-exist",
        $"{organization.Name} does not exist on {day:uuuu-MM-dd}. Choose a day on which it does.",
        $"{organization.Name}在 {day:uuuu-MM-dd} 不存在。请选择其存续期间的日期。");

    /// <summary>The tree would close to a circle (REG-2).</summary>
    public static Error Cycle(Organization superior) => Error.RuleBroken("REG-2", "tree-cycle",
        $"{superior.Name} is the organization itself or lies below it: the tree would have a cycle. Choose a superior outside its subtree.",
        $"{superior.Name}是该组织本身或其下级组织，隶属关系将形成循环。请选择其下级以外的组织作为上级。");

    /// <summary>A move that would come before the last one.</summary>
    public static Error MoveBeforeLast(LocalDate last) => Error.RuleBroken("REG-11", "move-before-last",
        $"It stands where it stands since {last:uuuu-MM-dd}; a move must come after that day.",
        $"该组织自 {last:uuuu-MM-dd} 起隶属于现上级，调整日期须在此之后。");

    /// <summary>A Party group lies inside a branch (REG-7).</summary>
    public static Error GroupOutsideBranch { get; } = Error.RuleBroken("REG-7", "group-outside-branch",
        "A Party group lies inside a branch. Name a branch as its superior.",
        "党小组只能设在党支部内。请选择党支部作为上级。");

    /// <summary>Nothing stands under a Party group.</summary>
    public static Error NothingUnderGroup { get; } = Error.RuleBroken("REG-7", "nothing-under-group",
        "A Party group has no organizations under it. Name its branch as the superior.",
        "党小组之下不再设组织。请选择其所在党支部作为上级。");

    /// <summary>A territorial committee stands under a territorial committee only.</summary>
    public static Error TerritoryUnderUnit { get; } = Error.RuleBroken("REG-11", "territory-under-unit",
        "A territorial committee stands under a territorial committee. Choose one as its superior.",
        "地方党组织只能隶属于上级地方党组织。请选择地方党组织作为上级。");

    /// <summary>It has ended already.</summary>
    public static Error RevokedAlready(Organization organization) => Error.RuleBroken("REG-3", "organization-revoked-already",
        $"The organization was revoked; {organization.RevokedOn:uuuu-MM-dd} was its last day.",
        $"该组织已撤销，最后存续日为 {organization.RevokedOn:uuuu-MM-dd}。");

    /// <summary>Members or organizations still belong to it (REG-3).</summary>
    public static Error NotEmpty(int members, int organizations) => Error.RuleBroken("REG-3", "organization-not-empty",
        $"{members} members and {organizations} organizations still belong to it after its last day. Transfer or end them first.",
        $"撤销后仍有 {members} 名党员、{organizations} 个下级组织隶属于该组织。请先转出或撤销。");

    /// <summary>The end lies before the beginning.</summary>
    public static Error PostEndsBeforeItBegins { get; } = Error.Invalid("post-ends-before-it-begins",
        "The last day of a post is not before its first day.", "任职结束日期不得早于开始日期。", "/to");

    /// <summary>A group has a leader; every other organization has the other offices.</summary>
    public static Error OfficeDoesNotFit { get; } = Error.RuleBroken("REG-12", "office-does-not-fit",
        "A Party group has a leader and no other office, and only a Party group has one.",
        "党小组只设组长，组长也只在党小组中设置。");

    /// <summary>Somebody else holds the office in these days (REG-12).</summary>
    public static Error OfficeTaken(Office office, Post holder) => Error.RuleBroken("REG-12", "office-taken",
        $"Another person holds the office of {office} from {holder.From:uuuu-MM-dd}. End that post before the new one begins.",
        $"自 {holder.From:uuuu-MM-dd} 起该职务已由他人担任。请先结束其任职。");

    /// <summary>The same person holds it in these days.</summary>
    public static Error OfficeHeldAlready { get; } = Error.RuleBroken("REG-12", "office-held-already",
        "The person holds this office in these days already.", "该人员在此期间已担任该职务。");

    /// <summary>No such post of this organization.</summary>
    public static Error PostNotFound { get; } = Error.NotFound("post-not-found",
        "The organization has no such standing post.", "该组织没有这一有效任职记录。");
}
