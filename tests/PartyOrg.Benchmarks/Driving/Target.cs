using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PartyOrg.Benchmarks.Driving;

/// <summary>
/// How one server is asked what every server is asked: a file that maps each operation to a route, a body, and the places in the answer
/// that are compared. <c>{name}</c> stands for a value of the work item; <c>{unique}</c> for a text that no other request has.
/// </summary>
internal sealed record Target
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public required string Name { get; init; }

    /// <summary>Headers of every request, for instance the bearer token.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>This server's word for a word of the workload (<c>generalMeeting</c>, <c>present</c>, …), where it differs.</summary>
    public Dictionary<string, string> Vocabulary { get; init; } = [];

    public required Dictionary<string, Operation> Operations { get; init; }

    public static Target Read(string file) =>
        JsonSerializer.Deserialize<Target>(File.ReadAllText(file), Strict) ?? throw new FormatException($"{file} is empty");

    /// <summary>The body with its placeholders replaced; <c>{"$each": "people", "$as": …}</c> becomes one element per entry of the list.</summary>
    public JsonNode? Fill(JsonNode? template, WorkItem item, WorkItem? entry = null) => template switch
    {
        JsonObject each when each.TryGetPropertyValue("$each", out var list) => new JsonArray([.. item.Lists[list!.GetValue<string>()].Select(e => Fill(each["$as"], item, e))]),
        JsonObject body => new JsonObject(body.Select(p => KeyValuePair.Create(p.Key, Fill(p.Value, item, entry)))),
        JsonArray array => new JsonArray([.. array.Select(e => Fill(e, item, entry))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Fill(text, item, entry)),
        _ => template?.DeepClone(),
    };

    public string Fill(string template, WorkItem item, WorkItem? entry = null)
    {
        foreach (var (name, value) in item.Values.Concat(entry?.Values ?? [])) template = template.Replace($"{{{name}}}", Vocabulary.GetValueOrDefault(value, value), StringComparison.Ordinal);
        return template;
    }
}

/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query with placeholders; values are escaped.</param>
/// <param name="Status">The status that every answer must have.</param>
/// <param name="Headers">Headers of this operation's requests, for instance <c>Idempotency-Key: {unique}</c>.</param>
/// <param name="Body">A JSON template, or the text <c>{csv}</c> for the work item's file.</param>
/// <param name="FollowLocation">The answer is compared as read back from where its Location header points.</param>
/// <param name="Answer">Name of a compared value → JSON pointer into the answer; <c>*</c> stands for every element, and the values are then compared in order.</param>
internal sealed record Operation(
    string Path, string Method = "GET", int Status = 200, Dictionary<string, string>? Headers = null, JsonNode? Body = null, bool FollowLocation = false, Dictionary<string, string>? Answer = null);
