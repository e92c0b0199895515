using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;

namespace PartyOrg.Domain.Audit;

/// <summary>
/// What one command did, written in the same transaction and never changed or deleted. Entries of one organization form a chain: each
/// hash covers the one before, so that a missing or altered entry is found.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The length of a hash, in bytes.</summary>
    public const int HashLength = 32;

    private AuditEntry() { }

    /// <summary>The entry that follows the chain's head.</summary>
    public AuditEntry(AuditChain chain, Instant at, Guid? account, Guid? session, string operation, string subjects, string details)
    {
        (ChainId, Sequence, At, AccountId, SessionId, Operation, Subjects, Details) = (chain.Id, chain.Length + 1, at, account, session, operation, subjects, details);
        Hash = HashAfter(chain.Head);
    }

    /// <summary>The chain: an organization's id, or the empty id for what belongs to no organization.</summary>
    public Guid ChainId { get; private set; }

    /// <summary>1, 2, 3 … within the chain, without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>When the command was carried out; the start of the day where its sender stays unknown.</summary>
    public Instant At { get; private set; }

    /// <summary>Who gave the command; none for what the system does by itself.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>In which session.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The request's name, <c>RecordMeeting</c>.</summary>
    public string Operation { get; private set; } = "";

    /// <summary>What it changed: a JSON array of type, id, version and events.</summary>
    public string Subjects { get; private set; } = "";

    /// <summary>The request as JSON, secret values left out.</summary>
    public string Details { get; private set; } = "";

    /// <summary>SHA-256 over the hash before and everything above.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>What the hash is when the entry before has this one.</summary>
    public byte[] HashAfter(byte[] previous)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(new object?[]
        {
            Convert.ToHexString(previous), ChainId, Sequence, At.ToUnixTimeTicks(), AccountId, SessionId, Operation, Subjects, Details,
        });
        return SHA256.HashData(text);
    }
}

/// <summary>The head of one organization's audit chain; locked by whoever writes the next entry.</summary>
public sealed class AuditChain
{
    /// <summary>The chain of what belongs to no organization: accounts, sessions, roles.</summary>
    public static readonly Guid System = Guid.Empty;

    private AuditChain() { }

    /// <summary>A chain whose last entry has this number and hash.</summary>
    public AuditChain(Guid id, long length, byte[] head) => (Id, Length, Head) = (id, length, head);

    /// <summary>The organization's id, or the empty id for the system's own chain.</summary>
    public Guid Id { get; private set; }

    /// <summary>How many entries there are.</summary>
    public long Length { get; private set; }

    /// <summary>The hash of the last entry; 32 zero bytes before the first.</summary>
    public byte[] Head { get; private set; } = new byte[32];

    /// <summary>The entry becomes the last one.</summary>
    public void Append(AuditEntry entry)
    {
        if (entry.ChainId != Id || entry.Sequence != Length + 1) throw new InvalidOperationException("The entry does not follow the chain's head.");
        (Length, Head) = (entry.Sequence, entry.Hash);
    }
}
