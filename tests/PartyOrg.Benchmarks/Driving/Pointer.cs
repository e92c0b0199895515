using System.Text.Json.Nodes;

namespace PartyOrg.Benchmarks.Driving;

/// <summary>
/// Where compared values stand in an answer: a JSON pointer in which <c>*</c> stands for every element, <c>*?kind=member&amp;subject.id=…</c> for those
/// elements that are so (<c>a|b</c>: one of these), and <c>a+b</c> as the last step for two values taken together. With <c>set:</c> before it the order does not count.
/// </summary>
internal static class Pointer
{
    private const string Unordered = "set:";

    public static string Read(JsonNode? answer, string pointer, Func<string, string> word)
    {
        var values = Values(answer, pointer[(IsUnordered(pointer) ? Unordered.Length : 0)..].Split('/', StringSplitOptions.RemoveEmptyEntries), word);
        return string.Join(" | ", IsUnordered(pointer) ? values.Order(StringComparer.Ordinal) : values);
    }

    private static bool IsUnordered(string pointer) => pointer.StartsWith(Unordered, StringComparison.Ordinal);

    private static IEnumerable<string> Values(JsonNode? node, ReadOnlyMemory<string> path, Func<string, string> word)
    {
        if (path.IsEmpty) return [Text(node, word)];
        var (step, rest) = (path.Span[0], path[1..]);
        return node switch
        {
            JsonArray array when step[0] == '*' => array.Where(e => step.Length == 1 || Fits(e, step[2..], word)).SelectMany(e => Values(e, rest, word)),
            JsonObject of when step.Contains('+', StringComparison.Ordinal) => [string.Join(':', step.Split('+').Select(name => Text(of[name], word)))],
            JsonObject of => Values(of[step], rest, word),
            _ => ["missing"],
        };
    }

    private static bool Fits(JsonNode? element, string conditions, Func<string, string> word) => conditions.Split('&').All(condition =>
    {
        var (path, allowed) = (condition[..condition.IndexOf('=', StringComparison.Ordinal)], condition[(condition.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('|'));
        return Values(element, path.Split('.'), word).All(allowed.Contains);
    });

    private static string Text(JsonNode? node, Func<string, string> word) => node switch { JsonValue value => word(value.ToString()), null => "null", _ => node.ToJsonString() };
}
