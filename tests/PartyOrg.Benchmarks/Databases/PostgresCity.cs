using Npgsql;
using NpgsqlTypes;
using PartyOrg.Benchmarks.Cities;

namespace PartyOrg.Benchmarks.Databases;

/// <summary>The city in PostgreSQL, loaded by binary COPY; indexes are built after the rows.</summary>
internal static class PostgresCity
{
    private const string Tables = """
        DROP SCHEMA IF EXISTS city CASCADE; CREATE SCHEMA city;
        CREATE TABLE city.organization(id uuid NOT NULL, parent_id uuid, type smallint NOT NULL, code text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL,
          path text COLLATE "C" NOT NULL, depth smallint NOT NULL, established_on date NOT NULL, version int NOT NULL DEFAULT 1);
        CREATE TABLE city.member(id uuid NOT NULL, organization_id uuid NOT NULL, group_id uuid, name text COLLATE "C" NOT NULL, name_key text COLLATE "C" NOT NULL, male boolean NOT NULL,
          born_on date NOT NULL, joined_on date NOT NULL, formal boolean NOT NULL, phone text NOT NULL, version int NOT NULL DEFAULT 1);
        CREATE TABLE city.post(organization_id uuid NOT NULL, person_id uuid NOT NULL, office smallint NOT NULL, from_on date NOT NULL, to_on date);
        CREATE TABLE city.meeting(id uuid NOT NULL, organization_id uuid NOT NULL, kind smallint NOT NULL, held_on date NOT NULL, place text NOT NULL, chair_id uuid NOT NULL, recorded_at timestamptz NOT NULL);
        CREATE TABLE city.attendance(meeting_id uuid NOT NULL, person_id uuid NOT NULL, status smallint NOT NULL);
        CREATE TABLE city.account(id uuid NOT NULL, person_id uuid NOT NULL, name text COLLATE "C" NOT NULL, disabled boolean NOT NULL DEFAULT false, rights_version int NOT NULL DEFAULT 1);
        CREATE TABLE city.session(id uuid NOT NULL, account_id uuid NOT NULL, expires_at timestamptz NOT NULL, revoked_at timestamptz);
        CREATE TABLE city.role_assignment(account_id uuid NOT NULL, organization_id uuid NOT NULL, role text COLLATE "C" NOT NULL, from_on date NOT NULL, to_on date);
        """;

    private const string Indexes = """
        ALTER TABLE city.organization ADD PRIMARY KEY (id);
        CREATE UNIQUE INDEX ON city.organization (path);
        CREATE UNIQUE INDEX ON city.organization (code);
        CREATE INDEX ON city.organization (parent_id);
        ALTER TABLE city.member ADD PRIMARY KEY (id);
        CREATE INDEX ON city.member (name_key, id);
        CREATE INDEX ON city.member (organization_id);
        ALTER TABLE city.post ADD PRIMARY KEY (organization_id, person_id, office);
        ALTER TABLE city.meeting ADD PRIMARY KEY (id);
        CREATE INDEX ON city.meeting (organization_id, held_on) INCLUDE (kind, id);
        ALTER TABLE city.attendance ADD PRIMARY KEY (meeting_id, person_id);
        CREATE INDEX ON city.attendance (person_id);
        ALTER TABLE city.account ADD PRIMARY KEY (id);
        ALTER TABLE city.session ADD PRIMARY KEY (id);
        ALTER TABLE city.role_assignment ADD PRIMARY KEY (account_id, organization_id, role);
        """;

