using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PartyOrg.Domain;
using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.Benchmarks.Product;

/// <summary>
/// How the rows of a class of the product are stored: table, columns and conversions as the product's own mapping has them. A change of the mapping changes
/// what is loaded; a new column that has no value here ends the loading with its name.
/// </summary>
internal sealed class MappedRows<T> where T : class
{
    private readonly IProperty[] properties;
    private readonly Func<object?, object?>?[] convert;
    private readonly int[] places;
    private readonly object?[] unsaid;

    /// <param name="db">The product's context of the database.</param>
    /// <param name="said">The properties whose values are given for each row; all others have what a new object of the class has.</param>
    public MappedRows(MappedContext db, params string[] said)
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped");
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        properties = [.. entity.GetProperties()];
        Table = table.Name;
        Columns = [.. properties.Select(p => p.GetColumnName(table)!)];
        Mappings = [.. properties.Select(p => p.GetRelationalTypeMapping())];
        convert = [.. Mappings.Select(m => m.Converter?.ConvertToProvider)];
        places = [.. properties.Select(p => Array.IndexOf(said, p.Name))];
        if (said.FirstOrDefault(name => !properties.Any(p => p.Name == name)) is { } unknown) throw new InvalidOperationException($"{typeof(T).Name} stores no {unknown}");

        var blank = Activator.CreateInstance(typeof(T), nonPublic: true)!;
        unsaid = [.. properties.Select((p, i) => p.Name == nameof(Aggregate.Version) ? 1 : Converted(i, p.GetGetter().GetClrValue(blank)))];
        if (said.Length == 0) return;
        var missing = properties.Where((p, i) => places[i] < 0 && ((!p.IsNullable && unsaid[i] is null) || p.IsKey() || p.IsForeignKey() && !p.IsNullable)).Select(p => p.Name).ToList();
        if (missing.Count > 0) throw new InvalidOperationException($"the city says nothing of {typeof(T).Name}.{string.Join(", ", missing)}");
    }

    public string Table { get; }

    public string[] Columns { get; }

    public RelationalTypeMapping[] Mappings { get; }

    /// <summary>What is stored, for values in the order in which their properties were named.</summary>
    public void Store(ReadOnlySpan<object?> values, Action<int, object?> write)
    {
        for (var i = 0; i < properties.Length; i++) write(i, places[i] < 0 ? unsaid[i] : Converted(i, values[places[i]]));
    }

    /// <summary>What is stored of an object.</summary>
    public void Store(T row, Action<int, object?> write)
    {
        for (var i = 0; i < properties.Length; i++) write(i, Converted(i, properties[i].GetGetter().GetClrValue(row)));
    }

    private object? Converted(int column, object? value) => value is null || convert[column] is not { } change ? value : change(value);
}
