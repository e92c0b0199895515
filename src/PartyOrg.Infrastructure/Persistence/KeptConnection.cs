using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartyOrg.Infrastructure.Persistence;

/// <summary>
/// A connection to the embedded database that stays open, with the statements that it prepared, for as long as its pooled context lives. Preparing a statement
/// of several tables costs more than running it, and the provider would do so for each command, and open its functions anew for each request.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    // More than the product has of those that are asked often; what is written for one request alone ends up here too.
    private const int MostStatements = 200;
    private const int LongestStatement = 16_000;

    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);

    /// <summary>Ends the transaction; the connection itself is closed when it is disposed.</summary>
    public override void Close() => Transaction?.Dispose();

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand() => new KeptCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            idle.Clear();
            base.Close();
        }

        base.Dispose(disposing);
    }

    // A statement that is being read is not among the idle ones: the same one, asked within it, gets a second.
    private SqliteCommand Take(string text) => idle.Remove(text, out var kept) ? kept : new(text, this);

    private void GiveBack(SqliteCommand statement)
    {
        if (State != ConnectionState.Open || statement.CommandText.Length > LongestStatement || !idle.TryAdd(statement.CommandText, statement))
        {
            statement.Dispose();
            return;
        }

        if (idle.Count <= MostStatements) return;
        foreach (var kept in idle.Values) kept.Dispose();
        idle.Clear();
    }

    /// <summary>Lets a kept statement run with its own parameters. Whatever it is told to execute ends in a reader.</summary>
    private sealed class KeptCommand : SqliteCommand
    {
        private readonly KeptConnection connection;
        private SqliteCommand? statement;

        public KeptCommand(KeptConnection connection) => Connection = this.connection = connection;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            GiveBack();
            statement = connection.Take(CommandText);
            statement.Parameters.Clear();
            foreach (var parameter in Parameters) statement.Parameters.Add((SqliteParameter)parameter);
            (statement.Transaction, statement.CommandTimeout) = (Transaction, CommandTimeout);
            return statement.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) GiveBack();
            base.Dispose(disposing);
        }

        private void GiveBack()
        {
            if (statement is { } given) connection.GiveBack(given);
            statement = null;
        }
    }

    /// <summary>Gives every context a connection that is kept. The functions that the provider would add (decimals, regular expressions) no query of the product needs.</summary>
    public sealed class Interceptor : DbConnectionInterceptor
    {
        public static readonly Interceptor Instance = new();

        public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
            InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(eventData.ConnectionString!));
    }
}
