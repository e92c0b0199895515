using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>
/// Gives the next access token and the next refresh token of a session. A refresh token works once: used again within 30 seconds it gives the same
/// answer (the first one may have been lost on its way); later, or when its successor was used, the whole session ends, since somebody else may hold it.
/// </summary>
/// <param name="RefreshToken">The refresh token that was handed out last.</param>
/// <example>{"refreshToken": "Vd3kq0m1xJ0mYb8mR1n0bQyqk1bqv7n0o3c2Zt5uW9A"}</example>
[AllowedToEveryone]
public sealed record RefreshSession([property: Secret] string RefreshToken) : ICommand<SignedIn>, IKeepsRefusals;

internal sealed class RefreshSessionValidator : AbstractValidator<RefreshSession>
{
    private const int MaxLength = 200;

    public RefreshSessionValidator() => RuleFor(r => r.RefreshToken).MaximumLength(MaxLength);
}

internal sealed class RefreshSessionHandler(PartyOrgContext db, Caller caller, SessionTokens tokens, Clock clock) : IHandler<RefreshSession, SignedIn>
{
    public async Task<Result<SignedIn>> Handle(RefreshSession request, CancellationToken cancellationToken)
    {
        // Two requests with one token take turns: the second one sees that it was used.
        await db.LockChain(AuditChain.System, cancellationToken);
        var given = OneTimeSecret.Given(request.RefreshToken);
        var (hash, now) = (given.Hash, clock.Now);
        var token = await db.RefreshTokens.SingleOrDefaultAsync(t => t.Hash == hash, cancellationToken);
        if (token is null || token.ExpiresAt <= now) return AccountErrors.RefreshRefused;
        var session = await db.Sessions.SingleOrDefaultAsync(
            s => s.Id == token.SessionId && s.EndedAt == null && db.Accounts.Any(a => a.Id == s.AccountId && a.ClosedAt == null), cancellationToken);
        if (session is null) return AccountErrors.RefreshRefused;
        caller.Identify(session.AccountId, session.Id);

        if (token.UsedAt is { } used) return await Again(token, given, session, now - used, cancellationToken);
        await db.RefreshTokens.Where(t => t.SessionId == session.Id && t.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var child = OneTimeSecret.New();
        db.Add(token.Use(given, child, now));
        session.GoOn(now);
        return tokens.Answer(session, child);
    }

    private async Task<Result<SignedIn>> Again(RefreshToken token, OneTimeSecret given, Session session, Duration ago, CancellationToken cancellation)
    {
        var child = given.Open(token.Child!);
        var hash = child.Hash;
        if (ago <= RefreshToken.AnswerLostWithin && await db.RefreshTokens.AnyAsync(t => t.Hash == hash && t.UsedAt == null, cancellation)) return tokens.Answer(session, child);
        session.End(clock.Now, SessionEnd.TokenReused);
        return AccountErrors.RefreshRefused;
    }
}
