using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Accounts;

public abstract class SecondFactors<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task A_confirmed_second_factor_is_asked_for_and_each_one_time_password_opens_once()
    {
        var account = await api.HasAccount();
        var secret = await SetUp(account);

        (await api.SignIn(account.UserName)).ShouldBeProblem(HttpStatusCode.Unauthorized, "one-time-password-required");
        (await api.SignIn(account.UserName, "wrong")).ShouldBeProblem(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await api.SignIn(account.UserName, oneTimePassword: "000000")).ShouldBeProblem(HttpStatusCode.Unauthorized, "sign-in-refused");

        api.Clock.Advance(Duration.FromSeconds(30));
        var now = Code(secret, api.Clock);
        (await api.SignIn(account.UserName, oneTimePassword: now)).ShouldBe(HttpStatusCode.Created);
        (await api.SignIn(account.UserName, oneTimePassword: now)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task The_one_time_password_of_the_step_before_and_after_is_taken_and_no_further()
    {
        var account = await api.HasAccount();
        var secret = await SetUp(account);
        foreach (var (steps, status) in new[] { (-2, HttpStatusCode.Unauthorized), (-1, HttpStatusCode.Created), (0, HttpStatusCode.Created), (1, HttpStatusCode.Created), (2, HttpStatusCode.Unauthorized) })
        {
            api.Clock.Advance(Duration.FromMinutes(5));
            (await api.SignIn(account.UserName, oneTimePassword: Code(secret, api.Clock, steps))).Status.Should().Be(status, "{0} steps away", steps);
        }
    }

    [DatabaseFact]
    public async Task It_is_not_asked_for_before_it_is_confirmed_and_not_after_it_is_removed()
    {
        var account = await api.HasAccount();
        var owner = await api.Enter(account);
        var offered = (await owner.Post("/api/v1/me/second-factor", new { password = People.Password }, key: "")).ShouldBe(HttpStatusCode.OK);
        offered.Text("uri").Should().Be($"otpauth://totp/PartyOrg:{account.UserName}?secret={offered.Text("secret")}&issuer=PartyOrg");
        (await api.SignIn(account.UserName)).ShouldBe(HttpStatusCode.Created);
        (await owner.Post("/api/v1/me/second-factor/confirmation", new { oneTimePassword = "000000" }, key: "")).ShouldBeProblem(HttpStatusCode.Forbidden, "one-time-password-wrong");
        (await owner.Post("/api/v1/me/second-factor/confirmation", new { oneTimePassword = Code(offered.Text("secret"), api.Clock) }, key: "")).ShouldBe(HttpStatusCode.NoContent);
        (await owner.Post("/api/v1/me/second-factor", new { password = People.Password }, key: "")).ShouldBeProblem(HttpStatusCode.Conflict, "second-factor-on");

        api.Clock.Advance(Duration.FromSeconds(30));
        var removal = new { password = People.Password, oneTimePassword = Code(offered.Text("secret"), api.Clock) };
        (await owner.Post("/api/v1/me/second-factor/removal", removal with { password = "wrong" }, key: "")).ShouldBeProblem(HttpStatusCode.Forbidden, "current-password-wrong");
        (await owner.Post("/api/v1/me/second-factor/removal", removal with { oneTimePassword = "000000" }, key: "")).ShouldBeProblem(HttpStatusCode.Forbidden, "one-time-password-wrong");
        (await owner.Post("/api/v1/me/second-factor/removal", removal, key: "")).ShouldBe(HttpStatusCode.NoContent);
        (await api.SignIn(account.UserName)).ShouldBe(HttpStatusCode.Created);
        (await owner.Post("/api/v1/me/second-factor/removal", removal, key: "")).ShouldBeProblem(HttpStatusCode.Conflict, "second-factor-off");
    }

    [DatabaseFact]
    public async Task The_secret_is_nowhere_in_clear()
    {
        var account = await api.HasAccount();
        var secret = await SetUp(account);
        var stored = await api.Look(context => context.Accounts.SingleAsync(a => a.Id == account.Id));
        Encoding.Latin1.GetString(stored.SecondFactorSecret!).Should().NotContain(secret);
        (await api.Look(context => context.AuditEntries.Select(e => e.Details + e.Subjects).ToListAsync())).Should().NotBeEmpty().And.OnlyContain(text => !text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void The_one_time_passwords_of_these_tests_are_those_of_RFC_6238() =>
        Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", new(Instant.FromUnixTimeSeconds(59))).Should().Be("287082");

    private async Task<string> SetUp(Account account)
    {
        var owner = await api.Enter(account);
        var secret = (await owner.Post("/api/v1/me/second-factor", new { password = People.Password }, key: "")).ShouldBe(HttpStatusCode.OK).Text("secret");
        (await owner.Post("/api/v1/me/second-factor/confirmation", new { oneTimePassword = Code(secret, api.Clock) }, key: "")).ShouldBe(HttpStatusCode.NoContent);
        return secret;
    }

    private static string Code(string base32, TestSupport.FakeClock clock, int steps = 0)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, clock.GetCurrentInstant().ToUnixTimeSeconds() / 30 + steps);
        var hash = HMACSHA1.HashData(key, counter);
        var at = hash[19] & 15;
        var number = (hash[at] & 127) << 24 | hash[at + 1] << 16 | hash[at + 2] << 8 | hash[at + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}

public sealed class SecondFactorsOnSqlite(ApiHost<OnSqlite> api) : SecondFactors<OnSqlite>(api);

public sealed class SecondFactorsOnPostgreSql(ApiHost<OnPostgreSql> api) : SecondFactors<OnPostgreSql>(api);
