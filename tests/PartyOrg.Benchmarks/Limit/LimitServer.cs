using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Domain;
using PartyOrg.Domain.Time;

namespace PartyOrg.Benchmarks.Limit;

/// <summary>Bare Kestrel before hand-written SQL: no routing, no rights, no log. What the product is compared with.</summary>
internal static class LimitServer
{
    private static readonly AnswersContext Json = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static async Task Serve(string url, string? postgres, string? sqlite)
    {
        var ids = new Ids(new Clock(new SystemTime(TimeProvider.System)));
        ILimitStore store = postgres is not null
            ? await PostgresLimit.Open(postgres, ids, TimeProvider.System)
            : new SqliteLimit(sqlite ?? throw new ArgumentException("--postgres or --sqlite is needed"), ids, TimeProvider.System);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls(url);
        var app = builder.Build();
        app.Run(context => Answer(store, ids, context));
        Console.WriteLine($"serving on {url}");
        await app.RunAsync();
    }

    private static Task Answer(ILimitStore store, Ids ids, HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (context.Request.Method, parts) switch
        {
            ("GET", ["members", var id]) => Member(store, context, Guid.Parse(id)),
            ("GET", ["rights", var reading, "members", var id]) => Member(store, context, Guid.Parse(id), Enum.Parse<RightsReading>(reading, ignoreCase: true)),
            ("GET", ["members"]) => Members(store, context),
            ("POST", ["meetings"]) => Record(store, ids, context),
            ("GET", ["meetings", var id]) => Meeting(store, context, Guid.Parse(id)),
            ("GET", ["organizations", var id, "duties"]) => Duties(store, context, Guid.Parse(id)),
            ("GET", ["organizations", var id, "compliance"]) => Compliance(store, context, Guid.Parse(id)),
            ("POST", ["imports"]) => Import(store, context),
            _ => Write(context, StatusCodes.Status404NotFound, (MemberAnswer?)null, Json.MemberAnswer),
        };
    }

    private static async Task Member(ILimitStore store, HttpContext context, Guid id) =>
        await Write(context, 200, await store.Member(id), Json.MemberAnswer);

    private static async Task Member(ILimitStore store, HttpContext context, Guid id, RightsReading reading) =>
        await Write(context, 200, await store.Member(id, Guid.Parse(context.Request.Headers["X-Session"].ToString()), reading), Json.MemberAnswer);

    private static async Task Members(ILimitStore store, HttpContext context)
    {
        var query = context.Request.Query;
        var limit = int.Parse(query["limit"].ToString(), CultureInfo.InvariantCulture);
        (string, Guid)? after = null;
        if (query.TryGetValue("cursor", out var cursor))
        {
            var text = Encoding.UTF8.GetString(Convert.FromBase64String(cursor.ToString()));
            after = (text[36..], Guid.Parse(text[..36]));
        }

        var lines = await store.Members(query["namePrefix"].ToString(), after, limit + 1);
        string? next = null;
        if (lines.Count > limit)
        {
            lines.RemoveAt(limit);
            next = Convert.ToBase64String(Encoding.UTF8.GetBytes(lines[^1].Id + lines[^1].NameKey));
        }

        await Write(context, 200, new MemberPage(lines, next), Json.MemberPage);
    }

    private static async Task Record(ILimitStore store, Ids ids, HttpContext context)
    {
        var meeting = (await JsonSerializer.DeserializeAsync(context.Request.Body, Json.NewMeeting))!;
        var id = ids.New();
        await store.Record(id, meeting);
        context.Response.Headers.Location = $"/meetings/{id}";
        await Write(context, 201, new RecordedAnswer(id), Json.RecordedAnswer);
    }

    private static async Task Meeting(ILimitStore store, HttpContext context, Guid id) => await Write(context, 200, await store.Meeting(id), Json.MeetingAnswer);

    private static async Task Duties(ILimitStore store, HttpContext context, Guid id)
    {
        var (year, asOf) = Asked(context);
        await Write(context, 200, await store.Duties(id, context.Request.Query["groups"] == "true", year, asOf), Json.DutiesAnswer);
    }

    private static async Task Compliance(ILimitStore store, HttpContext context, Guid id)
    {
        var (year, asOf) = Asked(context);
        await Write(context, 200, await store.Compliance(id, year, asOf), Json.ComplianceAnswer);
    }

    private static async Task Import(ILimitStore store, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        await reader.ReadLineAsync();
        var rows = new List<RegisterRow>(2000);
        while (await reader.ReadLineAsync() is { } line) rows.Add(RegisterFile.Read(line));
        await Write(context, 200, new ImportAnswer(await store.Import(rows)), Json.ImportAnswer);
    }

    private static (int Year, DateOnly AsOf) Asked(HttpContext context) =>
        (DateOnly.Parse(context.Request.Query["from"].ToString(), CultureInfo.InvariantCulture).Year, DateOnly.Parse(context.Request.Query["asOf"].ToString(), CultureInfo.InvariantCulture));

    private static async Task Write<T>(HttpContext context, int status, T? answer, JsonTypeInfo<T> type)
    {
        if (answer is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }

    private sealed class SystemTime(TimeProvider time) : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
    }
}
