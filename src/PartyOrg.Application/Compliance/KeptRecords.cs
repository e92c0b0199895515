using Microsoft.Extensions.Caching.Memory;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.Compliance;

/// <summary>Which records of one organization and its Party groups.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Asked">The evidence that can matter.</param>
/// <param name="Catalog">The rules that were known: other rules ask for other facts.</param>
internal sealed record RecordsAsked(Id<Organization> Organization, EvidenceAsked Asked, RuleCatalog Catalog);

/// <summary>What decides whether records still hold; the database names it in every request.</summary>
/// <param name="Register">The version of the register as a whole.</param>
/// <param name="Entries">How many entries the audit chains of the organization and its Party groups have together.</param>
internal readonly record struct RecordsVersion(long Register, long Entries);

/// <summary>What duties of single organizations were judged by before. Nobody relies on it before the database has named its version.</summary>
public sealed class KeptRecords : IDisposable
{
    // A fact takes some 300 bytes: 30 MB at most.
    private const int MostFacts = 100_000;
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(30);

    private static readonly Kept Nothing = new(default, null);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostFacts });

    /// <summary>Whether they were asked for before: what is asked once is not worth keeping, nor another statement.</summary>
    internal bool WereAskedFor(RecordsAsked asked)
    {
        if (kept.TryGetValue(asked, out _)) return true;
        Set(asked, Nothing, 1);
        return false;
    }

    internal DutyRecords? Of(RecordsAsked asked, RecordsVersion now) => kept.Get<Kept>(asked) is { Records: { } records } found && found.Version == now ? records : null;

    internal void Keep(RecordsAsked asked, RecordsVersion version, DutyRecords records, int facts) => Set(asked, new(version, records), facts + 1);

    private void Set(RecordsAsked asked, Kept what, int size) => kept.Set(asked, what, new MemoryCacheEntryOptions { Size = size, SlidingExpiration = Unused });

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    private sealed record Kept(RecordsVersion Version, DutyRecords? Records);
}
