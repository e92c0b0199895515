using NodaTime;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;

namespace PartyOrg.Application.Accounts;

/// <summary>Makes access tokens. They name the account and the session only: what the caller may do is read at every request.</summary>
public interface IAccessTokens
{
    /// <summary>How long a token is taken.</summary>
    Duration Lifetime { get; }

    /// <summary>A token for a session of an account.</summary>
    string Issue(Id<Account> account, Id<Session> session);
}
