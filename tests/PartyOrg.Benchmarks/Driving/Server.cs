using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PartyOrg.Benchmarks.Driving;

/// <summary>A running server, how it is asked, and which processes work for it.</summary>
internal sealed class Server : IDisposable
{
    private readonly Target target;
    private readonly Uri url;
    private readonly HttpMessageInvoker client;
    private static long unique;
    private static readonly string OfThisRun = System.Security.Cryptography.RandomNumberGenerator.GetHexString(12, lowercase: true);

    public Server(string name, Target target, Uri url, int process, int? postmaster, int connections)
    {
        (Name, this.target, this.url, Process, Postmaster) = (name, target, url, process, postmaster);
        client = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false, AllowAutoRedirect = false, UseProxy = false });
    }

    public string Name { get; }

    public int Process { get; }

    public int? Postmaster { get; }

    public bool Knows(string operation) => target.Operations.ContainsKey(operation);

    /// <summary>Everything of a request that does not change from one sending to the next.</summary>
    public Prepared Prepare(string operation, WorkItem item)
    {
        var asked = target.Operations[operation];
        var escaped = item with { Values = item.Values.ToDictionary(v => v.Key, v => Uri.EscapeDataString(v.Value)) };
        byte[]? body = null;
        var type = "application/json";
        if (asked.Body is JsonValue text && text.TryGetValue<string>(out var template)) (body, type) = (Encoding.UTF8.GetBytes(target.Fill(template, item)), "text/csv");
        else if (asked.Body is { } json) body = Encoding.UTF8.GetBytes(target.Fill(json, item)!.ToJsonString());
        var headers = target.Headers.Concat(asked.Headers ?? []).Select(h => KeyValuePair.Create(h.Key, target.Fill(h.Value, item))).ToArray();
        return new(asked, new Uri(url, target.Fill(asked.Path, escaped)), headers, body, type);
    }

    public async Task<HttpResponseMessage> Send(Prepared prepared)
    {
        using var request = new HttpRequestMessage(new HttpMethod(prepared.Operation.Method), prepared.Url);
        foreach (var (name, value) in prepared.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value.Replace("{unique}", $"{OfThisRun}-{Interlocked.Increment(ref unique)}", StringComparison.Ordinal));
        }

        if (prepared.Body is not null)
        {
            request.Content = new ByteArrayContent(prepared.Body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(prepared.ContentType) { CharSet = "utf-8" };
        }

        return await client.SendAsync(request, CancellationToken.None);
    }

    /// <summary>Sends and reads to the end, as a caller does; anything but the expected status ends the measurement.</summary>
    public async ValueTask Ask(Prepared prepared)
    {
        using var response = await Send(prepared);
        var body = await response.Content.ReadAsByteArrayAsync();
        if ((int)response.StatusCode != prepared.Operation.Status) throw Unexpected(prepared, response, body);
    }

    /// <summary>The compared values of one answer, each as text.</summary>
    public async Task<SortedDictionary<string, string>> Answer(Prepared prepared)
    {
        using var response = await Send(prepared);
        var body = await response.Content.ReadAsByteArrayAsync();
        if ((int)response.StatusCode != prepared.Operation.Status) throw Unexpected(prepared, response, body);
        if (prepared.Operation.FollowLocation)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, response.Headers.Location!));
            foreach (var (name, value) in target.Headers) request.Headers.TryAddWithoutValidation(name, value);
            using var read = await client.SendAsync(request, CancellationToken.None);
            body = await read.Content.ReadAsByteArrayAsync();
        }

        var words = target.Vocabulary.ToDictionary(v => v.Value, v => v.Key);
        var answer = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var root = body.Length == 0 ? null : JsonNode.Parse(body);
        foreach (var (name, pointer) in prepared.Operation.Answer ?? [])
        {
            answer[name] = string.Join(" | ", Values(root, pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)).Select(v => words.GetValueOrDefault(v, v)));
        }

        return answer;
    }

    public void Dispose() => client.Dispose();

    private static IEnumerable<string> Values(JsonNode? node, ReadOnlyMemory<string> path)
    {
        if (path.IsEmpty) return [node switch { JsonValue value => value.ToString(), null => "null", _ => node.ToJsonString() }];
        var (step, rest) = (path.Span[0], path[1..]);
        return node switch
        {
            JsonArray array when step == "*" => array.SelectMany(e => Values(e, rest)),
            JsonObject of => Values(of[step], rest),
            _ => ["missing"],
        };
    }

    private InvalidOperationException Unexpected(Prepared prepared, HttpResponseMessage response, byte[] body) =>
        new($"{Name} answered {(int)response.StatusCode} to {prepared.Operation.Method} {prepared.Url}: {Encoding.UTF8.GetString(body)}");
}

internal sealed record Prepared(Operation Operation, Uri Url, KeyValuePair<string, string>[] Headers, byte[]? Body, string ContentType);
