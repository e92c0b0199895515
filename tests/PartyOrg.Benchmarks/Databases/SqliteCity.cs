using Microsoft.Data.Sqlite;
using PartyOrg.Benchmarks.Cities;

namespace PartyOrg.Benchmarks.Databases;

/// <summary>The city in one SQLite file: UUIDs as 16 bytes, dates as yyyymmdd, instants as microseconds since 1970.</summary>
internal static class SqliteCity
{
    private const string Tables = """
        CREATE TABLE organization(id BLOB PRIMARY KEY, parent_id BLOB, type INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, depth INTEGER NOT NULL,
          established_on INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID;
        CREATE TABLE member(id BLOB PRIMARY KEY, organization_id BLOB NOT NULL, group_id BLOB, name TEXT NOT NULL, name_key TEXT NOT NULL, male INTEGER NOT NULL, born_on INTEGER NOT NULL,
          joined_on INTEGER NOT NULL, formal INTEGER NOT NULL, phone TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID;
        CREATE TABLE post(organization_id BLOB, person_id BLOB, office INTEGER, from_on INTEGER NOT NULL, to_on INTEGER, PRIMARY KEY(organization_id, person_id, office)) WITHOUT ROWID;
        CREATE TABLE meeting(id BLOB PRIMARY KEY, organization_id BLOB NOT NULL, kind INTEGER NOT NULL, held_on INTEGER NOT NULL, place TEXT NOT NULL, chair_id BLOB NOT NULL, recorded_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE attendance(meeting_id BLOB, person_id BLOB, status INTEGER NOT NULL, PRIMARY KEY(meeting_id, person_id)) WITHOUT ROWID;
        CREATE TABLE account(id BLOB PRIMARY KEY, person_id BLOB NOT NULL, name TEXT NOT NULL, disabled INTEGER NOT NULL DEFAULT 0, rights_version INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID;
        CREATE TABLE session(id BLOB PRIMARY KEY, account_id BLOB NOT NULL, expires_at INTEGER NOT NULL, revoked_at INTEGER) WITHOUT ROWID;
        CREATE TABLE role_assignment(account_id BLOB, organization_id BLOB, role TEXT, from_on INTEGER NOT NULL, to_on INTEGER, PRIMARY KEY(account_id, organization_id, role)) WITHOUT ROWID;
        """;

    private const string Indexes = """
        CREATE UNIQUE INDEX organization_path ON organization(path);
        CREATE UNIQUE INDEX organization_code ON organization(code);
        CREATE INDEX organization_parent ON organization(parent_id);
        CREATE INDEX member_name ON member(name_key, id);
        CREATE INDEX member_organization ON member(organization_id);
        CREATE INDEX meeting_organization ON meeting(organization_id, held_on, kind);
        CREATE INDEX attendance_person ON attendance(person_id);
        ANALYZE;
        """;

    /// <summary>A connection as the product must open it: WAL, every commit on the disk before it is acknowledged.</summary>
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-65536; PRAGMA mmap_size=1073741824; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=10000;");
        return connection;
    }

    public static void Load(City city, string file)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(file + suffix);
        using var connection = Open(file);
        Execute(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-524288;");
        Execute(connection, Tables);
        Insert(connection, "organization(id, parent_id, type, code, name, path, depth, established_on)", city.Organizations(), static (row, p) =>
            (p[0].Value, p[1].Value, p[2].Value, p[3].Value, p[4].Value, p[5].Value, p[6].Value, p[7].Value) =
                (Bytes(row.Id), row.ParentId is { } parent ? Bytes(parent) : DBNull.Value, (int)row.Type, row.Code, row.Name, row.Path, row.Depth, Day(row.EstablishedOn)), 8);
        Insert(connection, "member(id, organization_id, group_id, name, name_key, male, born_on, joined_on, formal, phone)", city.Members(), static (row, p) =>
        {
            (p[0].Value, p[1].Value, p[2].Value, p[3].Value, p[4].Value) = (Bytes(row.Id), Bytes(row.OrganizationId), row.GroupId is { } group ? Bytes(group) : DBNull.Value, row.Name, row.NameKey);
            (p[5].Value, p[6].Value, p[7].Value, p[8].Value, p[9].Value) = (row.Male ? 1 : 0, Day(row.BornOn), Day(row.JoinedOn), row.Formal ? 1 : 0, row.Phone);
        }, 10);
        Insert(connection, "post(organization_id, person_id, office, from_on)", city.Posts(), static (row, p) =>
            (p[0].Value, p[1].Value, p[2].Value, p[3].Value) = (Bytes(row.OrganizationId), Bytes(row.PersonId), (int)row.Office, Day(row.From)), 4);
        Meetings(connection, city);
        Insert(connection, "account(id, person_id, name)", city.Accounts(), static (row, p) =>
            (p[0].Value, p[1].Value, p[2].Value) = (Bytes(row.Id), Bytes(row.PersonId), row.Id.ToString("N")), 3);
        Insert(connection, "session(id, account_id, expires_at)", city.Accounts(), static (row, p) =>
            (p[0].Value, p[1].Value, p[2].Value) = (Bytes(row.SessionId), Bytes(row.Id), Instant(new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc))), 3);
        Insert(connection, "role_assignment(account_id, organization_id, role, from_on)", city.Accounts(), static (row, p) =>
            (p[0].Value, p[1].Value, p[2].Value, p[3].Value) = (Bytes(row.Id), Bytes(row.OrganizationId), row.Role, 20200101), 4);
        Execute(connection, Indexes);
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Id(byte[] bytes) => new(bytes, bigEndian: true);

    public static int Day(DateOnly day) => day.Year * 10000 + day.Month * 100 + day.Day;

    public static DateOnly Day(int day) => new(day / 10000, day / 100 % 100, day % 100);

    public static long Instant(DateTime instant) => (instant - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static void Meetings(SqliteConnection connection, City city)
    {
        using var transaction = connection.BeginTransaction();
        using var meeting = Prepare(connection, transaction, "INSERT INTO meeting VALUES($0, $1, $2, $3, $4, $5, $6)", 7);
        using var roll = Prepare(connection, transaction, "INSERT INTO attendance VALUES($0, $1, $2)", 3);
        var (m, r) = (meeting.Parameters, roll.Parameters);
        foreach (var row in city.Meetings())
        {
            var id = Bytes(row.Id);
            (m[0].Value, m[1].Value, m[2].Value, m[3].Value) = (id, Bytes(row.OrganizationId), (int)row.Kind, Day(row.HeldOn));
            (m[4].Value, m[5].Value, m[6].Value) = ("活动室", Bytes(row.ChairId), Instant(row.HeldOn.AddDays(1).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc)));
            meeting.ExecuteNonQuery();
            r[0].Value = id;
            foreach (var attendance in row.Roll.Span)
            {
                (r[1].Value, r[2].Value) = (Bytes(attendance.PersonId), (int)attendance.Status);
                roll.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private static void Insert<T>(SqliteConnection connection, string columns, IEnumerable<T> rows, Action<T, SqliteParameterCollection> bind, int count)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = Prepare(connection, transaction, $"INSERT INTO {columns} VALUES({string.Join(", ", Enumerable.Range(0, count).Select(i => $"${i}"))})", count);
        foreach (var row in rows)
        {
            bind(row, insert.Parameters);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction? transaction, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        for (var i = 0; i < parameters; i++) command.Parameters.Add(new SqliteParameter($"${i}", DBNull.Value));
        command.Prepare();
        return command;
    }
}
