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

    /// <summary>How an account signs in; its token stands for <c>{token}</c> in headers.</summary>
    public SignIn? SignIn { get; init; }

    public required Dictionary<string, Operation> Operations { get; init; }

    public static Target Read(string file) =>
        JsonSerializer.Deserialize<Target>(File.ReadAllText(file), Strict) ?? throw new FormatException($"{file} is empty");

    /// <summary>
    /// The body with its placeholders replaced; <c>{"$each": "people", "$as": …}</c> becomes one element per entry of the list. A property whose text
    /// comes out empty is left out.
    /// </summary>
    public JsonNode? Fill(JsonNode? template, WorkItem item, WorkItem? entry = null) => template switch
    {
        JsonObject each when each.TryGetPropertyValue("$each", out var list) => new JsonArray([.. item.Lists[list!.GetValue<string>()].Select(e => Fill(each["$as"], item, e))]),
        JsonObject body => new JsonObject(body.Select(p => KeyValuePair.Create(p.Key, Fill(p.Value, item, entry))).Where(p => p.Value is not JsonValue text || !text.TryGetValue<string>(out var filled) || filled.Length > 0)),
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

/// <param name="Path">Where an account signs in.</param>
/// <param name="Body">The request, with <c>{user}</c> and <c>{password}</c>.</param>
/// <param name="Token">JSON pointer to the token in the answer.</param>
internal sealed record SignIn(string Path, JsonNode Body, string Token);

/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query with placeholders; values are escaped.</param>
/// <param name="Status">The status that every answer must have.</param>
/// <param name="Headers">Headers of this operation's requests, for instance <c>Idempotency-Key: {unique}</c>.</param>
/// <param name="Body">A JSON template, or the text <c>{csv}</c> or <c>{sheet}</c> for the work item's file.</param>
/// <param name="Upload">The file's name, where the body is sent as a form with one file.</param>
/// <param name="As">The account that asks; the city's officer where it is left out.</param>
/// <param name="FollowLocation">The answer is compared as read back from where its Location header points.</param>
/// <param name="Then">What follows until the work is done: each step is about the thing to which the first answer's Location header points.</param>
/// <param name="Answer">Name of a compared value → where it stands in the answer, see <see cref="Pointer"/>.</param>
internal sealed record Operation(
    string Path, string Method = "GET", int Status = 200, Dictionary<string, string>? Headers = null, JsonNode? Body = null, string? Upload = null, string As = "{officer}", bool FollowLocation = false,
    Step[]? Then = null, Dictionary<string, string>? Answer = null);

/// <summary>A further request, or waiting until the thing has reached a state.</summary>
/// <param name="Until">Where the state stands in the answer; the thing is asked again and again until it is what <paramref name="Is"/> says.</param>
/// <param name="Is">The state that is waited for.</param>
/// <param name="Post">Posts to this path below the thing, with the entity tag of the last answer as <c>If-Match</c>.</param>
/// <param name="Status">The status that the posting must have.</param>
internal sealed record Step(string? Until = null, string? Is = null, string? Post = null, int Status = 202);
