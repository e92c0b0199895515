using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.WebApi.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartyOrg.WebApi.OpenApi;

/// <summary>Documents an operation by the request that it carries out: summary, roles, parameters, preconditions, example.</summary>
internal sealed class OperationDocs : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<CarriesOut>().SingleOrDefault() is not { Request: var request }) return;

        var text = XmlDocs.Summary(request) ?? request.Name;
        var sentence = text.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? text[..end] : text.TrimEnd('.');
        operation.Summary = sentence.Length <= 120 ? sentence : Words(request.Name);
        operation.Description = $"{text}\n\n{Allowed(request)}";

        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>()) parameter.Description = XmlDocs.Parameter(request, parameter.Name!) ?? parameter.Description;
        if (typeof(ICreate).IsAssignableFrom(request)) operation.Parameters.Add(Header("Idempotency-Key", "Makes the request safe to repeat for 24 hours: 1 to 100 characters, a new UUID for each new request.", "7f1c1f4e-4a52-4c0e-9d0e-3f6a3c1b2a11"));
        if (typeof(IChange).IsAssignableFrom(request)) operation.Parameters.Add(Header("If-Match", "The ETag that was read last.", "\"1\""));
        if (request.IsDefined(typeof(AllowedToEveryoneAttribute), false)) operation.Security = [];

        if (operation.RequestBody is OpenApiRequestBody { Content: { } content } && context.ApiDescription.ParameterDescriptions.FirstOrDefault(p => p.Source?.Id == "Body") is { Type: { } body }
            && XmlDocs.Example(body) is { } example && content.TryGetValue("application/json", out var media))
        {
            ((OpenApiMediaType)media).Example = JsonNode.Parse(example);
        }

        foreach (var (status, answer) in operation.Responses ?? []) answer.Description = Meaning(status, answer.Description);
    }

    private static OpenApiParameter Header(string name, string description, string example) => new()
    {
        Name = name, In = ParameterLocation.Header, Required = true, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example,
    };

    private static string Allowed(Type request)
    {
        if (request.GetCustomAttribute<AllowedToAttribute>() is not { } allowed) return "Nobody needs to be signed in.";
        if (allowed.Roles == Role.Anyone) return "For everyone who is signed in.";
        var roles = Enum.GetValues<Role>().Where(r => r != Role.None && int.IsPow2((int)r) && (allowed.Roles & r) != 0).Select(r => Words(r.ToString()).ToLowerInvariant());
        return $"For: {string.Join(", ", roles)}{(allowed.RuleId is { } rule ? $" ({rule})" : "")}.";
    }

    private static string Words(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    private static string? Meaning(string status, string? otherwise) => status switch
    {
        "400" => "Malformed: unknown or wrong values, each with its pointer.",
        "401" => "Nobody is signed in, or the session has ended.",
        "403" => "None of the caller's roles allows it; `ruleId` where a procedure reserves the step.",
        "404" => "Not there, or outside the caller's scope.",
        "409" => "The state does not allow it, or the Idempotency-Key was used for another request.",
        "412" => "The version in If-Match is not the current one.",
        "413" => "The body is too large.",
        "415" => "The media type is not taken.",
        "422" => "A rule refuses it, named by `ruleId` and `citation`, or a step is out of order.",
        "428" => "If-Match is missing.",
        "429" => "Too many attempts; wait as long as Retry-After says.",
        _ => otherwise,
    };
}

/// <summary>Says what a value that cannot be absent is, how ids and dates look, and what each name of an enum means.</summary>
internal sealed class SchemaDocs : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema concrete) return;
        var type = Nullable.GetUnderlyingType(context.Type) ?? context.Type;
        if (type.IsEnum) concrete.Description = string.Join("\n", (new[] { XmlDocs.Summary(type) }).Concat(Enum.GetNames(type).Select(n => $"- `{char.ToLowerInvariant(n[0])}{n[1..]}`: {XmlDocs.Summary(type.GetField(n)!)}")));
        if (concrete.Properties is not { Count: > 0 } || type.GetConstructors() is not [var constructor, ..]) return;

        // What a constructor cannot do without, a reader must send; and an answer always has all of its values.
        var optional = constructor.GetParameters().Where(p => p.HasDefaultValue).Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = constructor.GetParameters().Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        named.UnionWith(type.GetProperties().Where(p => p.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false)).Select(p => p.Name));
        concrete.Required = concrete.Properties.Keys.Where(k => named.Contains(k) && !optional.Contains(k)).ToHashSet(StringComparer.Ordinal);
        concrete.AdditionalPropertiesAllowed = false;
    }
}
