using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyOrg.TestSupport.TSql;

/// <summary>What SQL Server refuses of a model that the other two databases accept, and that no grammar knows.</summary>
public static partial class SqlServerModel
{
    private const int ClusteredKeyBytes = 900;
    private const int IndexBytes = 1700;
    private const int KeyColumns = 32;

    public static IReadOnlyList<string> Faults(DbContext context)
    {
        var tables = context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Where(table => !table.IsExcludedFromMigrations).ToList();
        return
        [
            .. tables.SelectMany(CascadePaths),
            .. tables.SelectMany(Types),
            .. tables.SelectMany(KeyWidths),
            .. tables.SelectMany(Filters),
            .. tables.SelectMany(ForeignKeyTypes),
        ];
    }

    // Error 1785: deleting a row may reach no table twice, and none that it has come from.
    private static IEnumerable<string> CascadePaths(ITable start)
    {
        var reached = new HashSet<ITable> { start };
        var waiting = new Queue<ITable>([start]);
        while (waiting.TryDequeue(out var table))
        {
            foreach (var key in table.ReferencingForeignKeyConstraints.Where(key => key.OnDeleteAction is not (ReferentialAction.NoAction or ReferentialAction.Restrict)))
            {
                if (!reached.Add(key.Table)) yield return $"Deleting from {start.Name} reaches {key.Table.Name} on two ways or in a cycle, the last by {key.Name} (1785).";
                else waiting.Enqueue(key.Table);
            }
        }
    }

    private static IEnumerable<string> Types(ITable table) =>
        from column in table.Columns
        let type = Regex.Replace(column.StoreType, @"\s", "")
        let match = SizedType().Match(type)
        let size = match.Success ? int.Parse(match.Groups["size"].Value, CultureInfo.InvariantCulture) : 0
        where size > match.Groups["name"].Value switch
        {
            "datetime2" or "datetimeoffset" or "time" => 7,
            "decimal" or "numeric" => 38,
            "nvarchar" or "nchar" => 4000,
            "varchar" or "char" or "varbinary" or "binary" => 8000,
            _ => int.MaxValue,
        }
        select $"{table.Name}.{column.Name} is a {type}, which does not exist.";

    // Error 1919 for a type that has no limit, 1944 and 1946 for values that are too wide.
    private static IEnumerable<string> KeyWidths(ITable table)
    {
        var keys = table.UniqueConstraints.Select(key => (key.Name, key.Columns, Limit: key.GetIsPrimaryKey() ? ClusteredKeyBytes : IndexBytes))
            .Concat(table.Indexes.Select(index => (index.Name, index.Columns, Limit: IndexBytes)));
        foreach (var (name, columns, limit) in keys)
        {
            if (columns.Count > KeyColumns) yield return $"{name} has {columns.Count} columns, more than {KeyColumns}.";
            foreach (var column in columns.Where(column => Bytes(column) is null)) yield return $"{name} contains {column.Name}, which is {column.StoreType} (1919).";
            var bytes = columns.Sum(column => Bytes(column) ?? 0);
            if (bytes > limit) yield return $"{name} is up to {bytes} bytes wide; SQL Server takes {limit} (1946).";
        }
    }

    private static int? Bytes(IColumn column)
    {
        var match = SizedType().Match(column.StoreType);
        var name = match.Success ? match.Groups["name"].Value : column.StoreType;
        var size = match.Success ? int.Parse(match.Groups["size"].Value, CultureInfo.InvariantCulture) : 0;
        return name switch
        {
            "bit" or "tinyint" => 1,
            "smallint" => 2,
            "date" => 3,
            "int" or "real" => 4,
            "time" => 5,
            "bigint" or "float" or "datetime2" or "rowversion" => 8,
            "datetimeoffset" => 10,
            "uniqueidentifier" => 16,
            "decimal" or "numeric" => 17,
            "nvarchar" or "nchar" when size > 0 => size * 2,
            "varchar" or "char" or "varbinary" or "binary" when size > 0 => size,
            _ => null,
        };
    }

    // Error 156 or 10735: a filter is a conjunction of comparisons of a column with constants.
    private static IEnumerable<string> Filters(ITable table) =>
        from index in table.Indexes
        let fault = index.Filter is { } filter ? Fault(filter) : null
        where fault is not null
        select $"{index.Name} is filtered by {index.Filter}: {fault}.";

    private static string? Fault(string filter)
    {
        using var reader = new StringReader(filter);
        var expression = new TSql150Parser(initialQuotedIdentifiers: true).ParseBooleanExpression(reader, out var errors);
        return errors.Count > 0 ? errors[0].Message : Fault(expression);
    }

    private static string? Fault(BooleanExpression expression) => expression switch
    {
        BooleanParenthesisExpression inner => Fault(inner.Expression),
        BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both => Fault(both.FirstExpression) ?? Fault(both.SecondExpression),
        BooleanIsNullExpression { Expression: ColumnReferenceExpression } => null,
        BooleanComparisonExpression { FirstExpression: ColumnReferenceExpression, SecondExpression: var constant } when IsConstant(constant) => null,
        InPredicate { Expression: ColumnReferenceExpression, NotDefined: false, Subquery: null } list when list.Values.All(IsConstant) => null,
        _ => $"a {expression.GetType().Name} may not stand in a filter",
    };

    private static bool IsConstant(ScalarExpression expression) => expression switch
    {
        Literal => true,
        UnaryExpression { Expression: Literal } => true,
        CastCall cast => IsConstant(cast.Parameter),
        ParenthesisExpression inner => IsConstant(inner.Expression),
        _ => false,
    };

    // Error 1778.
    private static IEnumerable<string> ForeignKeyTypes(ITable table) =>
        from key in table.ForeignKeyConstraints
        from pair in key.Columns.Zip(key.PrincipalColumns)
        where pair.First.StoreType != pair.Second.StoreType || pair.First.Collation != pair.Second.Collation
        select $"{key.Name}: {table.Name}.{pair.First.Name} is a {pair.First.StoreType}, {key.PrincipalTable.Name}.{pair.Second.Name} a {pair.Second.StoreType} (1778).";

    [GeneratedRegex(@"^(?<name>[a-z0-9]+)\((?<size>\d+)(,\d+)?\)$")]
    private static partial Regex SizedType();
}
