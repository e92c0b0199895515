using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Accounts;

/// <summary>Confirms the second factor; from now on every sign-in asks for a one-time password.</summary>
/// <param name="OneTimePassword">The six digits that the authenticator application shows.</param>
/// <example>{"oneTimePassword": "492039"}</example>
[AllowedToSignedIn]
public sealed record ConfirmSecondFactor([property: Secret] string OneTimePassword) : ICommand<Done>;

internal sealed class ConfirmSecondFactorHandler(PartyOrgContext db, Caller caller, ICredentials credentials) : IHandler<ConfirmSecondFactor, Done>
{
    public async Task<Result<Done>> Handle(ConfirmSecondFactor request, CancellationToken cancellationToken)
    {
        await db.LockChain(AuditChain.System, cancellationToken);
        var account = await db.Accounts.SingleAsync(a => a.Id == caller.AccountId, cancellationToken);
        if (account.SecondFactor) return AccountErrors.SecondFactorOn;
        if (account.SecondFactorSecret is null) return AccountErrors.SecondFactorOff;
        if (!await credentials.UseOneTimePassword(account, request.OneTimePassword)) return AccountErrors.OneTimePasswordWrong;
        account.ConfirmSecondFactor();
        return Done.It;
    }
}
