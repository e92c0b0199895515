using System.Text.Json;
using PartyOrg.Application.Pipeline;

namespace PartyOrg.Application.Tests.Pipeline;

public class StrictReading
{
    [Theory]
    [InlineData("""{"texts":["a",null],"words":{},"parts":[]}""", "$.texts")]
    [InlineData("""{"texts":[],"words":{"a":null},"parts":[]}""", "$.words")]
    [InlineData("""{"texts":[],"words":{},"parts":[{"name":"a"},null]}""", "$.parts")]
    public void An_entry_that_is_null_is_refused_where_it_stands(string json, string path)
    {
        var reading = () => JsonSerializer.Deserialize<Sheet>(json, PipelineJson.Full);
        reading.Should().Throw<JsonException>().Where(e => e.Path!.StartsWith(path));
    }

    [Fact]
    public void Lists_without_gaps_are_read()
    {
        var read = JsonSerializer.Deserialize<Sheet>("""{"texts":["a"],"words":{"b":"c"},"parts":[{"name":"d"}]}""", PipelineJson.Full)!;
        (read.Texts[0], read.Words["b"], read.Parts[0].Name).Should().Be(("a", "c", "d"));
    }

    public sealed record Sheet(IReadOnlyList<string> Texts, IReadOnlyDictionary<string, string> Words, IReadOnlyList<Part> Parts);

    public sealed record Part(string Name);
}
