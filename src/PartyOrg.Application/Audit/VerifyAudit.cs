using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Audit;

/// <summary>
/// Computes the audit's hashes anew and says where entries were altered, taken out, cut off at the end or put in, and whether the chains are still what
/// the seals have seen. With a seal that was kept elsewhere it is found even when chains and seals were all computed anew.
/// </summary>
/// <param name="Chain">Only this chain; all of them, and the seals, where it is left out.</param>
/// <param name="KnownSeal">A seal that was kept elsewhere.</param>
/// <example>{"knownSeal": {"number": 12, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}</example>
[AllowedTo(Role.AuditAdministrator)]
public sealed record VerifyAudit(Guid? Chain = null, KnownSeal? KnownSeal = null) : IQuery<AuditVerification>;

/// <summary>A seal as it was kept elsewhere.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">Its hash, 64 hexadecimal digits.</param>
public sealed record KnownSeal(long Number, string Hash);

/// <summary>What became of a verification.</summary>
/// <param name="At">When.</param>
/// <param name="Intact">Whether nothing was found.</param>
/// <param name="Chains">How many chains were walked.</param>
/// <param name="Entries">How many entries they have.</param>
/// <param name="Seals">How many seals were walked; none when one chain was asked for.</param>
/// <param name="Findings">The first 200 faults, chain by chain.</param>
/// <param name="Found">How many faults there are.</param>
public sealed record AuditVerification(Instant At, bool Intact, long Chains, long Entries, long Seals, IReadOnlyList<AuditFinding> Findings, int Found);

internal sealed class VerifyAuditValidator : AbstractValidator<VerifyAudit>
{
    public VerifyAuditValidator() => RuleFor(r => r.KnownSeal!.Hash).Must(IsHash).WithState(_ => AuditErrors.SealHashMalformed).When(r => r.KnownSeal is not null);

    private static bool IsHash(string text) => text.Length == AuditEntry.HashLength * 2 && text.All(char.IsAsciiHexDigit);
}

internal sealed class VerifyAuditHandler(PartyOrgContext db, Clock clock) : IHandler<VerifyAudit, AuditVerification>
{
    private const int MostShown = 200;

    public async Task<Result<AuditVerification>> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        var (chains, entries, seals) = (db.AuditChains.AsNoTracking(), db.AuditEntries.AsNoTracking(), db.SealedHeads.AsNoTracking());
        if (request.Chain is { } one)
        {
            (chains, entries, seals) = (chains.Where(c => c.Id == one), entries.Where(e => e.ChainId == one), seals.Where(h => h.ChainId == one));
            if (!await chains.AnyAsync(cancellationToken) && !await entries.AnyAsync(cancellationToken) && !await seals.AnyAsync(cancellationToken)) return AuditErrors.ChainNotFound.At("/chain");
        }

        // Chains only grow. What is read first is what must be there later: seals, then heads, then entries. Entries written meanwhile lie beyond
        // the heads that were read; whether they lie beyond the heads that there are is looked up at the end.
        var walk = await WalkSeals(request.KnownSeal, request.Chain is null, cancellationToken);
        var sealedHeads = await seals.Where(h => !db.SealedHeads.Any(later => later.ChainId == h.ChainId && later.Length > h.Length)).ToDictionaryAsync(h => h.ChainId, cancellationToken);
        var heads = await chains.ToDictionaryAsync(c => c.Id, cancellationToken);
        var (findings, walked, count) = await WalkChains(entries, heads, sealedHeads, cancellationToken);

        var found = findings.Concat(walk.Findings).OrderBy(f => f.Chain is null).ThenBy(f => f.Chain).ThenBy(f => f.Sequence).ToList();
        return new AuditVerification(clock.Now, found.Count == 0, walked, count, walk.Seals, [.. found.Take(MostShown)], found.Count);
    }

    private async Task<SealWalk> WalkSeals(KnownSeal? known, bool all, CancellationToken cancellation)
    {
        var walk = new SealWalk(known is null ? null : (known.Number, Convert.FromHexString(known.Hash)));
        if (!all && known is null) return walk;
        await foreach (var seal in db.AuditSeals.AsNoTracking().Include(s => s.Heads).OrderBy(s => s.Number).AsAsyncEnumerable().WithCancellation(cancellation)) walk.Next(seal);
        walk.End();
        return walk;
    }

    private async Task<(List<AuditFinding> Findings, long Chains, long Entries)> WalkChains(
        IQueryable<AuditEntry> entries, Dictionary<Guid, AuditChain> heads, Dictionary<Guid, SealedHead> seals, CancellationToken cancellation)
    {
        var findings = new List<AuditFinding>();
        var (chains, count) = (0L, 0L);
        var left = heads.Keys.Concat(seals.Keys).ToHashSet();
        (Guid Id, ChainWalk Walk)? current = null;

        void End((Guid Id, ChainWalk Walk) walked)
        {
            walked.Walk.End();
            findings.AddRange(walked.Walk.Findings);
            left.Remove(walked.Id);
            (chains, count) = (chains + 1, count + walked.Walk.Entries);
        }

        await foreach (var entry in entries.OrderBy(e => e.ChainId).ThenBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (current?.Id != entry.ChainId)
            {
                if (current is { } before) End(before);
                current = (entry.ChainId, new(entry.ChainId, heads.GetValueOrDefault(entry.ChainId), seals.GetValueOrDefault(entry.ChainId)));
            }

            current.Value.Walk.Next(entry);
        }

        if (current is { } lastOne) End(lastOne);
        foreach (var empty in left.ToList()) End((empty, new(empty, heads.GetValueOrDefault(empty), seals.GetValueOrDefault(empty))));
        return (await WithoutTheNewest(findings, cancellation), chains, count);
    }

    private async Task<List<AuditFinding>> WithoutTheNewest(List<AuditFinding> findings, CancellationToken cancellation)
    {
        var beyond = findings.Where(f => f.Fault is AuditFault.BeyondHead or AuditFault.HeadAltered).Select(f => f.Chain!.Value).ToHashSet();
        if (beyond.Count == 0) return findings;
        var now = await db.AuditChains.AsNoTracking().Where(c => beyond.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Length, cancellation);
        return findings.FindAll(f => f.Fault != AuditFault.BeyondHead || f.Sequence > now.GetValueOrDefault(f.Chain!.Value));
    }
}
