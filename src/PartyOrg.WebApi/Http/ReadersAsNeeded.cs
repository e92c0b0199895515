using System.Text.Json;
using System.Text.Json.Serialization;
using PartyOrg.Application.Pipeline;

namespace PartyOrg.WebApi.Http;

/// <summary>
/// Reads and writes bodies in the product's form (<see cref="PipelineJson.Full"/>), and learns a type when the first body of it comes. The framework asks for the reader of every operation
/// while it starts: making them all there took a quarter of the start. What is no JSON is therefore found before the reading begins, and told by line and byte.
/// </summary>
internal sealed class ReadersAsNeeded : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsClass && typeToConvert.Assembly == typeof(PipelineJson).Assembly;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(typeof(Reader<>).MakeGenericType(typeToConvert))!;

    private sealed class Reader<T> : JsonConverter<T> where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(ref reader, PipelineJson.Full);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, PipelineJson.Full);
    }
}
