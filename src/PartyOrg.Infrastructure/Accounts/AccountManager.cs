using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PartyOrg.Application.Accounts;
using PartyOrg.Domain.Accounts;

namespace PartyOrg.Infrastructure.Accounts;

/// <summary>
/// The identity library over the product's accounts. What is allowed as a password and when an account is locked stand in the domain: the library
/// would read the machine's clock for it.
/// </summary>
internal sealed class AccountManager(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, ILookupNormalizer names, IdentityErrorDescriber errors, IServiceProvider services, ILogger<AccountManager> log)
    : UserManager<Account>(store, options, hasher, [], [], names, errors, services, log), ICredentials
{
    // The hash of a random password that nobody has: the time for checking it is spent for those who do not exist, too.
    private static string? nobodysHash;

    public PasswordCheck Check(Account? account, string password)
    {
        nobodysHash ??= PasswordHasher.HashPassword(null!, OneTimeSecret.New().Text);
        if (account?.PasswordHash is not { } hash)
        {
            PasswordHasher.VerifyHashedPassword(null!, nobodysHash, password);
            return PasswordCheck.Wrong;
        }

        return PasswordHasher.VerifyHashedPassword(account, hash, password) switch
        {
            PasswordVerificationResult.Success => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightUnderOldHash,
            _ => PasswordCheck.Wrong,
        };
    }

    public string Hash(Account account, NewPassword password) => PasswordHasher.HashPassword(account, password.Text);

    public async Task<string> OfferSecondFactor(Account account)
    {
        await ResetAuthenticatorKeyAsync(account);
        return (await GetAuthenticatorKeyAsync(account))!;
    }

    public Task<bool> UseOneTimePassword(Account account, string oneTimePassword) => VerifyTwoFactorTokenAsync(account, OneTimePasswords.Name, oneTimePassword);
}
