using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartyOrg.WebApi.OpenApi;

/// <summary>What a body holds is said to the last member, since any other is refused; answers gain members within a version, so that a client that checks them must let more pass.</summary>
internal sealed class AnswersGrow : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = swaggerDoc.Components!.Schemas!;
        var asked = new HashSet<string>();
        var bodies = swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values).SelectMany(o => o.RequestBody?.Content?.Values ?? []);
        foreach (var body in bodies) Collect(body.Schema);
        foreach (var (_, schema) in schemas.Where(s => !asked.Contains(s.Key)))
        {
            if (schema is OpenApiSchema { Properties: not null } answer) answer.AdditionalPropertiesAllowed = true;
        }

        void Collect(IOpenApiSchema? schema)
        {
            if (schema is null) return;
            if (schema is OpenApiSchemaReference { Reference.Id: { } id })
            {
                if (asked.Add(id)) Collect(schemas[id]);
                return;
            }

            Collect(schema.Items);
            Collect(schema.AdditionalProperties);
            foreach (var part in (schema.Properties?.Values ?? []).Concat(schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? [])) Collect(part);
        }
    }
}
