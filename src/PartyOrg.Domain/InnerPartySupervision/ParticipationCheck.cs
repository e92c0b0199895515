using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.InnerPartySupervision;

/// <summary>What the rolls said on the day of the check; what is corrected later changes no check that was made.</summary>
/// <param name="Present">Times there.</param>
/// <param name="Online">Times online.</param>
/// <param name="AbsentWithLeave">Times excused.</param>
/// <param name="AbsentWithoutReason">Times missing.</param>
/// <param name="MadeUp">How many of the absences were made up later.</param>
public sealed record CountedAttendance(int Present, int Online, int AbsentWithLeave, int AbsentWithoutReason, int MadeUp)
{
    /// <summary>What was counted for a rate.</summary>
    public static CountedAttendance Of(AttendanceRate rate) => new(rate.Present, rate.Online, rate.AbsentWithLeave, rate.AbsentWithoutReason, rate.MadeUp);

    /// <summary>The rate over it (TWS-3.5b).</summary>
    public AttendanceRate ToRate() => new(Present, Online, AbsentWithLeave, AbsentWithoutReason, MadeUp);
}

/// <summary>How often one member took part.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he was called on that day.</param>
/// <param name="Counted">How he attended.</param>
public sealed record CountedMember(Id<Person> PersonId, string Name, CountedAttendance Counted);

/// <summary>
/// The check of how members take part in organizational life (TWS-9.2.1). Its numbers are counted from the rolls and typed by nobody; what was found and asked for is added.
/// </summary>
public sealed class ParticipationCheck : Aggregate
{
    /// <summary>The longest finding, in characters.</summary>
    public const int TextLength = 4_000;

    private ParticipationCheck() { }

    /// <summary>The check's id.</summary>
    public Id<ParticipationCheck> Id { get; private set; }

    /// <summary>Whose members were checked.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The first day that was counted: that of the half year.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The day of the check, and the last that was counted.</summary>
    public LocalDate CheckedOn { get; private set; }

    /// <summary>How many meetings and classes were held.</summary>
    public int Meetings { get; private set; }

    /// <summary>All members together.</summary>
    public CountedAttendance Total { get; private set; } = new(0, 0, 0, 0, 0);

    /// <summary>Each member by himself.</summary>
    public IReadOnlyList<CountedMember> Members { get; private set; } = [];

    /// <summary>What was found, and what is asked of whom.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>Which of the six subjects it looked at (TWS-9.1).</summary>
    public IReadOnlyList<SupervisionSubject> Subjects { get; private set; } = [];

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>The first of the days that a check on this day counts: the period for which the duty is judged where the organization stands, by the book the half year.</summary>
    public static LocalDate BeginningOf(LocalDate day, LocalRules rules) => (rules.PeriodOf("TWS-9.2.1", day) ?? PeriodLength.HalfYear.PeriodOn(day)).From;

    /// <summary>Records the check with what was counted.</summary>
    public static Result<ParticipationCheck> Record(
        Id<Organization> organization, LocalDate from, LocalDate on, int meetings, CountedAttendance total, IReadOnlyList<CountedMember> members, string findings, IReadOnlyList<SupervisionSubject> subjects, Ids ids)
    {
        if (SupervisionSubjects.FaultIn(subjects) is { } fault) return fault;
        if (meetings == 0) return SupervisionErrors.NothingToCheck(from, on);
        var check = new ParticipationCheck
        {
            Id = ids.New<ParticipationCheck>(), OrganizationId = organization, From = from, CheckedOn = on, Meetings = meetings, Total = total, Members = members, Findings = findings, Subjects = subjects,
        };
        check.Raise(new EvidenceGained(organization.Value, "participationCheck", on, check.Key));
        foreach (var subject in subjects) check.Raise(new EvidenceGained(organization.Value, subject.Evidence(), on, check.Key));
        check.Raise(new("participationCheck.recorded"));
        return check;
    }
}
