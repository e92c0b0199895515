using System.Security.Cryptography;
using System.Text;
using Npgsql;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Databases;
using PartyOrg.Benchmarks.Measuring;
using static PartyOrg.Benchmarks.Databases.PostgresLane;

namespace PartyOrg.Benchmarks.Shapes;

/// <summary>
/// What a hash-chained audit costs a durable write: no audit, one chain for all, and a chain per organization. The chain's head is locked
/// in the writer's own transaction by the statement that moves it on, so the lock is held until the commit is on the disk.
/// </summary>
internal static class AuditShapes
{
    public static async Task<List<Run>> Measure(Setting setting)
    {
        var runs = new List<Run>();
        if (setting.Postgres is { } connectionString)
        {
            await using var admin = await Open(connectionString);
            await admin.Execute("""
                DROP SCHEMA IF EXISTS shape CASCADE; CREATE SCHEMA shape;
                CREATE TABLE shape.meeting AS TABLE city.meeting; ALTER TABLE shape.meeting ADD PRIMARY KEY (id); CREATE INDEX ON shape.meeting (organization_id, held_on);
                CREATE TABLE shape.head(chain uuid PRIMARY KEY, sequence bigint NOT NULL, hash bytea NOT NULL) WITH (fillfactor = 50);
                INSERT INTO shape.head SELECT id, 0, '\x00'::bytea FROM city.organization UNION ALL SELECT '00000000-0000-0000-0000-000000000000', 0, '\x00'::bytea;
                CREATE TABLE shape.audit(chain uuid NOT NULL, sequence bigint NOT NULL, at timestamptz NOT NULL, entry bytea NOT NULL, hash bytea NOT NULL, PRIMARY KEY (chain, sequence));
                """);
            await admin.Execute("VACUUM (ANALYZE)");
            await admin.Execute("CHECKPOINT");
            foreach (var writers in setting.Writers) runs.AddRange(Report.Print(await Postgres(setting, writers)));
            await admin.Execute("DROP SCHEMA shape CASCADE");
        }

        if (setting.Sqlite is { } file)
        {
            using var shapes = new ShapeFile(file, """
                CREATE TABLE meeting(id BLOB PRIMARY KEY, organization_id BLOB, kind INTEGER, held_on INTEGER, place TEXT, chair_id BLOB, recorded_at INTEGER) WITHOUT ROWID; INSERT INTO meeting SELECT * FROM city.meeting;
                CREATE INDEX meeting_organization ON meeting(organization_id, held_on);
                CREATE TABLE head(chain BLOB PRIMARY KEY, sequence INTEGER NOT NULL, hash BLOB NOT NULL) WITHOUT ROWID; INSERT INTO head SELECT id, 0, x'00' FROM city.organization UNION ALL SELECT zeroblob(16), 0, x'00';
                CREATE TABLE audit(chain BLOB, sequence INTEGER, at INTEGER, entry BLOB, hash BLOB, PRIMARY KEY(chain, sequence)) WITHOUT ROWID; ANALYZE;
                """);
            foreach (var writers in setting.Writers) runs.AddRange(Report.Print(await Sqlite(setting, shapes.Path, writers)));
        }

        return runs;
    }

    private static byte[] Entry(Draft draft) => Encoding.UTF8.GetBytes(
        $$$"""{"operation":"recordMeeting","account":"{{{draft.People[0]}}}","subject":"{{{draft.Id}}}","organization":"{{{draft.OrganizationId}}}","at":"{{{draft.RecordedAt:O}}}","after":{"kind":"{{{draft.Kind}}}","heldOn":"{{{draft.HeldOn:O}}}","chair":"{{{draft.People[0]}}}","present":27,"onLeave":3}}""");

