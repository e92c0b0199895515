using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>Reads outlines of sources and the tables of what became of their provisions, as strictly as <see cref="RuleReader"/> reads rules.</summary>
public static class ProvisionReader
{
    private static readonly ObjectKeys OutlineKeys = new(["book", "sourceSha256", "provisions"], []);
    private static readonly ObjectKeys OutlinedKeys = new(["number", "sha256"], []);
    private static readonly ObjectKeys TableKeys = new(["book", "provisions"], []);
    private static readonly ObjectKeys FateKeys = new(["number", "about", "became"], ["rules", "note"]);

    /// <summary>The outline in the file, which is named by its book.</summary>
    public static Result<SourceOutline> ReadOutline(string fileName, ReadOnlyMemory<byte> json)
    {
        var strict = new StrictJson(fileName);
        if (strict.Parse(json) is not { } root || strict.Object(root, "", OutlineKeys) is not { } values) return strict.Errors.ToArray();

        var outline = new SourceOutline(
            strict.String(values, "book", ""),
            strict.String(values, "sourceSha256", ""),
            strict.List(values, "provisions", "", (element, pointer) =>
            {
                var provision = strict.Object(element, pointer, OutlinedKeys) ?? [];
                var read = new OutlinedProvision(strict.String(provision, "number", pointer), strict.String(provision, "sha256", pointer));
                if (read.Sha256.Length > 0) CheckHash(strict, read.Sha256, $"{pointer}/sha256");
                return read;
            }));
        if (strict.Errors.Count > 0) return strict.Errors.ToArray();

        CheckHash(strict, outline.SourceSha256, "/sourceSha256");
        CheckName(strict, fileName, outline.Book);
        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : outline;
    }

    /// <summary>The book and what became of its provisions, from the file, which is named by the book.</summary>
    public static Result<(string Book, IReadOnlyList<ProvisionFate> Fates)> ReadTable(string fileName, ReadOnlyMemory<byte> json)
    {
        var strict = new StrictJson(fileName);
        if (strict.Parse(json) is not { } root || strict.Object(root, "", TableKeys) is not { } values) return strict.Errors.ToArray();

        var (book, fates) = (strict.String(values, "book", ""), strict.List(values, "provisions", "", (element, pointer) => Fate(strict, element, pointer)));
        if (strict.Errors.Count == 0) CheckName(strict, fileName, book);
        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : (book, fates);
    }

    private static ProvisionFate Fate(StrictJson strict, System.Text.Json.JsonElement element, string pointer)
    {
        var before = strict.Errors.Count;
        var values = strict.Object(element, pointer, FateKeys) ?? [];
        var fate = new ProvisionFate(
            strict.String(values, "number", pointer),
            strict.Text(values, "about", pointer),
            strict.Enum<ProvisionOutcome>(values, "became", pointer),
            strict.List(values, "rules", pointer, strict.StringOf),
            values.ContainsKey("note") ? strict.Text(values, "note", pointer) : null);
        if (strict.Errors.Count > before) return fate;

        if (fate.Became == ProvisionOutcome.NotForAMachine ? fate.Rules.Count > 0 : fate.Rules.Count == 0 && fate.Became == ProvisionOutcome.Rule)
        {
            strict.Fault("bad-value", $"{pointer}/rules", "a provision that became a rule names its rules, and one that is not for a machine names none. Change the one or the other", "转为规则的条款须列出规则编号，不宜由系统处理的条款不得列出。请改正其一");
        }

        if (fate.Note is null && (fate.Became is ProvisionOutcome.Field or ProvisionOutcome.NotForAMachine || (fate.Became == ProvisionOutcome.Procedure && fate.Rules.Count == 0)))
        {
            strict.Fault("missing-key", $"{pointer}/note", "the key \"note\" that says what is recorded, or why nothing is, is missing. Add it", "缺少说明登记内容或不处理理由的键“note”。请补上");
        }

        if (fate.Rules.Distinct().Count() < fate.Rules.Count) strict.Fault("bad-value", $"{pointer}/rules", "an id stands twice. Keep one of them", "规则编号重复。请只保留一个");
        return fate;
    }

    private static void CheckName(StrictJson strict, string fileName, string book)
    {
        if (fileName != $"{book}.json") strict.Fault("wrong-name", "/book", $"the file must be named after the book. Rename it to {book}.json", $"文件名须与规则集编号一致。请改名为 {book}.json");
    }

    private static void CheckHash(StrictJson strict, string hash, string pointer)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) strict.WrongType(pointer, "64 lower-case hexadecimal digits", "64位小写十六进制数");
    }
}
