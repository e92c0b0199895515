using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Measuring;

namespace PartyOrg.Benchmarks.Driving;

/// <summary>A running server, how it is asked, and which processes work for it.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan TokenKeptFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly Target target;
    private readonly Uri url;
    private readonly HttpMessageInvoker client;
    private readonly string? password;
    private readonly Dictionary<string, (string Token, long At)> tokens = [];
    private static long unique;
    private static readonly string OfThisRun = System.Security.Cryptography.RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <param name="password">The password of every account, where the target signs in.</param>
    public Server(string name, Target target, Uri url, int process, int? postmaster, int connections, string? password = null)
    {
        (Name, this.target, this.url, Process, Postmaster, this.password) = (name, target, url, process, postmaster, password);
        client = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false, AllowAutoRedirect = false, UseProxy = false });
    }

    public string Name { get; }

    public int Process { get; }

    public int? Postmaster { get; }

    /// <summary>Seconds of processor time so far of the server, and of its database.</summary>
    public (double Process, double Database) Processors() => (ProcessorTime.OfProcess(Process), Postmaster is { } postmaster ? ProcessorTime.OfPostgres(postmaster) : 0);

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
        var pointers = (asked.Answer ?? []).ToDictionary(a => a.Key, a => target.Fill(a.Value, item));
        return new(asked, new Uri(url, target.Fill(asked.Path, escaped)), headers, body, type, target.Fill(asked.As, item), pointers);
    }

    /// <summary>Signs in the accounts that ask, unless they did a short time ago. A token lasts longer than what is timed between two calls of this.</summary>
    public async Task SignIn(IEnumerable<Prepared> prepared)
    {
        if (target.SignIn is not { } way) return;
        foreach (var user in prepared.Select(p => p.User).Distinct())
        {
            if (tokens.TryGetValue(user, out var known) && Stopwatch.GetElapsedTime(known.At) < TokenKeptFor) continue;
            var item = new WorkItem(new() { ["user"] = user, ["password"] = password ?? throw new ArgumentException($"{Name} signs in: --…-password is needed") }, []);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url, way.Path)) { Content = new StringContent(target.Fill(way.Body, item)!.ToJsonString(), Encoding.UTF8, "application/json") };
            using var response = await client.SendAsync(request, CancellationToken.None);
            var answer = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{Name} does not let {user} sign in: {(int)response.StatusCode} {answer}");
            tokens[user] = (Pointer.Read(JsonNode.Parse(answer), way.Token, word => word), Stopwatch.GetTimestamp());
        }
    }

    public async Task<HttpResponseMessage> Send(Prepared prepared)
    {
        using var request = Request(new HttpMethod(prepared.Operation.Method), prepared.Url, prepared);
        if (prepared.Body is not null)
        {
            HttpContent content = new ByteArrayContent(WithIdentities(prepared.Body));
            content.Headers.ContentType = new MediaTypeHeaderValue(prepared.ContentType) { CharSet = "utf-8" };
            request.Content = prepared.Operation.Upload is { } name ? new MultipartFormDataContent { { content, "files", name } } : content;
        }

        return await client.SendAsync(request, CancellationToken.None);
    }

    /// <summary>Sends and reads to the end, as a caller does; anything but the expected status ends the measurement.</summary>
    public async ValueTask Ask(Prepared prepared)
    {
        using var response = await Send(prepared);
        var body = await response.Content.ReadAsByteArrayAsync();
        if ((int)response.StatusCode != prepared.Operation.Status) throw Unexpected(prepared, response, body);
        if (prepared.Operation.Then is { } steps) await Finish(prepared, response.Headers.Location!, steps);
    }

    /// <summary>The compared values of one answer, each as text.</summary>
    public async Task<SortedDictionary<string, string>> Answer(Prepared prepared)
    {
        using var response = await Send(prepared);
        var body = await response.Content.ReadAsByteArrayAsync();
        if ((int)response.StatusCode != prepared.Operation.Status) throw Unexpected(prepared, response, body);
        if (prepared.Operation.Then is { } steps) body = await Finish(prepared, response.Headers.Location!, steps);
        if (prepared.Operation.FollowLocation)
        {
            using var read = await client.SendAsync(Request(HttpMethod.Get, new Uri(url, response.Headers.Location!), prepared), CancellationToken.None);
            body = await read.Content.ReadAsByteArrayAsync();
        }

        var words = target.Vocabulary.ToDictionary(v => v.Value, v => v.Key);
        var root = body.Length == 0 ? null : JsonNode.Parse(body);
        return new(prepared.Pointers.ToDictionary(p => p.Key, p => Pointer.Read(root, p.Value, word => words.GetValueOrDefault(word, word))), StringComparer.Ordinal);
    }

    public void Dispose() => client.Dispose();

    // Every other request of an operation is about the thing that the first one made.
    private async Task<byte[]> Finish(Prepared prepared, Uri location, Step[] steps)
    {
        byte[] body = [];
        EntityTagHeaderValue? tag = null;
        foreach (var step in steps)
        {
            if (step.Post is { } path)
            {
                using var request = Request(HttpMethod.Post, new Uri(url, $"{location}{path}"), prepared);
                if (tag is not null) request.Headers.IfMatch.Add(tag);
                using var answer = await client.SendAsync(request, CancellationToken.None);
                body = await answer.Content.ReadAsByteArrayAsync();
                if ((int)answer.StatusCode != step.Status) throw Unexpected(prepared, answer, body);
                continue;
            }

            for (var start = Stopwatch.GetTimestamp(); ; await Task.Delay(AskAgainAfter))
            {
                using var answer = await client.SendAsync(Request(HttpMethod.Get, new Uri(url, location), prepared), CancellationToken.None);
                (body, tag) = (await answer.Content.ReadAsByteArrayAsync(), answer.Headers.ETag);
                if (Pointer.Read(JsonNode.Parse(body), step.Until!, word => word) == step.Is) break;
                if (Stopwatch.GetElapsedTime(start) > LongestWait) throw Unexpected(prepared, answer, body);
            }
        }

        return body;
    }

    private HttpRequestMessage Request(HttpMethod method, Uri address, Prepared prepared)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in prepared.Headers)
        {
            var text = value.Replace("{unique}", $"{OfThisRun}-{Interlocked.Increment(ref unique)}", StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(name, tokens.TryGetValue(prepared.User, out var known) ? text.Replace("{token}", known.Token, StringComparison.Ordinal) : text);
        }

        return request;
    }

    private static byte[] WithIdentities(byte[] body)
    {
        const string Placeholder = "{identity}";
        var first = body.AsSpan().IndexOf("{identity}"u8);
        if (first < 0) return body;
        var parts = Encoding.UTF8.GetString(body).Split(Placeholder);
        var text = new StringBuilder(parts[0]);
        foreach (var part in parts.Skip(1)) text.Append(IdentityNumbers.Next()).Append(part);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private InvalidOperationException Unexpected(Prepared prepared, HttpResponseMessage response, byte[] body) =>
        new($"{Name} answered {(int)response.StatusCode} to {prepared.Operation.Method} {prepared.Url}: {Encoding.UTF8.GetString(body)}");
}

/// <param name="User">The account that asks.</param>
/// <param name="Pointers">Where the compared values stand in the answer.</param>
internal sealed record Prepared(Operation Operation, Uri Url, KeyValuePair<string, string>[] Headers, byte[]? Body, string ContentType, string User, Dictionary<string, string> Pointers);
