using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.RuleBooks;

/// <summary>The keys of one kind of object in a file.</summary>
/// <param name="Required">Those that must be there.</param>
/// <param name="Optional">Those that may be there.</param>
public sealed record ObjectKeys(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>All of them, in order.</summary>
    public IEnumerable<string> All => Required.Concat(Optional);
}

/// <summary>
/// Reads a file strictly: an unknown, missing or duplicate key and a value of the wrong kind are errors that name the file and the key and
/// say what to do. After a fault it reads on, so that one reading shows them all.
/// </summary>
internal sealed class StrictJson(string file)
{
    public static readonly ObjectKeys TextKeys = new(["en", "zh"], []);

    private readonly List<Error> errors = [];

    public IReadOnlyList<Error> Errors => errors;

    /// <summary>The file's root, or none when it is not JSON. No comments, no trailing commas.</summary>
    public JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        // Some editors begin a file with a byte order mark, which says nothing about UTF-8.
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 16 });
            if (JsonText.IsWhole(document.RootElement)) return document.RootElement.Clone();
            Fault("malformed", "", "not UTF-8, or an escape that stands for no character. Save it as UTF-8", "不是有效的 UTF-8，或含有无效的转义字符。请以 UTF-8 保存");
        }
        catch (JsonException problem)
        {
            Fault(
                "malformed",
                "",
                $"not JSON at line {problem.LineNumber + 1}. Mend it there; comments and trailing commas are not allowed",
                $"第{problem.LineNumber + 1}行不是有效的 JSON。请修正；不允许注释和多余的逗号");
        }

        return null;
    }

    /// <summary>The object's values by key; none when it is not an object. Unknown, missing and duplicate keys are faults.</summary>
    public Dictionary<string, JsonElement>? Object(JsonElement element, string pointer, ObjectKeys keys)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            WrongType(pointer, "an object", "对象");
            return null;
        }

        var known = string.Join(", ", keys.All);
        var values = new Dictionary<string, JsonElement>();
        foreach (var property in element.EnumerateObject())
        {
            var at = $"{pointer}/{Escape(property.Name)}";
            if (!keys.All.Contains(property.Name))
            {
                Fault("unknown-key", at, $"unknown key \"{property.Name}\". Remove it or correct its spelling; the keys here are: {known}", $"未知的键“{property.Name}”。请删除或改正；此处可用的键：{known}");
            }
            else if (!values.TryAdd(property.Name, property.Value))
            {
                Fault("duplicate-key", at, $"the key \"{property.Name}\" stands twice. Keep one of them", $"键“{property.Name}”重复出现。请只保留一个");
            }
        }

        foreach (var key in keys.Required.Where(key => !values.ContainsKey(key)))
        {
            Fault("missing-key", $"{pointer}/{key}", $"the key \"{key}\" is missing. Add it", $"缺少键“{key}”。请补上");
        }

        return values;
    }

    public string String(Dictionary<string, JsonElement> values, string key, string pointer) =>
        values.TryGetValue(key, out var value) ? StringOf(value, $"{pointer}/{key}") : "";

    public string StringOf(JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        WrongType(pointer, "a text that is not empty", "非空文本");
        return "";
    }

    public bool Flag(Dictionary<string, JsonElement> values, string key, string pointer)
    {
        if (!values.TryGetValue(key, out var value)) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        WrongType($"{pointer}/{key}", "true or false", "true 或 false");
        return false;
    }

    public int Integer(Dictionary<string, JsonElement> values, string key, string pointer)
    {
        if (!values.TryGetValue(key, out var value)) return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        WrongType($"{pointer}/{key}", "a whole number", "整数");
        return 0;
    }

    public decimal Decimal(Dictionary<string, JsonElement> values, string key, string pointer)
    {
        if (!values.TryGetValue(key, out var value)) return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)) return number;
        WrongType($"{pointer}/{key}", "a number", "数");
        return 0;
    }

    public T Enum<T>(Dictionary<string, JsonElement> values, string key, string pointer) where T : struct, Enum =>
        values.TryGetValue(key, out var value) ? EnumOf<T>(value, $"{pointer}/{key}") : default;

    public T EnumOf<T>(JsonElement value, string pointer) where T : struct, Enum
    {
        var all = System.Enum.GetValues<T>();
        if (value.ValueKind == JsonValueKind.String)
        {
            foreach (var candidate in all)
            {
                if (Word(candidate) == value.GetString()) return candidate;
            }
        }

        var known = string.Join(", ", all.Select(Word));
        WrongType(pointer, $"one of: {known}", $"以下之一：{known}");
        return default;
    }

    public Text Text(Dictionary<string, JsonElement> values, string key, string pointer)
    {
        var empty = new Text("", "");
        if (!values.TryGetValue(key, out var value) || Object(value, $"{pointer}/{key}", TextKeys) is not { } languages) return empty;
        var text = new Text(String(languages, "en", $"{pointer}/{key}"), String(languages, "zh", $"{pointer}/{key}"));

        // Nobody reads a message in a language that he did not ask for.
        if (text.En.Length > 0 && !text.En.Any(char.IsAsciiLetter)) Fault("wrong-language", $"{pointer}/{key}/en", "the text under \"en\" has no English word. Write it in English", "“en”下的文本没有英文。请填写英文");
        if (text.Zh.Length > 0 && !text.Zh.Any(IsHan)) Fault("wrong-language", $"{pointer}/{key}/zh", "the text under \"zh\" has no Chinese character. Write it in Chinese", "“zh”下的文本没有汉字。请填写中文");
        return text;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or '\u3007';

    public LocalDate Date(Dictionary<string, JsonElement> values, string key, string pointer) =>
        values.TryGetValue(key, out var value) ? DateOf(value, $"{pointer}/{key}") : default;

    public LocalDate DateOf(JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.String && LocalDatePattern.Iso.Parse(value.GetString()!) is { Success: true } date) return date.Value;
        WrongType(pointer, "a date such as 2024-03-31", "日期，如 2024-03-31");
        return default;
    }

    /// <summary>A range of days: the first day, and the last one or null.</summary>
    public DayRange RangeOf(JsonElement value, string pointer, bool mustEnd)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 2)
        {
            WrongType(pointer, "a first and a last day such as [\"2024-01-01\", \"2024-12-31\"]", "起止日期，如 [\"2024-01-01\", \"2024-12-31\"]");
            return new(default, default(LocalDate));
        }

        var sound = errors.Count;
        var from = DateOf(value[0], $"{pointer}/0");
        if (!mustEnd && value[1].ValueKind == JsonValueKind.Null) return new(from, null);
        var to = DateOf(value[1], $"{pointer}/1");
        if (errors.Count == sound && to < from) WrongType(pointer, "a range whose last day is not before its first", "结束日期不早于开始日期的范围");
        return new(from, to);
    }

    public List<T> List<T>(Dictionary<string, JsonElement> values, string key, string pointer, Func<JsonElement, string, T> read)
    {
        if (!values.TryGetValue(key, out var value)) return [];
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray().Select((element, i) => read(element, $"{pointer}/{key}/{i}"))];
        WrongType($"{pointer}/{key}", "a list", "列表");
        return [];
    }

    public void WrongType(string pointer, string en, string zh) => Fault("bad-value", pointer, $"the value must be {en}", $"值须为{zh}");

    public void Fault(string code, string pointer, string en, string zh) =>
        errors.Add(Error.Invalid($"rule-file-{code}", $"{file}{(pointer.Length > 0 ? $" at {pointer}" : "")}: {en}.", $"{file}{(pointer.Length > 0 ? $" 的 {pointer}" : "")}：{zh}。", pointer));

    /// <summary>An enumeration's name as files and the API write it.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Escape(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

/// <summary>JSON that can be kept and shown.</summary>
public static class JsonText
{
    /// <summary>Whether every name and text in it can be read: the parser takes bytes and escapes that stand for no character, and fails only when they are used.</summary>
    public static bool IsWhole(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(p => p.Name is not null && IsWhole(p.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsWhole),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
