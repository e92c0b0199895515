using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Domain.Accounts;

namespace PartyOrg.Application.Accounts;

/// <summary>Hands out the tokens of sessions.</summary>
internal sealed class SessionTokens(PartyOrgContext db, IAccessTokens accessTokens)
{
    /// <summary>The first tokens of a session.</summary>
    public SignedIn Issue(Session session, OneTimeSecret refresh)
    {
        db.Add(new RefreshToken(refresh, session.Id, session.StartedAt));
        return Answer(session, refresh);
    }

    /// <summary>An access token, and this refresh token.</summary>
    public SignedIn Answer(Session session, OneTimeSecret refresh) =>
        new(accessTokens.Issue(session.AccountId, session.Id), refresh.Text, (int)accessTokens.Lifetime.TotalSeconds, session.Id);

    /// <summary>Ends every live session of an account but one.</summary>
    public async Task EndAll(Domain.Id<Account> account, Domain.Id<Session>? but, SessionEnd because, Instant at, CancellationToken cancellation)
    {
        foreach (var session in await db.Sessions.Where(s => s.AccountId == account && s.EndedAt == null && s.Id != but).ToListAsync(cancellation)) session.End(at, because);
    }
}
