using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Accounts;

/// <summary>Accounts with passwords, and what their owners do with them.</summary>
internal static class People
{
    public const string Password = "eight goats on a hill";

    private static int last;

    /// <summary>An account whose owner has chosen the password.</summary>
    public static async Task<Account> HasAccount<TDatabase>(this ApiHost<TDatabase> api, Role role = Role.None, Id<Domain.Organizations.Organization>? organization = null) where TDatabase : IDatabaseKind
    {
        await using var scope = api.Services.CreateAsyncScope();
        var credentials = scope.ServiceProvider.GetRequiredService<Application.Accounts.ICredentials>();
        var now = new Domain.Time.Clock(api.Clock).Now;
        var name = UserName.Of($"person{Interlocked.Increment(ref last)}").Value;
        var account = Account.Create(api.Ids.New<Account>(), AccountKind.Person, name, DisplayName.Of(name.Value).Value, null, now).Value;
        account.ReceivePassword(credentials.Hash(account, NewPassword.Of(Password, name.Value).Value));
        return await api.Arrange(context =>
        {
            if (role != Role.None) context.Add(new RoleAssignment(api.Ids.New<RoleAssignment>(), account.Id, role, organization, new(2020, 1, 1), null, now));
            return context.Add(account).Entity;
        });
    }

    /// <summary>A person in the register.</summary>
    public static Task<Person> Register<TDatabase>(this ApiHost<TDatabase> api) where TDatabase : IDatabaseKind =>
        api.Arrange(context => context.Add(Person.Register(
            PersonName.Of("王小明").Value, new([1], RandomNumberGenerator.GetBytes(32), "11010119900101****", Sex.Male, new(1990, 1, 1)), null, api.Ids)).Entity);

    public static Task<Answer> SignIn<TDatabase>(this ApiHost<TDatabase> api, string userName, string password = Password, string? oneTimePassword = null) where TDatabase : IDatabaseKind =>
        api.Anonymous.Post("/api/v1/sessions", new { userName, password, oneTimePassword }, key: "");

    public static Task<Answer> Refresh<TDatabase>(this ApiHost<TDatabase> api, string refreshToken) where TDatabase : IDatabaseKind =>
        api.Anonymous.Post("/api/v1/sessions/refresh", new { refreshToken }, key: "");

    public static async Task<ApiClient> Enter<TDatabase>(this ApiHost<TDatabase> api, Account account, string password = Password) where TDatabase : IDatabaseKind =>
        api.With((await api.SignIn(account.UserName, password)).ShouldBe(HttpStatusCode.Created).Text("accessToken"));

    public static string Text(this Answer answer, params object[] way) => answer.At(way).GetString()!;

    public static IReadOnlyList<JsonElement> Items(this Answer answer) => [.. answer.ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()];
}
