using Npgsql;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Databases;
using PartyOrg.Domain;
using PartyOrg.Domain.Names;
using static PartyOrg.Benchmarks.Databases.PostgresLane;

namespace PartyOrg.Benchmarks.Limit;

/// <summary>The limit on PostgreSQL: prepared statements on four connections per core.</summary>
internal sealed class PostgresLimit(PostgresLane[] connections, Ids ids, TimeProvider time) : ILimitStore
{
    private readonly Lanes<PostgresLane> lanes = new(connections);
    private readonly RightsCache cache = new();

    private const string MemberColumns = "m.id, m.name, m.name_key, m.male, m.born_on, m.joined_on, m.formal, m.organization_id, o.name, m.group_id, m.version";
    private const string MemberFrom = "FROM city.member m JOIN city.organization o ON o.id = m.organization_id WHERE m.id = $1";
    private const string SessionFrom = "FROM city.session s JOIN city.account a ON a.id = s.account_id AND NOT a.disabled";
    private const string SessionValid = "s.revoked_at IS NULL AND s.expires_at > $3";
    private const string RolesOf = "JOIN city.role_assignment r ON r.account_id = a.id AND r.from_on <= $2 AND (r.to_on IS NULL OR r.to_on >= $2) JOIN city.organization ro ON ro.id = r.organization_id";
    private const string Rights = $"SELECT a.rights_version, ro.path {SessionFrom} {RolesOf} WHERE s.id = $1 AND {SessionValid}";

    public static async Task<PostgresLimit> Open(string connectionString, Ids ids, TimeProvider time) =>
        new(await PostgresLane.Open(connectionString, 4 * Environment.ProcessorCount), ids, time);

    public ValueTask<MemberAnswer?> Member(Guid id) => lanes.Use(async lane =>
    {
        await using var reader = await lane.Command($"SELECT {MemberColumns} {MemberFrom}", Uuid(id)).ExecuteReaderAsync();
        return await reader.ReadAsync() ? Read(reader) : null;
    });

