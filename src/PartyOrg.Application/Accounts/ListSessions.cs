using AutoMapper;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>Lists the caller's own live sessions, the latest first.</summary>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedToSignedIn]
public sealed record ListSessions(int? Limit, string? Cursor) : IQuery<Page<SessionAnswer>>;

/// <summary>A live session of the caller.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StartedAt">When he signed in.</param>
/// <param name="SeenAt">When an access token was given out for it last.</param>
/// <param name="Client">What the client calls itself.</param>
/// <param name="Current">Whether it is the one that asks.</param>
public sealed record SessionAnswer(Id<Session> Id, Instant StartedAt, Instant SeenAt, string Client, bool Current);

internal sealed class ListSessionsHandler(PartyOrgContext db, Caller caller, Clock clock, IMapper mapper) : IHandler<ListSessions, Page<SessionAnswer>>
{
    public async Task<Result<Page<SessionAnswer>>> Handle(ListSessions request, CancellationToken cancellationToken)
    {
        var since = clock.Now - RefreshToken.Lifetime;
        var sessions = db.Sessions.AsNoTracking().Where(s => s.AccountId == caller.AccountId && s.EndedAt == null && s.SeenAt > since);
        return await sessions.PageByMoment(request.Limit, request.Cursor, s => s.StartedAt, s => s.Id, s => mapper.Map<SessionAnswer>(s) with { Current = s.Id == caller.SessionId }, cancellationToken);
    }
}
