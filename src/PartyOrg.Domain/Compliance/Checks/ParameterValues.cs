using System.Text.Json;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>The parameters of a check after its shape has found each of them well.</summary>
public sealed class ParameterValues
{
    private readonly Vocabulary vocabulary;

    internal ParameterValues(IReadOnlyDictionary<string, JsonElement> asWritten, Vocabulary vocabulary) => (AsWritten, this.vocabulary) = (asWritten, vocabulary);

    /// <summary>The name under <c>is</c> and every parameter, as the file writes them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AsWritten { get; }

    /// <summary>A whole number.</summary>
    public int Integer(string name) => AsWritten[name].GetInt32();

    /// <summary>A whole number, or another one where the optional parameter is missing.</summary>
    public int IntegerOr(string name, int missing) => AsWritten.TryGetValue(name, out var value) ? value.GetInt32() : missing;

    /// <summary>A day of every calendar period.</summary>
    public DayOfPeriod DayOfPeriod(string name) => Compliance.DayOfPeriod.Parse(AsWritten[name].GetString())!.Value;

    /// <summary>A day of every calendar period, or none where the optional parameter is missing.</summary>
    public DayOfPeriod? DayOfPeriodOrNone(string name) => AsWritten.TryGetValue(name, out var value) ? Compliance.DayOfPeriod.Parse(value.GetString()) : null;

    /// <summary>A word, or none where an optional parameter is missing.</summary>
    public string? WordOrNone(string name) => AsWritten.TryGetValue(name, out var value) ? value.GetString() : null;

    /// <summary>A list of words.</summary>
    public IReadOnlyList<string> Words(string name) => [.. AsWritten[name].EnumerateArray().Select(v => v.GetString()!)];

    /// <summary>A name of an enumeration.</summary>
    public T Enum<T>(string name) where T : struct, Enum => System.Enum.Parse<T>(AsWritten[name].GetString()!, ignoreCase: true);

    /// <summary>A kind of evidence.</summary>
    public EvidenceKind Evidence(string name) => vocabulary.EvidenceKinds[AsWritten[name].GetString()!];

    /// <summary>Several kinds of evidence.</summary>
    public IReadOnlyList<EvidenceKind> EvidenceList(string name) => [.. Words(name).Select(word => vocabulary.EvidenceKinds[word])];

    /// <summary>One condition, or several.</summary>
    public IReadOnlyList<Condition> Conditions(string name) =>
        [.. (AsWritten[name].ValueKind == JsonValueKind.Array ? Words(name) : [AsWritten[name].GetString()!]).Select(word => vocabulary.Conditions[word])];

    /// <summary>A circle of subjects, and what one of them is called.</summary>
    public (string Name, Text Fellow) Circle(string name) => (AsWritten[name].GetString()!, vocabulary.Circles[AsWritten[name].GetString()!]);

    /// <summary>A decimal number, exactly as written.</summary>
    public decimal Decimal(string name) => AsWritten[name].GetDecimal();

    /// <summary>The rows of a table, each with its columns as parameters.</summary>
    public IReadOnlyList<ParameterValues> Table(string name) =>
        [.. AsWritten[name].EnumerateArray().Select(row => new ParameterValues(row.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value), vocabulary))];
}
