using System.Globalization;
using System.Threading.Channels;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Databases;
using PartyOrg.Benchmarks.Measuring;

namespace PartyOrg.Benchmarks.Shapes;

/// <summary>
/// What the one writer of SQLite pays for moving the log into the file more or less often, and what it gains when those who wait
/// are written in one transaction and flushed once.
/// </summary>
internal static class SqliteWrites
{
    public static async Task<List<Run>> Measure(Setting setting)
    {
        var runs = new List<Run>();
        if (setting.Sqlite is not { } file) return runs;
        using var shapes = new ShapeFile(file, """
            CREATE TABLE meeting(id BLOB PRIMARY KEY, organization_id BLOB, kind INTEGER, held_on INTEGER, place TEXT, chair_id BLOB, recorded_at INTEGER) WITHOUT ROWID; INSERT INTO meeting SELECT * FROM city.meeting;
            CREATE INDEX meeting_organization ON meeting(organization_id, held_on);
            CREATE TABLE attendance(meeting_id BLOB, person_id BLOB, status INTEGER, PRIMARY KEY(meeting_id, person_id)) WITHOUT ROWID; INSERT INTO attendance SELECT * FROM city.attendance;
            CREATE INDEX attendance_person ON attendance(person_id); ANALYZE;
            """);
        foreach (var writers in setting.Writers) runs.AddRange(Report.Print(await Write(setting, shapes.Path, writers)));
        return runs;
    }

    private static async Task<List<Run>> Write(Setting setting, string file, int writers)
    {
        (string Name, int Pages, bool Together)[] shapes =
        [
            ("checkpoint at 1,000 pages (4 MB)", 1000, false),
            ("checkpoint at 8,000 pages (32 MB)", 8000, false),
            ("checkpoint at 32,000 pages (128 MB)", 32000, false),
            ("at 8,000 pages, those who wait together", 8000, true),
        ];
        var lines = shapes.Select((shape, i) => new Line($"{file}.{i}", file, shape.Pages, shape.Together)).ToArray();
        try
        {
            return await setting.OnSqlite("sqlite-writes").Over(
                [.. shapes.Select((shape, i) => new Side(shape.Name, (_, number) => new(lines[i].Record(Draft.Of(setting.City, number + writers * 10_000_000L, i)))))], writers);
        }
        finally
        {
            foreach (var line in lines) await line.DisposeAsync();
        }
    }

    /// <summary>The one writer, before whom all others stand in line.</summary>
    private sealed class Line : IAsyncDisposable
    {
        private readonly Channel<(Draft Draft, TaskCompletionSource Done)> waiting = Channel.CreateUnbounded<(Draft, TaskCompletionSource)>();
        private readonly SqliteLane lane;
        private readonly Task writing;
        private readonly string path;

        public Line(string path, string copyOf, int pages, bool together)
        {
            File.Copy(copyOf, this.path = path, overwrite: true);
            lane = new(path);
            SqliteCity.Execute(lane.Connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint={pages}"));
            writing = Task.Run(() => Write(together));
        }

        public Task Record(Draft draft)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Writer.TryWrite((draft, done));
            return done.Task;
        }

        public async ValueTask DisposeAsync()
        {
            waiting.Writer.Complete();
            await writing;
            lane.Dispose();
            foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(path + suffix);
        }

        private async Task Write(bool together)
        {
            var batch = new List<TaskCompletionSource>();
            while (await waiting.Reader.WaitToReadAsync())
            {
                lane.Run("BEGIN IMMEDIATE");
                while ((together || batch.Count == 0) && waiting.Reader.TryRead(out var next))
                {
                    Insert(next.Draft);
                    batch.Add(next.Done);
                }

                lane.Run("COMMIT");
                foreach (var done in batch) done.SetResult();
                batch.Clear();
            }
        }

        private void Insert(Draft draft)
        {
            var id = SqliteCity.Bytes(draft.Id);
            lane.Run("INSERT INTO meeting VALUES($0, $1, $2, $3, $4, $5, $6)", id, SqliteCity.Bytes(draft.OrganizationId), (int)draft.Kind, SqliteCity.Day(draft.HeldOn), "活动室", SqliteCity.Bytes(draft.People[0]), SqliteCity.Instant(draft.RecordedAt));
            for (var i = 0; i < Draft.Size; i++) lane.Run("INSERT INTO attendance VALUES($0, $1, $2)", id, SqliteCity.Bytes(draft.People[i]), draft.Statuses[i]);
        }
    }
}
