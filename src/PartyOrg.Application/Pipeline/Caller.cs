using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Pipeline;

/// <summary>A role held today for an organization, with the organization's place in the tree.</summary>
/// <param name="Role">One role.</param>
/// <param name="OrganizationId">For which organization; none for the administrations.</param>
/// <param name="Path">The organization's materialised path; empty for the administrations.</param>
public sealed record HeldRole(Role Role, Id<Organization>? OrganizationId, string Path);

/// <summary>Who asks, what he may do today, and what came with the request beside its body. One per request.</summary>
public sealed class Caller
{
    private int? assumed;

    /// <summary>The account that the access token names; none before sign-in.</summary>
    public Id<Account>? AccountId { get; private set; }

    /// <summary>The session that the access token names.</summary>
    public Id<Session>? SessionId { get; private set; }

    /// <summary>The registered person behind the account, where there is one.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>The civil date for which the rights were read.</summary>
    public LocalDate Today { get; private set; }

    /// <summary>Every role held today.</summary>
    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];

    /// <summary>The roles that the operation at hand allows, or none when the caller holds none of them.</summary>
    public Role Allowed { get; private set; } = Role.Anyone;

    /// <summary>Whether the command line of the machine asks, and not somebody over the network.</summary>
    public bool IsOnMachine { get; private set; }

    /// <summary>The language of messages.</summary>
    public Language Language { get; set; } = Language.En;

    /// <summary>The key that makes a creating request safe to repeat.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>What the client calls itself, up to 200 characters.</summary>
    public string Client { get; set; } = "";

    /// <summary>The id under which the request's trace and log lines are found.</summary>
    public string TraceId { get; set; } = "";

    /// <summary>Where in the tree the operation at hand reaches: the paths of the organizations in which the caller holds a role that it allows.</summary>
    public IReadOnlyList<string> Reach => ReachOf(Allowed);

    /// <summary>Where the caller reaches other people's records: being a member of an organization shows nobody but oneself.</summary>
    public IReadOnlyList<string> ReachOfPersons => ReachOf(Allowed & ~Role.Member);

    /// <summary>Whether the caller holds one of the roles somewhere.</summary>
    public bool Holds(Role roles) => Roles.Any(r => (r.Role & roles) != 0);

    /// <summary>Whether the caller holds one of the roles over the organization that stands at this path.</summary>
    public bool Holds(Role roles, string path) => Roles.Any(r => (r.Role & roles) != 0 && r.Path.Length > 0 && path.StartsWith(r.Path, StringComparison.Ordinal));

    /// <summary>Takes the identity that the access token names; what the caller may do is read when a request is authorized.</summary>
    public void Identify(Id<Account> account, Id<Session> session) => (AccountId, SessionId) = (account, session);

    /// <summary>Takes the identity of the account that asked for a job: its rights are read when the job runs, without a session.</summary>
    public void ActFor(Id<Account> account) => (AccountId, SessionId) = (account, null);

    /// <summary>The command line asks: whoever may run the program on its machine.</summary>
    public void ActOnMachine() => IsOnMachine = true;

    /// <summary>Takes what was read of the caller's rights.</summary>
    internal void Know(ReadRights rights) => (PersonId, Roles, Today, assumed) = (rights.Person, rights.Roles, rights.Day, null);

    /// <summary>Takes rights that were read for an earlier request; they hold when the database still names the version under which they were read.</summary>
    internal void Assume(ReadRights rights)
    {
        Know(rights);
        assumed = rights.Version;
    }

    /// <summary>Whether what the caller may do was taken from an earlier request and the database has not confirmed it yet.</summary>
    public bool IsUnproven => assumed is not null;

    /// <summary>Takes the version of the rights that the database names in this request; none when the session has ended.</summary>
    public void Prove(int? version)
    {
        if (assumed == version) assumed = null;
    }

    /// <summary>Narrows the reach to what the operation at hand allows.</summary>
    public void Narrow(Role allowed) => Allowed = allowed;

    /// <summary>The paths of the organizations in which the caller holds one of the roles; a subtree within another one adds nothing to it.</summary>
    public IReadOnlyList<string> ReachOf(Role roles)
    {
        var paths = new List<string>();
        foreach (var path in Roles.Where(r => (r.Role & roles) != 0 && r.Path.Length > 0).Select(r => r.Path).Order(StringComparer.Ordinal))
        {
            if (paths.Count == 0 || !path.StartsWith(paths[^1], StringComparison.Ordinal)) paths.Add(path);
        }

        return paths;
    }
}
