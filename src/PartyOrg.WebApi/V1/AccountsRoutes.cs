using PartyOrg.Application.Accounts;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.WebApi.Http;
using PartyOrg.WebApi.OpenApi;

namespace PartyOrg.WebApi.V1;

/// <summary>Sessions, the caller's own account, accounts and roles.</summary>
internal static class AccountsRoutes
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        MapSessions(v1.MapGroup("/sessions").About("Sessions", "Signing in, staying signed in, signing out (登录会话)."));
        MapMe(v1.MapGroup("/me").About("Me", "The caller himself: his account, the roles that he holds, his password and second factor (本人)."));
        MapAccounts(v1.MapGroup("/accounts").About("Accounts", "Who may sign in: invitation, the person behind an account, closure (账号)."));
        MapRoles(v1.MapGroup("/role-assignments").About("Roles", "Which roles an account holds, for which organization, from when to when (角色)."));
        v1.MapPost("/invitations/acceptance", (AcceptInvitation request, Api api) => api.Do(request)).WithTags("Accounts")
            .Asks<AcceptInvitation, InvitationAccepted>("acceptInvitation").RequireRateLimiting(Accounts.SignIn.Limited);
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
        me.MapPut("/password", (ChangePassword request, Api api) => api.Finish(request))
            .Asks<ChangePassword, Done>("changePassword", StatusCodes.Status204NoContent).RequireRateLimiting(Accounts.SignIn.Limited);
        me.MapPost("/second-factor", (OfferSecondFactor request, Api api) => api.Do(request))
            .Asks<OfferSecondFactor, SecondFactorAnswer>("offerSecondFactor").RequireRateLimiting(Accounts.SignIn.Limited).NeverStored();
        me.MapPost("/second-factor/confirmation", (ConfirmSecondFactor request, Api api) => api.Finish(request))
            .Asks<ConfirmSecondFactor, Done>("confirmSecondFactor", StatusCodes.Status204NoContent).RequireRateLimiting(Accounts.SignIn.Limited);
        me.MapPost("/second-factor/removal", (RemoveSecondFactor request, Api api) => api.Finish(request))
            .Asks<RemoveSecondFactor, Done>("removeSecondFactor", StatusCodes.Status204NoContent).RequireRateLimiting(Accounts.SignIn.Limited);
    }

    private static void MapAccounts(RouteGroupBuilder accounts)
    {
        accounts.MapPost("", (CreateAccount request, Api api) => api.Create(request, a => $"/api/v1/accounts/{a.Account.Id}"))
            .Asks<CreateAccount, InvitedAccount>("createAccount", StatusCodes.Status201Created).NeverStored();
        accounts.MapGet("", (string? userName, Id<Person>? person, int? limit, string? cursor, Api api) => api.Get(new ListAccounts(userName, person, limit, cursor)))
            .Asks<ListAccounts, Page<AccountAnswer>>("listAccounts");
        accounts.MapGet("/{account}", (Id<Account> account, Api api) => api.Get(new GetAccount(account))).Asks<GetAccount, AccountAnswer>("getAccount");
        accounts.MapPost("/{account}/invitation", (Id<Account> account, IfMatch ifMatch, Api api) => api.Do(new InviteAgain(account, ifMatch)))
            .Asks<InviteAgain, InvitedAccount>("inviteAgain").NeverStored();
        accounts.MapPut("/{account}/person", (Id<Account> account, LinkPerson.Body body, IfMatch ifMatch, Api api) => api.Do(new LinkPerson(account, body.PersonId, ifMatch)))
            .Asks<LinkPerson, AccountAnswer>("linkPerson");
        accounts.MapPost("/{account}/closure", (Id<Account> account, IfMatch ifMatch, Api api) => api.Do(new CloseAccount(account, ifMatch)))
            .Asks<CloseAccount, AccountAnswer>("closeAccount");
    }

    private static void MapRoles(RouteGroupBuilder roles)
    {
        roles.MapPost("", (GrantRole request, Api api) => api.Create(request, r => $"/api/v1/role-assignments/{r.Id}"))
            .Asks<GrantRole, RoleAssignmentAnswer>("grantRole", StatusCodes.Status201Created);
        roles.MapGet("", (Id<Account>? account, Id<Organization>? organization, NameParameter<Role>? role, DateParameter? on, int? limit, string? cursor, Api api) =>
                api.Get(new ListRoleAssignments(account, organization, role?.Value, on?.Value, limit, cursor)))
            .Asks<ListRoleAssignments, Page<RoleAssignmentAnswer>>("listRoleAssignments");
        roles.MapGet("/{assignment}", (Id<RoleAssignment> assignment, Api api) => api.Get(new GetRoleAssignment(assignment)))
            .Asks<GetRoleAssignment, RoleAssignmentAnswer>("getRoleAssignment");
        roles.MapPost("/{assignment}/end", (Id<RoleAssignment> assignment, EndRole.Body body, IfMatch ifMatch, Api api) => api.Finish(new EndRole(assignment, body.LastDay, ifMatch)))
            .Asks<EndRole, Done>("endRole", StatusCodes.Status204NoContent);
    }

    // An answer with a secret is for its reader alone.
    private static void NeverStored(this RouteHandlerBuilder route) => route.AddEndpointFilter((context, next) =>
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    });
}
