using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Application.Accounts;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;

namespace PartyOrg.TestSupport.Http;

/// <summary>Accounts that sign in by themselves: for clients that know the product by its address alone.</summary>
public static class Passwords
{
    /// <summary>The password of every account made here.</summary>
    public const string Password = "eight goats on a hill";

    /// <summary>An account that holds a role for an organization and has chosen its password.</summary>
    public static async Task<string> UserWith<TDatabase>(this ApiHost<TDatabase> api, Role role, Id<Organization> organization, string userName) where TDatabase : IDatabaseKind
    {
        await using var scope = api.Services.CreateAsyncScope();
        var credentials = scope.ServiceProvider.GetRequiredService<ICredentials>();
        var now = new Domain.Time.Clock(api.Clock).Now;
        var account = Account.Create(api.Ids.New<Account>(), AccountKind.Person, UserName.Of(userName).Value, DisplayName.Of(userName).Value, null, now).Value;
        account.ReceivePassword(credentials.Hash(account, NewPassword.Of(Password, userName).Value));
        return await api.Arrange(context =>
        {
            context.Add(new RoleAssignment(api.Ids.New<RoleAssignment>(), account.Id, role, organization, new(2020, 1, 1), null, now));
            return context.Add(account).Entity.UserName;
        });
    }
}
