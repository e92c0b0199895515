using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance;

/// <summary>One piece of recorded work, as the engine and a verdict show it.</summary>
/// <param name="Id">The piece's id in the ledger.</param>
/// <param name="Kind">The evidence kind, for instance <c>generalMeeting</c>.</param>
/// <param name="OccurredOn">The civil date on which the work was done, not the one on which it was entered.</param>
/// <param name="Source">What it came from.</param>
public sealed record Evidence(Guid Id, string Kind, LocalDate OccurredOn, EvidenceSource Source)
{
    /// <summary>What it is for, where its kind names that: the first day of the period that it is about, or the day of the event that it answers.</summary>
    public LocalDate? For { get; init; }
}

/// <summary>What a piece of evidence came from.</summary>
/// <param name="Kind">The kind of thing, for instance <c>meeting</c>; <c>hypothetical</c> in a what-if.</param>
/// <param name="Id">The thing's id.</param>
public sealed record EvidenceSource(string Kind, Guid Id);

/// <summary>A kind of evidence: what it is called in a sentence, and which operation records one.</summary>
/// <param name="Name">The stable name in rule files, in the ledger and in the API.</param>
/// <param name="Noun">One of them, without an article.</param>
/// <param name="Plural">Several of them, in English.</param>
/// <param name="Measure">The Chinese measure word (次, 份, …).</param>
/// <param name="Act">The verb of doing one: hold, draw up, … in the imperative.</param>
/// <param name="RecordedBy">The operationId that records one that was done.</param>
/// <param name="PlannedBy">The operationId that plans one; none where nothing is planned.</param>
public sealed record EvidenceKind(string Name, Text Noun, string Plural, string Measure, Text Act, string RecordedBy, string? PlannedBy)
{
    /// <summary>
    /// Whether each piece names what it is for, and counts for that and nothing else: a plan for its period, whenever it was drawn up. The day on which the work was done decides only whether it was
    /// in time. Other kinds count by the day alone.
    /// </summary>
    public bool NamesWhatItIsFor { get; init; }

    /// <summary>How long the period is whose first day a piece names; none where it names the day of an event, or nothing. Shorter periods can never all be met by such work.</summary>
    public PeriodLength? Period { get; init; }

    /// <summary>What a piece comes from, <c>meeting</c> for most.</summary>
    public string Source { get; init; } = FromMeeting;

    /// <summary>The source of what is recorded as a meeting, a class or another activity.</summary>
    public const string FromMeeting = "meeting";

    /// <summary>The procedures that a piece may have broken, each told by evidence of a kind of its own from the same source.</summary>
    public IReadOnlyList<BreachKind> BreachedBy { get; init; } = [];

    /// <summary>So many of them: "2 branch general meetings", 2次支部党员大会.</summary>
    public Text Counted(int count) => new($"{count} {(count == 1 ? Noun.En : Plural)}", $"{count}{Measure}{Noun.Zh}");

    /// <summary>So many more of them: "2 more branch general meetings", 2次支部党员大会.</summary>
    public Text CountedMore(int count) => new($"{count} more {(count == 1 ? Noun.En : Plural)}", $"{count}{Measure}{Noun.Zh}");
}

/// <summary>A procedure that was not followed in work that counts all the same.</summary>
/// <param name="Evidence">The kind of evidence that tells of it, with the same source as the work.</param>
/// <param name="RuleId">The procedure's rule.</param>
/// <param name="Message">What was not followed.</param>
public sealed record BreachKind(string Evidence, string RuleId, Text Message);
