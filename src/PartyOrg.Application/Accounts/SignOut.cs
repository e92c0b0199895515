using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>Signs out: the caller's session ends, its access token is refused at the next request.</summary>
[AllowedToSignedIn]
public sealed record SignOut : ICommand<Done>;

/// <summary>Ends one of the caller's own sessions, on a device that he does not have at hand.</summary>
/// <param name="Session">The session.</param>
[AllowedToSignedIn]
public sealed record EndSession(Id<Session> Session) : ICommand<Done>;

internal sealed class SignOutHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<SignOut, Done>, IHandler<EndSession, Done>
{
    public Task<Result<Done>> Handle(SignOut request, CancellationToken cancellationToken) => End(caller.SessionId!.Value, SessionEnd.SignedOut, cancellationToken);

    public Task<Result<Done>> Handle(EndSession request, CancellationToken cancellationToken) => End(request.Session, SessionEnd.EndedByOwner, cancellationToken);

    private async Task<Result<Done>> End(Id<Session> id, SessionEnd because, CancellationToken cancellation)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.AccountId == caller.AccountId && s.EndedAt == null, cancellation);
        if (session is null) return AccountErrors.SessionNotFound;
        session.End(clock.Now, because);
        return Done.It;
    }
}