    public static async Task Load(City city, string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Command Timeout=0");
        await using var connection = await source.OpenConnectionAsync();
        await Execute(connection, Tables);
        await using (var copy = await connection.BeginBinaryImportAsync("COPY city.organization(id, parent_id, type, code, name, path, depth, established_on) FROM STDIN (FORMAT binary)"))
        {
            foreach (var row in city.Organizations())
            {
                copy.StartRow();
                copy.Write(row.Id, NpgsqlDbType.Uuid);
                if (row.ParentId is { } parent) copy.Write(parent, NpgsqlDbType.Uuid); else copy.WriteNull();
                copy.Write((short)row.Type, NpgsqlDbType.Smallint);
                copy.Write(row.Code, NpgsqlDbType.Text);
                copy.Write(row.Name, NpgsqlDbType.Text);
                copy.Write(row.Path, NpgsqlDbType.Text);
                copy.Write((short)row.Depth, NpgsqlDbType.Smallint);
                copy.Write(row.EstablishedOn, NpgsqlDbType.Date);
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync("COPY city.member(id, organization_id, group_id, name, name_key, male, born_on, joined_on, formal, phone) FROM STDIN (FORMAT binary)"))
        {
            foreach (var row in city.Members())
            {
                copy.StartRow();
                copy.Write(row.Id, NpgsqlDbType.Uuid);
                copy.Write(row.OrganizationId, NpgsqlDbType.Uuid);
                if (row.GroupId is { } group) copy.Write(group, NpgsqlDbType.Uuid); else copy.WriteNull();
                copy.Write(row.Name, NpgsqlDbType.Text);
                copy.Write(row.NameKey, NpgsqlDbType.Text);
                copy.Write(row.Male, NpgsqlDbType.Boolean);
                copy.Write(row.BornOn, NpgsqlDbType.Date);
                copy.Write(row.JoinedOn, NpgsqlDbType.Date);
                copy.Write(row.Formal, NpgsqlDbType.Boolean);
                copy.Write(row.Phone, NpgsqlDbType.Text);
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync("COPY city.post(organization_id, person_id, office, from_on) FROM STDIN (FORMAT binary)"))
        {
            foreach (var row in city.Posts())
            {
                copy.StartRow();
                copy.Write(row.OrganizationId, NpgsqlDbType.Uuid);
                copy.Write(row.PersonId, NpgsqlDbType.Uuid);
                copy.Write((short)row.Office, NpgsqlDbType.Smallint);
                copy.Write(row.From, NpgsqlDbType.Date);
            }

            await copy.CompleteAsync();
        }

        // Two COPY commands run side by side: one connection takes the meetings, the other their rolls.
        await using var second = await source.OpenConnectionAsync();
        await using (var meetings = await connection.BeginBinaryImportAsync("COPY city.meeting FROM STDIN (FORMAT binary)"))
        await using (var rolls = await second.BeginBinaryImportAsync("COPY city.attendance FROM STDIN (FORMAT binary)"))
        {
            foreach (var row in city.Meetings())
            {
                meetings.StartRow();
                meetings.Write(row.Id, NpgsqlDbType.Uuid);
                meetings.Write(row.OrganizationId, NpgsqlDbType.Uuid);
                meetings.Write((short)row.Kind, NpgsqlDbType.Smallint);
                meetings.Write(row.HeldOn, NpgsqlDbType.Date);
                meetings.Write("活动室", NpgsqlDbType.Text);
                meetings.Write(row.ChairId, NpgsqlDbType.Uuid);
                meetings.Write(row.HeldOn.AddDays(1).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc), NpgsqlDbType.TimestampTz);
                foreach (var attendance in row.Roll.Span)
                {
                    rolls.StartRow();
                    rolls.Write(row.Id, NpgsqlDbType.Uuid);
                    rolls.Write(attendance.PersonId, NpgsqlDbType.Uuid);
                    rolls.Write((short)attendance.Status, NpgsqlDbType.Smallint);
                }
            }

            await meetings.CompleteAsync();
            await rolls.CompleteAsync();
        }

        await using (var accounts = await connection.BeginBinaryImportAsync("COPY city.account(id, person_id, name) FROM STDIN (FORMAT binary)"))
        await using (var sessions = await second.BeginBinaryImportAsync("COPY city.session(id, account_id, expires_at) FROM STDIN (FORMAT binary)"))
        {
            foreach (var row in city.Accounts())
            {
                accounts.StartRow();
                accounts.Write(row.Id, NpgsqlDbType.Uuid);
                accounts.Write(row.PersonId, NpgsqlDbType.Uuid);
                accounts.Write(row.Id.ToString("N"), NpgsqlDbType.Text);
                sessions.StartRow();
                sessions.Write(row.SessionId, NpgsqlDbType.Uuid);
                sessions.Write(row.Id, NpgsqlDbType.Uuid);
                sessions.Write(new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc), NpgsqlDbType.TimestampTz);
            }

            await accounts.CompleteAsync();
            await sessions.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync("COPY city.role_assignment(account_id, organization_id, role, from_on) FROM STDIN (FORMAT binary)"))
        {
            foreach (var row in city.Accounts())
            {
                copy.StartRow();
                copy.Write(row.Id, NpgsqlDbType.Uuid);
                copy.Write(row.OrganizationId, NpgsqlDbType.Uuid);
                copy.Write(row.Role, NpgsqlDbType.Text);
                copy.Write(new DateOnly(2020, 1, 1), NpgsqlDbType.Date);
            }

            await copy.CompleteAsync();
        }

        await Execute(connection, "SET maintenance_work_mem = '512MB'");
        await Execute(connection, Indexes);
        await Execute(connection, "VACUUM (ANALYZE)");
    }

    public static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
