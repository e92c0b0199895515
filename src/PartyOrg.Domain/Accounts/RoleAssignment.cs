using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Accounts;

/// <summary>A role that an account holds for an organization and its subtree.</summary>
public sealed class RoleAssignment : DatedFact
{
    private RoleAssignment() { }

    /// <summary>The account holds the role from a day to a day, both included.</summary>
    public RoleAssignment(Id<RoleAssignment> id, Id<Account> account, Role role, Id<Organization>? organization, LocalDate from, LocalDate? to, Instant at) : base(from, to, at) =>
        (Id, AccountId, Role, OrganizationId) = (id, account, role, organization);

    /// <summary>The fact's own id; an end is another fact.</summary>
    public Id<RoleAssignment> Id { get; private set; }

    /// <summary>Who holds it.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>One role.</summary>
    public Role Role { get; private set; }

    /// <summary>For which organization; none for the three administrations, which have no place in the tree.</summary>
    public Id<Organization>? OrganizationId { get; private set; }
}

/// <summary>What can be said of each role.</summary>
public static class Roles
{
    /// <summary>Whether it names exactly one role.</summary>
    public static bool IsOne(this Role role) => Enum.IsDefined(role) && int.PopCount((int)role) == 1;

    /// <summary>Whether it is one of the three administrations, which have no place in the tree.</summary>
    public static bool IsAdministration(this Role role) => (role & Role.Administrators) != 0;

    /// <summary>Whether it can be held for the organization (REG-15).</summary>
    public static bool Fits(this Role role, Organization organization) => role switch
    {
        Role.TownOfficer => organization.Level == JurisdictionLevel.Town,
        Role.CountyOfficer => organization.Level == JurisdictionLevel.County,
        Role.CityOfficer => organization.Level is JurisdictionLevel.City or JurisdictionLevel.Province,
        Role.GroupLeader => organization.Type == OrganizationType.PartyGroup,
        Role.BranchSecretary or Role.CommitteeMember or Role.DisciplineInspector => !organization.Type.IsTerritorial() && organization.Type != OrganizationType.PartyGroup,
        Role.Member => !organization.Type.IsTerritorial(),
        _ => !role.IsAdministration(),
    };
}
