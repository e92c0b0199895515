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
    /// <summary>Meetings of the organizations in the caller's reach, also those that one of them holds together with others. For what is asked for by its id.</summary>
    public static IQueryable<Meeting> InScope(this IQueryable<Meeting> meetings, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.InScope(caller);
        return meetings.Where(m => reached.Any(o => o.Id == m.OrganizationId) || (m.IsJoint && db.JointOrganizations.Any(j => j.MeetingId == m.Id && reached.Any(o => o.Id == j.OrganizationId))));
    }

    /// <summary>The same, and the meetings that the caller chairs: whoever is sent to chair another branch's meeting reads and confirms its minutes.</summary>
    public static IQueryable<Meeting> InScopeOrChaired(this IQueryable<Meeting> meetings, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.InScope(caller);
        var self = caller.PersonId;
        return meetings.Where(m => reached.Any(o => o.Id == m.OrganizationId) || (self != null && m.ChairId == self)
            || (m.IsJoint && db.JointOrganizations.Any(j => j.MeetingId == m.Id && reached.Any(o => o.Id == j.OrganizationId))));
    }

    /// <summary>
    /// The meeting that is asked for, if it is there and has the version that the caller saw. Whoever changes records of its organization at the same
    /// moment waits until this transaction ends, and then finds his version stale.
    /// </summary>
    public static async Task<Result<Meeting>> MeetingToChange(
        this PartyOrgContext db, Func<IQueryable<Meeting>, IQueryable<Meeting>> asked, ExpectedVersion expected, CancellationToken cancellation)
    {
        if (!await db.LockMeeting(asked(db.Meetings), cancellation)) return MeetingErrors.NotFound;
        return (await asked(db.Meetings).SingleOrDefaultAsync(cancellation)).Expecting(expected, MeetingErrors.NotFound);
    }

    /// <summary>Takes the turn of every organization that holds the meeting, in the order in which everybody takes them; false where there is none.</summary>
    public static async Task<bool> LockMeeting(this PartyOrgContext db, IQueryable<Meeting> asked, CancellationToken cancellation)
    {
        var found = await asked.Select(m => new { m.Id, m.OrganizationId, m.IsJoint }).SingleOrDefaultAsync(cancellation);
        if (found is null) return false;
        if (found.IsJoint)
        {
            var others = await db.JointOrganizations.Where(j => j.MeetingId == found.Id).Select(j => j.OrganizationId).ToListAsync(cancellation);
            await db.LockChains([found.OrganizationId.Value, .. others.Select(o => o.Value)], cancellation);
        }

        await db.LockChain(found.OrganizationId.Value, cancellation);
        return true;
    }

    /// <summary>The roles that the caller holds over what stands at this path.</summary>
    public static Role RolesOver(this Caller caller, string path) =>
        caller.Roles.Where(r => r.Path.Length > 0 && path.StartsWith(r.Path, StringComparison.Ordinal)).Aggregate(Role.None, (all, r) => all | r.Role);

    /// <summary>Whether the caller reads why others were excused: belonging to the same branch is no reason to know of an illness.</summary>
    public static bool ReadsReasons(this Caller caller, Id<Person>? chair, string path) => (caller.RolesOver(path) & Role.Readers) != 0 || (chair is not null && chair == caller.PersonId);

    /// <summary>The roles that the caller holds over the meeting's organization; of a joint one, those that let him write for each, or what is common to all.</summary>
    public static async Task<Role> RolesOver(this PartyOrgContext db, Caller caller, Meeting meeting, ActivityKinds kinds, CancellationToken cancellation)
    {
        var organizations = meeting.JointWith.Prepend(meeting.OrganizationId).ToList();
        var roles = (await db.Organizations.Where(o => organizations.Contains(o.Id)).Select(o => o.Path).ToListAsync(cancellation)).ConvertAll(caller.RolesOver);
        return kinds.Named(meeting.Kinds).All(k => roles.TrueForAll(r => (r & k.RecordedBy) != 0)) ? roles.Aggregate((all, r) => all | r) : roles.Aggregate((all, r) => all & r);
    }

    /// <summary>
    /// The organization as it was on the day, and who was expected of it by the derivations that the kinds use: one statement. None where it is out of the
    /// caller's reach.
    /// </summary>
    public static async Task<OrganizationOnDay?> OnDay(
        this PartyOrgContext db, Caller caller, Id<Organization> organization, LocalDate day, IReadOnlyList<ActivityKind> kinds, CancellationToken cancellation)
    {
        var derivations = kinds.Select(k => k.Expected).ToHashSet();
        var (ofBelonging, ofPosts) = (derivations.Any(d => d is not (WhoIsExpected.Committee or WhoIsExpected.PostHolders)), derivations.Any(d => d is WhoIsExpected.Committee or WhoIsExpected.CommitteeOrAllWhoBelong or WhoIsExpected.PostHolders));
        var rows = await FactsOnDay.For(db)(db, organization, day, ofBelonging, ofPosts, caller.SessionId ?? default).ToListAsync(cancellation);
        if (rows.Count > 0) caller.Prove(rows[0].RightsVersion);
        if (rows.Count == 0 || !caller.Holds(caller.Allowed, rows[0].Path)) return null;

        var facts = rows.FindAll(r => r.PersonId is not null);
        return new(organization, day, rows[0].Type, caller.RolesOver(rows[0].Path), derivations.ToDictionary(d => d, IReadOnlySet<Id<Person>> (d) => Derive(d, facts)));
    }

    /// <summary>The first registered guest whom the register does not know, as an error that points at him.</summary>
    public static async Task<Error?> UnknownGuest(this PartyOrgContext db, MeetingRecord record, CancellationToken cancellation)
    {
        var guests = record.Guests.Where(g => g.PersonId is not null).Select(g => g.PersonId!.Value).ToList();
        if (guests.Count == 0) return null;
        var known = await db.Persons.Where(p => guests.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation);
        return record.Guests.Index().Where(g => g.Item.PersonId is { } id && !known.Contains(id)).Select(g => MeetingErrors.PersonUnknown.At($"/record/guests/{g.Index}/personId")).FirstOrDefault();
    }

    // Compiled: recording a meeting is a hot path. What is out of reach is sorted out by the path that comes with it.
    private static readonly Compiled<Func<PartyOrgContext, Id<Organization>, LocalDate, bool, bool, Id<Session>, IAsyncEnumerable<Fact>>> FactsOnDay = new(() =>
        EF.CompileAsyncQuery((PartyOrgContext db, Id<Organization> organization, LocalDate day, bool ofBelonging, bool ofPosts, Id<Session> session) =>
            from o in db.Organizations
            where o.Id == organization
            from l in db.Lifetimes.Where(l => l.OrganizationId == organization && l.VoidedAt == null && l.From <= day && (l.To == null || l.To >= day)).DefaultIfEmpty()
            from f in db.Affiliations.Where(a => ofBelonging && a.OrganizationId == organization && a.VoidedAt == null && a.From <= day && (a.To == null || a.To >= day))
                .Select(a => new { a.PersonId, Belonging = (Belonging?)a.Belonging, Office = (Office?)null })
                .Concat(db.Posts.Where(p => ofPosts && p.OrganizationId == organization && p.VoidedAt == null && p.From <= day && (p.To == null || p.To >= day))
                    .Select(p => new { p.PersonId, Belonging = (Belonging?)null, Office = (Office?)p.Office })).DefaultIfEmpty()
            select new Fact
            {
                Path = o.Path, Type = (OrganizationType?)l.Type, PersonId = (Id<Person>?)f.PersonId, Belonging = f.Belonging, Office = f.Office,
                RightsVersion = db.Sessions.Where(s => s.Id == session && s.EndedAt == null).Select(s => (int?)s.RightsVersion).FirstOrDefault(),
            }));

    private static HashSet<Id<Person>> Derive(WhoIsExpected derivation, List<Fact> facts) => derivation switch
    {
        WhoIsExpected.GroupMembers => facts.Where(f => f.Belonging is Belonging.Group).Select(f => f.PersonId!.Value).ToHashSet(),
        WhoIsExpected.AllWhoBelong => facts.Where(f => f.Belonging is Belonging.Relation or Belonging.Enrolment).Select(f => f.PersonId!.Value).ToHashSet(),
        WhoIsExpected.CommitteeOrAllWhoBelong => Derive(WhoIsExpected.Committee, facts) is { Count: > 0 } committee ? committee : Derive(WhoIsExpected.AllWhoBelong, facts),
        WhoIsExpected.PostHolders => facts.Where(f => f.Office is not null).Select(f => f.PersonId!.Value).ToHashSet(),
        _ => facts.Exists(f => f.Office?.MakesCommittee() ?? false) ? facts.Where(f => f.Office?.SitsOnCommittee() ?? false).Select(f => f.PersonId!.Value).ToHashSet() : [],
    };

    private sealed class Fact
    {
        public string Path { get; init; } = "";
        public OrganizationType? Type { get; init; }
        public Id<Person>? PersonId { get; init; }
        public Belonging? Belonging { get; init; }
        public Office? Office { get; init; }
        public int? RightsVersion { get; init; }
    }
}
