using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>Reads files of rule books and of evidence kinds, as strictly as <see cref="RuleReader"/> reads rules.</summary>
public static class BookReader
{
    private static readonly ObjectKeys BookKeys = new(["id", "title", "issuer", "inForceFrom", "language", "isTranslation"], ["dateReading", "sourceSha256"]);
    private static readonly ObjectKeys EvidenceKeys = new(["kind", "noun", "plural", "measure", "act", "recordedBy"], ["plannedBy", "namesWhatItIsFor", "period", "source", "breachedBy"]);
    private static readonly ObjectKeys BreachKeys = new(["evidence", "rule", "message"], []);

    /// <summary>The book in the file, which is named by its id.</summary>
    public static Result<RuleBook> ReadBook(string fileName, ReadOnlyMemory<byte> json)
    {
        var strict = new StrictJson(fileName);
        if (strict.Parse(json) is not { } root || strict.Object(root, "", BookKeys) is not { } values) return strict.Errors.ToArray();

        var book = new RuleBook(
            strict.String(values, "id", ""),
            strict.Text(values, "title", ""),
            strict.Text(values, "issuer", ""),
            strict.Date(values, "inForceFrom", ""),
            values.ContainsKey("dateReading") ? strict.Text(values, "dateReading", "") : null,
            strict.String(values, "language", ""),
            strict.Flag(values, "isTranslation", ""),
            values.ContainsKey("sourceSha256") ? strict.String(values, "sourceSha256", "") : null);
        if (strict.Errors.Count > 0) return strict.Errors.ToArray();

        if (fileName != $"{book.Id}.json") strict.Fault("wrong-name", "/id", $"the file must be named after the book. Rename it to {book.Id}.json", $"文件名须与规则集编号一致。请改名为 {book.Id}.json");
        if (book.Language is not ("en" or "zh")) strict.WrongType("/language", "\"en\" or \"zh\"", "“en”或“zh”");
        if (book.SourceSha256 is { } hash && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))) strict.WrongType("/sourceSha256", "64 lower-case hexadecimal digits", "64位小写十六进制数");
        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : book;
    }

    /// <summary>The evidence kind in the file, which is named by the kind.</summary>
    public static Result<EvidenceKind> ReadEvidenceKind(string fileName, ReadOnlyMemory<byte> json)
    {
        var strict = new StrictJson(fileName);
        if (strict.Parse(json) is not { } root || strict.Object(root, "", EvidenceKeys) is not { } values) return strict.Errors.ToArray();

        var kind = new EvidenceKind(
            strict.String(values, "kind", ""),
            strict.Text(values, "noun", ""),
            strict.String(values, "plural", ""),
            strict.String(values, "measure", ""),
            strict.Text(values, "act", ""),
            strict.String(values, "recordedBy", ""),
            values.ContainsKey("plannedBy") ? strict.String(values, "plannedBy", "") : null)
        {
            NamesWhatItIsFor = values.ContainsKey("namesWhatItIsFor") && strict.Flag(values, "namesWhatItIsFor", ""),
            Period = values.ContainsKey("period") ? strict.Enum<PeriodLength>(values, "period", "") : null,
            Source = values.ContainsKey("source") ? strict.String(values, "source", "") : EvidenceKind.FromMeeting,
            BreachedBy = strict.List(values, "breachedBy", "", (breach, at) =>
            {
                var of = strict.Object(breach, at, BreachKeys) ?? [];
                return new BreachKind(strict.String(of, "evidence", at), strict.String(of, "rule", at), strict.Text(of, "message", at));
            }),
        };
        if (strict.Errors.Count == 0 && fileName != $"{kind.Name}.json") strict.Fault("wrong-name", "/kind", $"the file must be named after the kind. Rename it to {kind.Name}.json", $"文件名须与类别一致。请改名为 {kind.Name}.json");
        if (kind is { Period: not null, NamesWhatItIsFor: false }) strict.Fault("bad-value", "/period", "only work that names what it is for has a period. Add \"namesWhatItIsFor\" or leave \"period\" out", "只有注明所属周期或事项的工作才有周期。请补上“namesWhatItIsFor”，或删除“period”");
        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : kind;
    }
}
