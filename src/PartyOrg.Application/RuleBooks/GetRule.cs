using System.Text.Json;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.RuleBooks;

/// <summary>Shows one rule: what it asks or forbids, where it stands, how it is read, and its parameters from when to when.</summary>
/// <param name="Rule">The rule's id, <c>TWS-3.3</c>.</param>
[AllowedTo(Role.Anyone)]
public sealed record GetRule(string Rule) : IQuery<RuleAnswer>;

/// <summary>A rule.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Kind">Duty, invariant, procedure, …</param>
/// <param name="Title">The rule as a sentence.</param>
/// <param name="Summary">What it says, in our own words.</param>
/// <param name="Citation">Where it stands.</param>
/// <param name="Versions">Its versions, newest first.</param>
/// <param name="Conflicts">Where the rule's source disagrees with another one, or with itself; mostly none.</param>
public sealed record RuleAnswer(
    string Id, RuleKind Kind, Text Title, Text Summary, Citation Citation, IReadOnlyList<RuleVersionAnswer> Versions, IReadOnlyList<ConflictReference> Conflicts);

/// <summary>A conflict of sources that is named by its id.</summary>
/// <param name="Id">Its name in the list of conflicts.</param>
/// <param name="Title">The disagreement in one sentence.</param>
public sealed record ConflictReference(string Id, Text Title);

/// <summary>What a rule says from a day on.</summary>
/// <param name="InForceFrom">The first day; the version in force on a period's first day governs that period.</param>
/// <param name="Basis">Whether it says what the source says, how it is read, what the product adds, or what other law says.</param>
/// <param name="Reading">How a vague text is read.</param>
/// <param name="Check">The check and its parameters; none for an enforced rule and for a repeal.</param>
public sealed record RuleVersionAnswer(LocalDate InForceFrom, Basis Basis, Text? Reading, IReadOnlyDictionary<string, JsonElement>? Check);

internal sealed class GetRuleHandler(RuleCatalog catalog, SourceConflicts conflicts) : IHandler<GetRule, RuleAnswer>
{
    public Task<Result<RuleAnswer>> Handle(GetRule request, CancellationToken cancellationToken) => Task.FromResult<Result<RuleAnswer>>(
        catalog.TryFindRule(request.Rule, out var r)
            ? new RuleAnswer(
                r.Id,
                r.Kind,
                r.Title,
                r.Summary,
                r.Citation,
                [.. r.Versions.Select(v => new RuleVersionAnswer(v.InForceFrom, v.Basis, v.Reading, v.Check?.Parameters))],
                [.. conflicts.Of(r.Id).Select(c => new ConflictReference(c.Id, c.Title))])
            : RuleBookErrors.RuleNotFound(request.Rule));
}
