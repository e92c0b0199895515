using Microsoft.Extensions.Caching.Memory;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Application.Compliance;

/// <summary>What decides whether a roll-up still holds; the database names it in every request.</summary>
/// <param name="Register">The version of the register as a whole.</param>
/// <param name="Entries">How many entries the audit chains of all organizations of the subtree have together. Chains only grow: where none has grown, nothing was changed.</param>
internal readonly record struct RollUpVersion(long Register, long Entries);

/// <summary>What was counted of one organization.</summary>
/// <param name="Entries">The length of its audit chain when it was counted.</param>
/// <param name="Duties">How many of its duties have which status; none where it has no duty. Organizations that stand alike share one.</param>
internal readonly record struct CountedSubject(long Entries, CountedDuties? Duties);

/// <summary>The answer to a question about a subtree, with what it was added up from.</summary>
/// <param name="Version">When it was counted.</param>
/// <param name="Paths">The subtree, and what has left it.</param>
/// <param name="Subjects">Every organization of them, or those that were counted before the time of a request was over.</param>
/// <param name="Answer">The answer; none as long as not all were counted.</param>
internal sealed record RollUp(RollUpVersion Version, IReadOnlyList<string> Paths, IReadOnlyDictionary<Guid, CountedSubject> Subjects, ComplianceAnswer? Answer);

/// <summary>Roll-ups that were asked for before. Nobody relies on one before the database has named its version.</summary>
/// <param name="mostSubjects">How many organizations are kept of all questions together: forty bytes each, and what they have counted. Two questions about fifty cities find room, or a hundred about one.</param>
public sealed class KeptRollUps(int mostSubjects = 4_000_000) : IDisposable
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(30);

    /// <summary>How many organizations are read at once where all of a subtree are counted.</summary>
    public int MostAtOnce { get; set; } = 2000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = mostSubjects });

    internal RollUp? Of(GetCompliance question, RuleCatalog catalog) => kept.Get<RollUp>((question, catalog));

    internal void Keep(GetCompliance question, RuleCatalog catalog, RollUp rollUp)
    {
        var room = new MemoryCacheEntryOptions { Size = rollUp.Subjects.Count + 1, SlidingExpiration = Unused };
        kept.Set((question, catalog), rollUp, room);
        if (Of(question, catalog) is not null) return;

        // What finds no room beside the others takes theirs: the cache would refuse it until they are forgotten.
        kept.Clear();
        kept.Set((question, catalog), rollUp, room);
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();
}