    public ValueTask<MemberAnswer?> Member(Guid id, Guid session, RightsReading reading) => lanes.Use(async lane =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        switch (reading)
        {
            case RightsReading.Before:
            {
                var (_, paths) = await RightsOf(lane, session, today, now);
                const string Scope = "AND EXISTS (SELECT 1 FROM unnest($2) p WHERE o.path = p OR o.path >= p || '.' AND o.path < p || '/')";
                await using var reader = await lane.Command($"SELECT {MemberColumns} {MemberFrom} {Scope}", Uuid(id), Of(paths, NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text)).ExecuteReaderAsync();
                return await reader.ReadAsync() ? Read(reader) : null;
            }

            case RightsReading.OneRoundTrip:
            {
                await using var batch = new NpgsqlBatch(lane.Connection)
                {
                    BatchCommands =
                    {
                        new(Rights) { Parameters = { Uuid(session), Date(today), Instant(now) } },
                        new($"SELECT {MemberColumns}, o.path {MemberFrom}") { Parameters = { Uuid(id) } },
                    },
                };
                await using var reader = await batch.ExecuteReaderAsync();
                var paths = new List<string>(1);
                while (await reader.ReadAsync()) paths.Add(reader.GetString(1));
                await reader.NextResultAsync();
                return await reader.ReadAsync() && RightsCache.Covers(paths, reader.GetString(11)) ? Read(reader) : null;
            }

            case RightsReading.Composed:
            {
                const string Scope = $"AND EXISTS (SELECT 1 {SessionFrom} {RolesOf} WHERE s.id = $4 AND {SessionValid} AND (o.path = ro.path OR o.path >= ro.path || '.' AND o.path < ro.path || '/'))";
                await using var reader = await lane.Command($"SELECT {MemberColumns} {MemberFrom} {Scope}", Uuid(id), Date(today), Instant(now), Uuid(session)).ExecuteReaderAsync();
                return await reader.ReadAsync() ? Read(reader) : null;
            }

            case RightsReading.CachedByVersion:
            {
                MemberAnswer? answer = null;
                string path;
                int version;
                const string Version = $"(SELECT a.rights_version {SessionFrom} WHERE s.id = $2 AND {SessionValid})";
                await using (var reader = await lane.Command($"SELECT {MemberColumns}, o.path, {Version} {MemberFrom}", Uuid(id), Uuid(session), Instant(now)).ExecuteReaderAsync())
                {
                    if (!await reader.ReadAsync() || reader.IsDBNull(12)) return null;
                    (answer, path, version) = (Read(reader), reader.GetString(11), reader.GetInt32(12));
                }

                if (!cache.TryGet(session, version, out var paths))
                {
                    (version, paths) = await RightsOf(lane, session, today, now);
                    cache.Set(session, version, paths);
                }

                return RightsCache.Covers(paths, path) ? answer : null;
            }

            default:
            {
                await using var reader = await lane.Command($"SELECT {MemberColumns} {MemberFrom}", Uuid(id)).ExecuteReaderAsync();
                return await reader.ReadAsync() ? Read(reader) : null;
            }
        }
    });

    public ValueTask<List<MemberLine>> Members(string prefix, (string NameKey, Guid Id)? after, int limit) => lanes.Use(async lane =>
    {
        const string Columns = "SELECT id, name, name_key, male, joined_on, organization_id FROM city.member WHERE name_key >= $1 AND name_key < $2 AND name >= $3 AND name < $4";
        const string Order = "ORDER BY name_key, id LIMIT $5";
        var end = Of((short)limit, NpgsqlTypes.NpgsqlDbType.Smallint);
        var key = PinyinKey.PrefixOf(prefix);
        var command = after is { } last
            ? lane.Command($"{Columns} AND (name_key, id) > ($6, $7) {Order}", Text(key), Text(After(key)), Text(prefix), Text(After(prefix)), end, Text(last.NameKey), Uuid(last.Id))
            : lane.Command($"{Columns} {Order}", Text(key), Text(After(key)), Text(prefix), Text(After(prefix)), end);
        var lines = new List<MemberLine>(limit);
        await using var reader = await command.ExecuteReaderAsync();
        while (reader.Read()) lines.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), Sex(reader.GetBoolean(3)), reader.GetFieldValue<DateOnly>(4), reader.GetGuid(5)));
        return lines;
    });

    public async ValueTask Record(Guid id, NewMeeting meeting) => await lanes.Use(async lane =>
    {
        var people = new Guid[meeting.Attendances.Length];
        var statuses = new short[people.Length];
        for (var i = 0; i < people.Length; i++) (people[i], statuses[i]) = (meeting.Attendances[i].PersonId, (short)Words.Status(meeting.Attendances[i].Status));
        return await lane.Command(
            "WITH m AS (INSERT INTO city.meeting VALUES ($1, $2, $3, $4, $5, $6, $7)) INSERT INTO city.attendance SELECT $1, p, s FROM unnest($8, $9) AS r(p, s)",
            Uuid(id), Uuid(meeting.OrganizationId), Small((short)Words.Kind(meeting.Kind)), Date(meeting.HeldOn), Text(meeting.Place), Uuid(meeting.ChairId),
            Instant(time.GetUtcNow().UtcDateTime), Uuids(people), Smalls(statuses)).ExecuteNonQueryAsync();
    });

    public ValueTask<MeetingAnswer?> Meeting(Guid id) => lanes.Use(async lane =>
    {
        var roll = new List<AttendanceLine>();
        MeetingAnswer? meeting = null;
        await using var reader = await lane.Command(
            "SELECT m.organization_id, m.kind, m.held_on, m.place, m.chair_id, a.person_id, a.status FROM city.meeting m JOIN city.attendance a ON a.meeting_id = m.id WHERE m.id = $1 ORDER BY a.person_id", Uuid(id)).ExecuteReaderAsync();
        while (reader.Read())
        {
            meeting ??= new(id, reader.GetGuid(0), Words.Of((MeetingKind)reader.GetInt16(1)), reader.GetFieldValue<DateOnly>(2), reader.GetString(3), reader.GetGuid(4), roll);
            roll.Add(new(reader.GetGuid(5), Words.Of((AttendanceStatus)reader.GetInt16(6))));
        }

        return meeting;
    });

    public ValueTask<DutiesAnswer?> Duties(Guid organization, bool withGroups, int year, DateOnly asOf) => lanes.Use(async lane =>
    {
        const string Committee = "EXISTS (SELECT 1 FROM city.post p WHERE p.organization_id = o.id AND p.office >= 3 AND p.to_on IS NULL)";
        const string Meetings = $"SELECT o.id, o.type, o.established_on, {Committee}, m.id, m.kind, m.held_on FROM city.organization o LEFT JOIN city.meeting m ON m.organization_id = o.id AND m.held_on BETWEEN $2 AND $3";
        await using var reader = await lane.Command(
            withGroups ? $"{Meetings} WHERE o.id = $1 OR (o.parent_id = $1 AND o.type = 6) ORDER BY o.path, m.held_on, m.id" : $"{Meetings} WHERE o.id = $1 ORDER BY m.held_on, m.id",
            Uuid(organization), Date(new(year, 1, 1)), Date(EndOf(year, asOf))).ExecuteReaderAsync();
        var fold = new YearOfDuties.OfSubjects(year, asOf);
        while (reader.Read())
        {
            fold.Add(reader.GetGuid(0), new((OrganizationType)reader.GetInt16(1), reader.GetBoolean(3), reader.GetFieldValue<DateOnly>(2)),
                reader.IsDBNull(4) ? null : new(reader.GetGuid(4), (MeetingKind)reader.GetInt16(5), reader.GetFieldValue<DateOnly>(6)));
        }

        return fold.Lines() is { } lines ? new DutiesAnswer(organization, asOf, lines) : null;
    });

    public ValueTask<ComplianceAnswer?> Compliance(Guid organization, int year, DateOnly asOf) => lanes.Use(async lane =>
    {
        var path = (string?)await lane.Command("SELECT path FROM city.organization WHERE id = $1", Uuid(organization)).ExecuteScalarAsync();
        if (path is null) return null;
        var fold = new YearOfDuties.RollUp(year, asOf);
        await using var reader = await lane.Command("""
            SELECT o.type, o.established_on, p.organization_id IS NOT NULL, m.months
            FROM city.organization o
            LEFT JOIN (SELECT organization_id, bit_or(1::bigint << (kind - 1) * 12 + date_part('month', held_on)::int - 1) AS months FROM city.meeting WHERE held_on BETWEEN $3 AND $4 GROUP BY organization_id) m ON m.organization_id = o.id
            LEFT JOIN (SELECT DISTINCT organization_id FROM city.post WHERE office >= 3 AND to_on IS NULL) p ON p.organization_id = o.id
            WHERE o.path >= $1 AND o.path < $2
            """, Text(path), Text(path + "/"), Date(new(year, 1, 1)), Date(EndOf(year, asOf))).ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            fold.Add(new((OrganizationType)reader.GetInt16(0), reader.GetBoolean(2), reader.GetFieldValue<DateOnly>(1)), reader.IsDBNull(3) ? 0 : reader.GetInt64(3));
        }

        return new ComplianceAnswer(organization, asOf, fold.Counts());
    });

    public ValueTask<int> Import(IReadOnlyList<RegisterRow> rows) => lanes.Use(async lane =>
    {
        static NpgsqlParameter Texts(IEnumerable<string> values) => Of(values.ToArray(), NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text);
        static NpgsqlParameter Days(IEnumerable<DateOnly> values) => Of(values.ToArray(), NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Date);
        static NpgsqlParameter Flags(IEnumerable<bool> values) => Of(values.ToArray(), NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Boolean);
        await using var transaction = await lane.Connection.BeginTransactionAsync();
        var written = await lane.Command("""
            INSERT INTO city.member(id, organization_id, name, name_key, male, born_on, joined_on, formal, phone)
            SELECT r.id, o.id, r.name, r.name_key, r.male, r.born, r.joined, r.formal, '' FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS r(id, code, name, name_key, male, born, joined, formal)
            JOIN city.organization o ON o.code = r.code
            """, Uuids([.. rows.Select(_ => ids.New())]), Texts(rows.Select(r => r.OrganizationCode)), Texts(rows.Select(r => r.Name)), Texts(rows.Select(r => r.NameKey)),
            Flags(rows.Select(r => r.Male)), Days(rows.Select(r => r.BornOn)), Days(rows.Select(r => r.JoinedOn)), Flags(rows.Select(r => r.Formal))).ExecuteNonQueryAsync();
        if (written != rows.Count) throw new FormatException("a row names an organization that does not exist");
        await transaction.CommitAsync();
        return written;
    });

    private static async Task<(int Version, string[] Paths)> RightsOf(PostgresLane lane, Guid session, DateOnly today, DateTime now)
    {
        await using var reader = await lane.Command(Rights, Uuid(session), Date(today), Instant(now)).ExecuteReaderAsync();
        var (version, paths) = (0, new List<string>(1));
        while (await reader.ReadAsync())
        {
            version = reader.GetInt32(0);
            paths.Add(reader.GetString(1));
        }

        return (version, [.. paths]);
    }

    private static MemberAnswer Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), Sex(reader.GetBoolean(3)), reader.GetFieldValue<DateOnly>(4), reader.GetFieldValue<DateOnly>(5),
        reader.GetBoolean(6) ? "formal" : "probationary", reader.GetGuid(7), reader.GetString(8), reader.IsDBNull(9) ? null : reader.GetGuid(9), reader.GetInt32(10));

    private static string Sex(bool male) => male ? "male" : "female";

    private static DateOnly EndOf(int year, DateOnly asOf) => asOf < new DateOnly(year, 12, 31) ? asOf : new(year, 12, 31);

    /// <summary>The first text after all that begin with the prefix, in ordinal order.</summary>
    internal static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
