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

/// <summary>Shows one meeting whole: its plan, its record as it stands, and its roll.</summary>
/// <param name="Meeting">The meeting, of an organization in the caller's scope, or one that the caller chairs.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetMeeting(Id<Meeting> Meeting) : IQuery<MeetingAnswer>;

/// <summary>A meeting, planned or held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">Whose meeting it is.</param>
/// <param name="OrganizationName">What that organization is called.</param>
/// <param name="Organizations">Those that hold it together, the one whose meeting it is first, and how the members of each attended; none where one alone holds it.</param>
/// <param name="Kinds">What it is, by the names of its kinds.</param>
/// <param name="On">The date on which it was held, or for which it is planned.</param>
/// <param name="StartsAt">When it begins, local time.</param>
/// <param name="Place">Where.</param>
/// <param name="Status">How far it is.</param>
/// <param name="ChairName">Who chairs it; none while that is not settled.</param>
/// <param name="RecorderName">Who took the minutes; none before it was held.</param>
/// <param name="Plan">What was planned, as it stood last; none where it was recorded without a plan.</param>
/// <param name="Postponements">The dates that the plan gave up, oldest first.</param>
/// <param name="Record">What is recorded, as it stands; none before it was held.</param>
/// <param name="Roll">Those expected, by name, and whether they took part; empty before it was held, and after the record was withdrawn.</param>
/// <param name="MakeUps">Who made it up, in the order in which that was recorded; what was taken back too.</param>
/// <param name="Rate">How many of those expected took part (TWS-3.5b); none before it was held.</param>
/// <param name="ConfirmedAt">When the chair confirmed the minutes as they stand.</param>
/// <param name="EndedBecause">Why it was cancelled or withdrawn.</param>
/// <param name="Revisions">How many earlier records there are to be read.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record MeetingAnswer(
    Id<Meeting> Id, Id<Organization> OrganizationId, string OrganizationName, IReadOnlyList<JointOrganizationAnswer> Organizations, IReadOnlyList<string> Kinds, LocalDate On, LocalTime StartsAt, string Place, MeetingStatus Status,
    string? ChairName, string? RecorderName, MeetingPlan? Plan, IReadOnlyList<Postponement> Postponements, MeetingRecord? Record, IReadOnlyList<NamedRollEntry> Roll, IReadOnlyList<MakeUp> MakeUps, RateAnswer? Rate,
    Instant? ConfirmedAt, string? EndedBecause, int Revisions, int Version) : Answer, IVersioned;

/// <summary>One of the organizations that hold a meeting together.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Rate">How many of those whom it expected took part; none before the meeting was held.</param>
public sealed record JointOrganizationAnswer(Id<Organization> OrganizationId, string Name, RateAnswer? Rate);

/// <summary>One line of a roll.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called today.</param>
/// <param name="Status">Whether he took part.</param>
/// <param name="Reason">Why he was excused; for the chair, for those who read the organization's records, and for himself.</param>
/// <param name="MadeUpOn">When he made it up, who was absent.</param>
public sealed record NamedRollEntry(Id<Person> PersonId, string Name, AttendanceStatus Status, string? Reason, LocalDate? MadeUpOn = null);

internal sealed class GetMeetingHandler(PartyOrgContext db, Caller caller) : IHandler<GetMeeting, MeetingAnswer>
{
    public async Task<Result<MeetingAnswer>> Handle(GetMeeting request, CancellationToken cancellationToken)
    {
        var found = await db.Meetings.InScopeOrChaired(caller, db).Where(m => m.Id == request.Meeting)
            .Join(db.Organizations, m => m.OrganizationId, o => o.Id, (meeting, o) => new { Meeting = meeting, o.Name, o.Path }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null) return MeetingErrors.NotFound;

        var roll = await db.Attendances.Where(a => a.MeetingId == request.Meeting)
            .Join(db.Persons, a => a.PersonId, p => p.Id, (a, p) => new { Line = a, p.Name, p.NameKey })
            .OrderBy(r => r.NameKey).ThenBy(r => r.Line.PersonId).AsNoTracking().ToListAsync(cancellationToken);
        var meeting = found.Meeting;
        var readsReasons = caller.ReadsReasons(meeting.ChairId, found.Path);
        var (organizations, own) = meeting.IsJoint ? await Together(meeting, [.. roll.Select(r => r.Line)], cancellationToken) : ([], []);
        var names = await NamesOf(meeting, roll.ToDictionary(r => r.Line.PersonId, r => r.Name), cancellationToken);
        return new MeetingAnswer(
            meeting.Id, meeting.OrganizationId, found.Name, organizations, meeting.Kinds, meeting.On, meeting.StartsAt, meeting.Place, meeting.Status,
            meeting.ChairId is { } chair ? names.GetValueOrDefault(chair) : null, meeting.Record is { } record ? names.GetValueOrDefault(record.RecorderId) : null,
            meeting.Plan, meeting.Postponements, meeting.Record, roll.ConvertAll(r => new NamedRollEntry(r.Line.PersonId, r.Name, r.Line.Status, readsReasons || own.Contains(r.Line.PersonId) || r.Line.PersonId == caller.PersonId ? r.Line.Reason : null, meeting.MadeUpOn(r.Line.PersonId))),
            meeting.MakeUps,
            roll.Count == 0 ? null : RateAnswer.Of(AttendanceRate.Of(roll.Select(r => (r.Line.Status, 1)), meeting.MakeUps.Count(m => m.VoidedAt is null)), caller.Language),
            meeting.ConfirmedAt, meeting.EndedBecause, meeting.Replaced, meeting.Version);
    }

    // Who reads the records of one of the organizations reads why its own members were excused.
    private async Task<(List<JointOrganizationAnswer> Organizations, HashSet<Id<Person>> Own)> Together(Meeting meeting, List<Attendance> roll, CancellationToken cancellation)
    {
        var ids = meeting.JointWith.Prepend(meeting.OrganizationId).ToList();
        var organizations = await db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.Path }).ToDictionaryAsync(o => o.Id, cancellation);
        var expected = (await db.JointAttendances.Where(j => j.MeetingId == meeting.Id).AsNoTracking().ToListAsync(cancellation)).ToLookup(j => j.OrganizationId, j => j.PersonId);
        RateAnswer? RateOf(Id<Organization> id)
        {
            var lines = roll.FindAll(l => expected[id].Contains(l.PersonId));
            return lines.Count == 0 ? null : RateAnswer.Of(AttendanceRate.Of(lines.Select(l => (l.Status, 1)), lines.Count(l => meeting.MadeUpOn(l.PersonId) is not null)), caller.Language);
        }

        return (ids.ConvertAll(id => new JointOrganizationAnswer(id, organizations[id].Name, RateOf(id))), [.. ids.Where(id => caller.ReadsReasons(null, organizations[id].Path)).SelectMany(id => expected[id])]);
    }

    // Chair and recorder stand on the roll nearly always; a guest, or the chair of a plan, is looked up.
    private async Task<Dictionary<Id<Person>, string>> NamesOf(Meeting meeting, Dictionary<Id<Person>, string> known, CancellationToken cancellation)
    {
        var wanted = new[] { meeting.ChairId, meeting.Record?.RecorderId }.OfType<Id<Person>>().Where(p => !known.ContainsKey(p)).Distinct().ToList();
        if (wanted.Count == 0) return known;
        foreach (var person in await db.Persons.Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation)) known[person.Id] = person.Name;
        return known;
    }
}
