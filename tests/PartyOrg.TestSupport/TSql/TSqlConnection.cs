using System.Collections;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartyOrg.TestSupport.TSql;

/// <summary>
/// Gives a SQL Server context a connection that needs no server: every statement goes through SQL Server's own grammar and is then carried
/// out by SQLite, so that use cases run to their end and no statement of theirs escapes the grammar.
/// </summary>
/// <param name="sqlite">Connection string of the SQLite database that carries the statements out.</param>
public sealed class TSqlOnSqlite(string sqlite) : DbConnectionInterceptor
{
    /// <summary>Every different statement so far.</summary>
    public Statements Seen { get; } = new();

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new TSqlConnection(new SqliteConnection(sqlite), Seen));
}

/// <summary>Different statements, in the order in which they first came.</summary>
public sealed class Statements
{
    private readonly HashSet<string> known = [];
    private readonly List<string> inOrder = [];

    public IReadOnlyList<string> All
    {
        get { lock (inOrder) return [.. inOrder]; }
    }

    internal void Add(string sql)
    {
        lock (inOrder)
            if (known.Add(sql)) inOrder.Add(sql);
    }
}

internal sealed class TSqlConnection(SqliteConnection inner, Statements seen) : DbConnection
{
    /// <summary>Makes a uniqueidentifier, as this connection stores it, out of its text.</summary>
    public const string GuidFunction = "tsql_uniqueidentifier";

    /// <summary>Makes bytes out of the base64 that OPENJSON takes for them.</summary>
    public const string BinaryFunction = "tsql_binary";

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=none";

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    // What EF takes for the version of the server: 2019.
    public override string ServerVersion => "15.0.4000";

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Open()
    {
        inner.Open();
        inner.CreateFunction(GuidFunction, (object value) => value is string text ? SqlServerOrder.Write(Guid.Parse(text)) : value as byte[], isDeterministic: true);
        inner.CreateFunction(BinaryFunction, (string? text) => text is null ? null : Convert.FromBase64String(text), isDeterministic: true);
    }

    public override void Close() => inner.Close();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        new TSqlTransaction(this, inner.BeginTransaction(isolationLevel is IsolationLevel.Snapshot ? IsolationLevel.Serializable : isolationLevel));

    protected override DbCommand CreateDbCommand() => new TSqlCommand(this, inner.CreateCommand(), seen);

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

internal sealed class TSqlTransaction(TSqlConnection connection, SqliteTransaction inner) : DbTransaction
{
    public SqliteTransaction Inner => inner;

    public override IsolationLevel IsolationLevel => inner.IsolationLevel;

    public override bool SupportsSavepoints => true;

    protected override DbConnection DbConnection => connection;

    public override void Commit() => inner.Commit();

    public override void Rollback() => inner.Rollback();

    public override void Save(string savepointName) => inner.Save(savepointName);

    public override void Rollback(string savepointName) => inner.Rollback(savepointName);

    // SQL Server cannot release a savepoint.
    public override void Release(string savepointName)
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

internal sealed class TSqlCommand(TSqlConnection connection, SqliteCommand inner, Statements seen) : DbCommand
{
    private readonly TSqlParameters parameters = new();
    private TSqlTransaction? transaction;

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    [AllowNull]
    protected override DbConnection DbConnection { get => connection; set => throw new NotSupportedException(); }

    protected override DbParameterCollection DbParameterCollection => parameters;

    protected override DbTransaction? DbTransaction { get => transaction; set => transaction = (TSqlTransaction?)value; }

    public override void Cancel() => inner.Cancel();

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery() => SqlServerErrors.In(() => Ready().ExecuteNonQuery());

    public override object? ExecuteScalar() => SqlServerErrors.In(() => Ready().ExecuteScalar());

    // EF's mappings set what only this class has.
    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => SqlServerErrors.In(() => new TSqlReader(Ready().ExecuteReader(behavior)));

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private SqliteCommand Ready()
    {
        seen.Add(CommandText);
        inner.CommandText = TSqlTranslation.Of(CommandText);
        inner.Transaction = transaction?.Inner;
        inner.Parameters.Clear();
        foreach (var parameter in parameters.All)
        {
            var name = parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : "@" + parameter.ParameterName;
            inner.Parameters.AddWithValue(name, parameter.Value switch { Guid id => SqlServerOrder.Write(id), null => DBNull.Value, var value => value });
        }

        return inner;
    }
}

internal sealed class TSqlParameters : DbParameterCollection
{
    public List<SqlParameter> All { get; } = [];

    public override int Count => All.Count;

    public override object SyncRoot => All;

    public override int Add(object value)
    {
        All.Add((SqlParameter)value);
        return All.Count - 1;
    }

    public override void AddRange(Array values) => All.AddRange(values.Cast<SqlParameter>());

    public override void Clear() => All.Clear();

    public override bool Contains(object value) => All.Contains((SqlParameter)value);

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)All).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => All.GetEnumerator();

    public override int IndexOf(object value) => All.IndexOf((SqlParameter)value);

    public override int IndexOf(string parameterName) => All.FindIndex(parameter => parameter.ParameterName == parameterName);

    public override void Insert(int index, object value) => All.Insert(index, (SqlParameter)value);

    public override void Remove(object value) => All.Remove((SqlParameter)value);

    public override void RemoveAt(int index) => All.RemoveAt(index);

    public override void RemoveAt(string parameterName) => All.RemoveAt(IndexOf(parameterName));

    protected override DbParameter GetParameter(int index) => All[index];

    protected override DbParameter GetParameter(string parameterName) => All[IndexOf(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => All[index] = (SqlParameter)value;

    protected override void SetParameter(string parameterName, DbParameter value) => All[IndexOf(parameterName)] = (SqlParameter)value;
}
