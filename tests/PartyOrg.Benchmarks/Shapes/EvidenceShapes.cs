using System.Buffers.Binary;
using Npgsql;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Databases;
using PartyOrg.Benchmarks.Measuring;
using static PartyOrg.Benchmarks.Databases.PostgresLane;

namespace PartyOrg.Benchmarks.Shapes;

/// <summary>
/// Evidence counted from the meetings themselves, from a ledger, or from a projection (subject × kind × year with the days as bytes):
/// what each adds to the durable write of a meeting of thirty, and what the sweep over the city's year costs.
/// </summary>
internal static class EvidenceShapes
{
    public static async Task<List<Run>> Measure(Setting setting)
    {
        var runs = new List<Run>();
        if (setting.Postgres is { } connectionString)
        {
            await using var admin = await Open(connectionString);
            await admin.Execute(PreparePostgres);
            await admin.Execute("VACUUM (ANALYZE)");
            await admin.Execute("CHECKPOINT");
            runs.AddRange(Report.Print(await SweepPostgres(setting)));
            foreach (var writers in setting.Writers) runs.AddRange(Report.Print(await WritePostgres(setting, writers)));
            await admin.Execute("DROP SCHEMA shape CASCADE");
        }

        if (setting.Sqlite is { } file)
        {
            using var shapes = new ShapeFile(file, PrepareSqlite);
            runs.AddRange(Report.Print(await SweepSqlite(setting, shapes.Path)));
            runs.AddRange(Report.Print(await WriteSqlite(setting, shapes.Path)));
        }

        return runs;
    }

    private const string PreparePostgres = """
        DROP SCHEMA IF EXISTS shape CASCADE; CREATE SCHEMA shape; SET maintenance_work_mem = '512MB';
        CREATE TABLE shape.meeting AS TABLE city.meeting; ALTER TABLE shape.meeting ADD PRIMARY KEY (id); CREATE INDEX ON shape.meeting (organization_id, held_on);
        CREATE TABLE shape.attendance AS TABLE city.attendance; ALTER TABLE shape.attendance ADD PRIMARY KEY (meeting_id, person_id); CREATE INDEX ON shape.attendance (person_id);
        CREATE TABLE shape.evidence(id uuid NOT NULL, subject_id uuid NOT NULL, kind smallint NOT NULL, occurred_on date NOT NULL, recorded_at timestamptz NOT NULL, voided_at timestamptz, source_id uuid NOT NULL);
        INSERT INTO shape.evidence SELECT gen_random_uuid(), organization_id, kind, held_on, recorded_at, NULL, id FROM city.meeting;
        ALTER TABLE shape.evidence ADD PRIMARY KEY (id); CREATE INDEX ON shape.evidence (subject_id, kind, occurred_on) INCLUDE (voided_at);
        CREATE TABLE shape.projection(subject_id uuid NOT NULL, kind smallint NOT NULL, year smallint NOT NULL, days bytea NOT NULL) WITH (fillfactor = 80);
        INSERT INTO shape.projection SELECT subject_id, kind, extract(year FROM occurred_on)::int2, string_agg(int2send(extract(doy FROM occurred_on)::int2), ''::bytea ORDER BY occurred_on) FROM shape.evidence GROUP BY 1, 2, 3;
        ALTER TABLE shape.projection ADD PRIMARY KEY (subject_id, kind, year);
        CREATE TABLE shape.year(subject_id uuid NOT NULL, year smallint NOT NULL, pieces bytea NOT NULL) WITH (fillfactor = 80);
        INSERT INTO shape.year SELECT subject_id, extract(year FROM occurred_on)::int2, string_agg(int2send(kind) || int2send(extract(doy FROM occurred_on)::int2), ''::bytea ORDER BY occurred_on) FROM shape.evidence GROUP BY 1, 2;
        ALTER TABLE shape.year ADD PRIMARY KEY (subject_id, year);
        """;

