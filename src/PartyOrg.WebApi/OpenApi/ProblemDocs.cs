using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using PartyOrg.Application.Pipeline;
using PartyOrg.WebApi.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartyOrg.WebApi.OpenApi;

/// <summary>Describes each refusal once, with an example as it is really given; the operations refer to it.</summary>
internal sealed class ProblemDocs : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components!.Responses ??= new Dictionary<string, IOpenApiResponse>();
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(p => p.Operations?.Values ?? []))
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
            Content = new Dictionary<string, OpenApiMediaType> { [media.Key] = new() { Schema = media.Value.Schema, Example = Example(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)) } },
        };
    }

    private static JsonNode? Example(int status)
    {
        var (code, detail) = status switch
        {
            400 => ("malformed-json", "The body is not what this operation takes, at \"/foundedOn\": Expected a date as YYYY-MM-DD."),
            401 => ("session-ended", "You are not signed in, or your session has ended. Sign in with POST /api/v1/sessions."),
            403 => ("not-allowed", "None of the roles you hold today allows this. Ask the security administrator for the role, or the person who holds it."),
            404 => ("organization-not-found", "There is no such organization in your scope."),
            408 => ("body-too-slow", "The body came too slowly. Repeat the request with the same Idempotency-Key over a better connection."),
            409 => ("idempotency-key-reused", "This Idempotency-Key was used for another request. Use a new one."),
            412 => ("stale-version", "Somebody changed it after you read it. Read it again, then send its ETag."),
            413 => ("body-too-large", "The body is larger than this operation takes. Send less at once."),
            415 => ("unsupported-media-type", "The body must be application/json. Set Content-Type."),
            422 => ("roll-incomplete", "Somebody who was expected on that day is not on the roll. Enter everyone, absent ones with the reason."),
            428 => ("if-match-required", "A change needs the header If-Match with the ETag that you read last."),
            429 => ("too-many-requests", "Too many attempts from this address. Wait as long as the header Retry-After says."),
            503 => ("timed-out", "The request took longer than the server allows and was stopped. Ask for less at once."),
            _ => ("internal-error", "The server failed; the failure is logged under the trace id. Nothing was changed."),
        };
        var problem = new Problem(
            "about:blank", ReasonPhrases.GetReasonPhrase(status), status, code, detail, status == 422 ? "TWS-3.5" : null, status == 422 ? new("TWS", "3", "5") : null,
            status == 400 ? [new("/foundedOn", code, detail, null)] : null, "877a75918a25fb689ae9850493b30c31");
        return JsonSerializer.SerializeToNode(problem, PipelineJson.Full);
    }
}
