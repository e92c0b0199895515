using System.Net;
using PartyOrg.Application.Organizations;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Organizations;

public abstract class FoundingOrganizations<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static int lastCode;

    [DatabaseFact]
    public async Task A_branch_is_founded_by_the_officer_of_its_town_and_found_again()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);

        var founded = (await officer.Post("/api/v1/organizations", Branch(tree) with { Name = "华星公司党支部" })).ShouldBe(HttpStatusCode.Created);
        founded.ETag.Should().Be("\"1\"");

        var found = (await officer.Get(founded.Location!.ToString())).ShouldBe(HttpStatusCode.OK);
        found.As<OrganizationAnswer>().Should().BeEquivalentTo(new { Name = "华星公司党支部", SuperiorId = tree.Town.Id, FoundedOn = new LocalDate(2024, 5, 1), Version = 1 });
        (await officer.Get(founded.Location!.ToString(), ifNoneMatch: found.ETag)).ShouldBe(HttpStatusCode.NotModified);
    }

    [DatabaseFact]
    public async Task The_same_request_again_gets_the_same_answer_and_founds_nothing()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var request = Branch(tree);

        var first = (await officer.Post("/api/v1/organizations", request, key: "once")).ShouldBe(HttpStatusCode.Created);
        var again = (await officer.Post("/api/v1/organizations", request, key: "once")).ShouldBe(HttpStatusCode.Created);
        again.Text.Should().Be(first.Text);
        (await officer.Get($"/api/v1/organizations?code={request.Code}")).At("items").GetArrayLength().Should().Be(1);

        (await officer.Post("/api/v1/organizations", request with { Name = "Another" }, key: "once")).ShouldBeProblem(HttpStatusCode.Conflict, "idempotency-key-reused");
        (await officer.Post("/api/v1/organizations", request, key: "")).ShouldBeProblem(HttpStatusCode.BadRequest, "idempotency-key-required");
    }

    [DatabaseFact]
    public async Task What_lies_outside_the_callers_subtree_is_not_found()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);

        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}")).ShouldBe(HttpStatusCode.OK);
        foreach (var outside in new[] { tree.FarBranch, tree.SiblingTown, tree.County, tree.City })
            (await officer.Get($"/api/v1/organizations/{outside.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await api.Anonymous.Get($"/api/v1/organizations/{tree.Branch.Id}")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task A_role_that_ended_yesterday_opens_nothing_today()
    {
        var tree = await SmallTree.Plant(api);
        var today = new Domain.Time.Clock(api.Clock).Today;

        var ends = await api.SignedIn(Role.TownOfficer, tree.Town.Id, to: today);
        var ended = await api.SignedIn(Role.TownOfficer, tree.Town.Id, to: today.PlusDays(-1));
        (await ends.Get($"/api/v1/organizations/{tree.Branch.Id}")).ShouldBe(HttpStatusCode.OK);
        (await ended.Get($"/api/v1/organizations/{tree.Branch.Id}")).Status.Should().BeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
    }

    [DatabaseTheory]
    [InlineData("en", "The body is not what this operation takes")]
    [InlineData("zh-CN", "请求体不符合该操作的要求")]
    public async Task A_body_with_an_unknown_member_is_refused_in_the_callers_language(string language, string words)
    {
        var tree = await SmallTree.Plant(api);
        var officer = (await api.SignedIn(Role.TownOfficer, tree.Town.Id)).In(language);

        var refused = await officer.Post("/api/v1/organizations", """{"code":"A","nmae":"B"}""");
        refused.ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json").At("detail").GetString().Should().Contain(words);
    }

    [DatabaseFact]
    public async Task A_code_that_is_taken_is_refused_with_the_rule()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var request = Branch(tree);

        await officer.Post("/api/v1/organizations", request);
        var refused = await officer.Post("/api/v1/organizations", request with { Name = "Another" });
        refused.At("ruleId").GetString().Should().Be("REG-8");
    }

    [DatabaseFact]
    public async Task The_sixteenth_level_of_a_tree_is_its_last_for_what_is_founded_and_for_what_is_moved()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        FoundOrganization Under(Domain.Id<Organization> superior) => Branch(tree) with { Type = OrganizationType.GeneralBranch, SuperiorId = superior };
        async Task<OrganizationAnswer> Found(Domain.Id<Organization> superior) => (await officer.Post("/api/v1/organizations", Under(superior))).ShouldBe(HttpStatusCode.Created).As<OrganizationAnswer>();
        async Task<Answer> Move(OrganizationAnswer moved, OrganizationAnswer superior) =>
            await officer.Post($"/api/v1/organizations/{moved.Id}/move", new { superiorId = superior.Id, from = "2024-05-15" }, ifMatch: "\"1\"");

        // City, county and town are the first three.
        var levels = new List<OrganizationAnswer> { await Found(tree.Town.Id) };
        while (levels.Count < 16 - 3) levels.Add(await Found(levels[^1].Id));
        (await officer.Post("/api/v1/organizations", Under(levels[^1].Id))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "tree-too-deep", "REG-11");

        var pair = await Found(tree.Town.Id);
        await Found(pair.Id);
        (await Move(pair, levels[^2])).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "tree-too-deep", "REG-11");
        (await Move(pair, levels[^3])).ShouldBe(HttpStatusCode.OK);
    }

    private static FoundOrganization Branch(SmallTree tree) =>
        new($"B-{Interlocked.Increment(ref lastCode)}", "A branch", Domain.Organizations.OrganizationType.Branch, tree.Town.Id, new(2024, 5, 1));
}

public sealed class FoundingOrganizationsOnSqlite(ApiHost<OnSqlite> api) : FoundingOrganizations<OnSqlite>(api);

public sealed class FoundingOrganizationsOnPostgreSql(ApiHost<OnPostgreSql> api) : FoundingOrganizations<OnPostgreSql>(api);

public sealed class FoundingOrganizationsOnSqlServer(ApiHost<OnSqlServer> api) : FoundingOrganizations<OnSqlServer>(api);
