using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Accounts;

/// <summary>A way to sign in, and the roles that were given to it. A person may have none; an account may be a service and belong to nobody.</summary>
public sealed class Account : Aggregate
{
    /// <summary>After this many failed attempts in a row nobody can sign in for a while.</summary>
    public const int MostFailures = 5;

    /// <summary>How long nobody can sign in then.</summary>
    public static readonly Duration LockedFor = Duration.FromMinutes(15);

    /// <summary>How long an invitation can be accepted.</summary>
    public static readonly Duration InvitedFor = Duration.FromHours(72);

    private readonly List<RoleAssignment> roleAssignments = [];

    private Account() { }

    /// <summary>The account's id.</summary>
    public Id<Account> Id { get; private set; }

    /// <summary>Whether a person or a system signs in.</summary>
    public AccountKind Kind { get; private set; }

    /// <summary>What the owner types to sign in; unique, in its one form.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>What others see.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>The registered person it belongs to, where there is one; roles follow from his posts.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>Whether it came with the sample town: its password stands in a file, and Production does not start with it.</summary>
    public bool IsSample { get; private set; }

    /// <summary>When it was made.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it was closed for good; none while it can be used.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>The password's hash, as the identity library writes it; none before an invitation is accepted.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>Failed attempts to sign in since the last success.</summary>
    public int FailedAttempts { get; private set; }

    /// <summary>Until when nobody can sign in after too many failed attempts.</summary>
    public Instant? LockedUntil { get; private set; }

    /// <summary>Whether a one-time password (TOTP) is asked for.</summary>
    public bool SecondFactor { get; private set; }

    /// <summary>The secret of the one-time password, encrypted; before it is confirmed nobody is asked for it.</summary>
    public byte[]? SecondFactorSecret { get; private set; }

    /// <summary>The time step of the last one-time password: none is taken twice.</summary>
    public long LastOneTimeStep { get; private set; }

    /// <summary>SHA-256 of the invitation that waits to be accepted.</summary>
    public byte[]? InvitationHash { get; private set; }

    /// <summary>The instant from which the invitation is refused.</summary>
    public Instant? InvitedUntil { get; private set; }

    /// <summary>The roles given to it, ended ones too.</summary>
    public IReadOnlyList<RoleAssignment> RoleAssignments => roleAssignments;

    /// <inheritdoc/>
    public override Guid? AuditedUnder => null;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Makes an account that nobody can sign in to yet: its owner sets the password by accepting an invitation.</summary>
    public static Result<Account> Create(Id<Account> id, AccountKind kind, UserName userName, DisplayName displayName, Id<Person>? person, Instant at)
    {
        if (kind == AccountKind.Service && person is not null) return AccountErrors.ServiceIsNobody;
        var account = new Account { Id = id, Kind = kind, UserName = userName.Value, DisplayName = displayName.Value, PersonId = person, CreatedAt = at };
        account.Raise(new("account.created"));
        return account;
    }

    /// <summary>It comes with the sample town.</summary>
    public void BelongToSample() => IsSample = true;

    /// <summary>Whether nobody can sign in at the moment.</summary>
    public bool IsLockedAt(Instant at) => LockedUntil > at;

    /// <summary>Whether the invitation with this secret can be accepted.</summary>
    public bool IsInvitedBy(OneTimeSecret secret, Instant at) => ClosedAt is null && InvitedUntil > at && InvitationHash.AsSpan().SequenceEqual(secret.Hash);

    /// <summary>Counts a failed attempt to guess; the fifth in a row locks the account for a quarter of an hour.</summary>
    public void RefuseSignIn(SignInRefusal because, Instant at)
    {
        Raise(new Noted($"account.{Name(because)}"));
        if (because is SignInRefusal.Locked or SignInRefusal.Closed or SignInRefusal.OneTimePasswordMissing || ++FailedAttempts < MostFailures) return;
        (FailedAttempts, LockedUntil) = (0, at + LockedFor);
        Raise(new Noted("account.locked"));
    }

    /// <summary>Its owner has signed in.</summary>
    public void SignIn()
    {
        (FailedAttempts, LockedUntil) = (0, null);
        Raise(new Noted("account.signedIn"));
    }

