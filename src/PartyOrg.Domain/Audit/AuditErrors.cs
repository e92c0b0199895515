using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Audit;

/// <summary>Refusals of the audit.</summary>
public static class AuditErrors
{
    /// <summary>No chain, or none in the caller's scope.</summary>
    public static Error ChainNotFound { get; } = Error.NotFound("audit-chain-not-found",
        "There is no such chain in your scope. A chain has the id of its organization; the system's own has the id 00000000-0000-0000-0000-000000000000.",
        "在您的权限范围内没有该审计链。审计链编号即组织编号；系统自身的审计链编号为 00000000-0000-0000-0000-000000000000。");

    /// <summary>Not a seal's hash.</summary>
    public static Error SealHashMalformed { get; } = Error.Invalid("seal-hash-malformed",
        "A seal's hash has 64 hexadecimal digits. Copy it from the seal that was kept.", "封印的散列值为 64 位十六进制数。请从留存的封印中复制。", "/knownSeal/hash");

    /// <summary>Nothing has happened since the last seal.</summary>
    public static Error NothingToSeal { get; } = Error.Conflict("nothing-to-seal",
        "No chain has grown since the last seal. Keep that one.", "自上次封印以来审计链没有新增记录，沿用上次封印即可。");
}
