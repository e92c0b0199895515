using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using NodaTime;
using PartyOrg.Domain;
using PartyOrg.WebApi.Http;

namespace PartyOrg.WebApi.OpenApi;

/// <summary>The document at <c>/swagger/v1/swagger.json</c> and Swagger UI at <c>/swagger</c>.</summary>
internal static class ApiDocument
{
    private const string Description =
        "The system of record for Party work in non-public enterprises and social organizations: the register, the work, and for every organization and person "
        + "which duties the regulations put on them, whether each is met, due or overdue, why, and by which article.\n\n"
        + "Sign in with `POST /api/v1/sessions` and send the access token as `Authorization: Bearer …`. Creating requests need `Idempotency-Key`, changes need `If-Match`. "
        + "Refusals are `application/problem+json` with a stable `code`; messages are in the language of `Accept-Language` (zh-CN, en).\n\n"
        + "In Swagger UI a sign-in is used at once for all that follows. Where the examples of `Idempotency-Key` and `If-Match` are left as they are, it sends a new key, and the version that it read last of "
        + "the resource: read it first.";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(document =>
        {
            document.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "PartyOrg", Version = "v1", Description = Description, License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            });
            foreach (var file in XmlDocs.Files()) document.IncludeXmlComments(file);
            document.SupportNonNullableReferenceTypes();
            document.UseAllOfToExtendReferenceSchemas();
            document.CustomSchemaIds(Name);
            document.OperationFilter<OperationDocs>();
            document.SchemaFilter<SchemaDocs>();
            document.DocumentFilter<TagDocs>();
            document.DocumentFilter<ProblemDocs>();
            document.DocumentFilter<AnswersGrow>();
            MapValues(document);
            document.AddSecurityDefinition(JwtBearerDefaults.AuthenticationScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "The access token of `POST /api/v1/sessions`.",
            });
            document.AddSecurityRequirement(root => new() { [new(JwtBearerDefaults.AuthenticationScheme, root)] = [] });
        });
    }

    // Only what asks for it passes here: the middleware takes the generator for every request that it sees, and with the first one reads all documentation of the code.
    public static void UseApiDocument(this WebApplication app) => app.UseWhen(context => context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase), swagger =>
    {
        swagger.UseSwagger(document => document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        swagger.UseSwaggerUI(page =>
        {
            page.DocumentTitle = "PartyOrg API";
            page.EnablePersistAuthorization();
            page.DisplayOperationId();
            page.EnableTryItOutByDefault();
            page.HeadContent = $"<script>{Helper()}</script>";
            page.UseRequestInterceptor("(request) => { return window.partyOrg.ask(request); }");
            page.UseResponseInterceptor("(response) => { return window.partyOrg.hear(response); }");

            // Some 600 schemas below the operations would be drawn before anybody looks at them.
            page.DefaultModelsExpandDepth(0);

            // Closed groups are an overview of some 350 operations; open ones would be shown piece by piece, and the browser's own search would miss them.
            page.DocExpansion(Swashbuckle.AspNetCore.SwaggerUI.DocExpansion.None);
            page.EnableDeepLinking();
            page.EnableFilter();
        });
    });

    private static string Helper()
    {
        using var script = new StreamReader(typeof(ApiDocument).Assembly.GetManifestResourceStream("swagger-ui.js")!);
        return script.ReadToEnd().Replace("{idempotencyKey}", OperationDocs.IdempotencyKeyExample, StringComparison.Ordinal).Replace("{ifMatch}", OperationDocs.IfMatchExample, StringComparison.Ordinal);
    }

    private static void MapValues(Swashbuckle.AspNetCore.SwaggerGen.SwaggerGenOptions document)
    {
        document.MapType<LocalDate>(() => Text("date", "A civil date in Asia/Shanghai.", "2026-03-31"));
        document.MapType<LocalTime>(() => new OpenApiSchema
        {
            Type = JsonSchemaType.String, Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", Description = "A time of day in Asia/Shanghai, hours and minutes.", Examples = ["09:30"],
        });
        document.MapType<Instant>(() => Text("date-time", "An instant in UTC.", "2026-03-31T01:30:00Z"));
        foreach (var month in new[] { typeof(YearMonth), typeof(MonthParameter) })
        {
            document.MapType(month, () => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$", Description = "A month.", Examples = ["2026-03"] });
        }

        document.MapType<DateParameter>(() => Text("date", "A civil date in Asia/Shanghai.", "2026-03-31"));
        document.MapType<InstantParameter>(() => Text("date-time", "An instant in UTC.", "2026-03-31T01:30:00Z"));
        foreach (var id in typeof(Aggregate).Assembly.GetTypes().Where(t => t is { IsClass: true, IsGenericTypeDefinition: false } && !(t.IsAbstract && t.IsSealed)).Select(t => typeof(Id<>).MakeGenericType(t)))
        {
            document.MapType(id, () => Text("uuid", null, "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01"));
        }
    }

    private static OpenApiSchema Text(string format, string? description, string example) => new() { Type = JsonSchemaType.String, Format = format, Description = description, Examples = [example] };

    // A nested Body is named after its request; a page after its items.
    private static string Name(Type type)
    {
        if (type.IsGenericType) return string.Concat(type.GetGenericArguments().Select(Name)) + type.Name.Split('`')[0];
        return type.IsNested ? type.DeclaringType!.Name + type.Name : type.Name;
    }
}

/// <summary>What each group of operations is about.</summary>
internal sealed class TagDocs : Swashbuckle.AspNetCore.SwaggerGen.IDocumentFilter
{
    // Where everybody begins, and the main job; the rest by their names.
    private static readonly string[] FirstTags = ["Sessions", "Me", "Compliance", "Meetings", "Members", "Organizations", "Imports"];

    public void Apply(OpenApiDocument swaggerDoc, Swashbuckle.AspNetCore.SwaggerGen.DocumentFilterContext context)
    {
        var routes = typeof(TagDocs).Assembly.GetTypes().Where(t => t.Namespace == "PartyOrg.WebApi.V1" && XmlDocs.Summary(t) is not null);
        var metadata = context.ApiDescriptions.SelectMany(d => d.ActionDescriptor.EndpointMetadata).ToList();
        var meanings = metadata.OfType<TagMeaning>().Distinct().ToDictionary(m => m.Tag, m => m.Meaning);
        var used = metadata.OfType<ITagsMetadata>().SelectMany(t => t.Tags).Distinct().OrderBy(t => Array.IndexOf(FirstTags, t) is >= 0 and var place ? place : FirstTags.Length).ThenBy(t => t, StringComparer.Ordinal);
        swaggerDoc.Tags = used.Select(tag => new OpenApiTag
        {
            Name = tag, Description = meanings.GetValueOrDefault(tag) ?? routes.Where(r => r.Name == string.Concat(tag.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + w[1..])) + "Routes").Select(r => XmlDocs.Summary(r)).FirstOrDefault() ?? tag,
        }).ToHashSet();
        swaggerDoc.Servers = [new() { Url = "/", Description = "This server." }];
    }
}
