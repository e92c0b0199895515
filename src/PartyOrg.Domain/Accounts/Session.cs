using NodaTime;

namespace PartyOrg.Domain.Accounts;

/// <summary>A sign-in, from password to sign-out: the family of refresh tokens that descend from one another.</summary>
public sealed class Session
{
    /// <summary>How much is kept of what the client calls itself.</summary>
    public const int ClientLength = 200;

    private Session() { }

    /// <summary>A session that begins now.</summary>
    public Session(Id<Session> id, Id<Account> account, Instant at, string client) => (Id, AccountId, StartedAt, SeenAt, Client) = (id, account, at, at, client);

    /// <summary>The session's id; access tokens name it.</summary>
    public Id<Session> Id { get; private set; }

    /// <summary>Who signed in.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>When.</summary>
    public Instant StartedAt { get; private set; }

    /// <summary>When an access token was given out for it last.</summary>
    public Instant SeenAt { get; private set; }

    /// <summary>What the client calls itself (User-Agent), so that its owner recognises it.</summary>
    public string Client { get; private set; } = "";

    /// <summary>When it ended; none while it goes on.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Why it ended.</summary>
    public SessionEnd? EndedBecause { get; private set; }

    /// <summary>Counts the changes of what its account may do: posts, belonging, roles, places in the tree. What was read under another count no longer holds.</summary>
    public int RightsVersion { get; private set; }

    /// <summary>It goes on.</summary>
    public void GoOn(Instant at) => SeenAt = at;

    /// <summary>Ends the session at the next request; the first reason stays.</summary>
    public void End(Instant at, SessionEnd because)
    {
        if (EndedAt is not null) return;
        (EndedAt, EndedBecause) = (at, because);
    }
}

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    /// <summary>Its owner signed out.</summary>
    SignedOut,

    /// <summary>Its owner ended it from another session.</summary>
    EndedByOwner,

    /// <summary>A refresh token was used twice: somebody else may hold it.</summary>
    TokenReused,

    /// <summary>The password was changed or reset.</summary>
    PasswordChanged,

    /// <summary>The account was closed.</summary>
    AccountClosed,
}

/// <summary>A refresh token, kept as a hash. It is used once; its child replaces it.</summary>
public sealed class RefreshToken
{
    /// <summary>How long a token waits to be used; every use gives a new one.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(14);

    /// <summary>How long a used token gives the same child again: the answer may have been lost on its way.</summary>
    public static readonly Duration AnswerLostWithin = Duration.FromSeconds(30);

    private RefreshToken() { }

    /// <summary>A token that has not been used.</summary>
    public RefreshToken(OneTimeSecret secret, Id<Session> session, Instant issuedAt) => (Hash, SessionId, IssuedAt, ExpiresAt) = (secret.Hash, session, issuedAt, issuedAt + Lifetime);

    /// <summary>SHA-256 of the token.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>The session it belongs to.</summary>
    public Id<Session> SessionId { get; private set; }

    /// <summary>When it was handed out.</summary>
    public Instant IssuedAt { get; private set; }

    /// <summary>The instant from which it is refused.</summary>
    public Instant ExpiresAt { get; private set; }

    /// <summary>When it was used; none while it can be.</summary>
    public Instant? UsedAt { get; private set; }

    /// <summary>The token that replaced it, readable only by who has this one.</summary>
    public byte[]? Child { get; private set; }

    /// <summary>Uses it up; answers the token that replaces it.</summary>
    public RefreshToken Use(OneTimeSecret own, OneTimeSecret child, Instant at)
    {
        if (UsedAt is not null) throw new InvalidOperationException("A refresh token is used once.");
        (UsedAt, Child) = (at, own.Seal(child));
        return new(child, SessionId, at);
    }
}
