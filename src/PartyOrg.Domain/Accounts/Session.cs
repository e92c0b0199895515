using NodaTime;

namespace PartyOrg.Domain.Accounts;

/// <summary>A sign-in, from password to sign-out: the family of refresh tokens that descend from one another.</summary>
public sealed class Session
{
    private Session() { }

    /// <summary>A session that begins now.</summary>
    public Session(Id<Session> id, Id<Account> account, Instant at, string client) => (Id, AccountId, StartedAt, Client) = (id, account, at, client);

    /// <summary>The session's id; access tokens name it.</summary>
    public Id<Session> Id { get; private set; }

    /// <summary>Who signed in.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>When.</summary>
    public Instant StartedAt { get; private set; }

    /// <summary>What the client calls itself (User-Agent), so that its owner recognises it.</summary>
    public string Client { get; private set; } = "";

    /// <summary>When it ended: sign-out, a reused refresh token, a changed password, a closed account.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? EndedBecause { get; private set; }

    /// <summary>Ends the session; the first reason stays.</summary>
    public void End(Instant at, string because)
    {
        if (EndedAt is not null) return;
        (EndedAt, EndedBecause) = (at, because);
    }
}

/// <summary>A refresh token, kept as a hash. It is used once; its child replaces it.</summary>
public sealed class RefreshToken
{
    private RefreshToken() { }

    /// <summary>A token that has not been used.</summary>
    public RefreshToken(byte[] hash, Id<Session> session, Instant issuedAt, Instant expiresAt) => (Hash, SessionId, IssuedAt, ExpiresAt) = (hash, session, issuedAt, expiresAt);

    /// <summary>SHA-256 of the token.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>The session it belongs to.</summary>
    public Id<Session> SessionId { get; private set; }

    /// <summary>When it was handed out.</summary>
    public Instant IssuedAt { get; private set; }

    /// <summary>The instant from which it is refused.</summary>
    public Instant ExpiresAt { get; private set; }

    /// <summary>When it was used; none while it can be.</summary>
    public Instant? UsedAt { get; set; }

    /// <summary>The token that replaced it, encrypted under this one, so that an answer lost on its way can be given again within 30 seconds.</summary>
    public byte[]? Child { get; set; }
}
