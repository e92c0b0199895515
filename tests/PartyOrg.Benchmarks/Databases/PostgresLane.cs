using Npgsql;
using NpgsqlTypes;

namespace PartyOrg.Benchmarks.Databases;

/// <summary>One connection with its prepared commands; never used by two callers at once.</summary>
internal sealed class PostgresLane : IAsyncDisposable
{
    private readonly Dictionary<string, NpgsqlCommand> commands = [];

    private PostgresLane(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    public static async Task<PostgresLane> Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;No Reset On Close=true;Command Timeout=600;Max Auto Prepare=100;Auto Prepare Min Usages=2;Read Buffer Size=32768");
        await connection.OpenAsync();
        return new(connection);
    }

    public static async Task<PostgresLane[]> Open(string connectionString, int lanes)
    {
        var opened = new PostgresLane[lanes];
        for (var i = 0; i < lanes; i++) opened[i] = await Open(connectionString);
        return opened;
    }

    /// <summary>The command with its values set; the first use on this connection prepares it, later ones only bind.</summary>
    public NpgsqlCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            commands[sql] = command = new NpgsqlCommand(sql, Connection);
            foreach (var value in values) command.Parameters.Add(value);
            command.Prepare();
            return command;
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i] = values[i];
        return command;
    }

    public async Task Execute(string sql) => await PostgresCity.Execute(Connection, sql);

    public static NpgsqlParameter Of<T>(T value, NpgsqlDbType type) => new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };

    public static NpgsqlParameter Uuid(Guid value) => Of(value, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Uuids(Guid[] value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static NpgsqlParameter Small(short value) => Of(value, NpgsqlDbType.Smallint);

    public static NpgsqlParameter Smalls(short[] value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    public static NpgsqlParameter Date(DateOnly value) => Of(value, NpgsqlDbType.Date);

    public static NpgsqlParameter Instant(DateTime value) => Of(value, NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Text(string value) => Of(value, NpgsqlDbType.Text);

    public static NpgsqlParameter Bytes(byte[] value) => Of(value, NpgsqlDbType.Bytea);

    public static NpgsqlParameter Long(long value) => Of(value, NpgsqlDbType.Bigint);

    public async ValueTask DisposeAsync() => await Connection.DisposeAsync();
}
