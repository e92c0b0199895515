using Microsoft.Data.Sqlite;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Databases;
using PartyOrg.Domain;
using PartyOrg.Domain.Names;

namespace PartyOrg.Benchmarks.Limit;

/// <summary>The limit on SQLite: prepared statements, two reading connections per core, one that writes.</summary>
internal sealed class SqliteLimit(string file, Ids ids, TimeProvider time) : ILimitStore
{
    private readonly Lanes<SqliteLane> readers = new(SqliteLane.Open(file, 2 * Environment.ProcessorCount));
    private readonly Lanes<SqliteLane> writer = new(SqliteLane.Open(file, 1));
    private readonly RightsCache cache = new();

    private const string MemberColumns = "m.id, m.name, m.name_key, m.male, m.born_on, m.joined_on, m.formal, m.organization_id, o.name, m.group_id, m.version";
    private const string MemberFrom = "FROM member m JOIN organization o ON o.id = m.organization_id WHERE m.id = $0";
    private const string SessionFrom = "FROM session s JOIN account a ON a.id = s.account_id AND NOT a.disabled";
    private const string SessionValid = "s.revoked_at IS NULL AND s.expires_at > $2";
    private const string RolesOf = "JOIN role_assignment r ON r.account_id = a.id AND r.from_on <= $1 AND (r.to_on IS NULL OR r.to_on >= $1) JOIN organization ro ON ro.id = r.organization_id";
    private const string Rights = $"SELECT a.rights_version, ro.path {SessionFrom} {RolesOf} WHERE s.id = $0 AND {SessionValid}";

    public ValueTask<MemberAnswer?> Member(Guid id) => Reading(lane =>
    {
        using var reader = lane.Command($"SELECT {MemberColumns} {MemberFrom}", SqliteCity.Bytes(id)).ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    });

