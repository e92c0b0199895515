using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using PartyOrg.Infrastructure.Persistence;
using PartyOrg.TestSupport.TSql;

namespace PartyOrg.TestSupport.Databases;

/// <summary>A migrated database of a test class's own, copied from a template that the process migrates once; gone when the class has run.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>How the product is told to use it.</summary>
    public abstract DatabaseOptions Options { get; }

    /// <summary>What stands between the product's context and the database: nothing, but on SQL Server without a server.</summary>
    public virtual IReadOnlyList<IInterceptor> Interceptors => [];

    /// <summary>A new database of this kind.</summary>
    public static async Task<TestDatabase> Create<TKind>() where TKind : IDatabaseKind => TKind.Provider switch
    {
        DatabaseProvider.Sqlite => await SqliteCopy.Create(),
        DatabaseProvider.PostgreSql => await PostgreSqlCopy.Create(),
        _ when typeof(TKind) == typeof(OnSqlServer) && TestServers.SqlServer is { } server => await LiveSqlServer.Create(server),
        _ => await GrammarOverSqlite.Create(),
    };

    /// <summary>A context of its own on the database: for arranging, and for looking at what the product has written.</summary>
    public MappedContext Open()
    {
        switch (Options.Provider)
        {
            case DatabaseProvider.Sqlite:
                return new SqliteContext(For<SqliteContext>(SqliteContext.Use));
            case DatabaseProvider.PostgreSql:
                return new PostgreSqlContext(For<PostgreSqlContext>(PostgreSqlContext.Use));
            default:
                return new SqlServerContext(For<SqlServerContext>(SqlServerContext.Use));
        }
    }

    public abstract ValueTask DisposeAsync();

    private DbContextOptions<TContext> For<TContext>(Action<DbContextOptionsBuilder, string> use) where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        use(options, Options.ConnectionString);
        return options.AddInterceptors(Interceptors).Options;
    }

    private static int lastNumber;

    private static string NewName() => $"partyorg_test_{Environment.ProcessId}_{Interlocked.Increment(ref lastNumber)}";

    private sealed class SqliteCopy : TestDatabase
    {
        private static readonly Lazy<Task<string>> Template = new(async () =>
        {
            var directory = Directory.CreateTempSubdirectory("partyorg-template-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
            var connectionString = $"Data Source={Path.Combine(directory, DatabaseOptions.FileName)};Pooling=False";
            var options = new DbContextOptionsBuilder<SqliteContext>();
            SqliteContext.Use(options, connectionString);
            await using var context = new SqliteContext(options.Options);
            await context.Database.MigrateAsync();
            return Path.Combine(directory, DatabaseOptions.FileName);
        });

        private readonly string directory = Directory.CreateTempSubdirectory("partyorg-test-").FullName;

        public override DatabaseOptions Options => new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(directory, DatabaseOptions.FileName)}");

        public static async Task<SqliteCopy> Create()
        {
            var database = new SqliteCopy();
            File.Copy(await Template.Value, Path.Combine(database.directory, DatabaseOptions.FileName));
            return database;
        }

        public override ValueTask DisposeAsync()
        {
            using (var connection = new SqliteConnection(Options.ConnectionString)) SqliteConnection.ClearPool(connection);
            Directory.Delete(directory, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class PostgreSqlCopy(string name) : TestDatabase
    {
        private static readonly Lazy<Task<string>> Template = new(async () =>
        {
            var template = NewName();
            await Execute($"CREATE DATABASE {template}");
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Execute($"DROP DATABASE IF EXISTS {template} WITH (FORCE)").GetAwaiter().GetResult();
            var options = new DbContextOptionsBuilder<PostgreSqlContext>();
            PostgreSqlContext.Use(options, At(template, pooling: false));
            await using var context = new PostgreSqlContext(options.Options);
            await context.Database.MigrateAsync();
            return template;
        });

        public override DatabaseOptions Options { get; } = new(DatabaseProvider.PostgreSql, At(name, pooling: true));

        public static async Task<PostgreSqlCopy> Create()
        {
            var name = NewName();
            await Execute($"CREATE DATABASE {name} TEMPLATE {await Template.Value}");
            return new(name);
        }

        public override async ValueTask DisposeAsync()
        {
            await using (var connection = new NpgsqlConnection(Options.ConnectionString)) NpgsqlConnection.ClearPool(connection);
            await Execute($"DROP DATABASE {name} WITH (FORCE)");
        }

        private static string At(string name, bool pooling) => new NpgsqlConnectionStringBuilder(Server)
        {
            Database = name, Pooling = pooling, MaxPoolSize = 20, IncludeErrorDetail = true,
        }.ConnectionString;

        private static string Server => TestServers.PostgreSql ?? throw new InvalidOperationException("PARTYORG_TEST_POSTGRES names no server, and one is required here (PARTYORG_REQUIRE_POSTGRES=1).");

        private static async Task Execute(string sql)
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private sealed class LiveSqlServer(string server, string name) : TestDatabase
    {
        public override DatabaseOptions Options { get; } = new(DatabaseProvider.SqlServer, new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString);

        public static async Task<LiveSqlServer> Create(string server)
        {
            var database = new LiveSqlServer(server, NewName());
            await using var context = database.Open();
            await context.Database.MigrateAsync();
            return database;
        }

        public override async ValueTask DisposeAsync()
        {
            await using (var context = Open()) await context.Database.EnsureDeletedAsync();
            await using var connection = new SqlConnection(Options.ConnectionString);
            SqlConnection.ClearPool(connection);
        }
    }

    private sealed class GrammarOverSqlite(TestDatabase sqlite) : TestDatabase
    {
        public override DatabaseOptions Options { get; } = new(DatabaseProvider.SqlServer, "Server=none");

        public override IReadOnlyList<IInterceptor> Interceptors { get; } = [new TSqlOnSqlite(sqlite.Options.ConnectionString)];

        public static async Task<GrammarOverSqlite> Create()
        {
            var database = new GrammarOverSqlite(await SqliteCopy.Create());
            await using var context = database.Open();
            await context.Database.ExecuteSqlRawAsync("DELETE FROM [__EFMigrationsHistory]");
            foreach (var migration in context.Database.GetMigrations())
                await context.Database.ExecuteSqlAsync($"INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion]) VALUES ({migration}, {ProductInfo.GetVersion()})");
            return database;
        }

        public override ValueTask DisposeAsync() => sqlite.DisposeAsync();
    }
}
