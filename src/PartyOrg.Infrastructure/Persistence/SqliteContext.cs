using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>The embedded database: one file, write-ahead log, every commit on disk.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : MappedContext(options)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int UniqueConstraint = 2067;
    private const int PrimaryKeyConstraint = 1555;

    // By the file: whoever waits in line gets his turn as soon as it is free, whoever finds the database busy sleeps and asks again. One process uses a file at a time.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override string OrdinalCollation => "BINARY";

    /// <inheritdoc/>
    internal override RowSource Rows => RowSource.Sqlite;

    /// <inheritdoc/>
    protected override string LockChainsSql(int count) =>
        $"""INSERT INTO "AuditChains" ("Id", "Length", "Head") VALUES {Chains(count, ", ", "({0}, 0, {1})")} ON CONFLICT ("Id") DO UPDATE SET "Length" = "AuditChains"."Length" RETURNING "Id", "Head", "Length" """;

    /// <inheritdoc/>
    public override async ValueTask<IDisposable?> TurnToWrite(CancellationToken cancellation)
    {
        var turns = Turns.GetOrAdd(Database.GetConnectionString()!, _ => new(1, 1));
        await turns.WaitAsync(cancellation);
        return new Turn(turns);
    }

    /// <inheritdoc/>
    public override bool IsUniqueViolation(Exception exception) => Failure(exception)?.SqliteExtendedErrorCode is UniqueConstraint or PrimaryKeyConstraint;

    /// <inheritdoc/>
    public override bool IsRetryable(Exception exception) => Failure(exception)?.SqliteErrorCode is Busy or Locked;

    /// <summary>Uses a file with this connection string.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(Lists)).AddInterceptors(KeptConnection.Interceptor.Instance, Durability.Instance);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<GuidToBytes>();
        // For what belongs to no property, such as a column of a union that is empty in one of its parts.
        configurationBuilder.DefaultTypeMapping<Guid>().HasConversion<GuidToBytes>();
        base.ConfigureConventions(configurationBuilder);
    }

    /// <inheritdoc/>
    protected override object Stored(Guid id) => id.ToByteArray(true);

    /// <inheritdoc/>
    protected override Type IdConverterOf(Type thing) => typeof(IdToBytes<>).MakeGenericType(thing);

    private static SqliteException? Failure(Exception exception) => exception as SqliteException ?? exception.InnerException as SqliteException;

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }

    // Sixteen bytes in network order: half the size of text, and ids of version 7 sort by time.
    internal sealed class GuidToBytes() : ValueConverter<Guid, byte[]>(g => g.ToByteArray(true), b => new Guid(b, true));

    internal sealed class IdToBytes<T>() : ValueConverter<Domain.Id<T>, byte[]>(id => id.Value.ToByteArray(true), b => new Domain.Id<T>(new Guid(b, true)));

    private sealed class Durability : DbConnectionInterceptor
    {
        public static readonly Durability Instance = new();

        // Opening takes a handle from the pool, where it keeps what was said to it once.
        private static readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> Told = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (!IsNew(connection)) return;
            using var command = Pragmas(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!IsNew(connection)) return;
            await using var command = Pragmas(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static bool IsNew(DbConnection connection) => Told.TryAdd(((SqliteConnection)connection).Handle!, Told);

        private static DbCommand Pragmas(DbConnection connection)
        {
            var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=8000; PRAGMA foreign_keys=ON;";
            return command;
        }
    }
}
