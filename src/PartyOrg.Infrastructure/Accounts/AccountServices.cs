using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Accounts;
using PartyOrg.Domain.Accounts;

namespace PartyOrg.Infrastructure.Accounts;

/// <summary>Registers the identity library over the product's accounts.</summary>
internal static class AccountServices
{
    // PBKDF2 with HMAC-SHA512; a tenth of a second on a server's core.
    private const int Iterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddUserStore<AccountStore>().AddUserManager<AccountManager>().AddTokenProvider<OneTimePasswords>(OneTimePasswords.Name);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = Iterations);
        services.AddScoped<ILookupNormalizer, UserNames>();
        return services.AddScoped<ICredentials>(provider => provider.GetRequiredService<AccountManager>());
    }
}
