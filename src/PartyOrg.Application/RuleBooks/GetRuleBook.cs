using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.RuleBooks;

/// <summary>Shows one rule book with its rules.</summary>
/// <param name="Book">The book's id, <c>TWS</c>.</param>
[AllowedTo(Role.Anyone)]
public sealed record GetRuleBook(string Book) : IQuery<RuleBookAnswer>;

/// <summary>A regulation as a book of rules, and which text it was read from.</summary>
/// <param name="Id">The book's id; every rule's id begins with it.</param>
/// <param name="Title">The regulation's title.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="InForceFrom">The day from which it is in force.</param>
/// <param name="DateReading">How that day was found, where the source shows none.</param>
/// <param name="Language">The language of the text at hand: <c>zh</c> or <c>en</c>.</param>
/// <param name="IsTranslation">Whether the text at hand is a translation.</param>
/// <param name="SourceSha256">The SHA-256 of the text at hand; none for the product's own book.</param>
/// <param name="Rules">The rules, in the order of their ids.</param>
public sealed record RuleBookAnswer(
    string Id, Text Title, Text Issuer, LocalDate InForceFrom, Text? DateReading, string Language, bool IsTranslation, string? SourceSha256, IReadOnlyList<RuleSummary> Rules);

/// <summary>A rule in a list.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Kind">Duty, invariant, procedure, …</param>
/// <param name="Title">The rule as a sentence.</param>
public sealed record RuleSummary(string Id, RuleKind Kind, Text Title);

internal sealed class GetRuleBookHandler(RuleCatalog catalog) : IHandler<GetRuleBook, RuleBookAnswer>
{
    public Task<Result<RuleBookAnswer>> Handle(GetRuleBook request, CancellationToken cancellationToken) => Task.FromResult<Result<RuleBookAnswer>>(
        catalog.TryFindBook(request.Book, out var book) ? RuleBookMap.Of(catalog, book) : RuleBookErrors.BookNotFound(request.Book));
}

internal static class RuleBookMap
{
    public static RuleBookAnswer Of(RuleCatalog catalog, RuleBook b) => new(
        b.Id, b.Title, b.Issuer, b.InForceFrom, b.DateReading, b.Language, b.IsTranslation, b.SourceSha256, [.. catalog.RulesOf(b.Id).Select(r => new RuleSummary(r.Id, r.Kind, r.Title))]);
}
