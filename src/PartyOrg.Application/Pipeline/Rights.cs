using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Pipeline;

/// <summary>Reads a caller's rights as they are today, in one query: the live session, assigned roles, and roles that follow from posts and belonging.</summary>
public sealed class Rights(PartyOrgContext db, Clock clock)
{
    /// <summary>Fills the caller's rights; false when there is no live session of an open account.</summary>
    public async Task<bool> Read(Caller caller, CancellationToken cancellation)
    {
        if (caller.AccountId is not { } account) return false;
        var rows = await RowsOf(account, caller.SessionId).ToListAsync(cancellation);
        if (rows.Count == 0) return false;

        var roles = rows.Where(r => r.Kind != RowKind.Session).Select(r => new HeldRole(RoleOf(r), r.Organization, r.Path ?? "")).ToList();
        caller.Know(rows[0].Person, roles, clock.Today);
        return true;
    }

    private IQueryable<Row> RowsOf(Id<Account> account, Id<Session>? session)
    {
        var today = clock.Today;
        var open = db.Accounts.Where(a => a.Id == account && a.ClosedAt == null);
        // Only a job comes without a session: it goes on when who asked for it has signed out.
        var accounts = session is { } named ? db.Sessions.Where(s => s.Id == named && s.AccountId == account && s.EndedAt == null).Join(open, s => s.AccountId, a => a.Id, (s, a) => a) : open;

        var live = accounts.Select(a => new Row { Kind = RowKind.Session, Person = a.PersonId, Role = Role.None, Office = null, Level = null, Organization = null, Path = null });
        var assigned =
            from a in accounts
            join r in db.RoleAssignments on a.Id equals r.AccountId
            from o in db.Organizations.Where(o => o.Id == r.OrganizationId).DefaultIfEmpty()
            where r.VoidedAt == null && r.From <= today && (r.To == null || r.To >= today)
            select new Row { Kind = RowKind.Assigned, Person = a.PersonId, Role = r.Role, Office = null, Level = null, Organization = r.OrganizationId, Path = o.Path };
        var posts =
            from a in accounts
            join p in db.Posts on a.PersonId equals p.PersonId
            join o in db.Organizations on p.OrganizationId equals o.Id
            where p.VoidedAt == null && p.From <= today && (p.To == null || p.To >= today)
            select new Row { Kind = RowKind.Post, Person = a.PersonId, Role = Role.None, Office = p.Office, Level = o.Level, Organization = (Id<Organization>?)o.Id, Path = o.Path };
        var belongings =
            from a in accounts
            join f in db.Affiliations on a.PersonId equals f.PersonId
            join o in db.Organizations on f.OrganizationId equals o.Id
            where f.VoidedAt == null && f.From <= today && (f.To == null || f.To >= today)
            select new Row { Kind = RowKind.Belonging, Person = a.PersonId, Role = Role.Member, Office = null, Level = null, Organization = (Id<Organization>?)o.Id, Path = o.Path };
        return live.Concat(assigned).Concat(posts).Concat(belongings).AsNoTracking();
    }

    private static Role RoleOf(Row row) => row.Office switch
    {
        null => row.Role,
        { } office when row.Level is { } level && office.SitsOnCommittee() => level switch
        {
            JurisdictionLevel.Town => Role.TownOfficer,
            JurisdictionLevel.County => Role.CountyOfficer,
            _ => Role.CityOfficer,
        },
        Office.Secretary or Office.DeputySecretary => Role.BranchSecretary,
        Office.GroupLeader => Role.GroupLeader,
        Office.Instructor => Role.Instructor,
        _ => Role.CommitteeMember,
    };

    private enum RowKind { Session, Assigned, Post, Belonging }

    private sealed class Row
    {
        public RowKind Kind { get; init; }
        public Id<Person>? Person { get; init; }
        public Role Role { get; init; }
        public Office? Office { get; init; }
        public JurisdictionLevel? Level { get; init; }
        public Id<Organization>? Organization { get; init; }
        public string? Path { get; init; }
    }
}
