using System.Globalization;
using System.Text;
using Npgsql;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Databases;
using PartyOrg.Benchmarks.Measuring;
using static PartyOrg.Benchmarks.Databases.PostgresLane;

namespace PartyOrg.Benchmarks.Shapes;

/// <summary>How the thirty rows of a roll reach the database: in one statement, or in thirty.</summary>
internal static class ChildRowStatements
{
    public static async Task<List<Run>> Measure(Setting setting)
    {
        var runs = new List<Run>();
        if (setting.Postgres is { } connectionString)
        {
            await using var admin = await Open(connectionString);
            await admin.Execute("""
                DROP SCHEMA IF EXISTS shape CASCADE; CREATE SCHEMA shape;
                CREATE TABLE shape.attendance AS TABLE city.attendance; ALTER TABLE shape.attendance ADD PRIMARY KEY (meeting_id, person_id); CREATE INDEX ON shape.attendance (person_id);
                """);
            await admin.Execute("VACUUM (ANALYZE) shape.attendance");
            await admin.Execute("CHECKPOINT");
            runs.AddRange(Report.Print(await Postgres(setting)));
            await admin.Execute("DROP SCHEMA shape CASCADE");
        }

        if (setting.Sqlite is { } file)
        {
            using var shapes = new ShapeFile(file, """
                CREATE TABLE attendance(meeting_id BLOB, person_id BLOB, status INTEGER, PRIMARY KEY(meeting_id, person_id)) WITHOUT ROWID;
                INSERT INTO attendance SELECT * FROM city.attendance; CREATE INDEX attendance_person ON attendance(person_id); ANALYZE;
                """);
            runs.AddRange(Report.Print(await Sqlite(setting, shapes.Path)));
        }

        return runs;
    }

    private static async Task<List<Run>> Postgres(Setting setting)
    {
        await using var lane = await Open(setting.Postgres!);
        const string Row = "INSERT INTO shape.attendance VALUES ($1, $2, $3)";
        var values = "INSERT INTO shape.attendance VALUES " + string.Join(", ", Enumerable.Range(0, Draft.Size).Select(i => $"($1, ${2 * i + 2}, ${2 * i + 3})"));
        Side Of(string name, int side, Func<Draft, Task> write) => new(name, async (_, number) => await write(Draft.Of(setting.City, number, side)));
        return await setting.OnPostgres("child-rows").Over(
        [
            Of("one statement over arrays", 1, d => lane.Command("INSERT INTO shape.attendance SELECT $1, p, s FROM unnest($2, $3) AS r(p, s)", Uuid(d.Id), Uuids(d.People), Smalls(d.Statuses)).ExecuteNonQueryAsync()),
            Of("one statement over JSON", 5, d => lane.Command("INSERT INTO shape.attendance SELECT $1, (r->>0)::uuid, (r->>1)::smallint FROM jsonb_array_elements($2) AS r", Uuid(d.Id), PostgresLane.Of(Json(d, hyphens: true), NpgsqlTypes.NpgsqlDbType.Jsonb)).ExecuteNonQueryAsync()),
            Of("one statement, a row of values each", 2, d =>
            {
                var parameters = new List<NpgsqlParameter> { Uuid(d.Id) };
                for (var i = 0; i < Draft.Size; i++)
                {
                    parameters.Add(Uuid(d.People[i]));
                    parameters.Add(Small(d.Statuses[i]));
                }

                return lane.Command(values, parameters.ToArray()).ExecuteNonQueryAsync();
            }),
            Of("a statement per row, one round trip", 3, async d =>
            {
                await using var batch = new NpgsqlBatch(lane.Connection);
                for (var i = 0; i < Draft.Size; i++) batch.BatchCommands.Add(new(Row) { Parameters = { Uuid(d.Id), Uuid(d.People[i]), Small(d.Statuses[i]) } });
                await batch.ExecuteNonQueryAsync();
            }),
            Of("a statement and a round trip per row", 4, async d =>
            {
                await using var transaction = await lane.Connection.BeginTransactionAsync();
                for (var i = 0; i < Draft.Size; i++) await lane.Command(Row, Uuid(d.Id), Uuid(d.People[i]), Small(d.Statuses[i])).ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }),
        ], 1);
    }

    private static async Task<List<Run>> Sqlite(Setting setting, string file)
    {
        using var lane = new SqliteLane(file);
        var values = "INSERT INTO attendance VALUES " + string.Join(", ", Enumerable.Range(0, Draft.Size).Select(i => $"($0, ${2 * i + 1}, ${2 * i + 2})"));
        Side Of(string name, int side, Action<Draft, byte[]> write) => new(name, (_, number) =>
        {
            var draft = Draft.Of(setting.City, number, side);
            lane.Run("BEGIN IMMEDIATE");
            write(draft, SqliteCity.Bytes(draft.Id));
            lane.Run("COMMIT");
            return ValueTask.CompletedTask;
        });
        return await setting.OnSqlite("child-rows").Over(
        [
            Of("one statement over JSON", 1, (d, id) => lane.Run("INSERT INTO attendance SELECT $0, unhex(value->>0), value->>1 FROM json_each($1)", id, Json(d, hyphens: false))),
            Of("one statement, a row of values each", 2, (d, id) =>
            {
                var parameters = new object[1 + 2 * Draft.Size];
                parameters[0] = id;
                for (var i = 0; i < Draft.Size; i++) (parameters[2 * i + 1], parameters[2 * i + 2]) = (SqliteCity.Bytes(d.People[i]), d.Statuses[i]);
                lane.Run(values, parameters);
            }),
            Of("a prepared statement per row", 3, (d, id) =>
            {
                for (var i = 0; i < Draft.Size; i++) lane.Run("INSERT INTO attendance VALUES($0, $1, $2)", id, SqliteCity.Bytes(d.People[i]), d.Statuses[i]);
            }),
            Of("a statement per row, compiled each time", 4, (d, id) =>
            {
                for (var i = 0; i < Draft.Size; i++)
                {
                    using var command = lane.Connection.CreateCommand();
                    command.CommandText = "INSERT INTO attendance VALUES($0, $1, $2)";
                    command.Parameters.AddWithValue("$0", id);
                    command.Parameters.AddWithValue("$1", SqliteCity.Bytes(d.People[i]));
                    command.Parameters.AddWithValue("$2", d.Statuses[i]);
                    command.ExecuteNonQuery();
                }
            }),
        ], 1);
    }

    private static string Json(Draft draft, bool hyphens)
    {
        var json = new StringBuilder("[");
        for (var i = 0; i < Draft.Size; i++)
        {
            if (i > 0) json.Append(',');
            json.Append(CultureInfo.InvariantCulture, $"[\"{draft.People[i].ToString(hyphens ? "D" : "N")}\",{draft.Statuses[i]}]");
        }

        return json.Append(']').ToString();
    }
}
