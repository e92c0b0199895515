using Npgsql;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Databases;
using PartyOrg.Benchmarks.Measuring;
using static PartyOrg.Benchmarks.Databases.PostgresLane;

namespace PartyOrg.Benchmarks.Shapes;

/// <summary>In what shape attendance is kept: what a durable write of a meeting of thirty costs, and what one person's year costs to read.</summary>
internal static class AttendanceShapes
{
    private const string Surrogate = "surrogate key, two foreign keys";
    private const string Composite = "composite key, index by person";
    private const string Dated = "composite key, index by person and day";
    private const string Arrays = "arrays in the meeting's row";
    private const string Indexed = "arrays with an inverted index";
    private const string Alone = "the meeting alone";
    private const string WithRowId = "composite key beside a row id";

    public static async Task<List<Run>> Measure(Setting setting)
    {
        var runs = new List<Run>();
        if (setting.Postgres is { } connectionString)
        {
            await using var admin = await Open(connectionString);
            await admin.Execute(PreparePostgres);
            await admin.Execute("VACUUM (ANALYZE)");
            await admin.Execute("CHECKPOINT");
            foreach (var writers in setting.Writers) runs.AddRange(Report.Print(await WritePostgres(setting, writers)));
            runs.AddRange(Report.Print(await ReadPostgres(setting)));
            await admin.Execute("DROP SCHEMA shape CASCADE");
        }

        if (setting.Sqlite is { } file)
        {
            using var shapes = new ShapeFile(file, PrepareSqlite);
            runs.AddRange(Report.Print(await WriteSqlite(setting, shapes.Path)));
            runs.AddRange(Report.Print(await ReadSqlite(setting, shapes.Path)));
        }

        return runs;
    }

    private const string PreparePostgres = """
        DROP SCHEMA IF EXISTS shape CASCADE; CREATE SCHEMA shape; SET maintenance_work_mem = '512MB';
        CREATE TABLE shape.meeting1 AS TABLE city.meeting; ALTER TABLE shape.meeting1 ADD PRIMARY KEY (id); CREATE INDEX ON shape.meeting1 (organization_id, held_on);
        CREATE TABLE shape.meeting2 AS TABLE city.meeting; ALTER TABLE shape.meeting2 ADD PRIMARY KEY (id); CREATE INDEX ON shape.meeting2 (organization_id, held_on);
        CREATE TABLE shape.meeting3 AS TABLE city.meeting; ALTER TABLE shape.meeting3 ADD PRIMARY KEY (id); CREATE INDEX ON shape.meeting3 (organization_id, held_on);
        CREATE TABLE shape.meeting6 AS TABLE city.meeting; ALTER TABLE shape.meeting6 ADD PRIMARY KEY (id); CREATE INDEX ON shape.meeting6 (organization_id, held_on);
        CREATE TABLE shape.meeting4 AS SELECT m.*, a.people, a.statuses FROM city.meeting m
          JOIN (SELECT meeting_id, array_agg(person_id) AS people, array_agg(status) AS statuses FROM city.attendance GROUP BY meeting_id) a ON a.meeting_id = m.id ORDER BY m.id;
        ALTER TABLE shape.meeting4 ADD PRIMARY KEY (id); CREATE INDEX ON shape.meeting4 (organization_id, held_on);
        CREATE TABLE shape.meeting5 AS TABLE shape.meeting4; ALTER TABLE shape.meeting5 ADD PRIMARY KEY (id); CREATE INDEX ON shape.meeting5 (organization_id, held_on);
        CREATE INDEX ON shape.meeting5 USING gin (people);
        CREATE TABLE shape.attendance1 AS SELECT gen_random_uuid() AS id, a.* FROM city.attendance a;
        ALTER TABLE shape.attendance1 ADD PRIMARY KEY (id); CREATE INDEX ON shape.attendance1 (meeting_id); CREATE INDEX ON shape.attendance1 (person_id);
        ALTER TABLE shape.attendance1 ADD FOREIGN KEY (meeting_id) REFERENCES shape.meeting1 (id); ALTER TABLE shape.attendance1 ADD FOREIGN KEY (person_id) REFERENCES city.member (id);
        CREATE TABLE shape.attendance2 AS TABLE city.attendance; ALTER TABLE shape.attendance2 ADD PRIMARY KEY (meeting_id, person_id); CREATE INDEX ON shape.attendance2 (person_id);
        CREATE TABLE shape.attendance3 AS SELECT a.*, m.held_on FROM city.attendance a JOIN city.meeting m ON m.id = a.meeting_id;
        ALTER TABLE shape.attendance3 ADD PRIMARY KEY (meeting_id, person_id); CREATE INDEX ON shape.attendance3 (person_id, held_on);
        """;

