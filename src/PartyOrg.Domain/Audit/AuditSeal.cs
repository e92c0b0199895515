using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;

namespace PartyOrg.Domain.Audit;

/// <summary>
/// The heads of the chains that have grown since the seal before, hashed together with it. Who can write the database can compute a chain anew from
/// any entry on; with the last seal's number and hash kept elsewhere (printed, sent to a superior) even that is found.
/// </summary>
public sealed class AuditSeal
{
    private readonly List<SealedHead> heads = [];

    private AuditSeal() { }

    /// <summary>The seal after the one before.</summary>
    /// <param name="before">The last seal; none for the first one.</param>
    /// <param name="at">Now.</param>
    /// <param name="grown">The heads that differ from those sealed before.</param>
    public AuditSeal(AuditSeal? before, Instant at, IEnumerable<AuditChain> grown)
    {
        (Number, At) = ((before?.Number ?? 0) + 1, at);
        heads.AddRange(grown.OrderBy(c => c.Id).Select(c => new SealedHead(Number, c.Id, c.Length, c.Head)));
        Hash = HashAfter(before?.Hash ?? new byte[AuditEntry.HashLength]);
    }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Number { get; private set; }

    /// <summary>When it was made.</summary>
    public Instant At { get; private set; }

    /// <summary>SHA-256 over the seal before, the instant and the heads in the order of their chains' ids.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>The heads that have changed since the seal before.</summary>
    public IReadOnlyList<SealedHead> Heads => heads;

    /// <summary>What the hash is when the seal before has this one.</summary>
    public byte[] HashAfter(byte[] previous)
    {
        var sealedHeads = heads.OrderBy(h => h.ChainId).Select(h => new object[] { h.ChainId, h.Length, Convert.ToHexString(h.Hash) });
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { Convert.ToHexString(previous), Number, At.ToUnixTimeTicks(), sealedHeads }));
    }
}

/// <summary>How long a chain was, and with which last hash, when it was sealed.</summary>
public sealed class SealedHead
{
    private SealedHead() { }

    internal SealedHead(long number, Guid chain, long length, byte[] hash) => (SealNumber, ChainId, Length, Hash) = (number, chain, length, hash);

    /// <summary>The seal.</summary>
    public long SealNumber { get; private set; }

    /// <summary>The chain.</summary>
    public Guid ChainId { get; private set; }

    /// <summary>The number of its last entry then.</summary>
    public long Length { get; private set; }

    /// <summary>The hash of that entry.</summary>
    public byte[] Hash { get; private set; } = [];
}
