using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.WebApi.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartyOrg.WebApi.OpenApi;

/// <summary>Describes each refusal once, with an example as it is really given; the operations refer to it.</summary>
internal sealed class ProblemDocs : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components!.Responses ??= new Dictionary<string, IOpenApiResponse>();
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values))
        {
            foreach (var (status, answer) in operation.Responses!.Where(r => r.Key[0] is '4' or '5').ToList())
            {
                var name = "Problem" + status;
                if (!swaggerDoc.Components.Responses.ContainsKey(name)) swaggerDoc.Components.Responses.Add(name, Shared(status, answer));
                operation.Responses![status] = new OpenApiResponseReference(name, swaggerDoc);
            }
        }
    }

    private static OpenApiResponse Shared(string status, IOpenApiResponse answer)
    {
        var media = answer.Content!.Single();
        return new OpenApiResponse
        {
            Description = answer.Description, Headers = answer.Headers,
            Content = new Dictionary<string, OpenApiMediaType> { [media.Key] = new() { Schema = media.Value.Schema, Example = Example(int.Parse(status, CultureInfo.InvariantCulture)) } },
        };
    }

    // What the product itself answers, so that the document cannot say otherwise.
    private static JsonNode? Example(int status)
    {
        var error = status switch
        {
            StatusCodes.Status400BadRequest => PageLimit.OutOfRange,
            StatusCodes.Status401Unauthorized => AccessErrors.SessionEnded,
            StatusCodes.Status403Forbidden => AccessErrors.NotAllowed(),
            StatusCodes.Status404NotFound => OrganizationErrors.NotFound,
            StatusCodes.Status408RequestTimeout => RequestFaults.TooSlow,
            StatusCodes.Status409Conflict => AccessErrors.IdempotencyKeyReused,
            StatusCodes.Status412PreconditionFailed => AccessErrors.Stale,
            StatusCodes.Status413PayloadTooLarge => RequestFaults.TooLarge,
            StatusCodes.Status415UnsupportedMediaType => RequestFaults.UnsupportedMediaType,
            StatusCodes.Status422UnprocessableEntity => OrganizationErrors.CodeTaken("HX-001"),
            StatusCodes.Status428PreconditionRequired => IfMatch.Missing,
            StatusCodes.Status429TooManyRequests => RequestFaults.TooManyRequests,
            StatusCodes.Status503ServiceUnavailable => RequestFaults.TimedOut,
            _ => RequestFaults.InternalError,
        };
        var values = error.Pointer is { } pointer ? new[] { new ValueError(pointer, error.Code, error.Message.En, error.RuleId) } : null;
        var citation = error.RuleId is { } rule && RuleCatalog.Embedded.TryFindRule(rule, out var found) ? found.Citation : null;
        return JsonSerializer.SerializeToNode(
            new Problem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, error.Code, error.Message.En, error.RuleId, citation, values, "877a75918a25fb689ae9850493b30c31"), PipelineJson.Full);
    }
}