    private static async Task<List<Run>> WritePostgres(Setting setting, int writers)
    {
        var lanes = await Open(setting.Postgres!, writers);
        const string Meeting = "(id, organization_id, kind, held_on, place, chair_id, recorded_at) VALUES ($1, $2, $3, $4, '活动室', $5, $6)";
        Side Shape(string name, int side, string sql, Func<Draft, NpgsqlParameter[]> more) => new(name, async (lane, number) =>
        {
            var draft = Draft.Of(setting.City, number, side);
            await lanes[lane].Command(sql, [Uuid(draft.Id), Uuid(draft.OrganizationId), Small((short)draft.Kind), Date(draft.HeldOn), Uuid(draft.People[0]), Instant(draft.RecordedAt), .. more(draft)]).ExecuteNonQueryAsync();
        });
        Side[] sides =
        [
            Shape(Composite, 2, $"WITH m AS (INSERT INTO shape.meeting2 {Meeting}) INSERT INTO shape.attendance2 SELECT $1, p, s FROM unnest($7, $8) AS r(p, s)", d => [Uuids(d.People), Smalls(d.Statuses)]),
            Shape(Surrogate, 1, $"WITH m AS (INSERT INTO shape.meeting1 {Meeting}) INSERT INTO shape.attendance1 SELECT i, $1, p, s FROM unnest($7, $8, $9) AS r(i, p, s)", d => [Uuids(Keys(setting, d)), Uuids(d.People), Smalls(d.Statuses)]),
            Shape(Dated, 3, $"WITH m AS (INSERT INTO shape.meeting3 {Meeting}) INSERT INTO shape.attendance3 SELECT $1, p, s, $4 FROM unnest($7, $8) AS r(p, s)", d => [Uuids(d.People), Smalls(d.Statuses)]),
            Shape(Arrays, 4, $"INSERT INTO shape.meeting4 {Meeting.Replace("recorded_at)", "recorded_at, people, statuses)").Replace("$6)", "$6, $7, $8)")}", d => [Uuids(d.People), Smalls(d.Statuses)]),
            Shape(Indexed, 5, $"INSERT INTO shape.meeting5 {Meeting.Replace("recorded_at)", "recorded_at, people, statuses)").Replace("$6)", "$6, $7, $8)")}", d => [Uuids(d.People), Smalls(d.Statuses)]),
            Shape(Alone, 6, $"INSERT INTO shape.meeting6 {Meeting}", _ => []),
        ];
        // The two settings write different meetings: the numbers of the second start where no run of the first came.
        var runs = await setting.OnPostgres("attendance-write").Over([.. sides.Select(s => s with { Work = (lane, n) => s.Work(lane, n + writers * 10_000_000L) })], writers);
        foreach (var lane in lanes) await lane.DisposeAsync();
        return runs;
    }

    private static Guid[] Keys(Setting setting, Draft draft)
    {
        var chance = setting.City.ChanceFor(Strand.Experiment, draft.RecordedAt.Ticks);
        var keys = new Guid[Draft.Size];
        for (var i = 0; i < keys.Length; i++) keys[i] = Chance.Id(chance.Next(), Strand.Experiment, 2_000_000_000 + draft.RecordedAt.Ticks / 10_000_000);
        return keys;
    }

    private static async Task<List<Run>> ReadPostgres(Setting setting)
    {
        var lanes = await Open(setting.Postgres!, 1);
        Side Shape(string name, string sql) => new(name, async (lane, number) =>
        {
            // As many people as are asked for in a busy hour: their pages are warm after the first round, on every side.
            var chance = setting.City.ChanceFor(Strand.Workload, number % 2000);
            var person = setting.City.MemberId((long)(chance.Fraction() * setting.City.MemberCount));
            await using var reader = await lanes[lane].Command(sql, [Uuid(person), Date(new(City.Year, 1, 1)), Date(new(City.Year, 12, 31))]).ExecuteReaderAsync();
            while (await reader.ReadAsync()) _ = (reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1), reader.GetInt16(2), reader.GetInt16(3));
        });
        string Join(int n) => $"SELECT m.id, m.held_on, m.kind, a.status FROM shape.attendance{n} a JOIN shape.meeting{n} m ON m.id = a.meeting_id WHERE a.person_id = $1 AND m.held_on BETWEEN $2 AND $3";
        string Contains(int n) => $"SELECT id, held_on, kind, statuses[array_position(people, $1)] FROM shape.meeting{n} WHERE people @> ARRAY[$1] AND held_on BETWEEN $2 AND $3";
        var runs = await setting.OnPostgres("attendance-read-person-year").Over(
        [
            Shape(Composite, Join(2)),
            Shape(Surrogate, Join(1)),
            Shape(Dated, "SELECT m.id, m.held_on, m.kind, a.status FROM shape.attendance3 a JOIN shape.meeting3 m ON m.id = a.meeting_id WHERE a.person_id = $1 AND a.held_on BETWEEN $2 AND $3"),
            Shape(Arrays, Contains(4)),
            Shape(Indexed, Contains(5)),
        ], 1);
        await lanes[0].DisposeAsync();
        return runs;
    }

    private const string PrepareSqlite = """
        CREATE TABLE member AS SELECT * FROM city.member; CREATE UNIQUE INDEX member_id ON member(id);
        CREATE TABLE meeting1(id BLOB PRIMARY KEY, organization_id BLOB, kind INTEGER, held_on INTEGER, place TEXT, chair_id BLOB, recorded_at INTEGER); INSERT INTO meeting1 SELECT * FROM city.meeting; CREATE INDEX m1 ON meeting1(organization_id, held_on);
        CREATE TABLE meeting2(id BLOB PRIMARY KEY, organization_id BLOB, kind INTEGER, held_on INTEGER, place TEXT, chair_id BLOB, recorded_at INTEGER); INSERT INTO meeting2 SELECT * FROM city.meeting; CREATE INDEX m2 ON meeting2(organization_id, held_on);
        CREATE TABLE meeting3(id BLOB PRIMARY KEY, organization_id BLOB, kind INTEGER, held_on INTEGER, place TEXT, chair_id BLOB, recorded_at INTEGER); INSERT INTO meeting3 SELECT * FROM city.meeting; CREATE INDEX m3 ON meeting3(organization_id, held_on);
        CREATE TABLE meeting6(id BLOB PRIMARY KEY, organization_id BLOB, kind INTEGER, held_on INTEGER, place TEXT, chair_id BLOB, recorded_at INTEGER); INSERT INTO meeting6 SELECT * FROM city.meeting; CREATE INDEX m6 ON meeting6(organization_id, held_on);
        CREATE TABLE meeting7(id BLOB PRIMARY KEY, organization_id BLOB, kind INTEGER, held_on INTEGER, place TEXT, chair_id BLOB, recorded_at INTEGER); INSERT INTO meeting7 SELECT * FROM city.meeting; CREATE INDEX m7 ON meeting7(organization_id, held_on);
        CREATE TABLE meeting4(id BLOB PRIMARY KEY, organization_id BLOB, kind INTEGER, held_on INTEGER, place TEXT, chair_id BLOB, recorded_at INTEGER, roll BLOB);
        INSERT INTO meeting4 SELECT m.*, (SELECT unhex(group_concat(hex(person_id) || '0' || status, '')) FROM city.attendance a WHERE a.meeting_id = m.id) FROM city.meeting m; CREATE INDEX m4 ON meeting4(organization_id, held_on);
        CREATE TABLE attendance1(id BLOB PRIMARY KEY, meeting_id BLOB REFERENCES meeting1(id), person_id BLOB REFERENCES member(id), status INTEGER);
        INSERT INTO attendance1 SELECT CAST(unhex(printf('%016X', 111475000000000000 + row_number() OVER ())) || randomblob(8) AS BLOB), a.* FROM city.attendance a; CREATE INDEX a1m ON attendance1(meeting_id); CREATE INDEX a1p ON attendance1(person_id);
        CREATE TABLE attendance2(meeting_id BLOB, person_id BLOB, status INTEGER, PRIMARY KEY(meeting_id, person_id)) WITHOUT ROWID; INSERT INTO attendance2 SELECT * FROM city.attendance; CREATE INDEX a2p ON attendance2(person_id);
        CREATE TABLE attendance7(meeting_id BLOB, person_id BLOB, status INTEGER, PRIMARY KEY(meeting_id, person_id)); INSERT INTO attendance7 SELECT * FROM city.attendance; CREATE INDEX a7p ON attendance7(person_id);
        CREATE TABLE attendance3(meeting_id BLOB, person_id BLOB, status INTEGER, held_on INTEGER, PRIMARY KEY(meeting_id, person_id)) WITHOUT ROWID;
        INSERT INTO attendance3 SELECT a.*, (SELECT held_on FROM city.meeting m WHERE m.id = a.meeting_id) FROM city.attendance a; CREATE INDEX a3p ON attendance3(person_id, held_on);
        ANALYZE;
        """;

    private static async Task<List<Run>> WriteSqlite(Setting setting, string file)
    {
        using var lane = new SqliteLane(file);
        Side Shape(string name, int side, Action<Draft, byte[]> rows, Func<Draft, object?> roll) => new(name, (_, number) =>
        {
            var draft = Draft.Of(setting.City, number, side);
            var id = SqliteCity.Bytes(draft.Id);
            lane.Run("BEGIN IMMEDIATE");
            object[] meeting = [id, SqliteCity.Bytes(draft.OrganizationId), (int)draft.Kind, SqliteCity.Day(draft.HeldOn), "活动室", SqliteCity.Bytes(draft.People[0]), SqliteCity.Instant(draft.RecordedAt)];
            if (roll(draft) is { } packed) lane.Run($"INSERT INTO meeting{side} VALUES($0, $1, $2, $3, $4, $5, $6, $7)", [.. meeting, packed]);
            else lane.Run($"INSERT INTO meeting{side} VALUES($0, $1, $2, $3, $4, $5, $6)", meeting);
            rows(draft, id);
            lane.Run("COMMIT");
            return ValueTask.CompletedTask;
        });
        void Each(Draft draft, Action<int, byte[]> row)
        {
            for (var i = 0; i < Draft.Size; i++) row(i, SqliteCity.Bytes(draft.People[i]));
        }

        return await setting.OnSqlite("attendance-write").Over(
        [
            Shape(Composite, 2, (d, id) => Each(d, (i, person) => lane.Run("INSERT INTO attendance2 VALUES($0, $1, $2)", id, person, d.Statuses[i])), _ => null),
            Shape(WithRowId, 7, (d, id) => Each(d, (i, person) => lane.Run("INSERT INTO attendance7 VALUES($0, $1, $2)", id, person, d.Statuses[i])), _ => null),
            Shape(Surrogate, 1, (d, id) =>
            {
                var keys = Keys(setting, d);
                Each(d, (i, person) => lane.Run("INSERT INTO attendance1 VALUES($0, $1, $2, $3)", SqliteCity.Bytes(keys[i]), id, person, d.Statuses[i]));
            }, _ => null),
            Shape(Dated, 3, (d, id) => Each(d, (i, person) => lane.Run("INSERT INTO attendance3 VALUES($0, $1, $2, $3)", id, person, d.Statuses[i], SqliteCity.Day(d.HeldOn))), _ => null),
            Shape(Arrays, 4, (_, _) => { }, d => Pack(d)),
            Shape(Alone, 6, (_, _) => { }, _ => null),
        ], 1);
    }

    private static byte[] Pack(Draft draft)
    {
        var packed = new byte[Draft.Size * 17];
        for (var i = 0; i < Draft.Size; i++)
        {
            draft.People[i].TryWriteBytes(packed.AsSpan(i * 17), bigEndian: true, out _);
            packed[i * 17 + 16] = (byte)draft.Statuses[i];
        }

        return packed;
    }

    private static async Task<List<Run>> ReadSqlite(Setting setting, string file)
    {
        using var lane = new SqliteLane(file);
        Side Shape(string name, string sql) => new(name, (_, number) =>
        {
            // As many people as are asked for in a busy hour: their pages are warm after the first round, on every side.
            var chance = setting.City.ChanceFor(Strand.Workload, number % 2000);
            var person = setting.City.MemberId((long)(chance.Fraction() * setting.City.MemberCount));
            using var reader = lane.Command(sql, SqliteCity.Bytes(person), City.Year * 10000, City.Year * 10000 + 1231).ExecuteReader();
            while (reader.Read())
            {
                reader.GetFieldValue<byte[]>(0);
                reader.GetInt32(1);
                reader.GetInt32(2);
                reader.GetInt32(3);
            }

            return ValueTask.CompletedTask;
        });
        string Join(int n) => $"SELECT m.id, m.held_on, m.kind, a.status FROM attendance{n} a JOIN meeting{n} m ON m.id = a.meeting_id WHERE a.person_id = $0 AND m.held_on BETWEEN $1 AND $2";
        return await setting.OnSqlite("attendance-read-person-year").Over(
        [
            Shape(Composite, Join(2)),
            Shape(WithRowId, Join(7)),
            Shape(Surrogate, Join(1)),
            Shape(Dated, "SELECT m.id, m.held_on, m.kind, a.status FROM attendance3 a JOIN meeting3 m ON m.id = a.meeting_id WHERE a.person_id = $0 AND a.held_on BETWEEN $1 AND $2"),
            Shape(Arrays, "SELECT id, held_on, kind, (instr(roll, $0) - 1) / 17 FROM meeting4 WHERE instr(roll, $0) > 0 AND held_on BETWEEN $1 AND $2"),
        ], 1);
    }
}
