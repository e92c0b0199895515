using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Accounts;

/// <summary>A way to sign in. A person may have none; an account may be a service and belong to nobody.</summary>
public sealed class Account : Aggregate
{
    private Account() { }

    /// <summary>An account that nobody can sign in to yet: a password is set by invitation or by command.</summary>
    public Account(Id<Account> id, string userName, string displayName, Id<Person>? person, Instant at)
    {
        (Id, UserName, DisplayName, PersonId, CreatedAt) = (id, userName, displayName, person, at);
        Raise(new("account.created"));
    }

    /// <summary>The account's id.</summary>
    public Id<Account> Id { get; private set; }

    /// <summary>What the owner types to sign in; unique, compared without regard to case.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>What others see.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>The registered person it belongs to, where there is one; roles follow from his posts.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>When it was made.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it was closed for good; none while it can be used.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>The password's hash, as the identity library writes it; none before the invitation is accepted.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever a credential changes.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Failed attempts to sign in since the last success.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>Until when nobody can sign in after too many failed attempts.</summary>
    public Instant? LockedUntil { get; set; }

    /// <summary>Whether a one-time password (TOTP) is asked for.</summary>
    public bool SecondFactor { get; set; }

    /// <summary>The secret of the one-time password, encrypted.</summary>
    public string? SecondFactorSecret { get; set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => null;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>A credential changed: the password was set, or the second factor turned on or off.</summary>
    public void CredentialChanged(string what) => Raise(new(what));

    /// <summary>Closes the account; every session of it ends at the next request.</summary>
    public void Close(Instant at)
    {
        ClosedAt ??= at;
        Raise(new("account.closed"));
    }
}

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
