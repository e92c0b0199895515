using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using PartyOrg.Benchmarks.Databases;
using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.Benchmarks.Product;

/// <summary>A table of the product that is being filled.</summary>
internal interface IFilling : IDisposable
{
    /// <summary>Ends the filling; without it nothing is kept.</summary>
    void Complete();
}

/// <summary>A table of the product that is being filled with rows of this class.</summary>
internal interface IFilling<in T> : IFilling
{
    /// <summary>A row, of values in the order in which their properties were named.</summary>
    void Row(params ReadOnlySpan<object?> values);

    /// <summary>A row, of an object with everything in it.</summary>
    void Add(T row);
}

/// <summary>Fills a migrated, empty database of the product: indexes and checks are left for the end.</summary>
internal abstract class Load(MappedContext db) : IDisposable
{
    protected MappedContext Db { get; } = db;

    public static Load Into(MappedContext db) => db is SqliteContext ? new SqliteLoad(db) : new PostgresLoad(db);

    public abstract IFilling<T> Fill<T>(params string[] said) where T : class;

    /// <summary>Makes the indexes again and lets the database count what it holds.</summary>
    public abstract void Finish();

    public virtual void Dispose()
    {
    }
}

/// <summary>Binary COPY, one connection for each table that is open.</summary>
internal sealed class PostgresLoad : Load
{
    private readonly string connectionString;
    private readonly List<string> indexes = [];

    public PostgresLoad(MappedContext db) : base(db)
    {
        // Foreign keys are checked by triggers, which a replica does not fire: the city refers to nothing that is not there.
        connectionString = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, CommandTimeout = 0, Options = "-c session_replication_role=replica -c maintenance_work_mem=512MB" }.ConnectionString;
        using var connection = Open();
        var names = new List<string>();
        using (var command = new NpgsqlCommand("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)", connection))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
                indexes.Add(reader.GetString(1));
            }
        }

        foreach (var name in names) Execute(connection, $"DROP INDEX \"{name}\"");
    }

    public override IFilling<T> Fill<T>(params string[] said) => new Copy<T>(Open(), new(Db, said));

    public override void Finish()
    {
        using var connection = Open();
        foreach (var index in indexes) Execute(connection, index);
        Execute(connection, "VACUUM (ANALYZE)");
    }

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private sealed class Copy<T> : IFilling<T> where T : class
    {
        private readonly NpgsqlConnection connection;
        private readonly MappedRows<T> rows;
        private readonly NpgsqlDbType[] types;
        private readonly NpgsqlBinaryImporter copy;
        private readonly Action<int, object?> write;

        public Copy(NpgsqlConnection connection, MappedRows<T> rows)
        {
            (this.connection, this.rows) = (connection, rows);
            using var command = new NpgsqlCommand();
            types = [.. rows.Mappings.Select(m => ((NpgsqlParameter)m.CreateParameter(command, "p", null, nullable: true)).NpgsqlDbType)];
            copy = connection.BeginBinaryImport($"COPY \"{rows.Table}\" ({string.Join(", ", rows.Columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT binary)");
            write = Write;
        }

        public void Row(params ReadOnlySpan<object?> values)
        {
            copy.StartRow();
            rows.Store(values, write);
        }

        public void Add(T row)
        {
            copy.StartRow();
            rows.Store(row, write);
        }

        public void Complete() => copy.Complete();

        public void Dispose()
        {
            copy.Dispose();
            connection.Dispose();
        }

        private void Write(int column, object? value)
        {
            if (value is null) copy.WriteNull();
            else copy.Write(value, types[column]);
        }
    }
}

/// <summary>Prepared inserts in one transaction for all tables.</summary>
internal sealed class SqliteLoad : Load
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly List<string> indexes = [];

    public SqliteLoad(MappedContext db) : base(db)
    {
        connection = new(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, ForeignKeys = false }.ConnectionString);
        connection.Open();
        SqliteCity.Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-524288; PRAGMA temp_store=MEMORY;");
        var names = new List<string>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
                indexes.Add(reader.GetString(1));
            }
        }

        foreach (var name in names) SqliteCity.Execute(connection, $"DROP INDEX \"{name}\"");
        transaction = connection.BeginTransaction();
    }

    public override IFilling<T> Fill<T>(params string[] said) => new Insert<T>(connection, transaction, new(Db, said));

    public override void Finish()
    {
        transaction.Commit();
        foreach (var index in indexes) SqliteCity.Execute(connection, index);
        SqliteCity.Execute(connection, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public override void Dispose() => connection.Dispose();

    private sealed class Insert<T> : IFilling<T> where T : class
    {
        private readonly MappedRows<T> rows;
        private readonly SqliteCommand command;
        private readonly Action<int, object?> write;

        public Insert(SqliteConnection connection, SqliteTransaction transaction, MappedRows<T> rows)
        {
            this.rows = rows;
            command = SqliteCity.Prepare(connection, transaction,
                $"INSERT INTO \"{rows.Table}\" ({string.Join(", ", rows.Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", rows.Columns.Select((_, i) => $"${i}"))})", rows.Columns.Length);
            write = (column, value) => command.Parameters[column].Value = value ?? DBNull.Value;
        }

        public void Row(params ReadOnlySpan<object?> values)
        {
            rows.Store(values, write);
            command.ExecuteNonQuery();
        }

        public void Add(T row)
        {
            rows.Store(row, write);
            command.ExecuteNonQuery();
        }

        // The transaction of all tables is committed at the end.
        public void Complete()
        {
        }

        public void Dispose() => command.Dispose();
    }
}
