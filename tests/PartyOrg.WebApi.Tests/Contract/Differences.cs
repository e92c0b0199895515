using System.Text.Json.Nodes;

namespace PartyOrg.WebApi.Tests.Contract;

/// <summary>Where two JSON documents differ; the order of names, and of lists of plain texts, makes no difference.</summary>
internal static class Differences
{
    public static IEnumerable<string> Between(JsonNode? one, JsonNode? other, string path = "")
    {
        if (one is JsonObject first && other is JsonObject second)
        {
            return first.Select(p => p.Key).Union(second.Select(p => p.Key)).SelectMany(name =>
                !second.ContainsKey(name) ? [$"{path}/{name} is only in the first"] : !first.ContainsKey(name) ? [$"{path}/{name} is only in the second"] : Between(first[name], second[name], $"{path}/{name}"));
        }

        if (one is JsonArray some && other is JsonArray others && some.Count == others.Count)
        {
            var pairs = IsPlain(some) && IsPlain(others) ? Sorted(some).Zip(Sorted(others)) : some.Zip(others);
            return pairs.SelectMany((pair, i) => Between(pair.First, pair.Second, $"{path}/{i}"));
        }

        return JsonNode.DeepEquals(one, other) ? [] : [$"{path}: {Shown(one)} and {Shown(other)}"];
    }

    private static bool IsPlain(JsonArray array) => array.All(n => n is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String);

    private static IEnumerable<JsonNode?> Sorted(JsonArray array) => array.OrderBy(n => n!.GetValue<string>(), StringComparer.Ordinal);

    private static string Shown(JsonNode? node) => node?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 120)] : "null";
}
