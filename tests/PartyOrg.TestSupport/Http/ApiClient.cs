using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PartyOrg.Application.Pipeline;

namespace PartyOrg.TestSupport.Http;

/// <summary>Speaks to the API as one caller: with his token, and with the headers that writing asks for.</summary>
public sealed class ApiClient(HttpClient http, FailureLog failures, string? token = null, string? language = null)
{
    private static int lastKey;

    /// <summary>JSON as the product reads and writes it.</summary>
    public static JsonSerializerOptions Json { get; } = Options();

    /// <summary>The access token; none before sign-in.</summary>
    public string? Token => token;

    /// <summary>The same caller, asking for messages in another language.</summary>
    public ApiClient In(string otherLanguage) => new(http, failures, token, otherLanguage);

    public Task<Answer> Get(string path, string? ifNoneMatch = null) => Send(HttpMethod.Get, path, headers: ("If-None-Match", ifNoneMatch));

    /// <summary>POST with a new idempotency key, or with the one given; an empty key sends none.</summary>
    public Task<Answer> Post(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        Send(HttpMethod.Post, path, body, ("Idempotency-Key", key ?? $"test-{Interlocked.Increment(ref lastKey)}"), ("If-Match", ifMatch));

    /// <summary>PUT with the version that was read last; none sends no If-Match.</summary>
    public Task<Answer> Put(string path, object? body, string? ifMatch) => Send(HttpMethod.Put, path, body, ("If-Match", ifMatch));

    /// <summary>PATCH with the version that was read last; none sends no If-Match.</summary>
    public Task<Answer> Patch(string path, object? body, string? ifMatch) => Send(HttpMethod.Patch, path, body, ("If-Match", ifMatch));

    public Task<Answer> Delete(string path, string? ifMatch) => Send(HttpMethod.Delete, path, headers: ("If-Match", ifMatch));

    /// <summary>Any request: a text body is sent as it is, content as it is, anything else as JSON.</summary>
    public async Task<Answer> Send(HttpMethod method, string path, object? body = null, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (language is not null) request.Headers.AcceptLanguage.ParseAdd(language);
        foreach (var (name, value) in headers)
            if (!string.IsNullOrEmpty(value)) request.Headers.TryAddWithoutValidation(name, value);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => new StringContent(JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json"),
        };
        using var response = await http.SendAsync(request);
        return await Answer.Of(response, failures);
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        PipelineJson.Configure(options);
        return options;
    }
}