    public ValueTask<MemberAnswer?> Member(Guid id, Guid session, RightsReading reading) => Reading(lane =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (today, instant) = (SqliteCity.Day(DateOnly.FromDateTime(now)), SqliteCity.Instant(now));
        switch (reading)
        {
            // There is no round trip to save in the process: the two readings are one here.
            case RightsReading.Before or RightsReading.OneRoundTrip:
            {
                var (_, paths) = RightsOf(lane, session, today, instant);
                using var reader = lane.Command($"SELECT {MemberColumns}, o.path {MemberFrom}", SqliteCity.Bytes(id)).ExecuteReader();
                return reader.Read() && RightsCache.Covers(paths, reader.GetString(11)) ? Read(reader) : null;
            }

            case RightsReading.Composed:
            {
                const string Scope = $"AND EXISTS (SELECT 1 {SessionFrom} {RolesOf} WHERE s.id = $3 AND {SessionValid} AND (o.path = ro.path OR o.path >= ro.path || '.' AND o.path < ro.path || '/'))";
                using var reader = lane.Command($"SELECT {MemberColumns} {MemberFrom} {Scope}", SqliteCity.Bytes(id), today, instant, SqliteCity.Bytes(session)).ExecuteReader();
                return reader.Read() ? Read(reader) : null;
            }

            case RightsReading.CachedByVersion:
            {
                MemberAnswer answer;
                string path;
                int version;
                const string Version = $"(SELECT a.rights_version {SessionFrom} WHERE s.id = $1 AND {SessionValid})";
                using (var reader = lane.Command($"SELECT {MemberColumns}, o.path, {Version} {MemberFrom}", SqliteCity.Bytes(id), SqliteCity.Bytes(session), instant).ExecuteReader())
                {
                    if (!reader.Read() || reader.IsDBNull(12)) return null;
                    (answer, path, version) = (Read(reader), reader.GetString(11), reader.GetInt32(12));
                }

                if (!cache.TryGet(session, version, out var paths))
                {
                    (version, paths) = RightsOf(lane, session, today, instant);
                    cache.Set(session, version, paths);
                }

                return RightsCache.Covers(paths, path) ? answer : null;
            }

            default:
            {
                using var reader = lane.Command($"SELECT {MemberColumns} {MemberFrom}", SqliteCity.Bytes(id)).ExecuteReader();
                return reader.Read() ? Read(reader) : null;
            }
        }
    });

    public ValueTask<List<MemberLine>> Members(string prefix, (string NameKey, Guid Id)? after, int limit) => Reading(lane =>
    {
        const string Columns = "SELECT id, name, name_key, male, joined_on, organization_id FROM member WHERE name_key >= $0 AND name_key < $1 AND name >= $2 AND name < $3";
        const string Order = "ORDER BY name_key, id LIMIT $4";
        var key = PinyinKey.PrefixOf(prefix);
        var command = after is { } last
            ? lane.Command($"{Columns} AND (name_key, id) > ($5, $6) {Order}", key, PostgresLimit.After(key), prefix, PostgresLimit.After(prefix), limit, last.NameKey, SqliteCity.Bytes(last.Id))
            : lane.Command($"{Columns} {Order}", key, PostgresLimit.After(key), prefix, PostgresLimit.After(prefix), limit);
        var lines = new List<MemberLine>(limit);
        using var reader = command.ExecuteReader();
        while (reader.Read()) lines.Add(new(Id(reader, 0), reader.GetString(1), reader.GetString(2), Sex(reader.GetInt32(3)), SqliteCity.Day(reader.GetInt32(4)), Id(reader, 5)));
        return lines;
    });

    public async ValueTask Record(Guid id, NewMeeting meeting) => await Writing(lane =>
    {
        var key = SqliteCity.Bytes(id);
        lane.Run("INSERT INTO meeting VALUES($0, $1, $2, $3, $4, $5, $6)", key, SqliteCity.Bytes(meeting.OrganizationId), (int)Words.Kind(meeting.Kind), SqliteCity.Day(meeting.HeldOn), meeting.Place,
            SqliteCity.Bytes(meeting.ChairId), SqliteCity.Instant(time.GetUtcNow().UtcDateTime));
        foreach (var attendance in meeting.Attendances) lane.Run("INSERT INTO attendance VALUES($0, $1, $2)", key, SqliteCity.Bytes(attendance.PersonId), (int)Words.Status(attendance.Status));
        return 1;
    });

    public ValueTask<MeetingAnswer?> Meeting(Guid id) => Reading(lane =>
    {
        var roll = new List<AttendanceLine>();
        MeetingAnswer? meeting = null;
        using var reader = lane.Command(
            "SELECT m.organization_id, m.kind, m.held_on, m.place, m.chair_id, a.person_id, a.status FROM meeting m JOIN attendance a ON a.meeting_id = m.id WHERE m.id = $0 ORDER BY a.person_id", SqliteCity.Bytes(id)).ExecuteReader();
        while (reader.Read())
        {
            meeting ??= new(id, Id(reader, 0), Words.Of((MeetingKind)reader.GetInt16(1)), SqliteCity.Day(reader.GetInt32(2)), reader.GetString(3), Id(reader, 4), roll);
            roll.Add(new(Id(reader, 5), Words.Of((AttendanceStatus)reader.GetInt16(6))));
        }

        return meeting;
    });

    public ValueTask<DutiesAnswer?> Duties(Guid organization, bool withGroups, int year, DateOnly asOf) => Reading(lane =>
    {
        const string Committee = "EXISTS (SELECT 1 FROM post p WHERE p.organization_id = o.id AND p.office >= 3 AND p.to_on IS NULL)";
        const string Meetings = $"SELECT o.id, o.type, o.established_on, {Committee}, m.id, m.kind, m.held_on FROM organization o LEFT JOIN meeting m ON m.organization_id = o.id AND m.held_on BETWEEN $1 AND $2";
        using var reader = lane.Command(
            withGroups ? $"{Meetings} WHERE o.id = $0 OR (o.parent_id = $0 AND o.type = 6) ORDER BY o.path, m.held_on, m.id" : $"{Meetings} WHERE o.id = $0 ORDER BY m.held_on, m.id",
            SqliteCity.Bytes(organization), year * 10000 + 101, EndOf(year, asOf)).ExecuteReader();
        var fold = new YearOfDuties.OfSubjects(year, asOf);
        while (reader.Read())
        {
            fold.Add(Id(reader, 0), new((OrganizationType)reader.GetInt16(1), reader.GetInt32(3) == 1, SqliteCity.Day(reader.GetInt32(2))),
                reader.IsDBNull(4) ? null : new(Id(reader, 4), (MeetingKind)reader.GetInt16(5), SqliteCity.Day(reader.GetInt32(6))));
        }

        return fold.Lines() is { } lines ? new DutiesAnswer(organization, asOf, lines) : null;
    });

    public ValueTask<ComplianceAnswer?> Compliance(Guid organization, int year, DateOnly asOf) => Reading(lane =>
    {
        var path = (string?)lane.Command("SELECT path FROM organization WHERE id = $0", SqliteCity.Bytes(organization)).ExecuteScalar();
        if (path is null) return null;
        var fold = new YearOfDuties.RollUp(year, asOf);
        using var reader = lane.Command("""
            SELECT o.type, o.established_on, EXISTS (SELECT 1 FROM post p WHERE p.organization_id = o.id AND p.office >= 3 AND p.to_on IS NULL),
              (SELECT sum(DISTINCT 1 << (m.kind - 1) * 12 + m.held_on / 100 % 100 - 1) FROM meeting m WHERE m.organization_id = o.id AND m.held_on BETWEEN $2 AND $3)
            FROM organization o WHERE o.path >= $0 AND o.path < $1
            """, path, path + "/", year * 10000 + 101, EndOf(year, asOf)).ExecuteReader();
        while (reader.Read())
        {
            fold.Add(new((OrganizationType)reader.GetInt16(0), reader.GetInt32(2) == 1, SqliteCity.Day(reader.GetInt32(1))), reader.IsDBNull(3) ? 0 : reader.GetInt64(3));
        }

        return new ComplianceAnswer(organization, asOf, fold.Counts());
    });

    public ValueTask<int> Import(IReadOnlyList<RegisterRow> rows) => Writing(lane =>
    {
        var written = 0;
        foreach (var row in rows)
        {
            written += lane.Command(
                "INSERT INTO member(id, organization_id, name, name_key, male, born_on, joined_on, formal, phone) SELECT $0, id, $2, $3, $4, $5, $6, $7, '' FROM organization WHERE code = $1",
                SqliteCity.Bytes(ids.New()), row.OrganizationCode, row.Name, row.NameKey, row.Male ? 1 : 0, SqliteCity.Day(row.BornOn), SqliteCity.Day(row.JoinedOn), row.Formal ? 1 : 0).ExecuteNonQuery();
        }

        return written == rows.Count ? written : throw new FormatException("a row names an organization that does not exist");
    });

    private ValueTask<T> Reading<T>(Func<SqliteLane, T> work) => readers.Use(lane => ValueTask.FromResult(work(lane)));

    private ValueTask<int> Writing(Func<SqliteLane, int> work) => writer.Use(lane =>
    {
        lane.Run("BEGIN IMMEDIATE");
        try
        {
            var result = work(lane);
            lane.Run("COMMIT");
            return ValueTask.FromResult(result);
        }
        catch
        {
            lane.Run("ROLLBACK");
            throw;
        }
    });

    private static (int Version, string[] Paths) RightsOf(SqliteLane lane, Guid session, int today, long instant)
    {
        using var reader = lane.Command(Rights, SqliteCity.Bytes(session), today, instant).ExecuteReader();
        var (version, paths) = (0, new List<string>(1));
        while (reader.Read())
        {
            version = reader.GetInt32(0);
            paths.Add(reader.GetString(1));
        }

        return (version, [.. paths]);
    }

    private static MemberAnswer Read(SqliteDataReader reader) => new(
        Id(reader, 0), reader.GetString(1), reader.GetString(2), Sex(reader.GetInt32(3)), SqliteCity.Day(reader.GetInt32(4)), SqliteCity.Day(reader.GetInt32(5)),
        reader.GetInt32(6) == 1 ? "formal" : "probationary", Id(reader, 7), reader.GetString(8), reader.IsDBNull(9) ? null : Id(reader, 9), reader.GetInt32(10));

    private static Guid Id(SqliteDataReader reader, int column) => SqliteCity.Id(reader.GetFieldValue<byte[]>(column));

    private static string Sex(int male) => male == 1 ? "male" : "female";

    private static int EndOf(int year, DateOnly asOf) => Math.Min(SqliteCity.Day(asOf), year * 10000 + 1231);
}
