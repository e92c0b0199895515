using Microsoft.Extensions.Caching.Memory;
using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;

namespace PartyOrg.Application.Pipeline;

/// <summary>What a caller may do, as it was read.</summary>
/// <param name="Person">The registered person behind the account.</param>
/// <param name="Roles">Every role held on the day.</param>
/// <param name="Day">The civil date for which it was read: a role may end with it without anything being recorded.</param>
/// <param name="Version">The session's version of the rights at that moment.</param>
public sealed record ReadRights(Id<Person>? Person, IReadOnlyList<HeldRole> Roles, LocalDate Day, int Version);

/// <summary>Rights that were read for earlier requests. Nobody relies on them before the database has confirmed their version.</summary>
public sealed class KeptRights : IDisposable
{
    private const int MostSessions = 20_000;
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(30);

    private readonly MemoryCache sessions = new(new MemoryCacheOptions { SizeLimit = MostSessions });

    /// <summary>What was read for the session today; none when nothing was.</summary>
    public ReadRights? Of(Id<Session> session, LocalDate day) => sessions.TryGetValue(session, out ReadRights? kept) && kept!.Day == day ? kept : null;

    /// <summary>Keeps what was read.</summary>
    public void Keep(Id<Session> session, ReadRights rights) => sessions.Set(session, rights, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unused });

    /// <inheritdoc/>
    public void Dispose() => sessions.Dispose();
}
