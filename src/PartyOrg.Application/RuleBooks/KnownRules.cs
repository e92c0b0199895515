using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.RulePacks;
using PartyOrg.Domain;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.RulePacks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.RuleBooks;

/// <summary>
/// The rules, kinds of evidence and kinds of activity that this process knows: those that the product comes with, and those of every rule pack that was ever adopted. A pack's
/// text never changes, so what is known stays true; an adoption moves the version of everybody's rights, and whoever reads rights of a new version looks here for new packs first.
/// </summary>
public sealed partial class KnownRules(ILogger<KnownRules> log)
{
    private readonly Lock learning = new();
    private volatile Knowledge now = new(RuleCatalog.Embedded, ActivityKinds.Embedded, new HashSet<Id<RulePack>>(), 0);

    /// <summary>The books, rules and overlays.</summary>
    public RuleCatalog Catalog => now.Catalog;

    /// <summary>The kinds of activity.</summary>
    public ActivityKinds Kinds => now.Kinds;

    /// <summary>How many adopted packs this version of the product cannot read; the log names them.</summary>
    public int Unread => now.Unread;

    /// <summary>Takes in the packs that were adopted and are not known here yet.</summary>
    public async Task Learn(PartyOrgContext db, CancellationToken cancellation)
    {
        var adopted = await db.RulePacks.Where(p => p.AdoptedAt != null).Select(p => p.Id).ToListAsync(cancellation);
        var unknown = adopted.Where(p => !now.Packs.Contains(p)).ToList();
        if (unknown.Count == 0) return;

        var packs = await db.RulePacks.Where(p => unknown.Contains(p.Id)).OrderBy(p => p.AdoptedAt).AsNoTracking().ToListAsync(cancellation);
        lock (learning)
        {
            foreach (var pack in packs.Where(p => !now.Packs.Contains(p.Id))) now = With(now, pack);
        }
    }

    private Knowledge With(Knowledge known, RulePack pack)
    {
        HashSet<Id<RulePack>> packs = [.. known.Packs, pack.Id];
        var read = pack.Read(known.Catalog, known.Kinds);
        if (read.Succeeded && read.Value.AddedTo(known.Catalog) is var catalog) return new(catalog, ActivityKinds.Of([.. known.Kinds.All, .. read.Value.ActivityKinds], catalog).Value, packs, known.Unread);

        // It was well when it was adopted: a newer product has taken one of its names, or knows one of its words no longer. Whatever else is asked goes on.
        Unreadable(log, pack.Id.Value, string.Join(" ", read.Errors.Select(e => e.Message.En)));
        return known with { Packs = packs, Unread = known.Unread + 1 };
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The adopted rule pack {Pack} can no longer be read, and what it lays down is not judged: {Reasons}")]
    private static partial void Unreadable(ILogger logger, Guid pack, string reasons);

    private sealed record Knowledge(RuleCatalog Catalog, ActivityKinds Kinds, IReadOnlySet<Id<RulePack>> Packs, int Unread);
}

/// <summary>Whoever runs the product is told of a pack that it cannot read once it has started, and not when somebody first asks for duties.</summary>
internal sealed class LearnRulePacks(PartyOrgContext db, KnownRules known) : IChore
{
    public Task Do(CancellationToken cancellation) => known.Learn(db, cancellation);
}
