using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Meetings in the caller's reach, and what the register says of an organization on a meeting's day.</summary>
internal static class MeetingScope
{
    /// <summary>Meetings of the organizations in the caller's reach.</summary>
    public static IQueryable<Meeting> InScope(this IQueryable<Meeting> meetings, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.InScope(caller);
        return meetings.Where(m => reached.Any(o => o.Id == m.OrganizationId));
    }

    /// <summary>The same, and the meetings that the caller chairs: whoever is sent to chair another branch's meeting reads and confirms its minutes.</summary>
    public static IQueryable<Meeting> InScopeOrChaired(this IQueryable<Meeting> meetings, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.InScope(caller);
        var self = caller.PersonId;
        return meetings.Where(m => reached.Any(o => o.Id == m.OrganizationId) || (self != null && m.ChairId == self));
    }

    /// <summary>
    /// The meeting that is asked for, if it is there and has the version that the caller saw. Whoever changes records of its organization at the same
    /// moment waits until this transaction ends, and then finds his version stale.
    /// </summary>
    public static async Task<Result<Meeting>> MeetingToChange(
        this PartyOrgContext db, Func<IQueryable<Meeting>, IQueryable<Meeting>> asked, ExpectedVersion expected, CancellationToken cancellation)
    {
        var organization = await asked(db.Meetings).Select(m => (Id<Organization>?)m.OrganizationId).SingleOrDefaultAsync(cancellation);
        if (organization is null) return MeetingErrors.NotFound;
        await db.LockChain(organization.Value.Value, cancellation);
        return (await asked(db.Meetings).SingleOrDefaultAsync(cancellation)).Expecting(expected, MeetingErrors.NotFound);
    }

    /// <summary>The roles that the caller holds over what stands at this path.</summary>
    public static Role RolesOver(this Caller caller, string path) =>
        caller.Roles.Where(r => r.Path.Length > 0 && path.StartsWith(r.Path, StringComparison.Ordinal)).Aggregate(Role.None, (all, r) => all | r.Role);

    /// <summary>Whether the caller reads why others were excused: belonging to the same branch is no reason to know of an illness.</summary>
    public static bool ReadsReasons(this Caller caller, Id<Person>? chair, string path) => (caller.RolesOver(path) & Role.Readers) != 0 || (chair is not null && chair == caller.PersonId);

    /// <summary>The roles that the caller holds over the meeting's organization.</summary>
    public static async Task<Role> RolesOver(this PartyOrgContext db, Caller caller, Meeting meeting, CancellationToken cancellation) =>
        caller.RolesOver(await db.Organizations.InScope(caller).Where(o => o.Id == meeting.OrganizationId).Select(o => o.Path).SingleAsync(cancellation));

    /// <summary>
    /// The organization as it was on the day, and who was expected of it by the derivations that the kinds use: one statement. None where it is out of the
    /// caller's reach.
    /// </summary>
    public static async Task<OrganizationOnDay?> OnDay(
        this PartyOrgContext db, Caller caller, Id<Organization> organization, LocalDate day, IReadOnlyList<ActivityKind> kinds, CancellationToken cancellation)
    {
        var derivations = kinds.Select(k => k.Expected).ToHashSet();
        var rows = await (
            from o in db.Organizations.InScope(caller)
            where o.Id == organization
            from l in db.Lifetimes.Where(l => l.OrganizationId == o.Id && l.VoidedAt == null && l.From <= day && (l.To == null || l.To >= day)).DefaultIfEmpty()
            from f in db.Facts(day, derivations).Where(f => f.OrganizationId == o.Id).DefaultIfEmpty()
            select new { o.Path, Type = (OrganizationType?)l.Type, PersonId = (Id<Person>?)f.PersonId, f.Belonging, f.Office }).AsNoTracking().ToListAsync(cancellation);
        if (rows.Count == 0) return null;

        var facts = rows.Where(r => r.PersonId is not null).Select(r => (r.PersonId!.Value, r.Belonging, r.Office)).ToList();
        return new(organization, day, rows[0].Type, caller.RolesOver(rows[0].Path), derivations.ToDictionary(d => d, d => Derive(d, facts)));
    }

    /// <summary>The first registered guest whom the register does not know, as an error that points at him.</summary>
    public static async Task<Error?> UnknownGuest(this PartyOrgContext db, MeetingRecord record, CancellationToken cancellation)
    {
        var guests = record.Guests.Where(g => g.PersonId is not null).Select(g => g.PersonId!.Value).ToList();
        if (guests.Count == 0) return null;
        var known = await db.Persons.Where(p => guests.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation);
        return record.Guests.Index().Where(g => g.Item.PersonId is { } id && !known.Contains(id)).Select(g => MeetingErrors.PersonUnknown.At($"/record/guests/{g.Index}/personId")).FirstOrDefault();
    }

    private static IQueryable<Fact> Facts(this PartyOrgContext db, LocalDate day, HashSet<WhoIsExpected> derivations)
    {
        var belongings = db.Affiliations.Where(a => a.VoidedAt == null && a.From <= day && (a.To == null || a.To >= day))
            .Select(a => new Fact { OrganizationId = a.OrganizationId, PersonId = a.PersonId, Belonging = (Belonging?)a.Belonging, Office = (Office?)null });
        if (!derivations.Contains(WhoIsExpected.Committee)) return belongings;
        var posts = db.Posts.Where(p => p.VoidedAt == null && p.From <= day && (p.To == null || p.To >= day))
            .Select(p => new Fact { OrganizationId = p.OrganizationId, PersonId = p.PersonId, Belonging = (Belonging?)null, Office = (Office?)p.Office });
        return derivations.Count == 1 ? posts : belongings.Concat(posts);
    }

    private static IReadOnlySet<Id<Person>> Derive(WhoIsExpected derivation, List<(Id<Person> Person, Belonging? Belonging, Office? Office)> facts) => derivation switch
    {
        WhoIsExpected.GroupMembers => facts.Where(f => f.Belonging is Belonging.Group).Select(f => f.Person).ToHashSet(),
        WhoIsExpected.AllWhoBelong => facts.Where(f => f.Belonging is Belonging.Relation or Belonging.Enrolment).Select(f => f.Person).ToHashSet(),
        _ => facts.Exists(f => f.Office?.MakesCommittee() ?? false) ? facts.Where(f => f.Office?.SitsOnCommittee() ?? false).Select(f => f.Person).ToHashSet() : new HashSet<Id<Person>>(),
    };

    private sealed class Fact
    {
        public Id<Organization> OrganizationId { get; init; }
        public Id<Person> PersonId { get; init; }
        public Belonging? Belonging { get; init; }
        public Office? Office { get; init; }
    }
}
