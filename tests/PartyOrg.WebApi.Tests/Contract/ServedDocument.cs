using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Pipeline;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Contract;

/// <summary>The document at /swagger/v1/swagger.json says of every operation all that a programmer needs, and is what the repository says it is.</summary>
public sealed class ServedDocument(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    public const string Address = "/swagger/v1/swagger.json";
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    [Fact]
    public async Task It_is_the_one_in_the_repository()
    {
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(RepositoryFiles.At("api-contracts", "v1", "openapi.json")));
        Differences.Between(committed, await Document()).Take(20).Should().BeEmpty(
            "api-contracts/v1/openapi.json (the first) is what the product serves (the second). When the change is meant, run scripts/update-contract and tell integrators in api-contracts/CHANGELOG.md");
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_short_summary_and_a_description()
    {
        var operations = await Operations();
        operations.Should().HaveCountGreaterThan(40);
        operations.Select(o => o.Id).Should().OnlyHaveUniqueItems();
        foreach (var (id, operation) in operations)
        {
            var summary = operation["summary"]!.GetValue<string>();
            summary.Should().NotEndWith(".", id);
            summary.Length.Should().BeInRange(4, 120, id);
            operation["description"]!.GetValue<string>().Should().MatchRegex(@"\n(For|Nobody)", $"{id} says who may call it");
            operation["tags"]!.AsArray().Should().ContainSingle(id);
        }
    }

    [Fact]
    public async Task A_summary_that_is_cut_short_is_a_sentence_all_the_same()
    {
        foreach (var (id, operation) in await Operations())
        {
            var (summary, description) = (operation["summary"]!.GetValue<string>(), operation["description"]!.GetValue<string>());
            summary.Count(c => c == '(').Should().Be(summary.Count(c => c == ')'), id);
            if (description.StartsWith(summary, StringComparison.Ordinal)) description[summary.Length..].Should().NotMatchRegex(@"^, \w+( \w+)? (or|and) ", $"{id} is cut in the middle of an enumeration");
        }
    }

    [Fact]
    public async Task A_body_holds_no_other_members_and_an_answer_may_gain_some()
    {
        var schemas = (await Document())["components"]!["schemas"]!;
        foreach (var asked in new[] { "RecordMeeting", "MeetingRecord", "RollEntry", "Text", "UploadRulePack" }) schemas[asked]!["additionalProperties"]!.GetValue<bool>().Should().BeFalse(asked);
        foreach (var answered in new[] { "MeetingSummary", "MeetingSummaryPage", "VerdictAnswer", "Problem" }) schemas[answered]!["additionalProperties"].Should().BeNull(answered);
    }

    [Fact]
    public async Task Every_group_of_operations_says_what_it_is_about()
    {
        var document = await Document();
        var tags = document["tags"]!.AsArray().ToDictionary(t => t!["name"]!.GetValue<string>(), t => t!["description"]!.GetValue<string>());
        tags.Keys.Should().BeEquivalentTo((await Operations()).Select(o => o.Operation["tags"]![0]!.GetValue<string>()).Distinct());
        tags.Where(t => t.Value == t.Key).Should().BeEmpty("a group of routes has a class with a summary, or is made with About");
    }

    [Fact]
    public async Task Every_parameter_is_described_and_says_what_its_text_holds()
    {
        var parameters = (await Operations()).SelectMany(o => (o.Operation["parameters"]?.AsArray() ?? []).Select(p => (o.Id, Name: p!["name"]!.GetValue<string>(), In: p["in"]!.GetValue<string>(), Parameter: p!))).ToList();
        parameters.Should().HaveCountGreaterThan(80);
        parameters.Where(p => string.IsNullOrWhiteSpace(p.Parameter["description"]?.GetValue<string>())).Select(p => $"{p.Id} {p.Name}").Should().BeEmpty();

        string[] texts = ["rule", "book", "from", "to", "kind", "code", "name", "search", "userName", "operation", "cursor", "for", "base"];
        parameters.Where(p => p.In != "header" && !texts.Contains(p.Name) && p.Parameter["schema"]!.AsObject() is var schema && schema["type"]?.GetValue<string>() == "string" && schema["format"] is null && schema["pattern"] is null)
            .Select(p => $"{p.Id} {p.Name}").Should().BeEmpty("ids, dates and instants have a format, months a pattern");
        parameters.Should().Contain(p => p.Name == "status" && p.Parameter["schema"]!["$ref"] != null);
    }

    [Fact]
    public async Task Every_body_has_an_example_that_the_product_reads()
    {
        var bodies = api.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(e => (Id: e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName, e.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType))
            .Where(e => e is { Id: not null, RequestType: not null }).ToDictionary(e => e.Id!, e => e.RequestType!);
        var withBody = (await Operations()).Where(o => o.Operation["requestBody"]?["content"]?["application/json"] is not null).ToList();
        withBody.Should().HaveCountGreaterThan(20);
        foreach (var (id, operation) in withBody)
        {
            var example = operation["requestBody"]!["content"]!["application/json"]!["example"];
            example.Should().NotBeNull("the XML comment of {0} has an <example> for {1}", bodies[id], id);
            var reading = () => JsonSerializer.Deserialize(example!.ToJsonString(), bodies[id], PipelineJson.Full);
            reading.Should().NotThrow("it is the example of {0}", id);
        }
    }

    [Fact]
    public async Task Every_operation_names_the_errors_that_it_can_give()
    {
        var refusals = (await Document())["components"]!["responses"]!.AsObject();
        foreach (var (_, refusal) in refusals)
        {
            var media = refusal!["content"]!["application/problem+json"]!;
            media["schema"]!["$ref"]!.GetValue<string>().Should().Be("#/components/schemas/Problem");
            media["example"]!["code"]!.GetValue<string>().Should().NotBeEmpty();
        }

        foreach (var (id, operation) in await Operations())
        {
            var answers = operation["responses"]!.AsObject();
            answers.Select(a => a.Key).Should().Contain(["400", "500", "503"], id);
            if (operation["security"] is null) answers.Select(a => a.Key).Should().Contain(["401", "403"], id);
            if (operation["requestBody"] is not null) answers.Select(a => a.Key).Should().Contain(["413", "415"], id);
            foreach (var (status, answer) in answers.Where(a => a.Key[0] is '4' or '5'))
            {
                answer!["$ref"]!.GetValue<string>().Should().Be($"#/components/responses/Problem{status}", id);
            }
        }

        var limited = (await Operations()).Where(o => o.Operation["responses"]!["429"] is not null).ToList();
        limited.Select(o => o.Id).Should().Contain(["signIn", "refreshSession"]);
        refusals["Problem429"]!["headers"]!["Retry-After"].Should().NotBeNull();
    }

    private async Task<JsonNode> Document() => JsonNode.Parse((await api.Anonymous.Get(Address)).ShouldBe(HttpStatusCode.OK).Text)!;

    private async Task<List<(string Id, JsonObject Operation)>> Operations() =>
        [.. from path in (await Document())["paths"]!.AsObject() from method in path.Value!.AsObject() where Methods.Contains(method.Key) select (method.Value!["operationId"]!.GetValue<string>(), method.Value.AsObject())];
}
