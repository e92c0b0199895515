using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.Imports;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Accounts;

/// <summary>
/// On the hot paths the process keeps what a session may do. In each of these stories the rights are kept (the hot paths answered a moment before),
/// something changes them, and the very next request knows.
/// </summary>
public abstract class KeptRights<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task A_role_that_was_ended_reads_nothing_more()
    {
        var branch = await MeetingBranch.Plant(api);
        var security = await api.SignedIn(Role.SecurityAdministrator);
        var account = await api.HasAccount();
        var granted = (await security.Post("/api/v1/role-assignments", new { accountId = account.Id, role = "townOfficer", organizationId = branch.Tree.Town.Id })).ShouldBe(HttpStatusCode.Created);
        var officer = await api.Enter(account);
        await HotPathsAnswer(officer, branch, HttpStatusCode.OK);

        (await security.Post($"{granted.Location}/end", new { }, key: "", ifMatch: granted.ETag)).ShouldBe(HttpStatusCode.NoContent);
        await HotPathsAnswer(officer, branch, HttpStatusCode.Forbidden);
    }

    [DatabaseFact]
    public async Task A_secretary_whose_post_ended_records_no_meeting_and_nothing_of_the_attempt_stays()
    {
        var branch = await MeetingBranch.Plant(api);
        await branch.Recorded(branch.General(new(2024, 5, 12)));
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var post = await api.Look(db => db.Posts.SingleAsync(p => p.OrganizationId == branch.Id && p.PersonId == branch.Secretary.Id));
        var version = (await officer.Get($"/api/v1/organizations/{branch.Id}")).ETag;
        (await officer.Post($"/api/v1/organizations/{branch.Id}/posts/{post.Id}/end", new { lastDay = "2024-05-14" }, key: "", ifMatch: version)).ShouldBe(HttpStatusCode.NoContent);

        (await branch.Keeper.Post("/api/v1/meetings", branch.General(new(2024, 5, 13)))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-3.5");
        (await api.Look(db => db.Meetings.CountAsync(m => m.OrganizationId == branch.Id))).Should().Be(1);
        (await api.Look(db => db.Ledger.CountAsync(e => e.SubjectId == branch.Id.Value))).Should().Be(1);
    }

    [DatabaseFact]
    public async Task A_post_that_was_filled_opens_what_was_closed()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var wang = await api.SignedIn(Role.None, person: branch.Wang.Id);
        (await wang.Get($"/api/v1/members/{branch.Li.Id}")).ShouldBe(HttpStatusCode.OK);
        (await wang.Get($"/api/v1/members/{branch.Publicist.Id}")).ShouldBe(HttpStatusCode.NotFound);

        var version = (await officer.Get($"/api/v1/organizations/{branch.Id}")).ETag;
        (await officer.Post($"/api/v1/organizations/{branch.Id}/posts", new { personId = branch.Wang.Id, office = "deputySecretary", from = "2024-05-15" }, ifMatch: version)).ShouldBe(HttpStatusCode.Created);
        (await wang.Get($"/api/v1/members/{branch.Publicist.Id}")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_post_that_an_import_fills_counts_at_the_next_request()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var (identity, code) = (Numbers.Identity(), $"K-{branch.Tree.Town.Code}");
        var person = (await officer.Post("/api/v1/members", new { organizationId = branch.Id, name = "何平", identityNumber = identity, standing = "formal", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        var secretary = await api.SignedIn(Role.None, person: new(person.At("id").GetGuid()));
        (await secretary.Get($"/api/v1/organizations/{branch.Id}/duties")).ShouldBe(HttpStatusCode.OK);

        var register = new Register().Organization(code, "新支部", "党支部", branch.Tree.Town.Code, "2024-05-01").Post(code, identity, "", "书记", "2024-05-01");
        var uploaded = (await officer.Post("/api/v1/imports", Register.Form(register.AsWorkbook()))).ShouldBe(HttpStatusCode.Accepted);
        await api.RunJobs();
        var ready = await officer.Get(uploaded.Location!.ToString());
        ready.Text("status").Should().Be("ready", (await officer.Get($"{uploaded.Location}/errors")).Text);
        (await officer.Post($"{uploaded.Location}/confirmation", null, key: "", ifMatch: ready.ETag)).ShouldBe(HttpStatusCode.Accepted);
        await api.RunJobs();

        var founded = await api.Look(db => db.Organizations.SingleAsync(o => o.Code == code));
        (await secretary.Get($"/api/v1/organizations/{founded.Id}/duties")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_session_that_was_ended_elsewhere_reads_nothing_more()
    {
        var branch = await MeetingBranch.Plant(api);
        var account = await api.HasAccount(Role.TownOfficer, branch.Tree.Town.Id);
        var (here, there) = (await api.Enter(account), await api.Enter(account));
        await HotPathsAnswer(there, branch, HttpStatusCode.OK);

        (await there.Delete("/api/v1/sessions/current", ifMatch: null)).ShouldBe(HttpStatusCode.NoContent);
        await HotPathsAnswer(there, branch, HttpStatusCode.Unauthorized);
        await HotPathsAnswer(here, branch, HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_role_ends_with_its_last_day_though_nothing_is_recorded_on_the_day_after()
    {
        var branch = await MeetingBranch.Plant(api);
        var noon = api.Clock.GetCurrentInstant();
        api.Clock.Advance(Duration.FromMinutes((12 * 60) - 5));
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id, to: MeetingBranch.Today);
        await HotPathsAnswer(officer, branch, HttpStatusCode.OK);

        api.Clock.Advance(Duration.FromMinutes(6));
        await HotPathsAnswer(officer, branch, HttpStatusCode.Forbidden);
        api.Clock.MoveTo(noon);
    }

    [DatabaseFact]
    public async Task Who_officiates_in_a_town_that_moved_reads_it_at_its_new_place_and_the_county_it_left_does_not()
    {
        var (from, to) = (await MeetingBranch.Plant(api), await SmallTree.Plant(api));
        var officer = await api.SignedIn(Role.TownOfficer, from.Tree.Town.Id);
        var county = await api.SignedIn(Role.CountyOfficer, from.Tree.County.Id);
        await HotPathsAnswer(officer, from, HttpStatusCode.OK);
        await HotPathsAnswer(county, from, HttpStatusCode.OK);

        var both = await BothCities(from.Tree, to);
        var version = (await both.Get($"/api/v1/organizations/{from.Tree.Town.Id}")).ETag;
        (await both.Post($"/api/v1/organizations/{from.Tree.Town.Id}/move", new { superiorId = to.County.Id, from = "2024-05-15" }, key: "", ifMatch: version)).ShouldBe(HttpStatusCode.OK);
        await HotPathsAnswer(officer, from, HttpStatusCode.OK);
        await HotPathsAnswer(county, from, HttpStatusCode.NotFound);
    }

    // A city officer of two cities.
    private async Task<ApiClient> BothCities(SmallTree one, SmallTree other)
    {
        var account = await api.HasAccount(Role.CityOfficer, one.City.Id);
        await api.Arrange(context => context.Add(new RoleAssignment(api.Ids.New<RoleAssignment>(), account.Id, Role.CityOfficer, other.City.Id, new(2020, 1, 1), null, new Domain.Time.Clock(api.Clock).Now)));
        return await api.Enter(account);
    }

    private static async Task HotPathsAnswer(ApiClient caller, MeetingBranch branch, HttpStatusCode status)
    {
        (await caller.Get($"/api/v1/members/{branch.Wang.Id}")).Status.Should().Be(status);
        (await caller.Get($"/api/v1/organizations/{branch.Id}/duties?from=2024")).Status.Should().Be(status);
        var list = await caller.Get("/api/v1/members?name=王");
        if (status == HttpStatusCode.NotFound) list.At("items").GetArrayLength().Should().Be(0);
        else list.Status.Should().Be(status);
    }
}

public sealed class KeptRightsOnSqlite(ApiHost<OnSqlite> api) : KeptRights<OnSqlite>(api);

public sealed class KeptRightsOnPostgreSql(ApiHost<OnPostgreSql> api) : KeptRights<OnPostgreSql>(api);

public sealed class KeptRightsOnSqlServer(ApiHost<OnSqlServer> api) : KeptRights<OnSqlServer>(api);
