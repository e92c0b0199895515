using Microsoft.Data.Sqlite;

namespace PartyOrg.Benchmarks.Databases;

/// <summary>One connection with its prepared commands; never used by two callers at once.</summary>
internal sealed class SqliteLane(string file) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> commands = [];

    public SqliteConnection Connection { get; } = SqliteCity.Open(file);

    public static SqliteLane[] Open(string file, int lanes) => [.. Enumerable.Range(0, lanes).Select(_ => new SqliteLane(file))];

    public SqliteCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        if (!commands.TryGetValue(sql, out var command)) commands[sql] = command = SqliteCity.Prepare(Connection, null, sql, values.Length);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command;
    }

    public void Run(string sql, params ReadOnlySpan<object> values) => Command(sql, values).ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in commands.Values) command.Dispose();
        Connection.Dispose();
    }
}
