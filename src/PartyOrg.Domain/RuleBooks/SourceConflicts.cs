using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>One of the places that disagree.</summary>
/// <param name="Citation">Where it stands.</param>
/// <param name="Rules">The ids of the rules that rest on it.</param>
/// <param name="Says">What it says, in the product's own words.</param>
public sealed record ConflictPlace(Citation Citation, IReadOnlyList<string> Rules, Text Says);

/// <summary>Two or more places of the sources that disagree, and how the product reads them together.</summary>
/// <param name="Id">A slug; the file is named by it.</param>
/// <param name="Title">The disagreement in one sentence.</param>
/// <param name="Places">The places, at least two.</param>
/// <param name="Choice">What the product does.</param>
/// <param name="Why">Why this and not the other.</param>
public sealed record SourceConflict(string Id, Text Title, IReadOnlyList<ConflictPlace> Places, Text Choice, Text Why)
{
    /// <summary>The ids of the rules that take part.</summary>
    public IEnumerable<string> Rules => Places.SelectMany(p => p.Rules).Distinct();
}

/// <summary>The conflicts between sources, and within one.</summary>
public sealed class SourceConflicts
{
    private static readonly ObjectKeys ConflictKeys = new(["id", "title", "places", "choice", "why"], []);
    private static readonly ObjectKeys PlaceKeys = new(["cite", "rules", "says"], []);
    private static readonly Lazy<SourceConflicts> TheEmbedded = new(() => new([.. EmbeddedFiles.In("Conflicts").Select(f => Sound(Read(f.Name, f.Content)))]));

    private readonly ILookup<string, SourceConflict> byRule;

    private SourceConflicts(IReadOnlyList<SourceConflict> all) =>
        (All, byRule) = (all, all.SelectMany(c => c.Rules.Select(rule => (Rule: rule, Conflict: c))).ToLookup(x => x.Rule, x => x.Conflict));

    /// <summary>Those of the embedded files.</summary>
    public static SourceConflicts Embedded => TheEmbedded.Value;

    /// <summary>All of them, in order of their ids.</summary>
    public IReadOnlyList<SourceConflict> All { get; }

    /// <summary>The conflicts in which the rule takes part.</summary>
    public IEnumerable<SourceConflict> Of(string rule) => byRule[rule];

    /// <summary>The conflict in the file, which is named by its id.</summary>
    public static Result<SourceConflict> Read(string fileName, ReadOnlyMemory<byte> json)
    {
        var strict = new StrictJson(fileName);
        if (strict.Parse(json) is not { } root || strict.Object(root, "", ConflictKeys) is not { } values) return strict.Errors.ToArray();

        var conflict = new SourceConflict(
            strict.String(values, "id", ""),
            strict.Text(values, "title", ""),
            strict.List(values, "places", "", (element, pointer) =>
            {
                var place = strict.Object(element, pointer, PlaceKeys) ?? [];
                return new ConflictPlace(CitationIn(strict, place, pointer), strict.List(place, "rules", pointer, strict.StringOf), strict.Text(place, "says", pointer));
            }),
            strict.Text(values, "choice", ""),
            strict.Text(values, "why", ""));
        if (strict.Errors.Count > 0) return strict.Errors.ToArray();

        if (fileName != $"{conflict.Id}.json") strict.Fault("wrong-name", "/id", $"the file must be named after the conflict. Rename it to {conflict.Id}.json", $"文件名须与冲突编号一致。请改名为 {conflict.Id}.json");
        if (conflict.Places.Count < 2) strict.WrongType("/places", "a list of at least two places", "至少两处出处的列表");
        return strict.Errors.Count > 0 ? strict.Errors.ToArray() : conflict;
    }

    private static Citation CitationIn(StrictJson strict, Dictionary<string, System.Text.Json.JsonElement> place, string pointer)
    {
        if (!place.TryGetValue("cite", out var cite) || strict.Object(cite, $"{pointer}/cite", RuleReader.CiteKeys) is not { } values) return new("", "", null);
        return new(
            strict.String(values, "book", $"{pointer}/cite"),
            strict.String(values, "article", $"{pointer}/cite"),
            values.ContainsKey("item") ? strict.String(values, "item", $"{pointer}/cite") : null);
    }

    // What is embedded was tested before it was shipped: a fault in it is a bug.
    private static SourceConflict Sound(Result<SourceConflict> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Errors.Select(e => e.Message.En)));
}
