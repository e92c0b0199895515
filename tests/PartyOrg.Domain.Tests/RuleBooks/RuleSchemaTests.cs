using System.Text.Json;
using System.Text.Json.Nodes;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.Tests.RuleBooks;

/// <summary>What <c>api-contracts/rule.schema.json</c> promises to those who write rule packs is what the reader takes.</summary>
public class RuleSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "api-contracts", "rule.schema.json")))!.AsObject();

    public static TheoryData<string> Objects => ["", "text", "cite", "erratum", "version", "number", "piece", "fellow", "amount", "example"];

    public static TheoryData<string> Shapes => [.. CheckShape.All.Keys];

    private static ObjectKeys KeysOf(string definition) => definition switch
    {
        "" => RuleReader.RuleKeys,
        "text" => RuleReader.TextKeys,
        "cite" => RuleReader.CiteKeys,
        "erratum" => RuleReader.ErratumKeys,
        "version" => RuleReader.VersionKeys,
        "number" => RuleReader.NumberKeys,
        "piece" => RuleReader.PieceKeys,
        "fellow" => RuleReader.FellowKeys,
        "amount" => RuleReader.AmountKeys,
        _ => RuleReader.ExampleKeys,
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Reader_and_schema_name_the_same_keys(string definition)
    {
        var schema = definition == "" ? Schema : Definition(definition);

        Keys(schema).Should().BeEquivalentTo(KeysOf(definition).All);
        Required(schema).Should().BeEquivalentTo(KeysOf(definition).Required);
        schema["additionalProperties"]!.GetValue<bool>().Should().BeFalse("an unknown key is an error");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_of_check_stands_in_the_schema_as_it_declares_itself(string name)
    {
        var (shape, schema) = (CheckShape.All[name], Definition(name));

        Keys(schema).Should().BeEquivalentTo(shape.Parameters.Select(p => p.Name).Append("is"));
        Required(schema).Should().BeEquivalentTo(shape.Parameters.Where(p => p.Required).Select(p => p.Name).Append("is"));
        schema["properties"]!["is"]!["const"]!.GetValue<string>().Should().Be(name);
        schema["description"]!.GetValue<string>().Should().Be(shape.Meaning.En);
        foreach (var parameter in shape.Parameters)
        {
            var expected = JsonSerializer.SerializeToNode(parameter.Schema)!.AsObject();
            expected["description"] = parameter.Meaning.En;
            JsonNode.DeepEquals(schema["properties"]![parameter.Name], expected).Should().BeTrue("the schema of {0} should be {1}", parameter.Name, expected.ToJsonString());
        }
    }

    [Fact]
    public void The_schema_allows_the_shapes_that_there_are() =>
        Definition("check")["oneOf"]!.AsArray().Select(s => s!["$ref"]!.GetValue<string>()).Should().BeEquivalentTo(CheckShape.All.Keys.Select(name => $"#/$defs/{name}"));

    [Fact]
    public void Kinds_bases_and_statuses_are_the_same_words()
    {
        Words(Schema["properties"]!["kind"]!).Should().Equal(Names<RuleKind>());
        Words(Definition("version")["properties"]!["basis"]!).Should().Equal(Names<Basis>());
        Words(Definition("example")["properties"]!["verdicts"]!["items"]!).Should().Equal(Names<VerdictStatus>());
    }

    [Fact]
    public void Everything_in_the_schema_is_described()
    {
        var undescribed = Schema["$defs"]!.AsObject().Where(d => d.Value!["properties"] is not null).Append(KeyValuePair.Create<string, JsonNode?>("", Schema))
            .SelectMany(d => d.Value!["properties"]!.AsObject().Select(p => (Path: $"{d.Key}/{p.Key}", Schema: p.Value!)))
            .Where(p => p.Schema["description"] is null && p.Schema["$ref"] is null && p.Schema["const"] is null)
            .Select(p => p.Path);

        undescribed.Should().BeEmpty();
    }

    private static JsonObject Definition(string name) => Schema["$defs"]![name]!.AsObject();

    private static IEnumerable<string> Keys(JsonObject schema) => schema["properties"]!.AsObject().Select(p => p.Key);

    private static IEnumerable<string> Required(JsonObject schema) => schema["required"]!.AsArray().Select(r => r!.GetValue<string>());

    private static IEnumerable<string> Words(JsonNode schema) => schema["enum"]!.AsArray().Select(w => w!.GetValue<string>());

    private static IEnumerable<string> Names<T>() where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PartyOrg.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}
