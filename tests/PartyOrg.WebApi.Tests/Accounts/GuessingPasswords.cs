using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Accounts;

public sealed class GuessingPasswords(GuessingPasswords.FewAttempts api) : IClassFixture<GuessingPasswords.FewAttempts>
{
    [Fact]
    public async Task Too_many_attempts_from_one_address_are_told_to_wait()
    {
        for (var i = 0; i < FewAttempts.PerMinute; i++) (await api.SignIn("nobody.at.all")).ShouldBe(HttpStatusCode.Unauthorized);

        foreach (var refused in new[] { await api.SignIn("nobody.at.all"), await api.Refresh("guess"), await api.Anonymous.Post("/api/v1/invitations/acceptance", new { token = "guess", password = "x" }) })
        {
            refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
            int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture).Should().BeInRange(1, 60);
        }

        (await api.Anonymous.Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    public sealed class FewAttempts : ApiHost<OnSqlite>
    {
        public const int PerMinute = 4;

        public FewAttempts() => Settings["SignIn:AttemptsPerMinute"] = $"{PerMinute}";
    }
}

public sealed class TimeOfARefusal(TimeOfARefusal.CountedHashes api) : IClassFixture<TimeOfARefusal.CountedHashes>
{
    [Fact]
    public async Task A_name_that_nobody_has_costs_a_hash_like_a_wrong_password_does()
    {
        var account = await api.HasAccount();
        await api.SignIn(account.UserName, "wrong");

        (await Cost(account.UserName)).Should().Be(1);
        (await Cost("nobody.at.all")).Should().Be(1);
        (await Cost("?")).Should().Be(1);
    }

    private async Task<int> Cost(string userName)
    {
        var before = api.Hashes.Count;
        (await api.SignIn(userName, "wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        return api.Hashes.Count - before;
    }

    public sealed class CountedHashes : ApiHost<OnSqlite>
    {
        public CountingHasher Hashes { get; } = new();

        protected override void Change(IServiceCollection services) => services.AddSingleton<IPasswordHasher<Account>>(Hashes);
    }

    public sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Count { get; private set; }

        public override string HashPassword(Account user, string password)
        {
            Count++;
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Count++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
