using System.Buffers.Text;
using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application;
using PartyOrg.Application.Accounts;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using Clock = PartyOrg.Domain.Time.Clock;

namespace PartyOrg.WebApi.Sample;

/// <summary>An account of the sample, signed in.</summary>
internal sealed record Asker(Id<Account> Account, Id<Session> Session);

/// <summary>An account with its password, as it is written for who tries the product.</summary>
internal sealed record SampleAccount(string UserName, string Password, Role Role, Id<Organization>? OrganizationId, string? OrganizationName);

/// <summary>Opens the sample's accounts, and sends the product's own commands and queries for them.</summary>
internal sealed class SampleHands(IServiceProvider services)
{
    private readonly Dictionary<Id<Person>, Asker> unlisted = [];
    private readonly List<SampleAccount> accounts = [];

    /// <summary>The accounts that somebody can sign in with.</summary>
    public IReadOnlyList<SampleAccount> Accounts => accounts;

    /// <summary>Opens an account that is listed with its password. A person has his rights from his posts, everybody else is assigned the role.</summary>
    public async Task<Asker> Open(string userName, string displayName, Role role, Id<Organization>? organization, string? organizationName, Id<Person>? person = null)
    {
        var password = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
        accounts.Add(new(userName, password, role, organization, organizationName));
        return await Open(userName, displayName, password, person, person is null ? (role, organization) : null);
    }

    /// <summary>Opens an account of a person of the register, which is closed again in the end.</summary>
    public async Task<Asker> Open(Id<Person> person, string name) =>
        unlisted.TryGetValue(person, out var asker) ? asker : unlisted[person] = await Open($"sample.{unlisted.Count + 1}", name, null, person, null);

    /// <summary>Closes the accounts that are not listed.</summary>
    public Task CloseUnlisted() => Stored(async (db, provider) =>
    {
        var (ids, now) = (provider.GetRequiredService<Ids>(), provider.GetRequiredService<Clock>().Now);
        foreach (var asker in unlisted.Values)
        {
            (await db.Accounts.Include(a => a.RoleAssignments).SingleAsync(a => a.Id == asker.Account)).Close(true, ids, now);
            (await db.Sessions.SingleAsync(s => s.Id == asker.Session)).End(now, SessionEnd.AccountClosed);
        }
    });

    /// <summary>Sends a request that must succeed.</summary>
    public async Task<T> As<T>(Asker? asker, IAsk<T> request)
    {
        var result = await Send(asker, request);
        return result.Succeeded ? result.Value : throw new InvalidOperationException($"The sample cannot {request}: {result.Errors[0].Code}: {result.Errors[0].Message.En}");
    }

    /// <summary>Looks at what is stored.</summary>
    public async Task<T> Look<T>(Func<PartyOrgContext, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PartyOrgContext>());
    }

    private async Task<Result<T>> Send<T>(Asker? asker, IAsk<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        if (asker is not null) caller.Identify(asker.Account, asker.Session);
        caller.Language = Language.Zh;
        caller.IdempotencyKey = scope.ServiceProvider.GetRequiredService<Ids>().New().ToString();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private async Task<Asker> Open(string userName, string displayName, string? password, Id<Person>? person, (Role Role, Id<Organization>? Organization)? assigned)
    {
        Asker asker = null!;
        await Stored((db, provider) =>
        {
            var (ids, clock) = (provider.GetRequiredService<Ids>(), provider.GetRequiredService<Clock>());
            var account = Account.Create(ids.New<Account>(), AccountKind.Person, UserName.Of(userName).Value, DisplayName.Of(displayName).Value, person, clock.Now).Value;
            account.BelongToSample();
            if (password is not null) account.ReceivePassword(provider.GetRequiredService<ICredentials>().Hash(account, NewPassword.Of(password, userName).Value));
            var session = new Session(ids.New<Session>(), account.Id, clock.Now, "sample");
            db.AddRange(account, session);
            if (assigned is var (role, organization)) db.Add(new RoleAssignment(ids.New<RoleAssignment>(), account.Id, role, organization, clock.Today, null, clock.Now));
            asker = new(account.Id, session.Id);
            return Task.CompletedTask;
        });
        return asker;
    }

    private async Task Stored(Func<PartyOrgContext, IServiceProvider, Task> change)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PartyOrgContext>();
        await change(db, scope.ServiceProvider);
        await db.SaveChangesAsync();
    }
}
