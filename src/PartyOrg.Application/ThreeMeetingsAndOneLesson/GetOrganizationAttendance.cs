using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Shows how well an organization's own meetings and classes were attended in a period (TWS-3.5b): in all, by kind, and member by member in the order of
/// their names. Absences with leave are shown apart. Its Party groups have rates of their own; of a meeting that it held with others its own members count.
/// </summary>
/// <param name="Organization">The organization or Party group.</param>
/// <param name="From">The first day, or the period in which it lies: <c>2026-03-15</c>, <c>2026-03</c>, <c>2026-Q1</c>, <c>2026</c>; this year where nothing is said.</param>
/// <param name="To">The last day, or the period in which it lies. At most ten years.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetOrganizationAttendance(Id<Organization> Organization, string? From, string? To) : IQuery<OrganizationAttendanceAnswer>;

/// <summary>How well an organization's meetings were attended.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Meetings">How many were held.</param>
/// <param name="Total">All of them together.</param>
/// <param name="ByKind">Each kind by itself; a gathering of two kinds counts in both.</param>
/// <param name="ByMember">Each member by himself, in the order of their names; none for callers who only belong to the organization.</param>
public sealed record OrganizationAttendanceAnswer(
    Id<Organization> OrganizationId, LocalDate From, LocalDate To, int Meetings, RateAnswer Total, IReadOnlyList<KindAttendance> ByKind,
    IReadOnlyList<PersonAttendance>? ByMember);

/// <summary>The meetings of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Meetings">How many were held.</param>
/// <param name="Rate">How they were attended.</param>
public sealed record KindAttendance(string Kind, int Meetings, RateAnswer Rate);

/// <summary>One member.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Rate">How he attended.</param>
public sealed record PersonAttendance(Id<Person> PersonId, string Name, RateAnswer Rate);

internal sealed class GetOrganizationAttendanceHandler(PartyOrgContext db, Caller caller) : IHandler<GetOrganizationAttendance, OrganizationAttendanceAnswer>
{
    public async Task<Result<OrganizationAttendanceAnswer>> Handle(GetOrganizationAttendance request, CancellationToken cancellationToken)
    {
        var days = Asked.Days(request.From, request.To, caller.Today);
        if (!days.Succeeded) return days.Errors[0];
        var (from, to) = (days.Value.From, days.Value.To!.Value);
        var path = await db.Organizations.InScope(caller).Where(o => o.Id == request.Organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
        if (path is null) return OrganizationErrors.NotFound;

        var inPeriod = db.Meetings.Where(m => m.On >= from && m.On <= to && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Confirmed));
        var alone = inPeriod.Where(m => m.OrganizationId == request.Organization && !m.IsJoint);
        var together = inPeriod.Where(m => m.IsJoint && (m.OrganizationId == request.Organization || db.JointOrganizations.Any(j => j.MeetingId == m.Id && j.OrganizationId == request.Organization)));
        var expectedTogether = together.Join(db.JointAttendances.Where(j => j.OrganizationId == request.Organization), m => m.Id, j => j.MeetingId, (m, j) => j);
        var linesTogether = expectedTogether.Join(db.Attendances, j => new { j.MeetingId, j.PersonId }, a => new { a.MeetingId, a.PersonId }, (j, a) => a);
        var lines = alone.Join(db.Attendances, m => m.Id, a => a.MeetingId, (m, a) => a).Concat(linesTogether);
        var meetings = await alone.Concat(together).Select(m => new { m.Id, m.Kinds, m.MakeUps, m.IsJoint }).ToListAsync(cancellationToken);
        var own = (await expectedTogether.Select(j => new { j.MeetingId, j.PersonId }).ToListAsync(cancellationToken)).Select(j => (j.MeetingId, j.PersonId)).ToHashSet();
        var counts = (await lines.GroupBy(a => new { a.MeetingId, a.Status }).Select(g => new { g.Key.MeetingId, g.Key.Status, Times = g.Count() }).ToListAsync(cancellationToken))
            .ToLookup(c => c.MeetingId, c => (c.Status, c.Times));
        var madeUp = meetings.SelectMany(m => m.MakeUps.Where(u => u.VoidedAt is null && (!m.IsJoint || own.Contains((m.Id, u.PersonId)))).Select(u => (m.Id, u.PersonId))).ToList();
        var ofMeeting = madeUp.ToLookup(u => u.Id);
        var byKind = meetings.SelectMany(m => m.Kinds.Select(kind => (kind, m.Id))).GroupBy(m => m.kind, m => m.Id).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KindAttendance(g.Key, g.Count(), Rate(g.SelectMany(id => counts[id]), g.Sum(id => ofMeeting[id].Count()))));
        return new OrganizationAttendanceAnswer(
            request.Organization, from, to, meetings.Count, Rate(meetings.SelectMany(m => counts[m.Id]), madeUp.Count), [.. byKind],
            (caller.RolesOver(path) & Role.Readers) != 0 ? await ByMember(lines, madeUp.ToLookup(u => u.PersonId), cancellationToken) : null);
    }

    private async Task<List<PersonAttendance>> ByMember(IQueryable<Attendance> lines, ILookup<Id<Person>, (Id<Meeting>, Id<Person>)> madeUp, CancellationToken cancellation)
    {
        var counts = await lines.GroupBy(a => new { a.PersonId, a.Status }).Select(g => new { g.Key.PersonId, g.Key.Status, Times = g.Count() })
            .Join(db.Persons, c => c.PersonId, p => p.Id, (c, p) => new { c.PersonId, c.Status, c.Times, p.Name, p.NameKey }).ToListAsync(cancellation);
        return [.. counts.GroupBy(c => (c.NameKey, c.PersonId, c.Name)).OrderBy(g => g.Key.NameKey, StringComparer.Ordinal).ThenBy(g => g.Key.PersonId.Value)
            .Select(g => new PersonAttendance(g.Key.PersonId, g.Key.Name, Rate(g.Select(c => (c.Status, c.Times)), madeUp[g.Key.PersonId].Count())))];
    }

    private RateAnswer Rate(IEnumerable<(AttendanceStatus, int)> counts, int madeUp) => RateAnswer.Of(AttendanceRate.Of(counts, madeUp), caller.Language);
}
