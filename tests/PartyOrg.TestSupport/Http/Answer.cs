using System.Net;
using System.Text.Json;

namespace PartyOrg.TestSupport.Http;

/// <summary>An answer of the API, read to its end, with assertions that show its body when they fail.</summary>
public sealed class Answer
{
    private readonly HttpResponseMessage response;

    private readonly string why;

    private Answer(HttpResponseMessage response, string text, string why) => (this.response, Text, this.why) = (response, text, why);

    public HttpStatusCode Status => response.StatusCode;

    public string Text { get; }

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? ETag => response.Headers.ETag?.ToString();

    public Uri? Location => response.Headers.Location;

    public string? MediaType => response.Content.Headers.ContentType?.MediaType;

    public static async Task<Answer> Of(HttpResponseMessage response, FailureLog failures)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new(response, text, response.StatusCode == HttpStatusCode.InternalServerError ? $"\n{failures.All[^1]}" : "");
    }

    /// <summary>The values of a header, with commas between them; none where there is no such header.</summary>
    public string? Header(string name) => response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>The body read as an answer of the product.</summary>
    public T As<T>() => JsonSerializer.Deserialize<T>(Text, ApiClient.Json) ?? throw new InvalidOperationException($"The body is null: {this}");

    /// <summary>A value of the body, by the names on the way to it: <c>answer["items"][0]</c> is written <c>answer.At("items", 0)</c>.</summary>
    public JsonElement At(params object[] way) => way.Aggregate(Json, (element, step) => step is int index ? element[index] : element.GetProperty((string)step));

    public Answer ShouldBe(HttpStatusCode status)
    {
        Status.Should().Be(status, "the answer is {0}", ToString());
        return this;
    }

    /// <summary>A problem answer (RFC 9457) with this status and code, in the form that all of them have.</summary>
    public Answer ShouldBeProblem(HttpStatusCode status, string code, string? rule = null)
    {
        ShouldBe(status);
        MediaType.Should().Be("application/problem+json");
        At("code").GetString().Should().Be(code, "the answer is {0}", ToString());
        At("status").GetInt32().Should().Be((int)status);
        At("detail").GetString().Should().NotBeNullOrWhiteSpace();
        At("traceId").GetString().Should().NotBeNullOrWhiteSpace();
        if (rule is null) return this;

        At("ruleId").GetString().Should().Be(rule);
        At("citation", "book").GetString().Should().Be(rule.Split('-')[0]);
        return this;
    }

    /// <summary>A refusal for wrong values, which points at exactly these.</summary>
    public Answer ShouldPointAt(params string[] pointers)
    {
        ShouldBe(HttpStatusCode.BadRequest);
        Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()).Should().BeEquivalentTo(pointers, "the answer is {0}", ToString());
        return this;
    }

    public override string ToString() => $"{(int)Status} {Text}{why}";
}
