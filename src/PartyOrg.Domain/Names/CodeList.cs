using System.Globalization;
using System.Text.Json;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Names;

/// <summary>A code and what people call it.</summary>
/// <param name="Code">As it stands in the API; never translated.</param>
/// <param name="Label">As it stands in spreadsheets and on paper.</param>
public sealed record CodeEntry(string Code, Text Label);

/// <summary>The codes that a field may have, for whoever lists or explains them without knowing their type.</summary>
public interface ICodeList
{
    /// <summary>The name of the codes' type as the API's schemas have it, <c>organizationType</c>.</summary>
    string Name { get; }

    /// <summary>Whether the codes are spoken of outside the product.</summary>
    bool IsPublic { get; }

    /// <summary>The codes in the order in which they are offered.</summary>
    IReadOnlyList<CodeEntry> Entries { get; }
}

/// <summary>What a value is called.</summary>
/// <param name="Value">The value.</param>
/// <param name="En">Its English label.</param>
/// <param name="Zh">Its Chinese label.</param>
/// <param name="Synonyms">Other words by which registers call it; they are understood and never written.</param>
public sealed record CodeLabel<TEnum>(TEnum Value, string En, string Zh, params string[] Synonyms) where TEnum : struct, Enum;

/// <summary>
/// The labels of an enumeration in both languages. A value is understood by its code, either label or a synonym, whatever their case, width and blanks.
/// Every value has a label, and no word means two values: otherwise the list cannot be made.
/// </summary>
public sealed class CodeList<TEnum> : ICodeList where TEnum : struct, Enum
{
    private readonly Dictionary<string, TEnum> values = new(StringComparer.Ordinal);
    private readonly Dictionary<TEnum, CodeEntry> entries = [];

    /// <summary>The list of these labels, offered in this order.</summary>
    public CodeList(params CodeLabel<TEnum>[] labels)
    {
        foreach (var label in labels)
        {
            var entry = new CodeEntry(JsonNamingPolicy.CamelCase.ConvertName(label.Value.ToString()), new(label.En, label.Zh));
            if (!entries.TryAdd(label.Value, entry)) throw new ArgumentException($"{typeof(TEnum).Name}.{label.Value} has two labels.", nameof(labels));
            foreach (var word in new[] { entry.Code, label.En, label.Zh }.Concat(label.Synonyms))
            {
                if (!values.TryAdd(Labels.KeyOf(word), label.Value) && !values[Labels.KeyOf(word)].Equals(label.Value))
                    throw new ArgumentException($"“{word}” means {typeof(TEnum).Name}.{values[Labels.KeyOf(word)]} and {typeof(TEnum).Name}.{label.Value}.", nameof(labels));
            }
        }

        if (Enum.GetValues<TEnum>().Where(value => IsOne(value) && !entries.ContainsKey(value)).ToList() is { Count: > 0 } missing)
            throw new ArgumentException($"{typeof(TEnum).Name}.{missing[0]} has no label.", nameof(labels));
        Entries = [.. labels.Select(label => entries[label.Value])];
    }

    /// <inheritdoc/>
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(typeof(TEnum).Name);

    /// <inheritdoc/>
    public bool IsPublic => typeof(TEnum).IsVisible;

    /// <inheritdoc/>
    public IReadOnlyList<CodeEntry> Entries { get; }

    /// <summary>The code and labels of a value.</summary>
    public CodeEntry this[TEnum value] => entries[value];

    /// <summary>The value that the text means.</summary>
    public Result<TEnum> Parse(string? text) => values.TryGetValue(Labels.KeyOf(text ?? ""), out var value) ? value : Unknown(text ?? "");

    // Names for several values at once, or for none, are not offered.
    private static bool IsOne(TEnum value) => !typeof(TEnum).IsDefined(typeof(FlagsAttribute), false) || int.IsPow2(Convert.ToInt32(value, CultureInfo.InvariantCulture));

    private Error Unknown(string text) => Error.Invalid("code-unknown",
        $"\u201C{Shortened(text)}\u201D is not one of: {string.Join(", ", Entries.Select(entry => $"{entry.Label.En} ({entry.Code})"))}.",
        $"“{Shortened(text)}”不在可选范围内：{string.Join('、', Entries.Select(entry => $"{entry.Label.Zh}（{entry.Code}）"))}。");

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
