using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application;
using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>What must be true of a database before the program works on it.</summary>
public sealed class DatabaseStart(PartyOrgContext db, DatabaseOptions options)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // A commit of another process is waited for; a lock that lasts is told.
    private const int SecondsOfPatience = 5;

    /// <summary>Refuses a database that is locked, damaged, unreachable, or newer than the program.</summary>
    public Task Check(CancellationToken cancellation) => Explained(async () =>
    {
        await CanWrite(cancellation);
        var known = db.Database.GetMigrations().ToHashSet();
        if ((await db.Database.GetAppliedMigrationsAsync(cancellation)).FirstOrDefault(m => !known.Contains(m)) is { } unknown) throw new StartRefused(DatabaseErrors.Newer(unknown));
        return known;
    });

    /// <summary>Refuses a database that lacks migrations.</summary>
    public Task CheckMigrated(CancellationToken cancellation) => Explained(async () =>
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();
        return pending == 0 ? pending : throw new StartRefused(DatabaseErrors.NotMigrated(pending));
    });

    /// <summary>Refuses open sample accounts.</summary>
    public Task CheckNoSample(CancellationToken cancellation) => Explained(async () =>
    {
        var samples = await db.Accounts.CountAsync(a => a.IsSample && a.ClosedAt == null, cancellation);
        return samples == 0 ? samples : throw new StartRefused(DatabaseErrors.SampleAccounts(samples));
    });

    /// <summary>Adds what the database lacks; answers the names of what was added.</summary>
    public Task<List<string>> Migrate(CancellationToken cancellation) => Explained(async () =>
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        await db.Database.MigrateAsync(cancellation);
        return pending;
    });

    private async Task<T> Explained<T>(Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (DbException exception)
        {
            throw new StartRefused(Explain(exception));
        }
    }

    private Error Explain(DbException exception)
    {
        if (exception is not SqliteException sqlite) return DatabaseErrors.Unreachable(exception.Message.TrimEnd('.') + ".");
        var file = options.SqliteFile ?? options.ConnectionString;
        return sqlite.SqliteErrorCode switch
        {
            Busy or Locked => DatabaseErrors.Locked(file),
            Full => DataDirectory.DiskFull(file),
            Corrupt or NotADatabase => DatabaseErrors.Damaged(file),
            ReadOnly or CannotOpen => DatabaseErrors.ReadOnly(file),
            _ => DatabaseErrors.Unreachable(sqlite.Message),
        };
    }

    private async Task CanWrite(CancellationToken cancellation)
    {
        if (options.SqliteFile is not { } file || !File.Exists(file)) return;
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = false, DefaultTimeout = SecondsOfPatience }.ConnectionString);
        await connection.OpenAsync(cancellation);
        // A restored file has no write-ahead log yet, and what only reads cannot give it one.
        foreach (var statement in new[] { "PRAGMA journal_mode=WAL", "BEGIN IMMEDIATE", "ROLLBACK" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}

/// <summary>Says to other processes that a program works on the embedded database. The system lets go of it when the process ends, however it ends.</summary>
public sealed class RunningMark : IDisposable
{
    private readonly FileStream? held;

    private RunningMark(FileStream? held) => this.held = held;

    /// <summary>Takes the mark, or refuses when another process has it. A server's database needs none.</summary>
    public static RunningMark Take(DatabaseOptions options)
    {
        if (options.SqliteFile is not { } file) return new(null);
        try
        {
            return new(new FileStream(file + ".running", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new StartRefused(DatabaseErrors.Running(file));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held?.Dispose();
}
