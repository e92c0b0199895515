using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.WebApi.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartyOrg.WebApi.OpenApi;

/// <summary>Documents an operation by the request that it carries out: summary, roles, parameters, preconditions, example, errors.</summary>
internal sealed partial class OperationDocs : IOperationFilter
{
    /// <summary>What stands in the fields of the two headers in Swagger UI, which puts a new key and the version read last in their places.</summary>
    public const string IdempotencyKeyExample = "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", IfMatchExample = "\"1\"";

    private const int LongestSummary = 120;
    private const string ProblemType = "application/problem+json";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<CarriesOut>().SingleOrDefault() is not { Request: var request }) return;

        var text = XmlDocs.Summary(request) ?? request.Name;
        operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary ?? (Sentence(text) is { Length: <= LongestSummary } sentence ? sentence : Words(request.Name));
        operation.Description = $"{text}\n\n{Allowed(request)}";
        if (request.IsDefined(typeof(AllowedToEveryoneAttribute), false)) operation.Security = [];

        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>()) Describe(parameter, request, context);
        if (typeof(ICreate).IsAssignableFrom(request)) operation.Parameters.Add(Header("Idempotency-Key", "Makes the request safe to repeat for 24 hours: 1 to 100 characters, a new UUID for each new request.", IdempotencyKeyExample));
        if (typeof(IChange).IsAssignableFrom(request)) operation.Parameters.Add(Header("If-Match", "The ETag that was read last, as it was read: `\"1\"`.", IfMatchExample));
        if (operation.RequestBody is OpenApiRequestBody body) Describe(body, request, context);

        Answers(operation, context, request, limited: metadata.OfType<EnableRateLimitingAttribute>().Any());
    }

    // The framework says of every parameter that is read from text that it is a string; the handler's parameter says what the text holds.
    private static void Describe(OpenApiParameter parameter, Type request, OperationFilterContext context)
    {
        parameter.Description = XmlDocs.Parameter(request, parameter.Name!) ?? parameter.Description;
        var declared = context.MethodInfo.GetParameters().FirstOrDefault(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
        if (declared is null) return;

        var type = Nullable.GetUnderlyingType(declared.ParameterType) ?? declared.ParameterType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(NameParameter<>)) type = type.GetGenericArguments()[0];
        var schema = context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);

        // The parameter says what it means; and an example that Swagger UI fills in by itself would narrow a list that was asked for whole.
        if (schema is OpenApiSchemaReference reference) schema = new OpenApiSchemaReference(reference.Reference.Id!, reference.Reference.HostDocument);
        if (schema is OpenApiSchema plain) (plain.Examples, plain.Description) = (null, null);
        if (parameter.Name == "limit" && schema is OpenApiSchema limit) (limit.Minimum, limit.Maximum, limit.Default) = ("1", $"{PageLimit.Most}", PageLimit.Default);
        parameter.Schema = schema;
    }

    private static void Describe(OpenApiRequestBody body, Type request, OperationFilterContext context)
    {
        body.Required = true;
        foreach (var (name, part) in body.Content!.Where(c => c.Key == "multipart/form-data").SelectMany(c => c.Value.Schema!.Properties!)) part.Description = XmlDocs.Parameter(request, name);
        if (context.ApiDescription.ParameterDescriptions.FirstOrDefault(p => p.Source?.Id == "Body") is not { Type: { } type }) return;

        if (type.IsNested) body.Description = XmlDocs.Summary(type);
        if (XmlDocs.Example(type) is { } example && body.Content is { } content && content.TryGetValue("application/json", out var media)) ((OpenApiMediaType)media).Example = JsonNode.Parse(example);
    }

    private static void Answers(OpenApiOperation operation, OperationFilterContext context, Type request, bool limited)
    {
        var answers = operation.Responses ??= [];
        var problem = answers.Values.SelectMany(a => a.Content ?? new Dictionary<string, OpenApiMediaType>()).FirstOrDefault(c => c.Key == ProblemType).Value;
        void Add(int status) => answers.TryAdd($"{status}", new OpenApiResponse { Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = problem } });

        if (limited)
        {
            // What is limited takes a password or a one-time token, which can be wrong.
            Add(StatusCodes.Status401Unauthorized);
            Add(StatusCodes.Status429TooManyRequests);
        }

        if (operation.RequestBody is not null)
        {
            Add(StatusCodes.Status408RequestTimeout);
            Add(StatusCodes.Status413PayloadTooLarge);
            Add(StatusCodes.Status415UnsupportedMediaType);
        }

        Add(StatusCodes.Status500InternalServerError);
        Add(StatusCodes.Status503ServiceUnavailable);
        var reads = context.ApiDescription.HttpMethod == HttpMethods.Get && answers.TryGetValue("200", out var read) && read.Content!.ContainsKey("application/json");
        if (reads && !context.ApiDescription.SupportedResponseTypes.Any(t => typeof(IShowsMore).IsAssignableFrom(t.Type)))
        {
            operation.Parameters!.Add(Header("If-None-Match", "The ETag of what the caller has; 304 is answered while it is still so."));
            answers.TryAdd($"{StatusCodes.Status304NotModified}", new OpenApiResponse());
        }

        foreach (var (status, answer) in answers.ToList())
        {
            answer.Description = Meaning(status, answer.Description);
            var success = status[0] == '2' ? answer as OpenApiResponse : null;
            foreach (var (_, file) in (success?.Content ?? new Dictionary<string, OpenApiMediaType>()).Where(c => c.Key != "application/json")) file.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            var versioned = context.ApiDescription.SupportedResponseTypes.Any(t => $"{t.StatusCode}" == status && typeof(IVersioned).IsAssignableFrom(t.Type));
            if (success is not null && (reads || versioned)) Tell(success, "ETag", reads && !versioned ? "Changes when the answer does: for `If-None-Match`." : "The version: for `If-Match` and `If-None-Match`.");
            if (success is not null && status is "201" or "202") Tell(success!, "Location", "Where it is.");
            if (status == "429") Tell((OpenApiResponse)answer, "Retry-After", "Seconds until the next attempt.");
        }

        // In the order of the statuses, whoever added them.
        operation.Responses = [];
        foreach (var (status, answer) in answers.OrderBy(a => a.Key, StringComparer.Ordinal)) operation.Responses.Add(status, answer);
    }

    private static void Tell(OpenApiResponse answer, string header, string meaning) =>
        (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())[header] = new OpenApiHeader { Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    // What has an example is required.
    private static OpenApiParameter Header(string name, string description, string? example = null) => new()
    {
        Name = name, In = ParameterLocation.Header, Required = example is not null, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example,
    };

    private static string Allowed(Type request)
    {
        if (request.IsDefined(typeof(AllowedToEveryoneAttribute), false)) return "Nobody needs to be signed in.";
        if (request.GetCustomAttribute<AllowedToAttribute>() is not { } allowed || allowed.Roles == Role.Anyone) return "For everyone who is signed in.";
        var roles = Enum.GetValues<Role>().Where(r => r != Role.None && int.IsPow2((int)r) && (allowed.Roles & r) != 0).Select(r => Words(r.ToString()).ToLowerInvariant());
        return $"For: {string.Join(", ", roles)}{(allowed.RuleId is { } rule ? $" ({rule})" : "")}.";
    }

    // The first sentence without the rules that stand in its brackets; of one that explains itself, what comes before the explanation.
    private static string Sentence(string text)
    {
        var first = RuleIds().Replace(SentenceEnd().Split(text)[0], "").TrimEnd('.');
        if (first.Length <= LongestSummary) return first;
        var said = first.Split([':', ';'])[0];
        return said.Length <= LongestSummary ? said : said.Split(',')[0];
    }

    private static string Words(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    private static string? Meaning(string status, string? otherwise) => status switch
    {
        "200" => "What was asked for, or what it is now.",
        "201" => "Made.",
        "202" => "Begun; the job tells how far it is.",
        "204" => "Done.",
        "304" => "What the caller has is still so.",
        "400" => "Malformed: unknown or wrong values, each with its pointer.",
        "401" => "Nobody is signed in, the session has ended, or what was to prove who asks is wrong.",
        "403" => "None of the caller's roles allows it; `ruleId` where a procedure reserves the step.",
        "404" => "Not there, or outside the caller's scope.",
        "408" => "The body came too slowly.",
        "409" => "The state does not allow it, or the Idempotency-Key was used for another request.",
        "412" => "The version in If-Match is not the current one.",
        "413" => "The body is too large.",
        "415" => "The media type is not taken.",
        "422" => "A rule refuses it, named by `ruleId` and `citation`, or a step is out of order.",
        "428" => "If-Match is missing.",
        "429" => "Too many attempts; wait as long as Retry-After says.",
        "500" => "The server failed; nothing was changed.",
        "503" => "The server took too long; repeat it with the same Idempotency-Key.",
        _ => otherwise,
    };

    [GeneratedRegex(@" \([A-Z]{3}-[\dA-Z][\d.]*[a-z]?(, ([A-Z]{3}-)?[\dA-Z][\d.]*[a-z]?)*(, reading)?\)")]
    private static partial Regex RuleIds();

    [GeneratedRegex(@"\. (?=[A-Z])")]
    private static partial Regex SentenceEnd();
}

/// <summary>Says what a value that cannot be absent is, and what each name of an enum means.</summary>
internal sealed class SchemaDocs : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema concrete) return;
        var type = Nullable.GetUnderlyingType(context.Type) ?? context.Type;

        // A property that holds an enum says what the property means; the enum's own schema says what its names mean.
        if (type.IsEnum && context.MemberInfo is null && context.ParameterInfo is null)
        {
            var names = Enum.GetNames(type).Where(n => !type.IsDefined(typeof(FlagsAttribute), false) || int.IsPow2(Convert.ToInt32(Enum.Parse(type, n), CultureInfo.InvariantCulture))).ToList();
            concrete.Description = string.Join("\n", (new[] { XmlDocs.Summary(type) }).Concat(names.Select(n => $"- `{Camel(n)}`: {XmlDocs.Summary(type.GetField(n)!)}")));
            concrete.Enum = [.. names.Select(n => (JsonNode)Camel(n))];
        }

        if (concrete.Properties is not { Count: > 0 } || type.GetConstructors() is not [var constructor, ..]) return;

        // What is left out where it is null need not be there either.
        var leftOut = type.GetProperties().Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: not JsonIgnoreCondition.Never }).Select(p => p.Name);

        // What a constructor or an initializer cannot do without, a reader must send; and an answer always has all of its values.
        var optional = constructor.GetParameters().Where(p => p.HasDefaultValue).Select(p => p.Name!).Concat(leftOut).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = constructor.GetParameters().Select(p => p.Name!).Concat(type.GetProperties().Where(p => p.IsDefined(typeof(RequiredMemberAttribute))).Select(p => p.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        concrete.Required = concrete.Properties.Keys.Where(k => named.Contains(k) && !optional.Contains(k)).ToHashSet(StringComparer.Ordinal);
        concrete.AdditionalPropertiesAllowed = false;
        foreach (var (name, property) in concrete.Properties.ToList()) concrete.Properties[name] = Plain(property);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    // A reference to another schema, absent or not: the generator's wrapping says of a value that may be absent that it can be nothing else.
    private static IOpenApiSchema Plain(IOpenApiSchema property)
    {
        if (property is not OpenApiSchema { AllOf: [OpenApiSchemaReference of] } wrapped) return property;
        var reference = new OpenApiSchemaReference(of.Reference.Id!, of.Reference.HostDocument);
        return wrapped.Type == JsonSchemaType.Null
            ? new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, reference], Description = wrapped.Description }
            : new OpenApiSchema { AllOf = [reference], Description = wrapped.Description };
    }
}
