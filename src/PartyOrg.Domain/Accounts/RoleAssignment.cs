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

    /// <summary>The fact's own id.</summary>
    public Id<RoleAssignment> Id { get; private set; }

    /// <summary>Who holds it.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>One role.</summary>
    public Role Role { get; private set; }

    /// <summary>For which organization; none for the three administrations, which have no place in the tree.</summary>
    public Id<Organization>? OrganizationId { get; private set; }
}
