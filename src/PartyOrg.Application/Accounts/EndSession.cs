using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>Ends one of the caller's own sessions, on a device that he does not have at hand.</summary>
/// <param name="Session">The session.</param>
[AllowedToSignedIn]
public sealed record EndSession(Id<Session> Session) : ICommand<Done>;

internal sealed class EndSessionHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<EndSession, Done>
{
    public Task<Result<Done>> Handle(EndSession request, CancellationToken cancellationToken) => End(db, caller, clock, request.Session, SessionEnd.EndedByOwner, cancellationToken);

    public static async Task<Result<Done>> End(PartyOrgContext db, Caller caller, Clock clock, Id<Session> id, SessionEnd because, CancellationToken cancellation)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.AccountId == caller.AccountId && s.EndedAt == null, cancellation);
        if (session is null) return AccountErrors.SessionNotFound;
        session.End(clock.Now, because);
        return Done.It;
    }
}
