using System.Diagnostics.CodeAnalysis;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>What became of a provision of a source.</summary>
public enum ProvisionOutcome
{
    /// <summary>Rules: judged, or enforced by an aggregate.</summary>
    Rule,

    /// <summary>Steps in an order, each by a role.</summary>
    Procedure,

    /// <summary>Something that is recorded.</summary>
    Field,

    /// <summary>Nothing, because no machine could keep or judge it.</summary>
    NotForAMachine,
}

/// <summary>A numbered provision as the outline of its source has it: never its words.</summary>
/// <param name="Number">Its place, as the requirements cite it: <c>9.2.3</c>, <c>chapter.2</c>, <c>preamble</c>.</param>
/// <param name="Sha256">The SHA-256 of its words, normalised as <c>scripts/outline-sources</c> says.</param>
public sealed record OutlinedProvision(string Number, string Sha256);

/// <summary>The numbered provisions of a source, made by <c>scripts/outline-sources</c> from its text.</summary>
/// <param name="Book">The book's id.</param>
/// <param name="SourceSha256">The SHA-256 of the text.</param>
/// <param name="Provisions">In the text's order.</param>
public sealed record SourceOutline(string Book, string SourceSha256, IReadOnlyList<OutlinedProvision> Provisions);

/// <summary>What a table says of a provision.</summary>
/// <param name="Number">The provision's place in its source.</param>
/// <param name="About">What it is about, in the product's own words.</param>
/// <param name="Became">What became of it.</param>
/// <param name="Rules">The ids of its rules. One without a rule file is required and not in the product yet.</param>
/// <param name="Note">What is recorded, or why nothing is.</param>
public sealed record ProvisionFate(string Number, Text About, ProvisionOutcome Became, IReadOnlyList<string> Rules, Text? Note);

/// <summary>What became of every provision of one book's source.</summary>
public sealed class ProvisionTable
{
    private ProvisionTable(SourceOutline outline, IReadOnlyList<ProvisionFate> fates) => (Outline, Fates) = (outline, fates);

    /// <summary>The provisions and their hashes.</summary>
    public SourceOutline Outline { get; }

    /// <summary>What became of each, in the same order.</summary>
    public IReadOnlyList<ProvisionFate> Fates { get; }

    /// <summary>The table of an outline: a provision that it lacks, and one that the source does not have, are errors, and so is another order.</summary>
    public static Result<ProvisionTable> Of(SourceOutline outline, IReadOnlyList<ProvisionFate> fates)
    {
        var (numbers, told) = (outline.Provisions.Select(p => p.Number).ToList(), fates.Select(f => f.Number).ToList());
        var errors = new List<Error>();
        errors.AddRange(numbers.Except(told).Select(number => Error.Invalid(
            "provision-missing",
            $"The table of {outline.Book} does not say what became of {number}. Add it.",
            $"{outline.Book} 的条款表未说明 {number} 的处理方式。请补上。")));
        errors.AddRange(told.Except(numbers).Select(number => Error.Invalid(
            "provision-invented",
            $"The source of {outline.Book} has no provision {number}. Remove it from the table or correct its number.",
            $"{outline.Book} 的文本中没有条款 {number}。请从条款表中删除或改正编号。")));
        if (errors.Count == 0 && !told.SequenceEqual(numbers))
        {
            errors.Add(Error.Invalid(
                "provisions-out-of-order",
                $"The table of {outline.Book} tells the provisions twice or in another order than the source. Put each once, in the source's order.",
                $"{outline.Book} 的条款表中条款重复，或与文本顺序不一致。请按文本顺序逐条列出。"));
        }

        return errors.Count > 0 ? errors.ToArray() : new ProvisionTable(outline, fates);
    }
}

/// <summary>The provision tables of the books that the product comes with.</summary>
public sealed class ProvisionTables
{
    private static readonly Lazy<ProvisionTables> TheEmbedded = new(ReadEmbedded);

    private readonly Dictionary<string, ProvisionTable> tables;

    private ProvisionTables(IEnumerable<ProvisionTable> tables) => this.tables = tables.ToDictionary(t => t.Outline.Book);

    /// <summary>Those of the embedded files.</summary>
    public static ProvisionTables Embedded => TheEmbedded.Value;

    /// <summary>All of them, in order of the books.</summary>
    public IEnumerable<ProvisionTable> All => tables.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value);

    /// <summary>The table of the book; none where the book has no source.</summary>
    public bool TryFind(string book, [NotNullWhen(true)] out ProvisionTable? table) => tables.TryGetValue(book, out table);

    private static ProvisionTables ReadEmbedded()
    {
        var outlines = EmbeddedFiles.In("Outlines").Select(f => Sound(ProvisionReader.ReadOutline(f.Name, f.Content)));
        var fates = EmbeddedFiles.In("Provisions").Select(f => Sound(ProvisionReader.ReadTable(f.Name, f.Content))).ToDictionary(t => t.Book, t => t.Fates);
        return new(outlines.Select(outline => Sound(ProvisionTable.Of(outline, fates.GetValueOrDefault(outline.Book, [])))));
    }

    // What is embedded was tested before it was shipped: a fault in it is a bug.
    private static T Sound<T>(Result<T> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Errors.Select(e => e.Message.En)));
}
