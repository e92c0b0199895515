using System.Net;
using PartyOrg.Application.Accounts;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Accounts;

public abstract class AccountsByInvitation<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Chosen = "seven swans are swimming";

    private static int last;

    [DatabaseFact]
    public async Task An_account_is_made_and_its_owner_chooses_the_password_and_signs_in()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var name = $"Li.Ming{++last}";

        var created = (await administrator.Post("/api/v1/accounts", new { userName = name, displayName = "李明", kind = "person" })).ShouldBe(HttpStatusCode.Created);
        created.ETag.Should().Be("\"1\"");
        created.As<InvitedAccount>().Account.InvitedUntil.Should().Be(api.Clock.GetCurrentInstant() + Duration.FromHours(72));
        (await administrator.Get(created.Location!.ToString())).ShouldBe(HttpStatusCode.OK).Text("userName").Should().Be(name.ToLowerInvariant());

        (await api.SignIn(name, Chosen)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Accept(created.Text("invitation"), "password1234")).ShouldPointAt("/password");
        (await Accept(created.Text("invitation"), Chosen)).ShouldBe(HttpStatusCode.OK).Text("userName").Should().Be(name.ToLowerInvariant());
        (await Accept(created.Text("invitation"), Chosen)).ShouldBeProblem(HttpStatusCode.NotFound, "invitation-refused");
        (await api.SignIn(name, Chosen)).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task An_invitation_ends_after_72_hours_and_another_one_can_be_had()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var created = await Create(administrator);
        api.Clock.Advance(Duration.FromHours(72));
        (await Accept(created.Text("invitation"), Chosen)).ShouldBe(HttpStatusCode.NotFound);

        administrator = await api.SignedIn(Role.SystemAdministrator);
        var again = (await administrator.Post($"{created.Location}/invitation", ifMatch: created.ETag)).ShouldBe(HttpStatusCode.OK);
        api.Clock.Advance(Duration.FromHours(72) - Duration.FromMilliseconds(1));
        (await Accept(again.Text("invitation"), Chosen)).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_repeated_request_shows_the_account_and_not_the_invitation()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var request = new { userName = $"once{++last}", displayName = "Once", kind = "person" };
        var first = (await administrator.Post("/api/v1/accounts", request, key: $"key{last}")).ShouldBe(HttpStatusCode.Created);
        var again = (await administrator.Post("/api/v1/accounts", request, key: $"key{last}")).ShouldBe(HttpStatusCode.Created);

        again.Text("account", "id").Should().Be(first.Text("account", "id"));
        again.At("invitation").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        var stored = await api.Look(context => Task.FromResult(context.IdempotencyRecords.Select(r => r.Answer).ToList()));
        stored.Should().NotBeEmpty().And.OnlyContain(answer => !answer.Contains(first.Text("invitation"), StringComparison.Ordinal));
        (await api.Look(context => Task.FromResult(context.AuditEntries.Select(e => e.Details + e.Subjects).ToList())))
            .Should().OnlyContain(text => !text.Contains(first.Text("invitation"), StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task A_new_invitation_voids_password_second_factor_and_sessions()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var created = await Create(administrator);
        var name = created.Text("account", "userName");
        await Accept(created.Text("invitation"), Chosen);
        var owner = api.With((await api.SignIn(name, Chosen)).Text("accessToken"));
        var seen = await administrator.Get(created.Location!.ToString());

        (await administrator.Post($"{created.Location}/invitation", ifMatch: created.ETag)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        (await administrator.Post($"{created.Location}/invitation")).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await administrator.Post($"{created.Location}/invitation", ifMatch: seen.ETag)).ShouldBe(HttpStatusCode.OK).Header("Cache-Control").Should().Be("no-store");
        (await owner.Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await api.SignIn(name, Chosen)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task Signing_in_leaves_the_version_as_it_is()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var account = await api.HasAccount();
        var before = (await administrator.Get($"/api/v1/accounts/{account.Id}")).ETag;
        await api.SignIn(account.UserName, "wrong");
        await api.Enter(account);
        (await administrator.Get($"/api/v1/accounts/{account.Id}")).ETag.Should().Be(before);
    }

    [DatabaseFact]
    public async Task Who_holds_an_administration_gets_no_new_invitation()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var security = await api.HasAccount(Role.SecurityAdministrator);
        var tag = (await administrator.Get($"/api/v1/accounts/{security.Id}")).ETag;
        (await administrator.Post($"/api/v1/accounts/{security.Id}/invitation", ifMatch: tag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "administration-not-invited", "REG-13");
        (await api.SignIn(security.UserName)).ShouldBe(HttpStatusCode.Created);

        var officer = await api.HasAccount();
        tag = (await administrator.Get($"/api/v1/accounts/{officer.Id}")).ETag;
        (await administrator.Post($"/api/v1/accounts/{officer.Id}/invitation", ifMatch: tag)).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_closed_account_is_out_at_the_next_request_and_its_name_is_not_used_again()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var account = await api.HasAccount();
        var owner = await api.Enter(account);
        var tag = (await administrator.Get($"/api/v1/accounts/{account.Id}")).ETag;

        (await administrator.Post($"/api/v1/accounts/{account.Id}/closure", ifMatch: tag)).ShouldBe(HttpStatusCode.OK).At("closedAt").GetString().Should().NotBeNull();
        (await owner.Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await administrator.Post("/api/v1/accounts", new { userName = account.UserName, displayName = "New", kind = "person" })).ShouldBeProblem(HttpStatusCode.Conflict, "user-name-taken");
        var closed = await administrator.Get($"/api/v1/accounts/{account.Id}");
        (await administrator.Post($"/api/v1/accounts/{account.Id}/closure", ifMatch: closed.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "account-closed");
    }

    [DatabaseFact]
    public async Task A_person_has_one_open_account_and_a_service_is_nobody()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var person = (await api.Register()).Id;
        (await Create(administrator, personId: person.ToString())).ShouldBe(HttpStatusCode.Created);
        (await Create(administrator, personId: person.ToString())).ShouldBeProblem(HttpStatusCode.Conflict, "person-has-account");
        (await Create(administrator, personId: api.Ids.New().ToString())).ShouldBeProblem(HttpStatusCode.NotFound, "person-not-found");
        (await Create(administrator, kind: "service", personId: (await api.Register()).Id.ToString())).ShouldBeProblem(HttpStatusCode.BadRequest, "service-is-nobody");
    }

    [DatabaseFact]
    public async Task An_account_is_linked_to_a_person_and_unlinked()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var person = (await api.Register()).Id;
        var created = await Create(administrator);

        var linked = (await administrator.Put($"{created.Location}/person", new { personId = person }, created.ETag)).ShouldBe(HttpStatusCode.OK);
        linked.Text("personId").Should().Be(person.ToString());
        (await administrator.Get($"/api/v1/accounts?person={person}")).Items().Should().HaveCount(1);
        (await administrator.Put($"{created.Location}/person", new { personId = (string?)null }, linked.ETag)).ShouldBe(HttpStatusCode.OK).At("personId").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [DatabaseFact]
    public async Task Accounts_are_listed_by_name_in_pages_and_found_by_the_beginning_of_it()
    {
        var administrator = await api.SignedIn(Role.SystemAdministrator);
        var prefix = $"list{++last}-{typeof(TDatabase).Name.ToLowerInvariant()}-";
        foreach (var name in new[] { "b", "a", "王", "c_", "c" }) (await administrator.Post("/api/v1/accounts", new { userName = prefix + name, displayName = name, kind = "person" })).ShouldBe(HttpStatusCode.Created);

        var first = (await administrator.Get($"/api/v1/accounts?userName={prefix}&limit=3")).ShouldBe(HttpStatusCode.OK);
        var rest = (await administrator.Get($"/api/v1/accounts?userName={prefix}&limit=3&cursor={first.Text("next")}")).ShouldBe(HttpStatusCode.OK);
        first.Items().Concat(rest.Items()).Select(i => i.GetProperty("userName").GetString()![prefix.Length..]).Should().Equal("a", "b", "c", "c_", "王");
        (await administrator.Get("/api/v1/accounts?limit=0")).ShouldPointAt("/limit");
    }

    [DatabaseTheory]
    [InlineData("ab", "x", "/userName")]
    [InlineData("a b c", "x", "/userName")]
    [InlineData("fine.name", "", "/displayName")]
    [InlineData("", "", "/userName", "/displayName")]
    public async Task Names_out_of_their_limits_are_all_pointed_at(string userName, string displayName, params string[] pointers) =>
        (await (await api.SignedIn(Role.SystemAdministrator)).Post("/api/v1/accounts", new { userName, displayName, kind = "person" })).ShouldPointAt(pointers);

    private static Task<Answer> Create(ApiClient administrator, string kind = "person", string? personId = null) =>
        administrator.Post("/api/v1/accounts", new { userName = $"account{Interlocked.Increment(ref last)}", displayName = "Somebody", kind, personId });

    private Task<Answer> Accept(string token, string password) => api.Anonymous.Post("/api/v1/invitations/acceptance", new { token, password }, key: "");
}

public sealed class AccountsByInvitationOnSqlite(ApiHost<OnSqlite> api) : AccountsByInvitation<OnSqlite>(api);

public sealed class AccountsByInvitationOnPostgreSql(ApiHost<OnPostgreSql> api) : AccountsByInvitation<OnPostgreSql>(api);

public sealed class AccountsByInvitationOnSqlServer(ApiHost<OnSqlServer> api) : AccountsByInvitation<OnSqlServer>(api);