    private const string PrepareSqlite = """
        CREATE TABLE organization AS SELECT * FROM city.organization; CREATE UNIQUE INDEX organization_id ON organization(id);
        CREATE TABLE post AS SELECT * FROM city.post; CREATE INDEX post_organization ON post(organization_id);
        CREATE TABLE meeting(id BLOB PRIMARY KEY, organization_id BLOB, kind INTEGER, held_on INTEGER, place TEXT, chair_id BLOB, recorded_at INTEGER) WITHOUT ROWID; INSERT INTO meeting SELECT * FROM city.meeting;
        CREATE INDEX meeting_organization ON meeting(organization_id, held_on, kind);
        CREATE TABLE attendance(meeting_id BLOB, person_id BLOB, status INTEGER, PRIMARY KEY(meeting_id, person_id)) WITHOUT ROWID; INSERT INTO attendance SELECT * FROM city.attendance; CREATE INDEX attendance_person ON attendance(person_id);
        CREATE TABLE evidence(id BLOB PRIMARY KEY, subject_id BLOB, kind INTEGER, occurred_on INTEGER, recorded_at INTEGER, voided_at INTEGER, source_id BLOB) WITHOUT ROWID;
        INSERT INTO evidence SELECT randomblob(16), organization_id, kind, held_on, recorded_at, NULL, id FROM city.meeting; CREATE INDEX evidence_subject ON evidence(subject_id, kind, occurred_on, voided_at);
        CREATE TABLE projection(subject_id BLOB, kind INTEGER, year INTEGER, days BLOB, PRIMARY KEY(subject_id, kind, year)) WITHOUT ROWID;
        INSERT INTO projection SELECT subject_id, kind, occurred_on / 10000, unhex(group_concat(printf('%04X', occurred_on % 10000), '')) FROM evidence GROUP BY 1, 2, 3;
        CREATE TABLE year(subject_id BLOB, year INTEGER, pieces BLOB, PRIMARY KEY(subject_id, year)) WITHOUT ROWID;
        INSERT INTO year SELECT subject_id, occurred_on / 10000, unhex(group_concat(printf('%04X%04X', kind, occurred_on % 10000), '')) FROM evidence GROUP BY 1, 2; ANALYZE;
        """;

    private const string PostgresSubjects = "SELECT o.id, o.type, o.established_on, EXISTS (SELECT 1 FROM city.post p WHERE p.organization_id = o.id AND p.office >= 3 AND p.to_on IS NULL) FROM city.organization o";

    private const string SqliteSubjects = "SELECT o.id, o.type, o.established_on, EXISTS (SELECT 1 FROM post p WHERE p.organization_id = o.id AND p.office >= 3 AND p.to_on IS NULL) FROM organization o";

    private sealed class Masks
    {
        public int Group, Committee, General, Class;

        public void Add(int kind, int months)
        {
            switch (kind)
            {
                case 1: Group |= months; break;
                case 2: Committee |= months; break;
                case 3: General |= months; break;
                default: Class |= months; break;
            }
        }
    }

    private static string Fold(Dictionary<Guid, (SubjectOfYear Subject, Masks Masks)> subjects)
    {
        var fold = new YearFold();
        foreach (var (subject, masks) in subjects.Values) fold.Add(subject, masks.Group, masks.Committee, masks.General, masks.Class);
        return fold.ToString();
    }

    private static int MonthsOf(ReadOnlySpan<byte> days, bool ordinal)
    {
        var months = 0;
        for (var i = 0; i + 1 < days.Length; i += 2)
        {
            var day = BinaryPrimitives.ReadInt16BigEndian(days[i..]);
            months |= 1 << (ordinal ? new DateOnly(City.Year, 1, 1).AddDays(day - 1).Month : day / 100) - 1;
        }

        return months;
    }

    /// <summary>The masks of a subject's year from pieces of four bytes: kind, day.</summary>
    private static void Fold(YearFold fold, SubjectOfYear subject, ReadOnlySpan<byte> pieces, bool ordinal)
    {
        Span<int> months = stackalloc int[5];
        for (var i = 0; i + 3 < pieces.Length; i += 4) months[BinaryPrimitives.ReadInt16BigEndian(pieces[i..])] |= MonthsOf(pieces.Slice(i + 2, 2), ordinal);
        fold.Add(subject, months[1], months[2], months[3], months[4]);
    }

    /// <summary>Every side must say the same of the city, else its time means nothing.</summary>
    private sealed class Agreement
    {
        private string? said;

