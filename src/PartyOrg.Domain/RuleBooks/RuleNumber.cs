using System.Globalization;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>A number that a regulation lays down, or that a reading of it does.</summary>
/// <param name="Name">Its name, by which code reads it.</param>
/// <param name="Value">The number.</param>
/// <param name="Meaning">What it counts, with its unit and whether it is itself included.</param>
/// <param name="Least">The least that a jurisdiction may set, itself included.</param>
/// <param name="Most">The most that a jurisdiction may set, itself included.</param>
/// <param name="Decimals">How many decimals it may have; 0 for a whole number.</param>
/// <param name="HigherIsStricter">Whether a higher number asks more, or a lower one; none where another number cannot be compared and always needs an authorisation (REG-19).</param>
/// <param name="Below">The number of the same rule below which it lies, itself excluded; none where it stands by itself.</param>
public sealed record RuleNumber(string Name, decimal Value, Text Meaning, decimal Least, decimal Most, int Decimals, bool? HigherIsStricter, string? Below)
{
    /// <summary>Whether the number may have this value.</summary>
    public bool Takes(decimal value) => value >= Least && value <= Most && decimal.Round(value, Decimals) == value;

    /// <summary>How it stands to what it was, or is elsewhere.</summary>
    public Strictness ComparedWith(RuleNumber other) =>
        Value == other.Value ? Strictness.Same
        : HigherIsStricter is not { } higher ? Strictness.NotComparable
        : Value > other.Value == higher ? Strictness.Stricter : Strictness.Looser;
}

/// <summary>What is wrong with numbers that a jurisdiction sets.</summary>
public static class RuleNumberErrors
{
    /// <summary>The version lays down no number of this name.</summary>
    public static Error Unknown(string file, string name, IEnumerable<RuleNumber> known) => Fault(
        "unknown", file, name, $"the rule lays down no such number. Use one of: {string.Join(", ", known.Select(n => n.Name))}", $"该规则没有此数值。可用的数值：{string.Join("、", known.Select(n => n.Name))}");

    /// <summary>The number cannot have the value.</summary>
    public static Error OutOfRange(string file, RuleNumber number) => Fault(
        "out-of-range", file, number.Name,
        number.Decimals == 0 ? $"it must be a whole number from {F(number.Least)} to {F(number.Most)}. Correct it" : $"it must be a number from {F(number.Least)} to {F(number.Most)} with at most {number.Decimals} decimals. Correct it",
        number.Decimals == 0 ? $"须为 {F(number.Least)} 至 {F(number.Most)} 的整数。请改正" : $"须为 {F(number.Least)} 至 {F(number.Most)}、小数不超过 {number.Decimals} 位的数值。请改正");

    /// <summary>The number would not lie below the one that it belongs below.</summary>
    public static Error NotBelow(string file, RuleNumber number, RuleNumber other) => Fault(
        "not-below", file, number.Name, $"{F(number.Value)} must lie below \"{other.Name}\", which is {F(other.Value)}. Change one of them", $"{F(number.Value)} 须小于“{other.Name}”（{F(other.Value)}）。请调整其中之一");

    /// <summary>Another law lays the number down.</summary>
    public static Error FixedByLaw(string file, string name) => Fault(
        "fixed-by-law", file, name, "another law lays it down, and no jurisdiction changes it. Leave it out", "由其他法规规定，任何地方不得更改。请删除");

    private static Error Fault(string code, string file, string name, string en, string zh) => Error.Invalid($"rule-number-{code}", $"{file} at /numbers/{name}: {en}.", $"{file} 的 /numbers/{name}：{zh}。", $"/numbers/{name}");

    private static string F(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
