using PartyOrg.Benchmarks.Cities;

namespace PartyOrg.Benchmarks.Limit;

/// <summary>How the caller's rights reach the query that reads one member.</summary>
internal enum RightsReading
{
    None,
    Before,
    OneRoundTrip,
    Composed,
    CachedByVersion,
}

/// <summary>The hand-written statements of one database.</summary>
internal interface ILimitStore
{
    ValueTask<MemberAnswer?> Member(Guid id);

    ValueTask<MemberAnswer?> Member(Guid id, Guid session, RightsReading reading);

    ValueTask<List<MemberLine>> Members(string prefix, (string NameKey, Guid Id)? after, int limit);

    ValueTask Record(Guid id, NewMeeting meeting);

    ValueTask<MeetingAnswer?> Meeting(Guid id);

    ValueTask<DutiesAnswer?> Duties(Guid organization, bool withGroups, int year, DateOnly asOf);

    ValueTask<ComplianceAnswer?> Compliance(Guid organization, int year, DateOnly asOf);

    ValueTask<int> Import(IReadOnlyList<RegisterRow> rows);
}

/// <summary>A fixed number of connections, handed out one at a time.</summary>
internal sealed class Lanes<T>(IEnumerable<T> lanes)
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<T> free = new(lanes);
    private readonly SemaphoreSlim count = new(lanes.Count());

    public async ValueTask<TResult> Use<TResult>(Func<T, ValueTask<TResult>> work)
    {
        await count.WaitAsync();
        free.TryDequeue(out var lane);
        try
        {
            return await work(lane!);
        }
        finally
        {
            free.Enqueue(lane!);
            count.Release();
        }
    }
}

/// <summary>The caller's paths as last read, good for as long as the version stored with the account is the same.</summary>
internal sealed class RightsCache
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, (int Version, string[] Paths)> bySession = new();

    public bool TryGet(Guid session, int version, out string[] paths)
    {
        var found = bySession.TryGetValue(session, out var entry) && entry.Version == version;
        paths = entry.Paths ?? [];
        return found;
    }

    public void Set(Guid session, int version, string[] paths) => bySession[session] = (version, paths);

    public static bool Covers(IEnumerable<string> paths, string path) =>
        paths.Any(p => path.StartsWith(p, StringComparison.Ordinal) && (path.Length == p.Length || path[p.Length] == '.'));
}
