namespace PartyOrg.Domain.Audit;

/// <summary>What is wrong with the audit at one place.</summary>
public enum AuditFault
{
    /// <summary>The entry is not what it was when it was written: its content, its place, or its hash was changed.</summary>
    Altered,

    /// <summary>Entries are missing before this one.</summary>
    Missing,

    /// <summary>Entries are missing at the end: the chain's head, or a seal, has seen more.</summary>
    CutOff,

    /// <summary>The entry stands behind the chain's head: the product did not write it.</summary>
    BeyondHead,

    /// <summary>The head is gone, or its hash is not that of the last entry.</summary>
    HeadAltered,

    /// <summary>A seal has seen another entry at this place: the chain was computed anew.</summary>
    DiffersFromSeal,

    /// <summary>The seal is not what it was when it was made, or is not the one that was kept elsewhere.</summary>
    SealAltered,

    /// <summary>Seals are missing before this one, or the one that was kept elsewhere.</summary>
    SealMissing,
}

/// <summary>A fault and its place.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Chain">The chain: an organization's id, or the empty id for the system's own; none for the seals.</param>
/// <param name="Sequence">The number of the entry or seal at which it shows.</param>
/// <param name="Count">How many entries or seals it concerns.</param>
public sealed record AuditFinding(AuditFault Fault, Guid? Chain, long Sequence, long Count = 1);

/// <summary>Walks along one chain and finds what was changed, taken out, cut off or put in.</summary>
/// <param name="chain">The chain.</param>
/// <param name="head">Its head; none when it is gone.</param>
/// <param name="seal">The last sealed head; none when it was never sealed.</param>
public sealed class ChainWalk(Guid chain, AuditChain? head, SealedHead? seal)
{
    private readonly List<AuditFinding> findings = [];
    private long last;
    private byte[]? lastHash = new byte[AuditEntry.HashLength];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>How many entries were walked over.</summary>
    public long Entries { get; private set; }

    /// <summary>The chain's next entry, in the order of their numbers.</summary>
    public void Next(AuditEntry entry)
    {
        Entries++;
        var isAfterGap = entry.Sequence != last + 1;
        if (isAfterGap) findings.Add(new(AuditFault.Missing, chain, last + 1, entry.Sequence - last - 1));
        if (!isAfterGap && !entry.Hash.AsSpan().SequenceEqual(entry.HashAfter(lastHash!))) findings.Add(new(AuditFault.Altered, chain, entry.Sequence));
        if (entry.Sequence > head?.Length) findings.Add(new(AuditFault.BeyondHead, chain, entry.Sequence));
        if (entry.Sequence == seal?.Length && !entry.Hash.AsSpan().SequenceEqual(seal.Hash)) findings.Add(new(AuditFault.DiffersFromSeal, chain, entry.Sequence));
        (last, lastHash) = (entry.Sequence, entry.Hash);
    }

    /// <summary>There are no more entries.</summary>
    public void End()
    {
        var seen = Math.Max(head?.Length ?? 0, seal?.Length ?? 0);
        if (seen > last) findings.Add(new(AuditFault.CutOff, chain, last + 1, seen - last));
        else if (head is null || (head.Length == last && !head.Head.AsSpan().SequenceEqual(lastHash))) findings.Add(new(AuditFault.HeadAltered, chain, last));
    }
}

/// <summary>Walks along the seals.</summary>
/// <param name="known">A seal that was kept elsewhere, by number and hash; none when only the seals themselves are looked at.</param>
public sealed class SealWalk((long Number, byte[] Hash)? known)
{
    private readonly List<AuditFinding> findings = [];
    private long last;
    private byte[] lastHash = new byte[AuditEntry.HashLength];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>How many seals were walked over.</summary>
    public long Seals { get; private set; }

    /// <summary>The next seal, with its heads.</summary>
    public void Next(AuditSeal seal)
    {
        Seals++;
        var isAfterGap = seal.Number != last + 1;
        if (isAfterGap) findings.Add(new(AuditFault.SealMissing, null, last + 1, seal.Number - last - 1));
        var isAltered = !isAfterGap && !seal.Hash.AsSpan().SequenceEqual(seal.HashAfter(lastHash));
        if (isAltered || (seal.Number == known?.Number && !seal.Hash.AsSpan().SequenceEqual(known.Value.Hash))) findings.Add(new(AuditFault.SealAltered, null, seal.Number));
        (last, lastHash) = (seal.Number, seal.Hash);
    }

    /// <summary>There are no more seals.</summary>
    public void End()
    {
        if (known?.Number > last) findings.Add(new(AuditFault.SealMissing, null, last + 1, known.Value.Number - last));
    }
}
