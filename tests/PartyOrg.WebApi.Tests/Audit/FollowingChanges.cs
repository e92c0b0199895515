using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Audit;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Audit;

/// <summary>Who changed a resource, when, by which operation: one question for every resource.</summary>
public abstract class FollowingChanges<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task Every_change_names_who_when_by_which_operation_and_the_version_after_it()
    {
        var tree = await SmallTree.Plant(api);
        var (county, town) = (await api.SignedIn(Role.CountyOfficer, tree.County.Id), await api.SignedIn(Role.TownOfficer, tree.Town.Id));
        var founded = (await town.Post("/api/v1/organizations", new { code = $"F{api.Ids.New():N}", name = "华星公司党支部", type = "branch", superiorId = tree.Town.Id, foundedOn = "2024-01-01" })).ShouldBe(HttpStatusCode.Created).As<OrganizationAnswer>();
        (await county.Put($"/api/v1/organizations/{founded.Id}", new { name = "华星科技公司党支部" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await town.Put($"/api/v1/organizations/{founded.Id}", new { name = "x" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.PreconditionFailed);

        var changes = await Changes(town, founded.Id.Value);
        changes.Select(c => (c.Operation, c.Version, c.Type, string.Join(',', c.Events), c.Chain, c.OrganizationName)).Should().Equal(
            ("ChangeOrganization", 2, "Organization", "organization.renamed", founded.Id.Value, "华星科技公司党支部"), ("FoundOrganization", 1, "Organization", "organization.founded", founded.Id.Value, "华星科技公司党支部"));
        changes.Should().OnlyContain(c => c.UserName != null && c.At == new Domain.Time.Clock(api.Clock).Now);
        changes[0].AccountId.Should().NotBe(changes[1].AccountId!.Value);

        var first = (await town.Get($"/api/v1/changes/{founded.Id}?limit=1")).As<Page<ChangeAnswer>>();
        first.Items.Should().ContainSingle().Which.Version.Should().Be(2);
        (await town.Get($"/api/v1/changes/{founded.Id}?limit=1&cursor={first.Next}")).As<Page<ChangeAnswer>>().Should().BeEquivalentTo(new { Items = new[] { new { Version = 1 } }, Next = (string?)null });

        var auditor = await api.SignedIn(Role.Auditor, tree.Town.Id);
        var requests = (await auditor.Get($"/api/v1/audit?resource={founded.Id}")).ShouldBe(HttpStatusCode.OK).As<Page<AuditEntryAnswer>>().Items;
        requests.Select(r => r.Details!.Value.GetProperty("name").GetString()).Should().Equal("华星科技公司党支部", "华星公司党支部");
    }

    [DatabaseFact]
    public async Task Of_what_lies_elsewhere_and_of_what_does_not_exist_the_list_is_empty_alike()
    {
        var tree = await SmallTree.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var member = (await town.Post("/api/v1/members", new { organizationId = tree.Branch.Id, name = "王伟", identityNumber = Numbers.Identity(), standing = "formal", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
        (await Changes(town, member)).Should().ContainSingle().Which.Operation.Should().Be("RegisterMember");
        (await Changes(await api.SignedIn(Role.BranchSecretary, tree.Branch.Id), member)).Should().ContainSingle();

        (await Changes(await api.SignedIn(Role.BranchSecretary, tree.SiblingBranch.Id), member)).Should().BeEmpty();
        (await Changes(await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id), member)).Should().BeEmpty();
        (await Changes(town, api.Ids.New())).Should().BeEmpty();
        (await (await api.SignedIn(Role.GroupLeader, tree.Branch.Id)).Get($"/api/v1/changes/{member}")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
        (await (await api.SignedIn(Role.SystemAdministrator)).Get($"/api/v1/changes/{member}")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
    }

    [DatabaseFact]
    public async Task What_is_confidential_changes_unseen_but_by_those_who_audit()
    {
        var tree = await SmallTree.Plant(api);
        await api.SignedIn(Role.None);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await officer.Post("/api/v1/letters", new { organizationId = tree.Branch.Id, channel = "visit", receivedOn = "2024-05-15", text = "食堂招标没有公示" })).ShouldBe(HttpStatusCode.Created);
        var letter = await api.Look(db => db.Letters.Where(l => l.OrganizationId == tree.Branch.Id).Select(l => l.Id.Value).SingleAsync());

        (await Changes(officer, letter)).Should().BeEmpty();
        (await Changes(await api.SignedIn(Role.BranchSecretary, tree.Branch.Id), letter)).Should().BeEmpty();
        (await Changes(await api.SignedIn(Role.Auditor, tree.Town.Id), letter)).Should().ContainSingle().Which.Operation.Should().Be("RecordLetter");
        (await Changes(await api.SignedIn(Role.AuditAdministrator), letter)).Should().ContainSingle().Which.Type.Should().Be("Letter");
        (await Changes(await api.SignedIn(Role.Auditor, tree.SiblingTown.Id), letter)).Should().BeEmpty();
    }

    [DatabaseFact]
    public async Task The_changes_of_accounts_and_roles_are_the_audit_administrators_and_a_sign_in_is_none()
    {
        var tree = await SmallTree.Plant(api);
        var security = await api.SignedIn(Role.SecurityAdministrator);
        var account = (await (await api.SignedIn(Role.TownOfficer, tree.Town.Id)).Get("/api/v1/me")).At("id").GetGuid();
        (await security.Post("/api/v1/role-assignments", new { accountId = account, role = "countyOfficer", organizationId = tree.County.Id, from = new Domain.Time.Clock(api.Clock).Today })).ShouldBe(HttpStatusCode.Created);

        var administrator = await api.SignedIn(Role.AuditAdministrator);
        (await Changes(administrator, account)).Should().Contain(c => c.Operation == "GrantRole" && c.Type == "Account").And.NotContain(c => c.Operation == "SignIn");
        (await Changes(await api.SignedIn(Role.CityOfficer, tree.City.Id), account)).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<ChangeAnswer>> Changes(ApiClient caller, Guid resource) => (await caller.Get($"/api/v1/changes/{resource}")).ShouldBe(HttpStatusCode.OK).As<Page<ChangeAnswer>>().Items;
}

public sealed class FollowingChangesOnSqlite(ApiHost<OnSqlite> api) : FollowingChanges<OnSqlite>(api);

public sealed class FollowingChangesOnPostgreSql(ApiHost<OnPostgreSql> api) : FollowingChanges<OnPostgreSql>(api);

public sealed class FollowingChangesOnSqlServer(ApiHost<OnSqlServer> api) : FollowingChanges<OnSqlServer>(api);
