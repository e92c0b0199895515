using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Shows how a member attended the meetings and classes at which he was expected in a period (TWS-3.5b), of whichever organization or Party group.
/// Absences with leave are shown apart. A member sees his own; others are seen by those who read the records of their organization.
/// </summary>
/// <param name="Member">The person.</param>
/// <param name="From">The first day, or the period in which it lies: <c>2026-03-15</c>, <c>2026-03</c>, <c>2026-Q1</c>, <c>2026</c>; this year where nothing is said.</param>
/// <param name="To">The last day, or the period in which it lies. At most ten years.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetMemberAttendance(Id<Person> Member, string? From, string? To) : IQuery<MemberAttendanceAnswer>, IAboutMember;

/// <summary>How a member attended.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Total">All meetings at which he was expected together.</param>
/// <param name="ByKind">Each kind by itself; a gathering of two kinds counts in both.</param>
/// <param name="Absences">Every absence, the latest first.</param>
public sealed record MemberAttendanceAnswer(
    Id<Person> PersonId, string Name, LocalDate From, LocalDate To, RateAnswer Total, IReadOnlyList<KindAttendance> ByKind, IReadOnlyList<AbsenceAnswer> Absences);

/// <summary>A meeting that the member did not attend.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="OrganizationId">Whose meeting it was.</param>
/// <param name="HeldOn">When it was held.</param>
/// <param name="Kinds">What it was.</param>
/// <param name="Status">With leave or without reason.</param>
/// <param name="Reason">Why he was excused.</param>
/// <param name="MadeUpOn">When he made it up; none where he did not.</param>
public sealed record AbsenceAnswer(Id<Meeting> MeetingId, Id<Organization> OrganizationId, LocalDate HeldOn, IReadOnlyList<string> Kinds, AttendanceStatus Status, string? Reason, LocalDate? MadeUpOn);

internal sealed class GetMemberAttendanceHandler(PartyOrgContext db, Caller caller) : IHandler<GetMemberAttendance, MemberAttendanceAnswer>
{
    public async Task<Result<MemberAttendanceAnswer>> Handle(GetMemberAttendance request, CancellationToken cancellationToken)
    {
        var days = Asked.Days(request.From, request.To, caller.Today);
        if (!days.Succeeded) return days.Errors[0];
        var (from, to) = (days.Value.From, days.Value.To!.Value);

        var name = await db.Persons.InScope(caller, db).Where(p => p.Id == request.Member).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
        if (name is null) return MemberErrors.NotFound;

        var lines = await db.Attendances.Where(a => a.PersonId == request.Member)
            .Join(db.Meetings.Where(m => m.On >= from && m.On <= to), a => a.MeetingId, m => m.Id, (a, m) => new { Line = a, m.OrganizationId, m.On, m.Kinds, m.MakeUps })
            .OrderByDescending(l => l.On).AsNoTracking().ToListAsync(cancellationToken);
        var madeUp = lines.SelectMany(l => l.MakeUps.Where(m => m.PersonId == request.Member && m.VoidedAt is null).Select(m => (l.Line.MeetingId, m.On))).ToDictionary(m => m.MeetingId, m => m.On);
        var byKind = lines.SelectMany(l => l.Kinds.Select(kind => (kind, l.Line))).GroupBy(l => l.kind, l => l.Line).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KindAttendance(g.Key, g.Count(), Rate([.. g], madeUp)));
        return new MemberAttendanceAnswer(
            request.Member, name, from, to, Rate(lines.ConvertAll(l => l.Line), madeUp), [.. byKind],
            [.. lines.Where(l => !l.Line.Entry.TookPart()).Select(l => new AbsenceAnswer(l.Line.MeetingId, l.OrganizationId, l.On, l.Kinds, l.Line.Status, l.Line.Reason, madeUp.TryGetValue(l.Line.MeetingId, out var on) ? on : null))]);
    }

    private RateAnswer Rate(List<Attendance> lines, Dictionary<Id<Meeting>, LocalDate> madeUp) =>
        RateAnswer.Of(AttendanceRate.Of(lines.Select(l => (l.Status, 1)), lines.Count(l => madeUp.ContainsKey(l.MeetingId))), caller.Language);
}