    private static async Task<List<Run>> Postgres(Setting setting, int writers)
    {
        var lanes = await Open(setting.Postgres!, writers);
        static NpgsqlBatchCommand Meeting(Draft d) => new("INSERT INTO shape.meeting VALUES ($1, $2, $3, $4, '活动室', $5, $6)")
        {
            Parameters = { Uuid(d.Id), Uuid(d.OrganizationId), Small((short)d.Kind), Date(d.HeldOn), Uuid(d.People[0]), Instant(d.RecordedAt) },
        };

        async Task Chained(int lane, Draft draft, Guid chain)
        {
            byte[] previous;
            long sequence;
            await using (var batch = new NpgsqlBatch(lanes[lane].Connection))
            {
                batch.BatchCommands.Add(new("BEGIN"));
                batch.BatchCommands.Add(Meeting(draft));
                batch.BatchCommands.Add(new("UPDATE shape.head SET sequence = sequence + 1 WHERE chain = $1 RETURNING sequence, hash") { Parameters = { Uuid(chain) } });
                await using var reader = await batch.ExecuteReaderAsync();
                await reader.ReadAsync();
                (sequence, previous) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
            }

            var entry = Entry(draft);
            var hash = SHA256.HashData([.. previous, .. entry]);
            await using (var batch = new NpgsqlBatch(lanes[lane].Connection))
            {
                batch.BatchCommands.Add(new("INSERT INTO shape.audit VALUES ($1, $2, $3, $4, $5)") { Parameters = { Uuid(chain), Long(sequence), Instant(draft.RecordedAt), Bytes(entry), Bytes(hash) } });
                batch.BatchCommands.Add(new("UPDATE shape.head SET hash = $2 WHERE chain = $1") { Parameters = { Uuid(chain), Bytes(hash) } });
                batch.BatchCommands.Add(new("COMMIT"));
                await batch.ExecuteNonQueryAsync();
            }
        }

        async Task HashedThere(int lane, Draft draft, Guid chain)
        {
            await using var batch = new NpgsqlBatch(lanes[lane].Connection);
            batch.BatchCommands.Add(Meeting(draft));
            batch.BatchCommands.Add(new("WITH h AS (UPDATE shape.head SET sequence = sequence + 1, hash = sha256(hash || $3) WHERE chain = $1 RETURNING sequence, hash) INSERT INTO shape.audit SELECT $1, sequence, $2, $3, hash FROM h")
            {
                Parameters = { Uuid(chain), Instant(draft.RecordedAt), Bytes(Entry(draft)) },
            });
            await batch.ExecuteNonQueryAsync();
        }

        Side Of(string name, int side, Func<int, Draft, Task> write) => new(name, async (lane, number) => await write(lane, Draft.Of(setting.City, number + writers * 10_000_000L, side)));
        var runs = await setting.OnPostgres("audit").Over(
        [
            Of("no audit", 1, async (lane, d) =>
            {
                await using var batch = new NpgsqlBatch(lanes[lane].Connection) { BatchCommands = { Meeting(d) } };
                await batch.ExecuteNonQueryAsync();
            }),
            Of("one chain for all", 2, (lane, d) => Chained(lane, d, Guid.Empty)),
            Of("one chain for all, hashed by the database", 3, (lane, d) => HashedThere(lane, d, Guid.Empty)),
            Of("a chain per organization", 4, (lane, d) => Chained(lane, d, d.OrganizationId)),
            Of("per organization, hashed by the database", 5, (lane, d) => HashedThere(lane, d, d.OrganizationId)),
        ], writers);
        foreach (var lane in lanes) await lane.DisposeAsync();
        return runs;
    }

    private static async Task<List<Run>> Sqlite(Setting setting, string file, int writers)
    {
        var lanes = SqliteLane.Open(file, writers);

        // SQLite has one writer: waiting in line in the process is fair, its own waiting is a back-off that starves.
        using var turn = new SemaphoreSlim(1);
        Side Of(string name, int side, Func<Draft, Guid?> chain) => new(name, async (number, work) =>
        {
            var lane = lanes[number];
            var draft = Draft.Of(setting.City, work + writers * 10_000_000L, side);
            var entry = Entry(draft);
            await turn.WaitAsync();
            try
            {
                lane.Run("BEGIN IMMEDIATE");
                lane.Run("INSERT INTO meeting VALUES($0, $1, $2, $3, $4, $5, $6)", SqliteCity.Bytes(draft.Id), SqliteCity.Bytes(draft.OrganizationId), (int)draft.Kind, SqliteCity.Day(draft.HeldOn), "活动室", SqliteCity.Bytes(draft.People[0]), SqliteCity.Instant(draft.RecordedAt));
                if (chain(draft) is { } of)
                {
                    var key = SqliteCity.Bytes(of);
                    byte[] previous;
                    long sequence;
                    using (var reader = lane.Command("UPDATE head SET sequence = sequence + 1 WHERE chain = $0 RETURNING sequence, hash", key).ExecuteReader())
                    {
                        reader.Read();
                        (sequence, previous) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
                    }

                    var hash = SHA256.HashData([.. previous, .. entry]);
                    lane.Run("INSERT INTO audit VALUES($0, $1, $2, $3, $4)", key, sequence, SqliteCity.Instant(draft.RecordedAt), entry, hash);
                    lane.Run("UPDATE head SET hash = $1 WHERE chain = $0", key, hash);
                }

                lane.Run("COMMIT");
            }
            finally
            {
                turn.Release();
            }
        });
        var runs = await setting.OnSqlite("audit").Over([Of("no audit", 1, _ => null), Of("one chain for all", 2, _ => Guid.Empty), Of("a chain per organization", 4, d => d.OrganizationId)], writers);
        foreach (var lane in lanes) lane.Dispose();
        return runs;
    }
}
