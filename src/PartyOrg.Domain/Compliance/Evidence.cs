using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance;

/// <summary>One piece of recorded work, as the engine and a verdict show it.</summary>
/// <param name="Id">The piece's id in the ledger.</param>
/// <param name="Kind">The evidence kind, for instance <c>generalMeeting</c>.</param>
/// <param name="OccurredOn">The civil date on which the work was done, not the one on which it was entered.</param>
/// <param name="Source">What it came from.</param>
public sealed record Evidence(Guid Id, string Kind, LocalDate OccurredOn, EvidenceSource Source);

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
    /// <summary>So many of them: "2 branch general meetings", 2次支部党员大会.</summary>
    public Text Counted(int count) => new($"{count} {(count == 1 ? Noun.En : Plural)}", $"{count}{Measure}{Noun.Zh}");

    /// <summary>So many more of them: "2 more branch general meetings", 2次支部党员大会.</summary>
    public Text CountedMore(int count) => new($"{count} more {(count == 1 ? Noun.En : Plural)}", $"{count}{Measure}{Noun.Zh}");
}
