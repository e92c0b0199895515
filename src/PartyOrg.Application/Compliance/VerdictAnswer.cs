using System.Text.Json;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.Compliance;

/// <summary>The answer to "is this duty met, and why": one rule, one subject, one period, as of a date.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="RuleVersion">The first day in force of the version that governs the period; it names the version.</param>
/// <param name="Title">The rule as a sentence.</param>
/// <param name="Citation">Where the rule stands: book, article, item.</param>
/// <param name="Basis">Whether the version says what the source says, how it is read, what the product adds, or what other law says.</param>
/// <param name="ChangedBy">The documents by which jurisdictions changed the parameters for their subtree, the highest one's first; none where the book's own hold.</param>
/// <param name="Subject">Who is judged.</param>
/// <param name="OwedBy">Who must do it: the subject itself, or the organization directly above it on the period's first day where the rule puts the duty on the superior.</param>
/// <param name="Period">For which days.</param>
/// <param name="DueOn">The last day on which the work is in time, itself included.</param>
/// <param name="MetOn">The day on which the duty was met; only a met one has it.</param>
/// <param name="Status">What the duty is as of the asked date.</param>
/// <param name="Evidence">Every piece counted, in the order of the days; a met verdict has at least one.</param>
/// <param name="Shortfall">What is missing; none when the duty is met or does not apply.</param>
/// <param name="Breaches">Procedures that were not followed in the work that counts.</param>
/// <param name="Parameters">The check and its parameters as they are in force for the period.</param>
/// <param name="Reasons">What else decided: a reading, a period only partly covered, a waiver, a move, a version that changed.</param>
/// <param name="Next">The next concrete thing to do, and the operation that does it; a duty that is not met always has one.</param>
public sealed record VerdictAnswer(
    string RuleId, LocalDate RuleVersion, Text Title, Citation Citation, Basis Basis, IReadOnlyList<OverlaySource> ChangedBy, VerdictSubject Subject, Guid? OwedBy, VerdictPeriod Period, LocalDate DueOn, LocalDate? MetOn,
    VerdictStatus Status, IReadOnlyList<Evidence> Evidence, Text? Shortfall, IReadOnlyList<Breach> Breaches, IReadOnlyDictionary<string, JsonElement> Parameters,
    IReadOnlyList<Text> Reasons, NextStep? Next)
{
    internal static VerdictAnswer Of(Verdict v, string subjectName) => new(
        v.RuleId, v.RuleVersion, v.Title, v.Citation, v.Basis, v.ChangedBy, new(v.Subject.Id, v.Subject.Kind, subjectName), v.OwedBy, new(v.Period.Label, v.Period.From, v.Period.To), v.DueOn, v.MetOn,
        v.Status, v.Evidence, v.Shortfall, v.Breaches, v.Parameters, v.Reasons, v.Next);
}

/// <summary>Who is judged.</summary>
/// <param name="Id">The organization's, group's or person's id.</param>
/// <param name="Kind">What it is: a type of organization, or <c>member</c>.</param>
/// <param name="Name">What it is called.</param>
public sealed record VerdictSubject(Guid Id, string Kind, string Name);

/// <summary>The days for which a duty is judged once.</summary>
/// <param name="Label">2026-03, 2026-B2 (March and April), 2026-Q1, 2026-H1, 2026, or an interval.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included.</param>
public sealed record VerdictPeriod(string Label, LocalDate From, LocalDate To);