        public void Check(string name, string answer)
        {
            if (said is null) Console.WriteLine($"met, overdue, not applicable per rule: {answer}");
            if (answer != (said ??= answer)) throw new InvalidOperationException($"'{name}' says {answer}, the others {said}");
        }
    }

    private static async Task<List<Run>> SweepPostgres(Setting setting)
    {
        await using var lane = await Open(setting.Postgres!);
        var agreement = new Agreement();
        Side Of(string name, string sql, Action<NpgsqlDataReader, Masks> add) => new(name, async (_, _) =>
        {
            var subjects = new Dictionary<Guid, (SubjectOfYear, Masks)>(50_000);
            await using (var reader = await lane.Command(PostgresSubjects).ExecuteReaderAsync())
            {
                while (reader.Read()) subjects.Add(reader.GetGuid(0), (new((OrganizationType)reader.GetInt16(1), reader.GetBoolean(3), reader.GetFieldValue<DateOnly>(2)), new()));
            }

            await using (var reader = await lane.Command(sql).ExecuteReaderAsync())
            {
                while (reader.Read()) add(reader, subjects[reader.GetGuid(0)].Item2);
            }

            agreement.Check(name, Fold(subjects));
        });
        const string Year = "BETWEEN '2025-01-01' AND '2025-12-31'";
        var cached = new Dictionary<Guid, (SubjectOfYear Subject, Masks Masks)>();
        var projected = Of("the projection", "SELECT subject_id, kind, days FROM shape.projection WHERE year = 2025", (r, m) => m.Add(r.GetInt16(1), MonthsOf(r.GetFieldValue<byte[]>(2), ordinal: true)));
        return await setting.OnPostgres("evidence-sweep").Over(
        [
            Of("meetings, grouped in the database", $"SELECT organization_id, kind, bit_or(1 << date_part('month', held_on)::int - 1) FROM shape.meeting WHERE held_on {Year} GROUP BY 1, 2", (r, m) => m.Add(r.GetInt16(1), r.GetInt32(2))),
            Of("meetings, every row read", $"SELECT organization_id, kind, held_on FROM shape.meeting WHERE held_on {Year}", (r, m) => m.Add(r.GetInt16(1), 1 << r.GetFieldValue<DateOnly>(2).Month - 1)),
            Of("the ledger, grouped in the database", $"SELECT subject_id, kind, bit_or(1 << date_part('month', occurred_on)::int - 1) FROM shape.evidence WHERE occurred_on {Year} AND voided_at IS NULL GROUP BY 1, 2", (r, m) => m.Add(r.GetInt16(1), r.GetInt32(2))),
            projected,
            new("the projection, read with its subject", async (_, _) =>
            {
                var fold = new YearFold();
                (Guid Id, SubjectOfYear Subject, Masks Masks)? open = null;
                await using (var reader = await lane.Command(PostgresSubjects.Replace(" FROM city.organization o", ", p.kind, p.days FROM city.organization o LEFT JOIN shape.projection p ON p.subject_id = o.id AND p.year = 2025 ORDER BY o.id", StringComparison.Ordinal)).ExecuteReaderAsync())
                {
                    while (reader.Read())
                    {
                        var id = reader.GetGuid(0);
                        if (open?.Id != id)
                        {
                            Close();
                            open = (id, new((OrganizationType)reader.GetInt16(1), reader.GetBoolean(3), reader.GetFieldValue<DateOnly>(2)), new());
                        }

                        if (!reader.IsDBNull(4)) open!.Value.Masks.Add(reader.GetInt16(4), MonthsOf(reader.GetFieldValue<byte[]>(5), ordinal: true));
                    }
                }

                Close();
                agreement.Check("joined", fold.ToString());

                void Close()
                {
                    if (open is { } done) fold.Add(done.Subject, done.Masks.Group, done.Masks.Committee, done.Masks.General, done.Masks.Class);
                }
            }),
            new("one row per subject and year, read with it", async (_, _) =>
            {
                var fold = new YearFold();
                await using (var reader = await lane.Command("""
                    SELECT o.type, o.established_on, p.organization_id IS NOT NULL, y.pieces FROM city.organization o LEFT JOIN shape.year y ON y.subject_id = o.id AND y.year = 2025
                    LEFT JOIN (SELECT DISTINCT organization_id FROM city.post WHERE office >= 3 AND to_on IS NULL) p ON p.organization_id = o.id
                    """).ExecuteReaderAsync())
                {
                    while (reader.Read())
                    {
                        Fold(fold, new((OrganizationType)reader.GetInt16(0), reader.GetBoolean(2), reader.GetFieldValue<DateOnly>(1)), reader.IsDBNull(3) ? [] : reader.GetFieldValue<byte[]>(3), ordinal: true);
                    }
                }

                agreement.Check("year", fold.ToString());
            }),
            new("the projection, held in the process", async (_, _) =>
            {
                if (cached.Count == 0) await FillAsync();
                agreement.Check("cache", Fold(cached));
            }),
        ], 1, most: 200);

        async Task FillAsync()
        {
            await using (var reader = await lane.Command(PostgresSubjects).ExecuteReaderAsync())
            {
                while (reader.Read()) cached.Add(reader.GetGuid(0), (new((OrganizationType)reader.GetInt16(1), reader.GetBoolean(3), reader.GetFieldValue<DateOnly>(2)), new()));
            }

            await using (var reader = await lane.Command("SELECT subject_id, kind, days FROM shape.projection WHERE year = 2025").ExecuteReaderAsync())
            {
                while (reader.Read()) cached[reader.GetGuid(0)].Masks.Add(reader.GetInt16(1), MonthsOf(reader.GetFieldValue<byte[]>(2), ordinal: true));
            }
        }
    }

