using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartyOrg.Application.Pipeline;

namespace PartyOrg.Infrastructure.Persistence.Mappings;

/// <summary>A value that is read and written whole, as one column of JSON in the form that the API uses.</summary>
internal static class JsonColumn
{
    /// <summary>Keeps the value as JSON. It never changes in place: another value is another object, and a struct another one when it differs.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, PipelineJson.Full), text => JsonSerializer.Deserialize<T>(text, PipelineJson.Full)!),
        new ValueComparer<T>((a, b) => EqualityComparer<T>.Default.Equals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));
}
