namespace PartyOrg.Domain.RuleBooks;

/// <summary>Where a rule stands in its book.</summary>
/// <param name="Book">The book's id, for instance <c>TWS</c>.</param>
/// <param name="Article">The article or section, as the book numbers it.</param>
/// <param name="Item">The item within the article; none where the article is cited as a whole.</param>
public sealed record Citation(string Book, string Article, string? Item)
{
    /// <summary>Whether it lies in the article that is named as ids name it, <c>TWS-3</c>, or in the book <c>TWS</c>.</summary>
    public bool IsOf(string articleOrBook) => Book == articleOrBook || $"{Book}-{Article}" == articleOrBook;

    /// <summary>Book, article and item, for a log or a message: <c>TWS 3 (1)</c>.</summary>
    public override string ToString() => Item is null ? $"{Book} {Article}" : $"{Book} {Article} ({Item})";
}