    private static async Task<List<Run>> WritePostgres(Setting setting, int writers)
    {
        var lanes = await Open(setting.Postgres!, writers);
        const string Meeting = "INSERT INTO shape.meeting VALUES ($1, $2, $3, $4, '活动室', $5, $6)";
        const string Roll = "INSERT INTO shape.attendance SELECT $1, p, s FROM unnest($2, $3) AS r(p, s)";
        const string Evidence = "INSERT INTO shape.evidence VALUES ($1, $2, $3, $4, $5, NULL, $6)";
        NpgsqlBatchCommand[] Written(Draft d) =>
        [
            new(Meeting) { Parameters = { Uuid(d.Id), Uuid(d.OrganizationId), Small((short)d.Kind), Date(d.HeldOn), Uuid(d.People[0]), Instant(d.RecordedAt) } },
            new(Roll) { Parameters = { Uuid(d.Id), Uuids(d.People), Smalls(d.Statuses) } },
        ];
        NpgsqlBatchCommand Ledger(Draft d) => new(Evidence) { Parameters = { Uuid(d.Id), Uuid(d.OrganizationId), Small((short)d.Kind), Date(d.HeldOn), Instant(d.RecordedAt), Uuid(d.Id) } };
        static byte[] Day(Draft d)
        {
            var day = new byte[2];
            BinaryPrimitives.WriteInt16BigEndian(day, (short)d.HeldOn.DayOfYear);
            return day;
        }

        async Task Send(int lane, params NpgsqlBatchCommand[] commands)
        {
            await using var batch = new NpgsqlBatch(lanes[lane].Connection);
            foreach (var command in commands) batch.BatchCommands.Add(command);
            await batch.ExecuteNonQueryAsync();
        }

        Side Of(string name, int side, Func<int, Draft, Task> write) => new(name, async (lane, number) => await write(lane, Draft.Of(setting.City, number + writers * 10_000_000L, side)));
        var runs = await setting.OnPostgres("evidence-write").Over(
        [
            Of("meeting and roll", 1, (lane, d) => Send(lane, Written(d))),
            Of("with the ledger", 2, (lane, d) => Send(lane, [.. Written(d), Ledger(d)])),
            Of("with ledger and projection, one upsert", 3, (lane, d) => Send(lane, [.. Written(d), Ledger(d), new("INSERT INTO shape.projection VALUES ($1, $2, $3, $4) ON CONFLICT (subject_id, kind, year) DO UPDATE SET days = shape.projection.days || excluded.days")
            {
                Parameters = { Uuid(d.OrganizationId), Small((short)d.Kind), Small((short)d.HeldOn.Year), Bytes(Day(d)) },
            }])),
            Of("with ledger and projection, read and written", 4, async (lane, d) =>
            {
                await using var transaction = await lanes[lane].Connection.BeginTransactionAsync();
                var days = (byte[]?)await lanes[lane].Command("SELECT days FROM shape.projection WHERE subject_id = $1 AND kind = $2 AND year = $3 FOR UPDATE", Uuid(d.OrganizationId), Small((short)d.Kind), Small((short)d.HeldOn.Year)).ExecuteScalarAsync();
                NpgsqlBatchCommand projection = days is null
                    ? new("INSERT INTO shape.projection VALUES ($1, $2, $3, $4) ON CONFLICT (subject_id, kind, year) DO UPDATE SET days = shape.projection.days || excluded.days")
                    : new("UPDATE shape.projection SET days = $4 WHERE subject_id = $1 AND kind = $2 AND year = $3");
                foreach (var parameter in (NpgsqlParameter[])[Uuid(d.OrganizationId), Small((short)d.Kind), Small((short)d.HeldOn.Year), Bytes([.. days ?? [], .. Day(d)])]) projection.Parameters.Add(parameter);
                await Send(lane, [.. Written(d), Ledger(d), projection]);
                await transaction.CommitAsync();
            }),
        ], writers);
        foreach (var lane in lanes) await lane.DisposeAsync();
        return runs;
    }

