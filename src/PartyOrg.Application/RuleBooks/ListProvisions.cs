using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.RuleBooks;

/// <summary>
/// Lists every numbered provision of a book's source, in the source's order, and what became of it: rules, a procedure, a field, or nothing
/// because it is not for a machine. Empty for the product's own book, which has no source.
/// </summary>
/// <param name="Book">The book's id, <c>TWS</c>.</param>
[AllowedTo(Role.Anyone)]
public sealed record ListProvisions(string Book) : IQuery<Page<ProvisionAnswer>>;

/// <summary>A provision of a source and what became of it.</summary>
/// <param name="Number">Its place: article, item and item in it (<c>9.2.3</c>), <c>chapter.2</c>, <c>attachment.1</c>, or <c>preamble</c>.</param>
/// <param name="Sha256">The SHA-256 of its words in the text that the book names, white space normalised; the words themselves are not in the product.</param>
/// <param name="About">What it is about, in our own words.</param>
/// <param name="Became">What became of it.</param>
/// <param name="Rules">Its rules; none where it is not for a machine.</param>
/// <param name="Note">What is recorded for it, or why nothing is.</param>
public sealed record ProvisionAnswer(string Number, string Sha256, Text About, ProvisionOutcome Became, IReadOnlyList<RuleReference> Rules, Text? Note);

/// <summary>A rule that is named by its id.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="InProduct">Whether the product has the rule; <c>false</c> for one that is required and not built yet.</param>
/// <param name="Title">The rule as a sentence, where the product has it.</param>
public sealed record RuleReference(string Id, bool InProduct, Text? Title)
{
    internal static RuleReference Of(RuleCatalog catalog, string id) => catalog.TryFindRule(id, out var rule) ? new(id, true, rule.Title) : new(id, false, null);
}

internal sealed class ListProvisionsHandler(RuleCatalog catalog, ProvisionTables tables) : IHandler<ListProvisions, Page<ProvisionAnswer>>
{
    public Task<Result<Page<ProvisionAnswer>>> Handle(ListProvisions request, CancellationToken cancellationToken) => Task.FromResult<Result<Page<ProvisionAnswer>>>(
        catalog.TryFindBook(request.Book, out _) ? new Page<ProvisionAnswer>([.. Rows(request.Book)], null) : RuleBookErrors.BookNotFound(request.Book));

    private IEnumerable<ProvisionAnswer> Rows(string book) => tables.TryFind(book, out var table)
        ? table.Fates.Zip(table.Outline.Provisions, (fate, provision) =>
            new ProvisionAnswer(fate.Number, provision.Sha256, fate.About, fate.Became, [.. fate.Rules.Select(id => RuleReference.Of(catalog, id))], fate.Note))
        : [];
}
