using System.Text.Json;
using System.Text.RegularExpressions;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Results;

namespace PartyOrg.WebApi.Http;

/// <summary>Says what is wrong with a body in words for whoever wrote it: the reader's own messages name types of the program.</summary>
internal static partial class JsonFaults
{
    /// <summary>What is wrong, in both languages.</summary>
    /// <param name="exception">What the reader says.</param>
    /// <param name="wanted">What belongs where it stopped, as far as it is known.</param>
    public static Text Of(JsonException exception, Type? wanted)
    {
        var message = Position().Replace(exception.Message, "").Trim();
        if (UnknownMember().Match(message) is { Success: true } unknown) return new($"there is no member \"{unknown.Groups["name"].Value}\" here.", $"此处没有成员 \"{unknown.Groups["name"].Value}\"。");
        if (TwiceMember().Match(message) is { Success: true } twice) return new($"the member \"{twice.Groups["name"].Value}\" stands there twice.", $"成员 \"{twice.Groups["name"].Value}\" 重复出现。");
        if (MissingMembers().Match(message) is { Success: true } missing) return new($"what is missing: {missing.Groups["names"].Value}.", $"缺少：{missing.Groups["names"].Value}。");
        if (NoNull().IsMatch(message)) return new("null is not allowed here.", "此处不能为 null。");
        if (Own(message) is { } own) return own;
        if (Depth().IsMatch(message)) return new("it is nested deeper than 32.", "嵌套超过 32 层。");
        if (wanted is { IsEnum: true }) return OneOf(wanted);
        if (exception.InnerException is { } inner && OtherToken().Match(inner.Message) is { Success: true } other) return Expected(other.Groups["token"].Value);
        if (WrongKind().Match(message) is { Success: true } wrong) return Expected(wrong.Groups["type"].Value);
        return message.Contains("PartyOrg.", StringComparison.Ordinal) || message.Contains("System.", StringComparison.Ordinal) ? new("it cannot be read.", "无法读取。") : NoJson(message, exception);
    }

    // The reader counts lines and bytes from zero; a text is looked through whole before it is read, so that the place in it is all that is known.
    private static Text NoJson(string message, JsonException exception) => exception is { LineNumber: { } line, BytePositionInLine: { } column }
        ? new($"it is no JSON, in line {line + 1} at byte {column + 1}: {message}", $"不是有效的 JSON（第 {line + 1} 行第 {column + 1} 字节）：{message}")
        : new($"it is no JSON: {message}", $"不是有效的 JSON：{message}");

    // What the product's own readers say, which knows one language.
    private static Text? Own(string message) => message switch
    {
        "Expected a date as YYYY-MM-DD." => new("expected a date as YYYY-MM-DD.", "应为 YYYY-MM-DD 形式的日期。"),
        "Expected a month as YYYY-MM." => new("expected a month as YYYY-MM.", "应为 YYYY-MM 形式的月份。"),
        "Expected a time as HH:MM." => new("expected a time as HH:MM.", "应为 HH:MM 形式的时刻。"),
        "Expected an instant as YYYY-MM-DDTHH:MM:SSZ." => new("expected an instant as YYYY-MM-DDTHH:MM:SSZ.", "应为 YYYY-MM-DDTHH:MM:SSZ 形式的时刻。"),
        "Expected a UUID." => new("expected an id as the API gives it, for example 0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01.", "应为接口返回的编号，例如 0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01。"),
        "An entry is null. Remove it, or write a value." => new("an entry is null. Remove it, or write a value.", "有一项为 null，请删除或填写。"),
        _ => null,
    };

    private static Text Expected(string type)
    {
        var bare = Nullable().Replace(type, "${of}");
        if ((typeof(Aggregate).Assembly.GetType(bare) ?? typeof(PageLimit).Assembly.GetType(bare)) is { IsEnum: true } names)
        {
            return OneOf(names);
        }

        return bare switch
        {
            "System.String" or "string" => new("expected a text.", "应为文本。"),
            "System.Boolean" or "boolean" => new("expected true or false.", "应为 true 或 false。"),
            "System.Int32" or "System.Int64" or "Int32" or "Int64" or "number" => new("expected a whole number, not in quotes.", "应为整数，且不带引号。"),
            "System.Decimal" => new("expected a number, not in quotes.", "应为数字，且不带引号。"),
            _ when bare.StartsWith("System.Collections", StringComparison.Ordinal) => new("expected a list, or an object of names and texts.", "应为列表或名称与文本组成的对象。"),
            _ => new("it is not of the kind that belongs here.", "类型不符。"),
        };
    }

    /// <summary>The names of an enum as JSON and queries have them.</summary>
    /// <param name="names">The enum.</param>
    public static string Names(Type names) => string.Join(", ", Enum.GetNames(names).Select(n => char.ToLowerInvariant(n[0]) + n[1..]));

    private static Text OneOf(Type names)
    {
        var list = Names(names);
        return new($"expected one of: {list}.", $"应为以下之一：{list}。");
    }

    [GeneratedRegex(@"(Path: .*)|( \| LineNumber: .*)|( LineNumber: .*)")]
    private static partial Regex Position();

    [GeneratedRegex("^The JSON property '(?<name>.*)' could not be mapped to any .NET member")]
    private static partial Regex UnknownMember();

    [GeneratedRegex("^Duplicate property '(?<name>.*)' encountered")]
    private static partial Regex TwiceMember();

    [GeneratedRegex("missing required properties including: (?<names>.*?)\\.?$")]
    private static partial Regex MissingMembers();

    [GeneratedRegex("doesn't allow (setting )?null values|cannot be null")]
    private static partial Regex NoNull();

    [GeneratedRegex("maximum configured depth")]
    private static partial Regex Depth();

    // What the reader says of a value of a record's constructor, where it names the record and not the value's type.
    [GeneratedRegex(@"as an? (?<token>string|number|boolean)\.|out of bounds for an (?<token>Int32|Int64)\.")]
    private static partial Regex OtherToken();

    [GeneratedRegex(@"^The JSON value could not be converted to (?<type>.*?)\.?$")]
    private static partial Regex WrongKind();

    [GeneratedRegex(@"^System\.Nullable`1\[(?<of>.*)\]$")]
    private static partial Regex Nullable();
}
