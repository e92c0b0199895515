using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.StudyAndTraining;

/// <summary>A class of what is studied (TWS-6.2).</summary>
public enum StudyContent
{
    /// <summary>Theory.</summary>
    Theory,

    /// <summary>The line, principles and policies.</summary>
    Policies,

    /// <summary>Members' rights, duties and discipline.</summary>
    RightsAndDiscipline,

    /// <summary>Tradition and history.</summary>
    TraditionAndHistory,

    /// <summary>Scientific, cultural and professional knowledge.</summary>
    Knowledge,
}

/// <summary>What somebody studied by himself.</summary>
/// <param name="StudiedOn">The civil date on which he did; not in the future.</param>
/// <param name="Hours">How long, from 0.5 to 24 hours, in steps of 0.1.</param>
/// <param name="Content">Of which class it was (TWS-6.2).</param>
/// <param name="Subject">What it was, 1 to 200 characters.</param>
/// <param name="Notes">What he noted, 1 to 8,000 characters; none where he kept them elsewhere.</param>
public sealed record SelfStudy(LocalDate StudiedOn, decimal Hours, StudyContent Content, string Subject, string? Notes = null)
{
    /// <summary>The longest subject, in characters.</summary>
    public const int SubjectLength = 200;

    /// <summary>The longest notes, in characters.</summary>
    public const int NotesLength = 8_000;

    /// <summary>Every value that cannot be kept, with its pointer.</summary>
    public IEnumerable<Error> Faults()
    {
        if (Hours is < 0.5m or > 24m || decimal.Round(Hours, 1) != Hours) yield return StudyErrors.HoursOutOfRange.At("/hours");
        if (FreeText.FaultIn(Subject, SubjectLength) is { } subject) yield return subject.At("/subject");
        if (Notes is { } notes && FreeText.FaultIn(notes, NotesLength) is { } wrong) yield return wrong.At("/notes");
    }
}

/// <summary>A note of a member's self-study, the main form of study (TWS-6.3a). He alone records it; those who lead his organization see it.</summary>
public sealed class SelfStudyNote : Aggregate
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private SelfStudyNote() { }

    /// <summary>The note's id.</summary>
    public Id<SelfStudyNote> Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>Where his relation lay when he recorded it.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>The day on which he studied.</summary>
    public LocalDate StudiedOn { get; private set; }

    /// <summary>How long, in minutes: databases add whole numbers.</summary>
    public int Minutes { get; private set; }

    /// <summary>Of which class it was.</summary>
    public StudyContent Content { get; private set; }

    /// <summary>What it was.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What he noted.</summary>
    public string? Notes { get; private set; }

    /// <summary>Why he took it back; none while it stands.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>How long, in hours.</summary>
    public decimal Hours => Minutes / 60m;

    /// <summary>The member's record was merged into another one (REG-23).</summary>
    public void PassTo(Id<Person> survivor)
    {
        PersonId = survivor;
        Raise(new Step("selfStudyNote.personMerged"));
    }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>The member records his own self-study.</summary>
    public static Result<SelfStudyNote> Record(Id<Person> person, Id<Organization> organization, SelfStudy study, Id<Person>? by, Ids ids)
    {
        if (by != person) return StudyErrors.NotHisOwn;
        var note = new SelfStudyNote
        {
            Id = ids.New<SelfStudyNote>(), PersonId = person, OrganizationId = organization, StudiedOn = study.StudiedOn, Minutes = (int)(study.Hours * 60), Content = study.Content, Subject = study.Subject,
            Notes = study.Notes,
        };
        note.Raise(new("selfStudyNote.recorded"));
        return note;
    }

    /// <summary>The member takes his note back.</summary>
    public Result<Done> Withdraw(string reason, Id<Person>? by)
    {
        if (by != PersonId) return StudyErrors.NotHisOwn;
        if (WithdrawnBecause is not null) return StudyErrors.WithdrawnAlready("TWS-6.3a");
        WithdrawnBecause = reason;
        Raise(new("selfStudyNote.withdrawn"));
        return Done.It;
    }
}