    private static async Task<List<Run>> SweepSqlite(Setting setting, string file)
    {
        using var lane = new SqliteLane(file);
        var agreement = new Agreement();
        void Subjects(Dictionary<Guid, (SubjectOfYear, Masks)> subjects)
        {
            using var reader = lane.Command(SqliteSubjects).ExecuteReader();
            while (reader.Read()) subjects.Add(SqliteCity.Id(reader.GetFieldValue<byte[]>(0)), (new((OrganizationType)reader.GetInt16(1), reader.GetInt32(3) == 1, SqliteCity.Day(reader.GetInt32(2))), new()));
        }

        void Add(Dictionary<Guid, (SubjectOfYear, Masks Masks)> subjects, string sql, Action<Microsoft.Data.Sqlite.SqliteDataReader, Masks> add)
        {
            using var reader = lane.Command(sql).ExecuteReader();
            while (reader.Read()) add(reader, subjects[SqliteCity.Id(reader.GetFieldValue<byte[]>(0))].Masks);
        }

        Side Of(string name, string sql, Action<Microsoft.Data.Sqlite.SqliteDataReader, Masks> add) => new(name, (_, _) =>
        {
            var subjects = new Dictionary<Guid, (SubjectOfYear, Masks)>(50_000);
            Subjects(subjects);
            Add(subjects, sql, add);
            agreement.Check(name, Fold(subjects));
            return ValueTask.CompletedTask;
        });
        const string Projection = "SELECT subject_id, kind, days FROM projection WHERE year = 2025";
        var cached = new Dictionary<Guid, (SubjectOfYear, Masks)>();
        return await setting.OnSqlite("evidence-sweep").Over(
        [
            Of("meetings, grouped in the database", "SELECT organization_id, kind, sum(DISTINCT 1 << (held_on / 100 % 100) - 1) FROM meeting WHERE held_on BETWEEN 20250101 AND 20251231 GROUP BY 1, 2", (r, m) => m.Add(r.GetInt32(1), r.GetInt32(2))),
            Of("meetings, every row read", "SELECT organization_id, kind, held_on FROM meeting WHERE held_on BETWEEN 20250101 AND 20251231", (r, m) => m.Add(r.GetInt32(1), 1 << r.GetInt32(2) / 100 % 100 - 1)),
            Of("the ledger, grouped in the database", "SELECT subject_id, kind, sum(DISTINCT 1 << (occurred_on / 100 % 100) - 1) FROM evidence WHERE occurred_on BETWEEN 20250101 AND 20251231 AND voided_at IS NULL GROUP BY 1, 2", (r, m) => m.Add(r.GetInt32(1), r.GetInt32(2))),
            Of("the projection", Projection, (r, m) => m.Add(r.GetInt32(1), MonthsOf(r.GetFieldValue<byte[]>(2), ordinal: false))),
            new("one row per subject and year, read with it", (_, _) =>
            {
                var fold = new YearFold();
                using (var reader = lane.Command(SqliteSubjects.Replace(" FROM organization o", ", y.pieces FROM organization o LEFT JOIN year y ON y.subject_id = o.id AND y.year = 2025", StringComparison.Ordinal).Replace("SELECT o.id, ", "SELECT ", StringComparison.Ordinal)).ExecuteReader())
                {
                    while (reader.Read())
                    {
                        Fold(fold, new((OrganizationType)reader.GetInt16(0), reader.GetInt32(2) == 1, SqliteCity.Day(reader.GetInt32(1))), reader.IsDBNull(3) ? [] : reader.GetFieldValue<byte[]>(3), ordinal: false);
                    }
                }

                agreement.Check("year", fold.ToString());
                return ValueTask.CompletedTask;
            }),
            new("the projection, held in the process", (_, _) =>
            {
                if (cached.Count == 0)
                {
                    Subjects(cached);
                    Add(cached, Projection, (r, m) => m.Add(r.GetInt32(1), MonthsOf(r.GetFieldValue<byte[]>(2), ordinal: false)));
                }

                agreement.Check("cache", Fold(cached));
                return ValueTask.CompletedTask;
            }),
        ], 1, most: 200);
    }

