using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>The caller proves by his password that it is he who asks, and not somebody who found his device; a wrong one counts like a failed sign-in.</summary>
internal sealed class OwnPassword(PartyOrgContext db, Caller caller, ICredentials credentials, Clock clock)
{
    private string? seenHash;
    private PasswordCheck check;

    /// <summary>Checks it, before the transaction: that takes a tenth of a second.</summary>
    public async Task Check(string password, CancellationToken cancellation)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == caller.AccountId, cancellation);
        (seenHash, check) = (account.PasswordHash, credentials.Check(account, password));
    }

    /// <summary>The caller's account to change, if the password was right.</summary>
    public async Task<Result<Account>> Prove(CancellationToken cancellation)
    {
        await db.LockChain(AuditChain.System, cancellation);
        var account = await db.Accounts.SingleAsync(a => a.Id == caller.AccountId, cancellation);
        if (account.IsLockedAt(clock.Now))
        {
            account.RefuseSignIn(SignInRefusal.Locked, clock.Now);
            return AccountErrors.CurrentPasswordWrong;
        }

        if (check != PasswordCheck.Wrong && account.PasswordHash == seenHash) return account;
        account.RefuseSignIn(SignInRefusal.Password, clock.Now);
        return AccountErrors.CurrentPasswordWrong;
    }
}
