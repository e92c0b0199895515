using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using IPersonalDataProtector = PartyOrg.Application.Members.IPersonalDataProtector;

namespace PartyOrg.Infrastructure.Accounts;

/// <summary>
/// How the identity library reads and changes an account. Nothing is saved here: the pipeline stores what a command changed, with its audit entry,
/// in one transaction.
/// </summary>
internal sealed class AccountStore(PartyOrgContext db, IPersonalDataProtector protector)
    : IUserPasswordStore<Account>, IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Id<Account>.TryParse(userId, null, out var id) ? db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => db.Accounts.SingleOrDefaultAsync(a => a.UserName == normalizedUserName, cancellationToken);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.ReceivePassword(passwordHash ?? throw new NotSupportedException("A password is taken away by an invitation."));
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.SecondFactor);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken)
    {
        if (enabled) user.ConfirmSecondFactor();
        else user.RemoveSecondFactor();
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.SecondFactorSecret is { } secret ? protector.Unprotect(PersonalDataPurpose.SecondFactor, secret).Value : null);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        user.OfferSecondFactor(protector.Protect(PersonalDataPurpose.SecondFactor, key));
        return Task.CompletedTask;
    }

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw NotThroughTheLibrary();

    // A user name has one form from the beginning; the library wants to set it again at every update.
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw NotThroughTheLibrary();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw NotThroughTheLibrary();

    public void Dispose()
    {
        // The context belongs to the request.
    }

    private static NotSupportedException NotThroughTheLibrary() => new("Accounts are made and closed by use cases.");
}

/// <summary>The one form of a user name, for the identity library.</summary>
internal sealed class UserNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => UserName.Normalize(name);

    public string? NormalizeEmail(string? email) => throw new NotSupportedException("The product keeps no addresses of electronic mail.");
}
