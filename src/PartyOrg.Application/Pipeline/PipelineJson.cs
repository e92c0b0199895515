using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;
using PartyOrg.Domain;

namespace PartyOrg.Application.Pipeline;

/// <summary>How requests and answers are written as JSON: over HTTP, in the audit, and in idempotency records.</summary>
public static class PipelineJson
{
    /// <summary>Everything, in the form that HTTP uses.</summary>
    public static JsonSerializerOptions Full { get; } = Configure(new());

    /// <summary>The same without what is marked secret: for the audit.</summary>
    public static JsonSerializerOptions WithoutSecrets { get; } = Configure(new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSecrets } },
    });

    /// <summary>Sets the product's conventions: camel case, strict reading, civil dates and instants in ISO form, enums as camel-case strings, Chinese unescaped.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseEmptyEntries);
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new IdConverterFactory());
        options.Converters.Add(new PatternConverter<LocalDate>(LocalDatePattern.Iso, "a date as YYYY-MM-DD"));
        options.Converters.Add(new PatternConverter<YearMonth>(YearMonthPattern.Iso, "a month as YYYY-MM"));
        options.Converters.Add(new PatternConverter<LocalTime>(LocalTimePattern.CreateWithInvariantCulture("HH':'mm"), "a time as HH:MM"));
        options.Converters.Add(new PatternConverter<Instant>(InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.FFFFFF'Z'"), "an instant as YYYY-MM-DDTHH:MM:SSZ"));
        return options;
    }

    /// <summary>Under this name the refusal of an empty entry says which it is: the reader stands at the last one when the list is looked through.</summary>
    public const string EmptyEntry = "emptyEntry";

    // Nullable annotations are respected on members, but the reader does not look into lists and dictionaries by itself.
    private static void RefuseEmptyEntries(JsonTypeInfo type)
    {
        if (type.ElementType is not { IsValueType: false } || type.Kind is not (JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)) return;
        type.OnDeserialized = entries =>
        {
            var empty = entries is System.Collections.IDictionary dictionary
                ? dictionary.Keys.Cast<object>().FirstOrDefault(k => dictionary[k] is null)
                : ((System.Collections.IEnumerable)entries).Cast<object?>().Index().Where(e => e.Item is null).Select(e => (object)e.Index).FirstOrDefault();
            if (empty is not null) throw new JsonException("An entry is null. Remove it, or write a value.") { Data = { [EmptyEntry] = empty } };
        };
    }

    private static void LeaveOutSecrets(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        var secret = type.Type.GetConstructors().SelectMany(c => c.GetParameters()).Where(p => p.IsDefined(typeof(SecretAttribute))).Select(p => p.Name)
            .Concat(type.Type.GetProperties().Where(p => p.IsDefined(typeof(SecretAttribute))).Select(p => p.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.Properties.Where(p => secret.Contains(p.Name))) property.ShouldSerialize = (_, _) => false;
    }

    private sealed class PatternConverter<T>(IPattern<T> pattern, string expected) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parsed = reader.TokenType == JsonTokenType.String ? pattern.Parse(reader.GetString()!) : null;
            return parsed is { Success: true } ? parsed.Value : throw new JsonException($"Expected {expected}.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }

    private sealed class IdConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class IdConverter<T> : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value) ? new(value) : throw new JsonException("Expected a UUID.");

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