    private static async Task<List<Run>> WriteSqlite(Setting setting, string file)
    {
        using var lane = new SqliteLane(file);
        Side Of(string name, int side, Action<Draft, byte[], byte[]> more) => new(name, (_, number) =>
        {
            var draft = Draft.Of(setting.City, number, side);
            var (id, organization) = (SqliteCity.Bytes(draft.Id), SqliteCity.Bytes(draft.OrganizationId));
            lane.Run("BEGIN IMMEDIATE");
            lane.Run("INSERT INTO meeting VALUES($0, $1, $2, $3, $4, $5, $6)", id, organization, (int)draft.Kind, SqliteCity.Day(draft.HeldOn), "活动室", SqliteCity.Bytes(draft.People[0]), SqliteCity.Instant(draft.RecordedAt));
            for (var i = 0; i < Draft.Size; i++) lane.Run("INSERT INTO attendance VALUES($0, $1, $2)", id, SqliteCity.Bytes(draft.People[i]), draft.Statuses[i]);
            more(draft, id, organization);
            lane.Run("COMMIT");
            return ValueTask.CompletedTask;
        });
        void Ledger(Draft d, byte[] id, byte[] organization) =>
            lane.Run("INSERT INTO evidence VALUES($0, $1, $2, $3, $4, NULL, $5)", id, organization, (int)d.Kind, SqliteCity.Day(d.HeldOn), SqliteCity.Instant(d.RecordedAt), id);
        static byte[] Day(Draft d)
        {
            var day = new byte[2];
            BinaryPrimitives.WriteInt16BigEndian(day, (short)(SqliteCity.Day(d.HeldOn) % 10000));
            return day;
        }

        return await setting.OnSqlite("evidence-write").Over(
        [
            Of("meeting and roll", 1, (_, _, _) => { }),
            Of("with the ledger", 2, Ledger),
            Of("with ledger and projection, one upsert", 3, (d, id, organization) =>
            {
                Ledger(d, id, organization);
                lane.Run("INSERT INTO projection VALUES($0, $1, $2, $3) ON CONFLICT DO UPDATE SET days = CAST(days || excluded.days AS BLOB)", organization, (int)d.Kind, d.HeldOn.Year, Day(d));
            }),
            Of("with ledger and projection, read and written", 4, (d, id, organization) =>
            {
                Ledger(d, id, organization);
                var days = (byte[]?)lane.Command("SELECT days FROM projection WHERE subject_id = $0 AND kind = $1 AND year = $2", organization, (int)d.Kind, d.HeldOn.Year).ExecuteScalar();
                lane.Run("INSERT OR REPLACE INTO projection VALUES($0, $1, $2, $3)", organization, (int)d.Kind, d.HeldOn.Year, (byte[])[.. days ?? [], .. Day(d)]);
            }),
        ], 1);
    }
}
