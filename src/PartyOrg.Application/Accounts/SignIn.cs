using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>
/// Signs in and begins a session. Unknown name, wrong password, locked and closed account get the same answer; the fifth failure in a row locks the
/// account for 15 minutes. Every attempt is audited, without the name: people type passwords there.
/// </summary>
/// <param name="UserName">The account's name; case makes no difference.</param>
/// <param name="Password">The password.</param>
/// <param name="OneTimePassword">The six digits of the authenticator application, where the account has a second factor.</param>
/// <example>{"userName": "wang.xiulan", "password": "a long sentence that nobody guesses"}</example>
[AllowedToEveryone]
public sealed record SignIn([property: Secret] string UserName, [property: Secret] string Password, [property: Secret] string? OneTimePassword = null)
    : ICommand<SignedIn>, IKeepsRefusals, IPrepared;

/// <summary>A session that goes on as long as its refresh token is used in time.</summary>
/// <param name="AccessToken">Sent as <c>Authorization: Bearer …</c> with every request.</param>
/// <param name="RefreshToken">Gives the next access token, once, within 14 days; its answer brings the next refresh token.</param>
/// <param name="ExpiresInSeconds">How long the access token is taken.</param>
/// <param name="SessionId">The session, as the list of sessions shows it.</param>
public sealed record SignedIn(string AccessToken, string RefreshToken, int ExpiresInSeconds, Id<Session> SessionId);

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(r => r.UserName).MaximumLength(UserName.MaxLength);
        RuleFor(r => r.Password).MaximumLength(NewPassword.MaxLength);
        RuleFor(r => r.OneTimePassword).MaximumLength(NewPassword.MaxLength);
    }
}

internal sealed class SignInHandler(PartyOrgContext db, Caller caller, ICredentials credentials, SessionTokens tokens, Ids ids, Clock clock) : IHandler<SignIn, SignedIn>, IPreparation<SignIn>
{
    private Account? seen;
    private PasswordCheck check;

    public async Task Prepare(SignIn request, CancellationToken cancellation)
    {
        var name = UserName.Normalize(request.UserName);
        seen = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.UserName == name, cancellation);
        check = credentials.Check(seen, request.Password);
    }

    public async Task<Result<SignedIn>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        // Attempts take turns, so that no two of them count as one.
        await db.LockChain(AuditChain.System, cancellationToken);
        if (seen is null) return AccountErrors.SignInRefused;
        var account = await db.Accounts.SingleAsync(a => a.Id == seen.Id, cancellationToken);
        var now = clock.Now;

        if (account.IsLockedAt(now)) return Refused(account, SignInRefusal.Locked);
        if (account.ClosedAt is not null) return Refused(account, SignInRefusal.Closed);
        if (check == PasswordCheck.Wrong || account.PasswordHash != seen.PasswordHash) return Refused(account, SignInRefusal.Password);
        if (account.SecondFactor)
        {
            if (request.OneTimePassword is null) return Refused(account, SignInRefusal.OneTimePasswordMissing, AccountErrors.OneTimePasswordRequired);
            if (!await credentials.UseOneTimePassword(account, request.OneTimePassword)) return Refused(account, SignInRefusal.OneTimePassword);
        }

        if (check == PasswordCheck.RightUnderOldHash) account.Rehash(credentials.Hash(account, NewPassword.Unchecked(request.Password)));
        account.SignIn();
        var session = db.Add(new Session(ids.New<Session>(), account.Id, now, caller.Client)).Entity;
        caller.Identify(account.Id, session.Id);
        return tokens.Issue(session, OneTimeSecret.New());
    }

    private Error Refused(Account account, SignInRefusal because, Error? answer = null)
    {
        account.RefuseSignIn(because, clock.Now);
        return answer ?? AccountErrors.SignInRefused;
    }
}
