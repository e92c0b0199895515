using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Accounts;

/// <summary>What the codes of accounts are called.</summary>
public static class AccountLabels
{
    /// <summary>Who signs in.</summary>
    public static CodeList<AccountKind> Kinds { get; } = new(
        new(AccountKind.Person, "Person", "个人"),
        new(AccountKind.Service, "Service", "系统"));

    /// <summary>Roles, one at a time.</summary>
    public static CodeList<Role> Roles { get; } = new(
        new(Role.Member, "Member", "党员"),
        new(Role.GroupLeader, "Group leader", "党小组组长"),
        new(Role.CommitteeMember, "Committee member", "支部委员"),
        new(Role.BranchSecretary, "Branch secretary", "党支部书记"),
        new(Role.TownOfficer, "Town officer", "乡镇（街道）党务干部"),
        new(Role.CountyOfficer, "County officer", "县（区）党务干部"),
        new(Role.CityOfficer, "City officer", "市党务干部"),
        new(Role.Instructor, "Party-building instructor", "党建工作指导员"),
        new(Role.Specialist, "Party-building specialist", "党建专干"),
        new(Role.Auditor, "Auditor", "审计人员"),
        new(Role.SystemAdministrator, "System administrator", "系统管理员"),
        new(Role.SecurityAdministrator, "Security administrator", "安全管理员"),
        new(Role.AuditAdministrator, "Audit administrator", "审计管理员"),
        new(Role.Service, "Service", "系统"),
        new(Role.DisciplineInspector, "Discipline inspector", "纪检委员（联络员）"));
}