    /// <summary>Invites the owner to choose a password. The password before, the second factor and an older invitation are void from now on (REG-13 keeps administrations from it).</summary>
    /// <param name="secret">What the owner brings back.</param>
    /// <param name="ofAdministration">Whether the one who holds an administration is invited: on the machine itself, and nowhere else.</param>
    /// <param name="at">Now.</param>
    public Result<Done> Invite(OneTimeSecret secret, bool ofAdministration, Instant at)
    {
        if (ClosedAt is not null) return AccountErrors.Closed;
        if (!ofAdministration && PasswordHash is not null && WillHold(Role.Administrators, at)) return RoleErrors.AdministrationNotInvited;
        (InvitationHash, InvitedUntil, PasswordHash) = (secret.Hash, at + InvitedFor, null);
        (SecondFactor, SecondFactorSecret) = (false, null);
        Raise(new("account.invited"));
        return Done.It;
    }

    /// <summary>Keeps the hash of a password that its owner chose; an invitation is accepted by it, and failed attempts are forgotten.</summary>
    public void ReceivePassword(string hash)
    {
        (PasswordHash, InvitationHash, InvitedUntil) = (hash, null, null);
        (FailedAttempts, LockedUntil) = (0, null);
        Raise(new("account.passwordSet"));
    }

    /// <summary>Keeps the same password under a stronger hash.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    /// <summary>Keeps the secret of a second factor, which is asked for once a one-time password has confirmed it.</summary>
    public void OfferSecondFactor(byte[] sealedSecret)
    {
        (SecondFactorSecret, LastOneTimeStep) = (sealedSecret, 0);
        Raise(new Noted("account.secondFactorOffered"));
    }

    /// <summary>Asks for a one-time password from now on.</summary>
    public void ConfirmSecondFactor()
    {
        SecondFactor = true;
        Raise(new("account.secondFactorConfirmed"));
    }

    /// <summary>Asks for no one-time password any more.</summary>
    public void RemoveSecondFactor()
    {
        (SecondFactor, SecondFactorSecret) = (false, null);
        Raise(new("account.secondFactorRemoved"));
    }

    /// <summary>Takes note of the time step whose one-time password was used.</summary>
    public void UseOneTimeStep(long step) => LastOneTimeStep = step;

    /// <summary>Links it to a registered person, or to nobody.</summary>
    public Result<Done> LinkTo(Id<Person>? person)
    {
        if (ClosedAt is not null) return AccountErrors.Closed;
        if (Kind == AccountKind.Service && person is not null) return AccountErrors.ServiceIsNobody;
        PersonId = person;
        Raise(new("account.linked"));
        return Done.It;
    }

    /// <summary>Gives it a role from a day on (REG-13, REG-15).</summary>
    /// <param name="role">One role.</param>
    /// <param name="organization">For which organization; none for the three administrations.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself included; none while it goes on.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public Result<RoleAssignment> Grant(Role role, Organization? organization, LocalDate from, LocalDate? to, Ids ids, Instant at)
    {
        if (ClosedAt is not null) return AccountErrors.Closed;
        if (!role.IsOne()) return RoleErrors.NotOne;
        if (to < from) return RoleErrors.EndsBeforeItBegins;
        if (from < Clock.DateOf(at)) return RoleErrors.BeginsInPast;
        if ((Kind == AccountKind.Service) != (role == Role.Service)) return RoleErrors.DoesNotFitAccount;
        if (role.IsAdministration() && organization is not null) return RoleErrors.AdministrationHasNoPlace;
        if (!role.IsAdministration() && organization is null) return RoleErrors.OrganizationMissing;
        if (organization is not null && !role.Fits(organization)) return RoleErrors.DoesNotFitOrganization;
        if (organization is not null && !organization.ExistsOn(from)) return OrganizationErrors.DoesNotExist(organization, from);

        var days = new DayRange(from, to);
        var standing = roleAssignments.FindAll(r => r.VoidedAt is null && r.Days.Overlaps(days));
        if (role.IsAdministration() && standing.Exists(r => r.Role.IsAdministration() && r.Role != role)) return RoleErrors.AdministrationsTogether;
        if (standing.Exists(r => r.Role == role && r.OrganizationId == organization?.Id)) return RoleErrors.HeldAlready;

        var assignment = new RoleAssignment(ids.New<RoleAssignment>(), Id, role, organization?.Id, from, to, at);
        roleAssignments.Add(assignment);
        Raise(new("account.roleGranted"));
        return assignment;
    }

