using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>Accepts an invitation by choosing a password; then its owner can sign in. A password has 12 to 128 characters, is none of the commonest and not the user name filled up.</summary>
/// <param name="Token">The invitation's one-time token.</param>
/// <param name="Password">The password from now on.</param>
/// <example>{"token": "Vd3kq0m1xJ0mYb8mR1n0bQyqk1bqv7n0o3c2Zt5uW9A", "password": "a long sentence that nobody guesses"}</example>
[AllowedToEveryone]
public sealed record AcceptInvitation([property: Secret] string Token, [property: Secret] string Password) : ICommand<InvitationAccepted>;

/// <summary>The account that can be signed in to now.</summary>
/// <param name="UserName">What its owner types to sign in.</param>
public sealed record InvitationAccepted(string UserName) : Answer;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    private const int MaxLength = 200;

    public AcceptInvitationValidator() => RuleFor(r => r.Token).MaximumLength(MaxLength);
}

internal sealed class AcceptInvitationHandler(PartyOrgContext db, ICredentials credentials, Clock clock) : IHandler<AcceptInvitation, InvitationAccepted>
{
    public async Task<Result<InvitationAccepted>> Handle(AcceptInvitation request, CancellationToken cancellationToken)
    {
        await db.LockChain(AuditChain.System, cancellationToken);
        var secret = OneTimeSecret.Given(request.Token);
        var hash = secret.Hash;
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.InvitationHash == hash, cancellationToken);
        if (account is null || !account.IsInvitedBy(secret, clock.Now)) return AccountErrors.InvitationRefused;
        var chosen = NewPassword.Of(request.Password, account.UserName);
        if (!chosen.Succeeded) return chosen.Errors[0].At("/password");

        account.ReceivePassword(credentials.Hash(account, chosen.Value));
        return new InvitationAccepted(account.UserName);
    }
}
