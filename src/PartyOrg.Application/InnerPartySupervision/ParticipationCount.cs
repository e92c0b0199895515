using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.InnerPartySupervision;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.InnerPartySupervision;

/// <summary>How the members of an organization took part in its organizational life, meetings of its Party groups included: counted from the rolls (TWS-9.2.1, TWS-3.5b).</summary>
/// <param name="Meetings">How many meetings and classes were held.</param>
/// <param name="Total">All members together.</param>
/// <param name="Members">Each member by himself, in the order of their names.</param>
internal sealed record ParticipationCount(int Meetings, CountedAttendance Total, IReadOnlyList<CountedMember> Members)
{
    public static async Task<ParticipationCount> Of(PartyOrgContext db, Id<Organization> organization, LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        var own = db.Organizations.Where(o => o.Id == organization || (o.SuperiorId == organization && o.Type == OrganizationType.PartyGroup)).Select(o => o.Id);
        var held = db.Meetings.Where(m => m.On >= from && m.On <= to && (m.Status == MeetingStatus.Held || m.Status == MeetingStatus.Confirmed));
        var alone = held.Where(m => !m.IsJoint && own.Contains(m.OrganizationId));
        var expected = db.JointAttendances.Where(j => own.Contains(j.OrganizationId)).Select(j => new { j.MeetingId, j.PersonId }).Distinct();
        var together = held.Where(m => m.IsJoint && expected.Any(j => j.MeetingId == m.Id));
        var lines = await alone.Join(db.Attendances, m => m.Id, a => a.MeetingId, (m, a) => new { a.MeetingId, a.PersonId, a.Status }).ToListAsync(cancellation);
        lines.AddRange(await together.Join(expected, m => m.Id, j => j.MeetingId, (m, j) => j)
            .Join(db.Attendances, j => new { j.MeetingId, j.PersonId }, a => new { a.MeetingId, a.PersonId }, (j, a) => new { a.MeetingId, a.PersonId, a.Status }).ToListAsync(cancellation));
        var meetings = await alone.Concat(together).Select(m => new { m.Id, m.MakeUps }).AsNoTracking().ToListAsync(cancellation);
        var madeUp = meetings.SelectMany(m => m.MakeUps.Where(u => u.VoidedAt is null).Select(u => (m.Id, u.PersonId))).ToHashSet();
        var persons = lines.Select(l => l.PersonId).ToHashSet();
        var names = await db.Persons.Where(p => persons.Contains(p.Id)).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        var byPerson = lines.ToLookup(l => l.PersonId);
        CountedAttendance Rate(IEnumerable<(Id<Meeting> Meeting, Id<Person> Person, AttendanceStatus Status)> some)
        {
            var counted = some.ToList();
            return CountedAttendance.Of(AttendanceRate.Of(counted.Select(l => (l.Status, 1)), counted.Count(l => madeUp.Contains((l.Meeting, l.Person)))));
        }

        return new(meetings.Count, Rate(lines.Select(l => (l.MeetingId, l.PersonId, l.Status))),
            [.. names.Select(n => new CountedMember(n.Id, n.Name, Rate(byPerson[n.Id].Select(l => (l.MeetingId, l.PersonId, l.Status)))))]);
    }
}
