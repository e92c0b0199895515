using System.Text.Json;
using NodaTime;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Compliance;

/// <summary>What can be said of one duty in one period as of a date. Computed when asked, never stored.</summary>
public enum VerdictStatus
{
    /// <summary>The rule bound the subject in only a part of the period, and the work was not done all the same.</summary>
    NotApplicable,

    /// <summary>The period has not begun.</summary>
    Upcoming,

    /// <summary>The period has begun, the due day (itself included) has not passed, and work is missing.</summary>
    Due,

    /// <summary>The work was done by the due day.</summary>
    Met,

    /// <summary>The work was done after the due day; only shapes that allow making up know it.</summary>
    MetLate,

    /// <summary>The due day has passed and work is missing.</summary>
    Overdue,

    /// <summary>A superior has excused the duty for this period, and the work was not done.</summary>
    Waived,
}

/// <summary>A superior excuses one duty in one period.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="PeriodFrom">The first day of the period; it names the period whatever its length.</param>
/// <param name="Reason">Why, in the superior's words.</param>
public sealed record Waiver(string RuleId, LocalDate PeriodFrom, string Reason)
{
    /// <summary>The last day of the calendar period for which it was given: another period may begin on the same day. None where the first day alone names it.</summary>
    public LocalDate? PeriodTo { get; init; }
}

/// <summary>
/// A lean judgement, as a sweep over many subjects makes it; <see cref="Engine.Explain(Judgement, SubjectHistory, IReadOnlyCollection{Evidence}, IReadOnlyList{Waiver}, LocalDate)"/>
/// dresses it into a <see cref="Verdict"/>.
/// </summary>
public readonly struct Judgement
{
    private readonly int metDay;

    internal Judgement(Slot slot, VerdictStatus status, Measure measure, bool wholly) =>
        (Slot, Status, Count, metDay, Wholly) = (slot, status, measure.Count, measure.MetDay, wholly);

    /// <summary>The period and the version that governs it.</summary>
    public Slot Slot { get; }

    /// <summary>What the duty is.</summary>
    public VerdictStatus Status { get; }

    /// <summary>How many pieces of evidence count, up to the asked date.</summary>
    public int Count { get; }

    /// <summary>Whether the rule bound the subject on every day of the period.</summary>
    public bool Wholly { get; }

    /// <summary>The day of the piece of evidence with which the duty was met; none while it is not.</summary>
    public LocalDate? MetOn => metDay == Days.Never ? null : Days.Date(metDay);
}

/// <summary>What a check found in the evidence of one slot.</summary>
/// <param name="Count">How many pieces count.</param>
/// <param name="MetDay">The day, as a number, on which the duty was met; <see cref="Days.Never"/> while it is not.</param>
/// <param name="Applies">Whether there is anything to judge; a rate over nothing has none.</param>
public readonly record struct Measure(int Count, int MetDay, bool Applies = true);

/// <summary>A judgement with all that its sentences need.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="Subject">The subject's history.</param>
/// <param name="Counted">Every piece that counts, in order of the day.</param>
/// <param name="AsOf">The date on which the question was put.</param>
public sealed record Case(Judgement Judgement, SubjectHistory Subject, IReadOnlyList<Evidence> Counted, LocalDate AsOf)
{
    /// <summary>The period and the version that governs it.</summary>
    public Slot Slot => Judgement.Slot;
}

/// <summary>The answer to "is this duty met, and why": one rule, one subject, one period, as of a date.</summary>
public sealed record Verdict
{
    /// <summary>The rule's id.</summary>
    public required string RuleId { get; init; }

    /// <summary>The day from which the version that governs the period is in force; it names the version.</summary>
    public required LocalDate RuleVersion { get; init; }

    /// <summary>The rule as a sentence.</summary>
    public required Text Title { get; init; }

    /// <summary>Where the rule stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Whether the version says what the source says, or how it is read.</summary>
    public required Basis Basis { get; init; }

    /// <summary>The documents by which jurisdictions changed the parameters, the highest one's first; none where the book's own hold.</summary>
    public required IReadOnlyList<OverlaySource> ChangedBy { get; init; }

    /// <summary>Who is judged.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Who must do it: the subject, or the organization directly above it where the rule says so; none where nobody stands above.</summary>
    public required Guid? OwedBy { get; init; }

    /// <summary>For which days.</summary>
    public required DutyPeriod Period { get; init; }

    /// <summary>The last day on which the work is in time, itself included.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>The day of the piece of evidence with which the duty was met; only a met one has it.</summary>
    public required LocalDate? MetOn { get; init; }

    /// <summary>What the duty is.</summary>
    public required VerdictStatus Status { get; init; }

    /// <summary>Every piece counted, in order of the day; a met verdict has at least one.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>What is missing; none when the duty is met or does not apply.</summary>
    public required Text? Shortfall { get; init; }

    /// <summary>Procedures that were not followed in the work that counts; they do not change the status.</summary>
    public required IReadOnlyList<Breach> Breaches { get; init; }

    /// <summary>The check's name under <c>is</c>, and its parameters as they are in force for the period, as the rule file writes them.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Parameters { get; init; }

    /// <summary>What else decided: the reading of a vague text, a period only partly covered, a waiver, a move, a version that changed.</summary>
    public required IReadOnlyList<Text> Reasons { get; init; }

    /// <summary>The next concrete thing to do; an upcoming, due or overdue verdict always has one.</summary>
    public required NextStep? Next { get; init; }
}

/// <summary>A procedure that was not followed in work that counts all the same.</summary>
/// <param name="RuleId">The procedure's rule.</param>
/// <param name="Message">What was not followed.</param>
public sealed record Breach(string RuleId, Text Message);

/// <summary>The next concrete thing to do about a duty.</summary>
/// <param name="What">What to do, with numbers and dates.</param>
/// <param name="OperationId">The operation of the API that does or records it.</param>
/// <param name="EvidenceKind">The kind of evidence that it gives; none where it gives none.</param>
public sealed record NextStep(Text What, string OperationId, string? EvidenceKind);
