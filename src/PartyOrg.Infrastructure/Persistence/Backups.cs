using System.ComponentModel;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartyOrg.Application;
using PartyOrg.Domain.Time;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>
/// Backs the database up while the program runs, and restores it while none does. The embedded database is copied by its own online backup; a server's
/// by the server's own tool. Keys of personal data are not in a backup: they are kept apart from it, and without them no identity number can be read.
/// </summary>
public sealed class Backups(PartyOrgContext db, DatabaseOptions options, Clock clock)
{
    /// <summary>Writes a backup that has been checked; never overwrites.</summary>
    public async Task Write(string file, CancellationToken cancellation)
    {
        if (File.Exists(file)) throw new StartRefused(DatabaseErrors.BackupExists(file));
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                WriteSqlite(file);
                break;
            case DatabaseProvider.PostgreSql:
                await Run("pg_dump", [.. PostgreSqlServer, "--format=custom", $"--file={file}"], cancellation);
                break;
            default:
                throw new StartRefused(DatabaseErrors.SqlServerItself($"sqlcmd -Q \"BACKUP DATABASE [{SqlServerDatabase}] TO DISK = N'{file}' WITH COPY_ONLY, CHECKSUM, FORMAT\""));
        }
    }

    /// <summary>Puts a backup in the place of the database; an embedded one is kept beside it under another name, which is answered.</summary>
    public async Task<string?> Restore(string file, CancellationToken cancellation)
    {
        if (options.Provider == DatabaseProvider.SqlServer)
        {
            throw new StartRefused(DatabaseErrors.SqlServerItself($"sqlcmd -Q \"ALTER DATABASE [{SqlServerDatabase}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; RESTORE DATABASE [{SqlServerDatabase}] FROM DISK = N'{file}' WITH REPLACE, CHECKSUM; ALTER DATABASE [{SqlServerDatabase}] SET MULTI_USER\""));
        }

        if (!File.Exists(file)) throw new StartRefused(DatabaseErrors.FileMissing(file));
        if (options.Provider == DatabaseProvider.Sqlite) return RestoreSqlite(file);
        await NobodyElseIsConnected(cancellation);
        await Run("pg_restore", [.. PostgreSqlServer, "--clean", "--if-exists", "--exit-on-error", "--single-transaction", file], cancellation);
        return null;
    }

    private string SqlServerDatabase => new SqlConnectionStringBuilder(options.ConnectionString).InitialCatalog;

    // The password goes through the environment: an argument is seen by everybody on the machine.
    private string[] PostgreSqlServer
    {
        get
        {
            var server = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            var user = server.Username ?? "postgres";
            return [$"--host={server.Host ?? "localhost"}", $"--port={server.Port}", $"--username={user}", $"--dbname={server.Database ?? user}", "--no-password"];
        }
    }

    private void WriteSqlite(string file)
    {
        if (options.SqliteFile is not { } source || !File.Exists(source)) throw new StartRefused(DatabaseErrors.FileMissing(options.SqliteFile ?? options.ConnectionString));
        var draft = file + ".partial";
        try
        {
            using (var from = new SqliteConnection(Unpooled(source, SqliteOpenMode.ReadOnly)))
            using (var to = new SqliteConnection(Unpooled(draft, SqliteOpenMode.ReadWriteCreate)))
            {
                from.Open();
                to.Open();
                from.BackupDatabase(to);
                Execute(to, "PRAGMA journal_mode=DELETE");
            }

            if (FaultOf(draft) is { } fault) throw new StartRefused(DatabaseErrors.BackupUnusable(source, fault));
            using (var written = new FileStream(draft, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
            File.Move(draft, file, overwrite: false);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private string? RestoreSqlite(string file)
    {
        var target = options.SqliteFile ?? throw new StartRefused(DatabaseErrors.FileMissing(options.ConnectionString));
        using var alone = RunningMark.Take(options);
        if (FaultOf(file) is { } fault) throw new StartRefused(DatabaseErrors.BackupUnusable(file, fault));

        var draft = target + ".restoring";
        File.Copy(file, draft, overwrite: true);
        using (var written = new FileStream(draft, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);

        string? kept = null;
        if (File.Exists(target))
        {
            kept = $"{target}.before-{clock.Now.ToDateTimeUtc():yyyyMMdd'T'HHmmss'Z'}";
            // What is in the log still belongs to the database that is kept.
            foreach (var part in new[] { "", "-wal", "-shm" }.Where(part => File.Exists(target + part))) File.Move(target + part, kept + part, overwrite: false);
        }

        File.Move(draft, target, overwrite: false);
        return kept;
    }

    // Why the file cannot be used in the place of the database; none when it can.
    private string? FaultOf(string file)
    {
        try
        {
            using var connection = new SqliteConnection(Unpooled(file, SqliteOpenMode.ReadOnly));
            connection.Open();
            if (Read(connection, "PRAGMA integrity_check") is not ["ok"]) return "integrity_check";
            if (Read(connection, "PRAGMA foreign_key_check").Count > 0) return "foreign_key_check";
            var known = db.Database.GetMigrations().ToHashSet();
            var applied = Read(connection, """SELECT "MigrationId" FROM "__EFMigrationsHistory" """);
            return applied.Count == 0 ? "no migrations" : applied.Find(m => !known.Contains(m)) is { } newer ? $"newer than this program: {newer}" : null;
        }
        catch (SqliteException exception)
        {
            return exception.Message;
        }
    }

    private static string Unpooled(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString;

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read()) lines.Add(reader.GetString(0));
        return lines;
    }

    private async Task NobodyElseIsConnected(CancellationToken cancellation)
    {
        try
        {
            var others = await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'").SingleAsync(cancellation);
            if (others > 0) throw new StartRefused(DatabaseErrors.InUse(others));
        }
        catch (DbException exception)
        {
            throw new StartRefused(DatabaseErrors.Unreachable(exception.Message));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
        }
    }

    private async Task Run(string tool, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        if (new NpgsqlConnectionStringBuilder(options.ConnectionString).Password is { } password) start.Environment["PGPASSWORD"] = password;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new StartRefused(DatabaseErrors.ToolMissing(tool, $"{tool} {string.Join(' ', arguments.Select(a => a.Contains(' ', StringComparison.Ordinal) ? $"\"{a}\"" : a))}"));
        }

        using (process)
        {
            var output = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0) throw new StartRefused(DatabaseErrors.ToolFailed(tool, process.ExitCode, output.Trim()));
        }
    }
}
