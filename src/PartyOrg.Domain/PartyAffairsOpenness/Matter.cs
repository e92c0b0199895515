using System.Globalization;
using NodaTime;

namespace PartyOrg.Domain.PartyAffairsOpenness;

/// <summary>The six categories of what is made public (TWS-8.2).</summary>
public enum PublicationCategory
{
    /// <summary>Major decisions and resolutions: drafting, making, issuing, carrying out.</summary>
    Decisions,

    /// <summary>The leading body's own construction: opinions collected, criticism and self-criticism as far as TWS-4.5 lets it, rectification, integrity reports, notices of important matters.</summary>
    LeadingBody,

    /// <summary>How the rules on integrity and self-discipline are carried out.</summary>
    Integrity,

    /// <summary>Organization construction: representatives elected, members developed, activists, democratic appraisal, dues.</summary>
    OrganizationConstruction,

    /// <summary>Supervision: breaches dealt with, letters and visits, inner-Party supervision.</summary>
    Supervision,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What kind of work a publication is about; its stages and its time follow from it (TWS-8.3, TWS-8.4).</summary>
public enum PublicationNature
{
    /// <summary>Routine work: public all year round.</summary>
    RoutineWork,

    /// <summary>A major decision: all three stages, and the superior's approval; public all year round.</summary>
    MajorDecision,

    /// <summary>A target task: opened before the targets are set, all three stages; public all year round.</summary>
    TargetTask,

    /// <summary>Periodic work: public within 15 days of its end.</summary>
    PeriodicWork,

    /// <summary>Temporary work: public within 15 days of its end.</summary>
    TemporaryWork,
}

/// <summary>For whom a publication is (TWS-8.4b).</summary>
public enum PublicationAudience
{
    /// <summary>Every employee; nobody needs an account to read it.</summary>
    Employees,

    /// <summary>Members only.</summary>
    Members,
}

/// <summary>How it is made public (TWS-8.4d).</summary>
public enum PublicationForm
{
    /// <summary>A meeting for employees.</summary>
    Meeting,

    /// <summary>An announcement for employees.</summary>
    Announcement,

    /// <summary>An inner-Party meeting.</summary>
    InnerPartyMeeting,

    /// <summary>An inner-Party document.</summary>
    Document,

    /// <summary>An inner-Party circular.</summary>
    Circular,
}

/// <summary>What is to be made public: everything that is settled before its first step.</summary>
/// <param name="Title">What it is called, 1 to 200 characters.</param>
/// <param name="Text">What is made public, 1 to 20,000 characters.</param>
/// <param name="Category">Its category (TWS-8.2).</param>
/// <param name="Nature">What kind of work it is about (TWS-8.4a, TWS-8.4c).</param>
/// <param name="Audience">For whom.</param>
/// <param name="Form">How (TWS-8.4d).</param>
/// <param name="WorkEndedOn">The day on which periodic or temporary work ended; there exactly for these two.</param>
public sealed record Matter(
    string Title, string Text, PublicationCategory Category, PublicationNature Nature, PublicationAudience Audience, PublicationForm Form, LocalDate? WorkEndedOn = null)
{
    /// <summary>Whether it passes all three stages, and not only the last (TWS-8.3, reading: what is decided, and targets that are set).</summary>
    public bool IsStaged => IsMajor || Nature == PublicationNature.TargetTask;

    /// <summary>Whether it is a major matter, which only the superior's approval lets out (TWS-8.4b).</summary>
    public bool IsMajor => Nature == PublicationNature.MajorDecision || Category == PublicationCategory.Decisions;

    /// <summary>Whether it is work with an end, from which its time runs (TWS-8.4c).</summary>
    public bool HasEnd => Nature is PublicationNature.PeriodicWork or PublicationNature.TemporaryWork;

    /// <summary>Whether the form suits the audience: meeting and announcement are for employees, the others stay inside the Party (TWS-8.4d).</summary>
    public bool FormFits => (Form is PublicationForm.Meeting or PublicationForm.Announcement) == (Audience == PublicationAudience.Employees);
}

/// <summary>A number that the product has counted; nobody types it.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="En">What it counts, in English.</param>
/// <param name="Zh">What it counts, in Chinese.</param>
/// <param name="Value">The number in digits; money in yuan with two places.</param>
public sealed record Figure(string Name, string En, string Zh, string Value)
{
    /// <summary>A count.</summary>
    public static Figure Count(string name, string en, string zh, int count) => new(name, en, zh, count.ToString(CultureInfo.InvariantCulture));
}

/// <summary>The numbers with which a publication was generated, and from what.</summary>
/// <param name="Source">The name of the draft, <c>supervision</c>.</param>
/// <param name="From">The first day counted.</param>
/// <param name="To">The last day counted.</param>
/// <param name="Figures">The numbers.</param>
public sealed record DrawnFigures(string Source, LocalDate From, LocalDate To, IReadOnlyList<Figure> Figures);

/// <summary>Somebody looked whether the matter may be made public (TWS-8.3, reading).</summary>
/// <param name="On">When.</param>
/// <param name="By">The name of the account that did.</param>
/// <param name="IsSecret">Whether it is confidential, and so is never published (TWS-8.4b).</param>
/// <param name="Remark">What was looked at.</param>
public sealed record SecrecyCheck(LocalDate On, string By, bool IsSecret, string Remark);

/// <summary>The preliminary plan that the general meeting and the Party groups formed out of the opinions (TWS-8.3).</summary>
/// <param name="Text">The plan.</param>
/// <param name="MeetingIds">The meetings that did it.</param>
/// <param name="FormedOn">The day of the last of them.</param>
public sealed record PreliminaryPlan(string Text, IReadOnlyList<Guid> MeetingIds, LocalDate FormedOn);

/// <summary>The decision, made in the open by democratic discussion (TWS-8.3).</summary>
/// <param name="Text">What was decided; after the last stage this is the result that is public.</param>
/// <param name="MeetingId">The meeting that decided.</param>
/// <param name="DecidedOn">Its day.</param>
/// <param name="Title">What the result is to be called, where that was revised after the decision; it becomes the title when the result is made public.</param>
public sealed record OpenDecision(string Text, Guid MeetingId, LocalDate DecidedOn, string? Title = null);
