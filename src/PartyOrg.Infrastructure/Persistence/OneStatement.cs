using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>How a database takes many rows as one parameter or a few.</summary>
internal enum RowSource
{
    /// <summary>One array for each column (<c>unnest</c>).</summary>
    PostgreSql,

    /// <summary>One JSON array of arrays (<c>json_each</c>).</summary>
    Sqlite,

    /// <summary>One JSON array of arrays (<c>OPENJSON</c>).</summary>
    SqlServer,
}

/// <summary>Inserts any number of rows of a mapped class by one statement, with the mapping's own columns and conversions.</summary>
internal static class OneStatement
{
    public static async Task Insert<T>(MappedContext db, RowSource source, IReadOnlyCollection<T> rows, CancellationToken cancellation) where T : class
    {
        if (rows.Count == 0) return;
        var (text, columns) = Statements.GetOrCreateValue(db.Model).GetOrAdd(typeof(T), _ => StatementFor<T>(db, source));

        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = text;
            if (source == RowSource.PostgreSql) AddArrays(command, columns, rows);
            else AddJson(command, source, columns, rows);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // What the model says of a class does not change: its statement is written once.
    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<Type, (string Text, List<Column> Columns)>> Statements = [];

    private static (string Text, List<Column> Columns) StatementFor<T>(MappedContext db, RowSource source) where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var columns = entity.GetProperties().Select(p => new Column(p, p.GetColumnName(table)!)).ToList();
        var helper = db.GetService<ISqlGenerationHelper>();
        var names = string.Join(", ", columns.Select(c => helper.DelimitIdentifier(c.Name)));
        return ($"INSERT INTO {helper.DelimitIdentifier(table.Name)} ({names}) {Select(source, columns)}", columns);
    }

    private static string Select(RowSource source, List<Column> columns) => source switch
    {
        RowSource.PostgreSql => $"SELECT * FROM unnest({string.Join(", ", columns.Select((c, i) => $"@p{i}::{c.StoreType}[]"))})",
        RowSource.Sqlite => $"SELECT {string.Join(", ", columns.Select((c, i) => c.ProviderType == typeof(byte[]) ? $"unhex(value ->> {i})" : $"value ->> {i}"))} FROM json_each(@p0)",
        _ => $"SELECT {string.Join(", ", columns.Select((_, i) => $"c{i}"))} FROM OPENJSON(@p0) WITH ({string.Join(", ", columns.Select((c, i) => $"c{i} {c.StoreType} '$[{i}]'"))})",
    };

    private static void AddArrays<T>(DbCommand command, List<Column> columns, IReadOnlyCollection<T> rows) where T : class
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var type = columns[i].ProviderType;
            var values = Array.CreateInstance(type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type, rows.Count);
            var row = 0;
            foreach (var entity in rows) values.SetValue(columns[i].ValueOf(entity), row++);
            Add(command, $"p{i}", values);
        }
    }

    private static void AddJson<T>(DbCommand command, RowSource source, List<Column> columns, IReadOnlyCollection<T> rows) where T : class
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var entity in rows)
            {
                writer.WriteStartArray();
                foreach (var column in columns) Write(writer, source, column.ValueOf(entity));
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        Add(command, "p0", Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    // In the form in which the provider itself would have stored the value.
    private static void Write(Utf8JsonWriter writer, RowSource source, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case byte[] bytes when source == RowSource.Sqlite: writer.WriteStringValue(Convert.ToHexString(bytes)); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case bool yes when source == RowSource.Sqlite: writer.WriteNumberValue(yes ? 1 : 0); break;
            case bool yes: writer.WriteBooleanValue(yes); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case Guid id: writer.WriteStringValue(id); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case TimeOnly time: writer.WriteStringValue(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)); break;
            case DateTime instant: writer.WriteStringValue(instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)); break;
            case string text: writer.WriteStringValue(text); break;
            default: throw new NotSupportedException($"Rows of {value.GetType().Name} are not written in one statement.");
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private sealed class Column(IProperty property, string name)
    {
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = name;

        public string StoreType { get; } = property.GetRelationalTypeMapping().StoreType;

        public Type ProviderType { get; } = Nullable.GetUnderlyingType(property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) ?? property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;

        public object? ValueOf(object entity)
        {
            var value = property.GetGetter().GetClrValue(entity);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
