using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>A regulation as a book of rules, and which text it was read from.</summary>
/// <param name="Id">For instance <c>TWS</c>; every rule's id begins with it.</param>
/// <param name="Title">The regulation's title.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="InForceFrom">The day from which it is in force.</param>
/// <param name="DateReading">How the day was found, where the source shows none.</param>
/// <param name="Language">The language of the text at hand, <c>zh</c> or <c>en</c>.</param>
/// <param name="IsTranslation">Whether the text at hand is a translation.</param>
/// <param name="SourceSha256">The SHA-256 of the text at hand, 64 lower-case hexadecimal digits; none for the product's own book.</param>
public sealed record RuleBook(string Id, Text Title, Text Issuer, LocalDate InForceFrom, Text? DateReading, string Language, bool IsTranslation, string? SourceSha256);
