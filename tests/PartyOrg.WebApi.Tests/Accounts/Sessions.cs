using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Accounts;

public abstract class Sessions<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task Who_signs_in_sees_himself_with_the_roles_that_he_holds_and_nobody_sees_him_after_he_signed_out()
    {
        var tree = await SmallTree.Plant(api);
        var account = await api.HasAccount(Role.TownOfficer, tree.Town.Id);

        var session = (await api.SignIn(account.UserName.ToUpperInvariant())).ShouldBe(HttpStatusCode.Created);
        session.Header("Cache-Control").Should().Be("no-store");
        session.At("expiresInSeconds").GetInt32().Should().Be(900);
        var caller = api.With(session.Text("accessToken"));

        var me = (await caller.Get("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        me.Text("userName").Should().Be(account.UserName);
        me.At("roles").GetArrayLength().Should().Be(1);
        me.Text("roles", 0, "role").Should().Be("townOfficer");
        me.Text("roles", 0, "organizationName").Should().Be(tree.Town.Name);

        (await caller.Delete("/api/v1/sessions/current", null)).ShouldBe(HttpStatusCode.NoContent);
        (await caller.Get("/api/v1/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "session-ended");
        (await api.Refresh(session.Text("refreshToken"))).ShouldBeProblem(HttpStatusCode.Unauthorized, "refresh-refused");
    }

    [DatabaseFact]
    public async Task A_wrong_password_an_unknown_name_and_a_closed_account_get_the_same_answer()
    {
        var account = await api.HasAccount();
        var closed = await api.HasAccount();
        await api.Arrange(context =>
        {
            var stored = context.Accounts.Include(a => a.RoleAssignments).Single(a => a.Id == closed.Id);
            return stored.Close(othersAdministerSecurity: true, api.Ids, api.Clock.GetCurrentInstant());
        });

        var answers = new[] { await api.SignIn(account.UserName, "wrong"), await api.SignIn("nobody.at.all", "wrong"), await api.SignIn("?", "wrong"), await api.SignIn(closed.UserName) };
        foreach (var answer in answers) answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "sign-in-refused");
        answers.Select(a => a.Text("detail")).Distinct().Should().HaveCount(1);
    }

    [DatabaseFact]
    public async Task The_fifth_failure_in_a_row_locks_the_account_for_a_quarter_of_an_hour()
    {
        var account = await api.HasAccount();
        for (var i = 0; i < 4; i++) (await api.SignIn(account.UserName, "wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        (await api.SignIn(account.UserName)).ShouldBe(HttpStatusCode.Created);
        for (var i = 0; i < 5; i++) (await api.SignIn(account.UserName, "wrong")).ShouldBe(HttpStatusCode.Unauthorized);

        (await api.SignIn(account.UserName)).ShouldBeProblem(HttpStatusCode.Unauthorized, "sign-in-refused");
        api.Clock.Advance(Duration.FromMinutes(15) - Duration.FromMilliseconds(1));
        (await api.SignIn(account.UserName)).ShouldBe(HttpStatusCode.Unauthorized);
        api.Clock.Advance(Duration.FromMilliseconds(1));
        (await api.SignIn(account.UserName)).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task Failures_that_come_at_the_same_moment_are_all_counted()
    {
        var account = await api.HasAccount();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => api.SignIn(account.UserName, "wrong")));
        (await api.SignIn(account.UserName)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task Every_attempt_is_in_the_systems_chain_and_no_password_or_name_is()
    {
        var account = await api.HasAccount();
        var before = await Entries();
        (await api.SignIn(account.UserName, "my secret guess")).ShouldBe(HttpStatusCode.Unauthorized);
        (await api.SignIn("my secret name", "my secret guess")).ShouldBe(HttpStatusCode.Unauthorized);
        (await api.SignIn(account.UserName)).ShouldBe(HttpStatusCode.Created);

        var entries = (await Entries()).Skip(before.Count).ToList();
        entries.Select(e => (e.Operation, Refused: e.Details.Contains("sign-in-refused", StringComparison.Ordinal))).Should().Equal(("SignIn", true), ("SignIn", true), ("SignIn", false));
        entries[0].Subjects.Should().Contain(account.Id.ToString()).And.Contain("account.passwordRefused");
        entries[2].AccountId.Should().Be(account.Id.Value);
        entries.Should().OnlyContain(e => !(e.Details + e.Subjects).Contains("secret", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task A_refresh_token_works_once_and_its_answer_can_be_had_again_for_half_a_minute()
    {
        var first = (await api.SignIn((await api.HasAccount()).UserName)).Text("refreshToken");
        var second = (await api.Refresh(first)).ShouldBe(HttpStatusCode.OK);
        second.Header("Cache-Control").Should().Be("no-store");

        api.Clock.Advance(Duration.FromSeconds(30));
        (await api.Refresh(first)).ShouldBe(HttpStatusCode.OK).Text("refreshToken").Should().Be(second.Text("refreshToken"), "an answer lost on its way is not an attack");
        (await api.Refresh(second.Text("refreshToken"))).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_refresh_token_used_again_after_half_a_minute_ends_the_session()
    {
        var first = (await api.SignIn((await api.HasAccount()).UserName)).Text("refreshToken");
        var second = (await api.Refresh(first)).ShouldBe(HttpStatusCode.OK);

        api.Clock.Advance(Duration.FromSeconds(30) + Duration.FromMilliseconds(1));
        (await api.Refresh(first)).ShouldBeProblem(HttpStatusCode.Unauthorized, "refresh-refused");
        (await api.Refresh(second.Text("refreshToken"))).ShouldBeProblem(HttpStatusCode.Unauthorized, "refresh-refused");
        (await api.With(second.Text("accessToken")).Get("/api/v1/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "session-ended");
    }

    [DatabaseFact]
    public async Task A_refresh_token_whose_successor_was_used_ends_the_session_at_once()
    {
        var first = (await api.SignIn((await api.HasAccount()).UserName)).Text("refreshToken");
        var second = (await api.Refresh(first)).ShouldBe(HttpStatusCode.OK);
        var third = (await api.Refresh(second.Text("refreshToken"))).ShouldBe(HttpStatusCode.OK);

        (await api.Refresh(first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await api.With(third.Text("accessToken")).Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task Two_requests_with_one_refresh_token_at_the_same_moment_get_the_same_child()
    {
        var first = (await api.SignIn((await api.HasAccount()).UserName)).Text("refreshToken");
        var answers = await Task.WhenAll(api.Refresh(first), api.Refresh(first), api.Refresh(first));
        answers.Select(a => a.ShouldBe(HttpStatusCode.OK).Text("refreshToken")).Distinct().Should().HaveCount(1);
    }

    [DatabaseFact]
    public async Task A_refresh_token_lasts_a_fortnight_and_an_access_token_a_quarter_of_an_hour()
    {
        var session = await api.SignIn((await api.HasAccount()).UserName);
        api.Clock.Advance(Duration.FromMinutes(15) - Duration.FromSeconds(1));
        (await api.With(session.Text("accessToken")).Get("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        api.Clock.Advance(Duration.FromSeconds(1));
        (await api.With(session.Text("accessToken")).Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);

        api.Clock.Advance(Duration.FromDays(14) - Duration.FromMinutes(15) - Duration.FromSeconds(1));
        var refreshed = (await api.Refresh(session.Text("refreshToken"))).ShouldBe(HttpStatusCode.OK);
        api.Clock.Advance(Duration.FromDays(14));
        (await api.Refresh(refreshed.Text("refreshToken"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task The_owner_sees_his_sessions_and_ends_one_and_nobody_elses()
    {
        var account = await api.HasAccount();
        var phone = await api.Enter(account);
        var desk = await api.Enter(account);
        var stranger = await api.Enter(await api.HasAccount());

        var sessions = (await desk.Get("/api/v1/sessions")).Items();
        sessions.Should().HaveCount(2);
        var other = sessions.Single(s => !s.GetProperty("current").GetBoolean()).GetProperty("id").GetString();

        (await stranger.Delete($"/api/v1/sessions/{other}", null)).ShouldBeProblem(HttpStatusCode.NotFound, "session-not-found");
        (await phone.Get("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await desk.Delete($"/api/v1/sessions/{other}", null)).ShouldBe(HttpStatusCode.NoContent);
        (await phone.Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await desk.Get("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await desk.Delete($"/api/v1/sessions/{other}", null)).ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseFact]
    public async Task Sessions_are_listed_in_pages_that_meet()
    {
        var account = await api.HasAccount();
        var caller = await api.Enter(account);
        for (var i = 0; i < 4; i++) await api.Enter(account);

        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await caller.Get($"/api/v1/sessions?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}")).ShouldBe(HttpStatusCode.OK);
            ids.AddRange(page.Items().Select(i => i.GetProperty("id").GetString()!));
            cursor = page.At("next").GetString();
        }
        while (cursor is not null);
        ids.Should().HaveCount(5).And.OnlyHaveUniqueItems();
        (await caller.Get("/api/v1/sessions?cursor=WyJhIiwiYiJd")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor-malformed");
    }

    [DatabaseFact]
    public async Task A_changed_password_ends_the_other_sessions_and_only_the_new_one_opens()
    {
        var account = await api.HasAccount();
        var here = await api.Enter(account);
        var elsewhere = await api.Enter(account);

        const string Other = "nine geese in a row";
        (await here.Put("/api/v1/me/password", new { currentPassword = "wrong", newPassword = Other }, null)).ShouldBeProblem(HttpStatusCode.Forbidden, "current-password-wrong");
        (await here.Put("/api/v1/me/password", new { currentPassword = People.Password, newPassword = "short" }, null)).ShouldPointAt("/newPassword");
        (await here.Put("/api/v1/me/password", new { currentPassword = People.Password, newPassword = People.Password }, null)).ShouldPointAt("/newPassword");
        (await here.Put("/api/v1/me/password", new { currentPassword = People.Password, newPassword = $"{account.UserName}-2024!" }, null)).ShouldPointAt("/newPassword");
        (await elsewhere.Get("/api/v1/me")).ShouldBe(HttpStatusCode.OK);

        (await here.Put("/api/v1/me/password", new { currentPassword = People.Password, newPassword = Other }, null)).ShouldBe(HttpStatusCode.NoContent);
        (await here.Get("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await api.SignIn(account.UserName)).ShouldBe(HttpStatusCode.Unauthorized);
        (await api.SignIn(account.UserName, Other)).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task Guesses_at_the_current_password_lock_the_account_like_guesses_at_sign_in()
    {
        var account = await api.HasAccount();
        var thief = await api.Enter(account);
        for (var i = 0; i < 5; i++) (await thief.Put("/api/v1/me/password", new { currentPassword = "wrong", newPassword = "nine geese in a row" }, null)).ShouldBe(HttpStatusCode.Forbidden);
        (await thief.Put("/api/v1/me/password", new { currentPassword = People.Password, newPassword = "nine geese in a row" }, null)).ShouldBe(HttpStatusCode.Forbidden);
        (await api.SignIn(account.UserName)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task A_token_of_another_key_or_another_shape_opens_nothing()
    {
        var token = (await api.SignIn((await api.HasAccount()).UserName)).Text("accessToken");
        var parts = token.Split('.');
        foreach (var forged in new[] { $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}", $"eyJhbGciOiJub25lIn0.{parts[1]}.", "nonsense" })
            (await api.With(forged).Get("/api/v1/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "session-ended");
    }

    private Task<List<AuditEntry>> Entries() => api.Look(context => context.AuditEntries.Where(e => e.ChainId == AuditChain.System).OrderBy(e => e.Sequence).ToListAsync());
}

public sealed class SessionsOnSqlite(ApiHost<OnSqlite> api) : Sessions<OnSqlite>(api);

public sealed class SessionsOnPostgreSql(ApiHost<OnPostgreSql> api) : Sessions<OnPostgreSql>(api);

public sealed class SessionsOnSqlServer(ApiHost<OnSqlServer> api) : Sessions<OnSqlServer>(api);
