using PartyOrg.Application.Accounts;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Sessions, the caller's own account, accounts and roles.</summary>
internal static class AccountsRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        MapSessions(v1.MapGroup("/sessions").WithTags("Sessions"));
        MapMe(v1.MapGroup("/me").WithTags("Me"));
    }

    private static void MapSessions(RouteGroupBuilder sessions)
    {
        sessions.MapPost("", (SignIn request, Api api) => api.Create(request, s => $"/api/v1/sessions/{s.SessionId}"))
            .Asks<SignIn, SignedIn>("signIn", StatusCodes.Status201Created).RequireRateLimiting(Accounts.SignIn.Limited).NeverStored();
        sessions.MapPost("/refresh", (RefreshSession request, Api api) => api.Do(request))
            .Asks<RefreshSession, SignedIn>("refreshSession").RequireRateLimiting(Accounts.SignIn.Limited).NeverStored();
        sessions.MapGet("", (int? limit, string? cursor, Api api) => api.Get(new ListSessions(limit, cursor)))
            .Asks<ListSessions, Page<SessionAnswer>>("listSessions");
        sessions.MapDelete("/current", (Api api) => api.Finish(new SignOut()))
            .Asks<SignOut, Done>("signOut", StatusCodes.Status204NoContent);
        sessions.MapDelete("/{session}", (Id<Session> session, Api api) => api.Finish(new EndSession(session)))
            .Asks<EndSession, Done>("endSession", StatusCodes.Status204NoContent);
    }

    private static void MapMe(RouteGroupBuilder me)
    {
        me.MapGet("", (Api api) => api.Get(new GetMe())).Asks<GetMe, MeAnswer>("getMe");
    }

    // An answer with a secret is for its reader alone.
    private static void NeverStored(this RouteHandlerBuilder route) => route.AddEndpointFilter((context, next) =>
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    });
}
