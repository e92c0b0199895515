using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using NodaTime;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Pipeline;

/// <summary>What callers may do today: the live session, assigned roles, and roles that follow from posts and belonging.</summary>
public sealed class Rights(PartyOrgContext db, KeptRights kept, KnownRules known, Clock clock)
{
    /// <summary>Fills the caller's rights by one query; false when there is no live session of an open account.</summary>
    public async Task<bool> Read(Caller caller, CancellationToken cancellation)
    {
        if (caller.AccountId is not { } account) return false;
        var today = clock.Today;
        var rows = await RowsOf.For(db)(db, account, caller.SessionId ?? default, caller.SessionId is null, today).ToListAsync(cancellation);
        if (rows.Find(r => r.Kind == RowKind.Account) is not { } live) return false;

        var roles = rows.Where(r => r.Kind != RowKind.Account).SelectMany(r => RolesOf(r).Select(role => new HeldRole(role, r.Organization, r.Path ?? ""))).ToList();
        var rights = new ReadRights(live.Person, roles, today, live.Version ?? 0);
        caller.Know(rights);

        // Whoever adopts a rule pack moves everybody's version.
        if (caller.SessionId is not { } asking || kept.Of(asking, today)?.Version != rights.Version) await known.Learn(db, cancellation);
        if (caller.SessionId is { } session) kept.Keep(session, rights);
        return true;
    }

    /// <summary>Fills the caller's rights by what an earlier request of the session read today; false when there is nothing.</summary>
    public bool Recall(Caller caller)
    {
        if (caller.SessionId is not { } session || kept.Of(session, clock.Today) is not { } rights) return false;
        caller.Assume(rights);
        return true;
    }

    /// <summary>Moves the version of the rights of everyone whose roles, posts, belonging or places in the tree the tracked changes touch.</summary>
    public async Task OutdateChanged(CancellationToken cancellation)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changed.Exists(e => e is { Entity: Organization, State: EntityState.Modified } && (e.Property(nameof(Organization.Path)).IsModified || e.Property(nameof(Organization.Level)).IsModified)))
        {
            await OutdateAll(cancellation);
            return;
        }

        var accounts = changed.Select(e => e.Entity switch { Account { } account => account.Id, RoleAssignment role => role.AccountId, _ => (Id<Account>?)null }).OfType<Id<Account>>().Distinct().ToList();
        if (accounts.Count > 0) await Outdate(db.Accounts.Where(a => accounts.Contains(a.Id)), cancellation);
        await Outdate([.. changed.Select(e => e.Entity switch { Post post => post.PersonId, Affiliation belonging => belonging.PersonId, _ => (Id<Person>?)null }).OfType<Id<Person>>()], cancellation);
    }

    /// <summary>Moves the version of everybody's rights: the tree has changed, or the rules that processes know.</summary>
    public Task OutdateAll(CancellationToken cancellation) =>
        db.Sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.RightsVersion, s => s.RightsVersion + 1), cancellation);

    /// <summary>Moves the version of the rights of these persons, whose posts or belonging were changed by a statement that nothing tracks.</summary>
    public async Task Outdate(IReadOnlyCollection<Id<Person>> persons, CancellationToken cancellation)
    {
        foreach (var some in persons.Distinct().Chunk(PersonsOfStatement)) await Outdate(db.Accounts.Where(a => a.PersonId != null && some.Contains(a.PersonId.Value)), cancellation);
    }

    private const int PersonsOfStatement = 500;

    private Task Outdate(IQueryable<Account> accounts, CancellationToken cancellation) => db.Sessions.Where(s => s.EndedAt == null && accounts.Any(a => a.Id == s.AccountId))
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.RightsVersion, s => s.RightsVersion + 1), cancellation);

    // Only a job comes without a session: it goes on when who asked for it has signed out.
    private static readonly Compiled<Func<PartyOrgContext, Id<Account>, Id<Session>, bool, LocalDate, IAsyncEnumerable<Row>>> RowsOf = new(() =>
        EF.CompileAsyncQuery((PartyOrgContext db, Id<Account> account, Id<Session> session, bool ofJob, LocalDate today) =>
            (from a in db.Accounts.Where(a => a.Id == account && a.ClosedAt == null)
             from s in db.Sessions.Where(s => s.Id == session && s.AccountId == a.Id && s.EndedAt == null).DefaultIfEmpty()
             where ofJob || s != null
             select new Row { Kind = RowKind.Account, Version = (int?)s.RightsVersion, Person = a.PersonId, Role = Role.None, Office = null, Level = null, Organization = null, Path = null })
            .Concat(
                from r in db.RoleAssignments.Where(r => r.AccountId == account && r.VoidedAt == null && r.From <= today && (r.To == null || r.To >= today))
                from o in db.Organizations.Where(o => o.Id == r.OrganizationId).DefaultIfEmpty()
                select new Row { Kind = RowKind.Assigned, Version = null, Person = null, Role = r.Role, Office = null, Level = null, Organization = r.OrganizationId, Path = o.Path })
            .Concat(
                from a in db.Accounts.Where(a => a.Id == account)
                join p in db.Posts.Where(p => p.VoidedAt == null && p.From <= today && (p.To == null || p.To >= today)) on a.PersonId equals p.PersonId
                join o in db.Organizations on p.OrganizationId equals o.Id
                select new Row { Kind = RowKind.Post, Version = null, Person = null, Role = Role.None, Office = p.Office, Level = o.Level, Organization = (Id<Organization>?)o.Id, Path = o.Path })
            .Concat(
                from a in db.Accounts.Where(a => a.Id == account)
                join f in db.Affiliations.Where(f => f.VoidedAt == null && f.From <= today && (f.To == null || f.To >= today)) on a.PersonId equals f.PersonId
                join o in db.Organizations on f.OrganizationId equals o.Id
                select new Row { Kind = RowKind.Belonging, Version = null, Person = null, Role = Role.Member, Office = null, Level = null, Organization = (Id<Organization>?)o.Id, Path = o.Path })));

    private static IEnumerable<Role> RolesOf(Row row) => row.Office is { } office ? RolesOf(office, row.Level) : [row.Role];

    /// <summary>The roles that follow from a post.</summary>
    /// <param name="office">The office.</param>
    /// <param name="level">The level of the organization in which it is held; none where it has none.</param>
    internal static IEnumerable<Role> RolesOf(Office office, JurisdictionLevel? level) =>
        level is null && office.InspectsDiscipline() ? new[] { RoleOf(office, level), Role.DisciplineInspector }.Distinct() : [RoleOf(office, level)];

    private static Role RoleOf(Office office, JurisdictionLevel? of) => office switch
    {
        _ when of is { } level && office.SitsOnCommittee() => level switch
        {
            JurisdictionLevel.Town => Role.TownOfficer,
            JurisdictionLevel.County => Role.CountyOfficer,
            _ => Role.CityOfficer,
        },
        Office.Secretary or Office.DeputySecretary => Role.BranchSecretary,
        Office.GroupLeader => Role.GroupLeader,
        Office.Instructor => Role.Instructor,
        Office.DisciplineContact => Role.DisciplineInspector,
        _ => Role.CommitteeMember,
    };

    private enum RowKind { Account, Assigned, Post, Belonging }

    private sealed class Row
    {
        public RowKind Kind { get; init; }
        public int? Version { get; init; }
        public Id<Person>? Person { get; init; }
        public Role Role { get; init; }
        public Office? Office { get; init; }
        public JurisdictionLevel? Level { get; init; }
        public Id<Organization>? Organization { get; init; }
        public string? Path { get; init; }
    }
}
