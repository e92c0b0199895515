using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>
/// Shows what is recorded of a member's study in a year: hours of self-study by class, centralised study and training attended, and the results of checks (TWS-6.3a, 6.3b, 6.4, 6.8). Objectives (TWS-5) and appraisal
/// (TWS-7) rest on it. A member reads his own.
/// </summary>
/// <param name="Member">The member.</param>
/// <param name="Year">The calendar year, 2000 to 2100; this year where it is left out.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetStudyRecord(Id<Person> Member, int? Year) : IQuery<StudyRecordAnswer>, IAboutMember;

/// <summary>What is recorded of a member's study in a year.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Year">The year.</param>
/// <param name="SelfStudyHours">Hours of self-study, all classes together.</param>
/// <param name="SelfStudy">Hours of self-study, by class.</param>
/// <param name="Attended">How many sessions and trainings he attended, by kind.</param>
/// <param name="Checks">What checks found of him, the latest first.</param>
public sealed record StudyRecordAnswer(
    Id<Person> PersonId, string Name, int Year, decimal SelfStudyHours, IReadOnlyList<HoursOfContent> SelfStudy, IReadOnlyList<AttendedStudy> Attended, IReadOnlyList<StudyResultOnDay> Checks) : Answer;

/// <summary>Hours of self-study of a class.</summary>
/// <param name="Content">The class (TWS-6.2).</param>
/// <param name="Hours">The hours.</param>
public sealed record HoursOfContent(StudyContent Content, decimal Hours);

/// <summary>How often a member attended a kind of study or training.</summary>
/// <param name="Kind">The activity kind: <c>centralisedStudy</c>, <c>training</c>, <c>partyWorkerTraining</c>.</param>
/// <param name="Times">How many he attended.</param>
/// <param name="Expected">At how many he was expected.</param>
public sealed record AttendedStudy(string Kind, int Times, int Expected);

/// <summary>What a check found of a member.</summary>
/// <param name="CheckId">The check.</param>
/// <param name="CheckedOn">The day.</param>
/// <param name="Result">The result.</param>
/// <param name="Remark">A remark.</param>
public sealed record StudyResultOnDay(Id<StudyCheck> CheckId, LocalDate CheckedOn, StudyResult Result, string? Remark);

internal sealed class GetStudyRecordHandler(PartyOrgContext db, Caller caller) : IHandler<GetStudyRecord, StudyRecordAnswer>
{
    public async Task<Result<StudyRecordAnswer>> Handle(GetStudyRecord request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? caller.Today.Year;
        if (year is < 2000 or > 2100) return YearOutOfRange;
        var name = await db.Persons.InScope(caller, db).Where(p => p.Id == request.Member).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
        return name is null ? MemberErrors.NotFound : await db.StudyRecordOf(request.Member, name, year, cancellationToken);
    }

    private static Error YearOutOfRange { get; } = Error.Invalid("year-out-of-range", "A year lies between 2000 and 2100.", "年份须在 2000 至 2100 之间。", "/year");
}

/// <summary>What is recorded of a member's study, for whoever assesses him (TWS-5, TWS-7).</summary>
internal static class StudyRecords
{
    private static readonly string[] Kinds = ["centralisedStudy", "training", "partyWorkerTraining"];

    /// <summary>The record of a calendar year. Who may see the member is the caller's to have looked at.</summary>
    public static async Task<StudyRecordAnswer> StudyRecordOf(this PartyOrgContext db, Id<Person> person, string name, int year, CancellationToken cancellation)
    {
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        var minutes = await db.SelfStudyNotes.Where(n => n.PersonId == person && n.WithdrawnBecause == null && n.StudiedOn >= first && n.StudiedOn <= last)
            .GroupBy(n => n.Content).Select(g => new { Content = g.Key, Minutes = g.Sum(n => n.Minutes) }).ToListAsync(cancellation);
        var lines = await db.Attendances.Where(a => a.PersonId == person)
            .Join(db.Meetings.Where(m => m.On >= first && m.On <= last), a => a.MeetingId, m => m.Id, (a, m) => new { a.Status, m.Kinds }).ToListAsync(cancellation);
        var checks = await (
            from r in db.StudyCheckResults
            where r.PersonId == person
            join c in db.StudyChecks.Where(c => c.WithdrawnBecause == null && c.CheckedOn >= first && c.CheckedOn <= last) on r.CheckId equals c.Id
            orderby c.CheckedOn descending, c.Id descending
            select new StudyResultOnDay(c.Id, c.CheckedOn, r.Result, r.Remark)).ToListAsync(cancellation);
        return new(
            person, name, year, minutes.Sum(m => m.Minutes) / 60m, [.. minutes.OrderBy(m => m.Content).Select(m => new HoursOfContent(m.Content, m.Minutes / 60m))],
            [.. Kinds.Select(k => (Kind: k, Of: lines.FindAll(l => l.Kinds.Contains(k)))).Where(k => k.Of.Count > 0)
                .Select(k => new AttendedStudy(k.Kind, k.Of.Count(l => l.Status is AttendanceStatus.Present or AttendanceStatus.Online), k.Of.Count))],
            checks);
    }
}