    /// <summary>Ends a role after its last day; a last day of yesterday ends it at the next request. There is always a security administrator (REG-16).</summary>
    /// <param name="id">The assignment.</param>
    /// <param name="lastDay">The last day, itself included; yesterday or later.</param>
    /// <param name="othersAdministerSecurity">Whether another account that can be signed in to is security administrator without an end.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="at">Now.</param>
    public Result<Done> EndRole(Id<RoleAssignment> id, LocalDate lastDay, bool othersAdministerSecurity, Ids ids, Instant at)
    {
        var yesterday = Clock.DateOf(at).PlusDays(-1);
        var assignment = roleAssignments.Find(r => r.Id == id && r.VoidedAt is null && (r.To is null || r.To > yesterday));
        if (assignment is null) return RoleErrors.NotFound;
        if (lastDay < yesterday) return RoleErrors.EndsInPast(yesterday);
        if (assignment.Role == Role.SecurityAdministrator && !othersAdministerSecurity) return RoleErrors.LastSecurityAdministrator;
        End(assignment, lastDay, ids, at);
        Raise(new("account.roleEnded"));
        return Done.It;
    }

    /// <summary>Whether it holds, today or later, one of the roles.</summary>
    public bool WillHold(Role roles, Instant at) => roleAssignments.Exists(r => r.VoidedAt is null && (r.Role & roles) != 0 && (r.To is null || r.To >= Clock.DateOf(at)));

    /// <summary>Closes it for good: its roles end, every session of it ends at the next request. There is always a security administrator (REG-16).</summary>
    public Result<Done> Close(bool othersAdministerSecurity, Ids ids, Instant at)
    {
        if (ClosedAt is not null) return AccountErrors.Closed;
        if (WillHold(Role.SecurityAdministrator, at) && !othersAdministerSecurity) return RoleErrors.LastSecurityAdministrator;
        var yesterday = Clock.DateOf(at).PlusDays(-1);
        foreach (var assignment in roleAssignments.FindAll(r => r.VoidedAt is null && (r.To is null || r.To > yesterday))) End(assignment, yesterday, ids, at);
        (ClosedAt, PasswordHash, InvitationHash, InvitedUntil, SecondFactorSecret, SecondFactor) = (at, null, null, null, null, false);
        Raise(new("account.closed"));
        return Done.It;
    }

    private void End(RoleAssignment assignment, LocalDate lastDay, Ids ids, Instant at)
    {
        assignment.Void(at);
        if (assignment.From <= lastDay) roleAssignments.Add(new(ids.New<RoleAssignment>(), Id, assignment.Role, assignment.OrganizationId, assignment.From, lastDay, at));
    }

    private static string Name(SignInRefusal because) => because switch
    {
        SignInRefusal.Password => "passwordRefused",
        SignInRefusal.OneTimePassword => "oneTimePasswordRefused",
        SignInRefusal.OneTimePasswordMissing => "oneTimePasswordAsked",
        SignInRefusal.Locked => "refusedWhileLocked",
        _ => "refusedSinceClosed",
    };
}

/// <summary>Whose account it is.</summary>
public enum AccountKind
{
    /// <summary>A person signs in.</summary>
    Person,

    /// <summary>Another system signs in.</summary>
    Service,
}

/// <summary>Why a sign-in was refused. The caller is told the same for all of them.</summary>
public enum SignInRefusal
{
    /// <summary>The password is wrong, or none is set yet.</summary>
    Password,

    /// <summary>The one-time password is wrong, or was used already.</summary>
    OneTimePassword,

    /// <summary>The password is right, and the one-time password was left out.</summary>
    OneTimePasswordMissing,

    /// <summary>Too many attempts failed before.</summary>
    Locked,

    /// <summary>The account is closed.</summary>
    Closed,
}
