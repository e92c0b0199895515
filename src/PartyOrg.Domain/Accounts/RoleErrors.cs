using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Accounts;

/// <summary>Refusals of role administration.</summary>
public static class RoleErrors
{
    /// <summary>No such standing assignment.</summary>
    public static Error NotFound { get; } = Error.NotFound("role-assignment-not-found",
        "There is no such role assignment, or it has ended. Look it up with GET /api/v1/role-assignments.", "没有该角色授权，或其已终止。请通过 GET /api/v1/role-assignments 查询。");

    /// <summary>None, or several at once.</summary>
    public static Error NotOne { get; } = Error.Invalid("role-not-one", "Name one role. Several roles are several assignments.", "请填写一个角色；多个角色请分别授权。", "/role");

    /// <summary>A role of another system's account, or of a person's.</summary>
    public static Error DoesNotFitAccount { get; } = Error.RuleBroken("REG-15", "role-does-not-fit-account",
        "A service account holds the role service and no other, and only a service account holds it.", "服务账号只能担任 service 角色，该角色也只能由服务账号担任。");

    /// <summary>A role that needs an organization.</summary>
    public static Error OrganizationMissing { get; } = Error.RuleBroken("REG-15", "role-organization-missing",
        "This role is held for an organization. Name it.", "该角色须对应一个组织。请填写组织。");

    /// <summary>An administration for an organization.</summary>
    public static Error AdministrationHasNoPlace { get; } = Error.RuleBroken("REG-15", "administration-has-no-organization",
        "System, security and audit administration are held for no organization. Leave it out.", "系统、安全、审计管理员不对应组织。请去掉组织。");

    /// <summary>A town's role for a county, a branch's role for a town.</summary>
    public static Error DoesNotFitOrganization { get; } = Error.RuleBroken("REG-15", "role-does-not-fit-organization",
        "The role does not fit the organization: an officer's role is held for a territorial committee of its level, a branch's role for an organization below them, a group leader's for a Party group.",
        "角色与组织不符：干部角色对应相应层级的地方党组织，支部角色对应基层党组织，党小组组长角色对应党小组。");

    /// <summary>Another administration in the same days.</summary>
    public static Error AdministrationsTogether { get; } = Error.RuleBroken("REG-13", "administrations-held-together",
        "The account holds another of the three administrations in these days, and nobody holds two. End that one first, or choose another person.",
        "该账号在此期间已担任三员中的另一员，不得兼任。请先终止原角色，或选择其他人员。");

    /// <summary>A role for himself.</summary>
    public static Error ForOneself { get; } = Error.RuleBroken("REG-13", "role-for-oneself",
        "Nobody grants a role to himself. Ask another security administrator.", "任何人不得为自己授予角色。请由其他安全管理员办理。");

    /// <summary>A new invitation for who holds an administration.</summary>
    public static Error AdministrationNotInvited { get; } = Error.RuleBroken("REG-13", "administration-not-invited",
        "The account holds one of the three administrations and gets no new invitation. The security administrator ends the role first; the last one is invited again on the machine itself, by partyorg create-admin.",
        "该账号担任三员之一，不得重新邀请。请先由安全管理员终止其角色；最后一名安全管理员须在服务器上通过 partyorg create-admin 重新邀请。");

    /// <summary>The last one who could grant roles.</summary>
    public static Error LastSecurityAdministrator { get; } = Error.RuleBroken("REG-16", "last-security-administrator",
        "This is the last security administrator who can sign in. Grant the role to another account without an end first.",
        "这是最后一名可登录的安全管理员。请先为其他账号授予无终止日期的该角色。");

    /// <summary>The same role for the same organization in the same days.</summary>
    public static Error HeldAlready { get; } = Error.RuleBroken("REG-15", "role-held-already",
        "The account holds this role for this organization in these days already.", "该账号在此期间已对该组织担任此角色。");

    /// <summary>The end lies before the beginning.</summary>
    public static Error EndsBeforeItBegins { get; } = Error.Invalid("role-ends-before-it-begins", "The last day of a role is not before its first day.", "角色的结束日期不得早于开始日期。", "/to");

    /// <summary>A role cannot have been held before it was granted.</summary>
    public static Error BeginsInPast { get; } = Error.Invalid("role-begins-in-past", "A role begins today or later: nobody had it before it was granted.", "角色自今日或以后生效，授权之前不得追溯。", "/from");

    /// <summary>What was held yesterday cannot be taken back.</summary>
    public static Error EndsInPast(LocalDate yesterday) => Error.Invalid("role-ends-in-past",
        $"A role ends at once (last day {yesterday:uuuu-MM-dd}) or later: what was done with it before stays done.",
        $"角色只能立即终止（最后一日 {yesterday:uuuu-MM-dd}）或在以后终止，此前的行为不受影响。", "/lastDay");
}
