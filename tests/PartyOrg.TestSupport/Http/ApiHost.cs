using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartyOrg.Application.Accounts;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Infrastructure;
using PartyOrg.Infrastructure.Jobs;
using PartyOrg.Infrastructure.Persistence;
using PartyOrg.TestSupport.Databases;

namespace PartyOrg.TestSupport.Http;

/// <summary>
/// The whole product as it runs in Production, on a port of its own, over a database of the test class's own, with a clock that the test moves.
/// A class fixture: <c>public abstract class Founding&lt;TDatabase&gt;(ApiHost&lt;TDatabase&gt; api) : IClassFixture&lt;ApiHost&lt;TDatabase&gt;&gt;</c>,
/// and a sealed class for each database.
/// </summary>
public class ApiHost<TDatabase> : IAsyncLifetime where TDatabase : IDatabaseKind
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("partyorg-data-");
    private TestDatabase? database;
    private WebApplicationFactory<Program>? program;
    private HttpClient? http;
    private WebApplicationFactory<Program>? another;
    private HttpClient? toAnother;
    private readonly (string Tokens, string PersonalData, string BlindIndex) keys = (Key(), Key(), Key());
    private int lastUser;

    /// <summary>Noon of Wednesday, May 15, 2024, until a test moves it.</summary>
    public FakeClock Clock { get; } = FakeClock.AtNoonOf(new(2024, 5, 15));

    /// <summary>Makes ids from that clock.</summary>
    public Ids Ids { get; private set; } = null!;

    public TestDatabase Database => database ?? throw new InvalidOperationException(TDatabase.Unavailable);

    /// <summary>The running product's services.</summary>
    public IServiceProvider Services => program!.Services;

    /// <summary>Where the product listens.</summary>
    public Uri Address => http!.BaseAddress!;

    /// <summary>What the product has logged as an error.</summary>
    public FailureLog Failures { get; } = new();

    /// <summary>A caller who has not signed in.</summary>
    public ApiClient Anonymous => new(http!, Failures);

    /// <summary>A caller with this access token.</summary>
    public ApiClient With(string token) => new(http!, Failures, token);

    /// <summary>More settings, for the next start: in a derived fixture's constructor, or before <see cref="Restart"/>.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public async Task InitializeAsync()
    {
        // Its tests are all skipped, and a fixture is made all the same.
        if (TDatabase.Unavailable is not null) return;

        Ids = new(new Domain.Time.Clock(Clock));
        database = await TestDatabase.Create<TDatabase>();
        (program, http) = Start();
    }

    /// <summary>The same caller at another process on the same database; it starts at the first call.</summary>
    public ApiClient AtAnotherProcess(ApiClient caller)
    {
        if (toAnother is null) (another, toAnother) = Start();
        return new(toAnother, Failures, caller.Token);
    }

    /// <summary>Ends the product and starts it anew on its database and data directory, with the settings as they are now. Callers of before are gone: their tokens are not (<see cref="With"/>).</summary>
    public async Task Restart()
    {
        http!.Dispose();
        await program!.DisposeAsync();
        // Its services have ended; it lets go of its database a moment later, and until then another one is refused.
        for (var since = Stopwatch.StartNew(); !IsFree() && since.Elapsed < TimeSpan.FromSeconds(20);) await Task.Yield();
        (program, http) = Start();
    }

    public async Task DisposeAsync()
    {
        http?.Dispose();
        toAnother?.Dispose();
        if (another is not null) await another.DisposeAsync();
        if (program is not null) await program.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        data.Delete(recursive: true);
    }

    /// <summary>Stores what the test starts from, past the use cases: what the product keeps of the register holds no longer.</summary>
    public async Task<T> Arrange<T>(Func<MappedContext, T> make)
    {
        await using var context = Database.Open();
        var made = make(context);
        var register = context.ChangeTracker.Entries().Any(e => e.State != EntityState.Unchanged && e.Entity is not (Account or Session or RoleAssignment));
        await context.SaveChangesAsync();
        if (register) await context.StoredVersions.Where(v => v.Name == StoredVersion.Register).ExecuteUpdateAsync(set => set.SetProperty(v => v.Number, v => v.Number + 1));
        return made;
    }

    /// <summary>Looks at what the product has stored.</summary>
    public async Task<T> Look<T>(Func<MappedContext, Task<T>> ask)
    {
        await using var context = Database.Open();
        return await ask(context);
    }

    /// <summary>Carries out every job that is due; answers how many there were.</summary>
    public Task<int> RunJobs() => Services.GetRequiredService<JobWorker>().RunDue();

    /// <summary>Does the housekeeping that a worker does once an hour.</summary>
    public async Task RunChores()
    {
        await using var scope = Services.CreateAsyncScope();
        foreach (var chore in scope.ServiceProvider.GetServices<IChore>()) await chore.Do(CancellationToken.None);
    }

    /// <summary>Someone who has signed in and holds the role, for the organization where it needs one, from a day on (from ever) to a day (for ever).</summary>
    public async Task<ApiClient> SignedIn(Role role, Id<Organization>? organization = null, Id<Person>? person = null, LocalDate? from = null, LocalDate? to = null)
    {
        var now = new Domain.Time.Clock(Clock).Now;
        var session = await Arrange(context =>
        {
            var name = $"user{Interlocked.Increment(ref lastUser)}";
            var account = Account.Create(Ids.New<Account>(), AccountKind.Person, UserName.Of(name).Value, DisplayName.Of(name).Value, person, now).Value;
            context.Add(account);
            if (role != Role.None) context.Add(new RoleAssignment(Ids.New<RoleAssignment>(), account.Id, role, organization, from ?? new(1921, 7, 1), to, now));
            return context.Add(new Session(Ids.New<Session>(), account.Id, now, "test")).Entity;
        });
        return new(http!, Failures, Services.GetRequiredService<IAccessTokens>().Issue(session.AccountId, session.Id));
    }

    /// <summary>What a derived fixture puts in the place of the product's own services.</summary>
    protected virtual void Change(IServiceCollection services)
    {
    }

    private bool IsFree()
    {
        try
        {
            RunningMark.Take(Database.Options).Dispose();
            return true;
        }
        catch (StartRefused)
        {
            return false;
        }
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private (WebApplicationFactory<Program>, HttpClient) Start()
    {
        var started = new WebApplicationFactory<Program>().WithWebHostBuilder(Configure);
        started.UseKestrel();
        started.StartServer();
        return (started, new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = started.ClientOptions.BaseAddress });
    }

    private void Configure(IWebHostBuilder host)
    {
        host.UseEnvironment("Production").UseContentRoot(AppContext.BaseDirectory);
        var settings = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["PARTYORG_DATA_DIR"] = data.FullName,
            ["Database:Provider"] = Database.Options.Provider.ToString(),
            ["Database:ConnectionString"] = Database.Options.ConnectionString,
            ["Tokens:SigningKey"] = keys.Tokens,
            ["PersonalData:CurrentKeyId"] = "test",
            ["PersonalData:Keys:test"] = keys.PersonalData,
            ["PersonalData:BlindIndexKey"] = keys.BlindIndex,
            ["SignIn:AttemptsPerMinute"] = "100000",
            ["Submissions:PerMinute"] = "100000",
            // Tests say when jobs run: RunJobs.
            ["Jobs:InBackground"] = "false",
        };
        foreach (var (name, value) in settings.Concat(Settings)) host.UseSetting(name, value);
        host.ConfigureTestServices(services =>
        {
            services.AddSingleton<IClock>(Clock);
            // Thousands of sign-ins: how many rounds a hash has is not what they test.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
            services.AddLogging(logging => logging.ClearProviders().AddProvider(Failures));
            foreach (var interceptor in Database.Interceptors) services.AddSingleton<IInterceptor>(interceptor);
            Change(services);
        });
    }
}
