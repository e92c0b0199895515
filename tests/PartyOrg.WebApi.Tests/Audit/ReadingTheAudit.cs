using System.Net;
using PartyOrg.Application.Audit;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Audit;

public abstract class ReadingTheAudit<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task The_audit_administrator_sees_every_chain_without_business_values_and_an_auditor_his_subtree_with_them()
    {
        var tree = await SmallTree.Plant(api);
        var (own, far) = (await Found(tree.Town), await Found(tree.SiblingTown));
        await api.SignedIn(Role.None);

        var administrator = await api.SignedIn(Role.AuditAdministrator);
        var all = (await administrator.Get("/api/v1/audit")).ShouldBe(HttpStatusCode.OK).As<Application.Pipeline.Page<AuditEntryAnswer>>().Items;
        all.Select(e => e.Chain).Should().Contain([own, far]);
        all.Where(e => e.Chain == own).Should().OnlyContain(e => e.Operation == "FoundOrganization" && e.OrganizationName == "华星公司党支部" && e.Details == null && e.UserName != null);

        var auditor = await api.SignedIn(Role.Auditor, tree.Town.Id);
        var seen = (await auditor.Get("/api/v1/audit")).ShouldBe(HttpStatusCode.OK).As<Application.Pipeline.Page<AuditEntryAnswer>>().Items;
        seen.Select(e => e.Chain).Distinct().Should().Equal(own);
        seen[0].Details!.Value.GetProperty("name").GetString().Should().Be("华星公司党支部");
        (await auditor.Get($"/api/v1/audit?organization={tree.SiblingTown.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await auditor.Get($"/api/v1/audit?chain={far}")).At("items").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task Entries_are_found_by_organization_day_operation_and_account_in_pages_that_meet()
    {
        var tree = await SmallTree.Plant(api);
        var chains = new List<Guid>();
        for (var i = 0; i < 5; i++) chains.Add(await Found(tree.Town));
        var administrator = await api.SignedIn(Role.AuditAdministrator);
        var today = new Domain.Time.Clock(api.Clock).Today;

        var seen = new List<Guid>();
        var cursor = "";
        do
        {
            var page = (await administrator.Get($"/api/v1/audit?organization={tree.County.Id}&limit=2{cursor}")).ShouldBe(HttpStatusCode.OK).As<Application.Pipeline.Page<AuditEntryAnswer>>();
            seen.AddRange(page.Items.Select(e => e.Chain));
            cursor = page.Next is null ? "" : $"&cursor={page.Next}";
        }
        while (cursor.Length > 0);
        seen.Should().BeEquivalentTo(chains);

        async Task<int> Count(string query) => (await administrator.Get($"/api/v1/audit?organization={tree.Town.Id}&{query}")).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength();
        (await Count($"from={today:uuuu-MM-dd}&to={today:uuuu-MM-dd}")).Should().Be(5);
        (await Count($"from={today.PlusDays(1):uuuu-MM-dd}")).Should().Be(0);
        (await Count($"to={today.PlusDays(-1):uuuu-MM-dd}")).Should().Be(0);
        (await Count("operation=RecordMeeting")).Should().Be(0);
        (await Count("operation=FoundOrganization")).Should().Be(5);
        (await Count("operation=foundOrganization")).Should().Be(5, "that is what the document calls it");
        var one = (await administrator.Get($"/api/v1/audit?chain={chains[0]}")).As<Application.Pipeline.Page<AuditEntryAnswer>>().Items.Should().ContainSingle().Subject;
        (await Count($"account={one.AccountId}")).Should().Be(1);
    }

    private async Task<Guid> Found(Organization under)
    {
        var officer = await api.SignedIn(Role.TownOfficer, under.Id);
        var founded = await officer.Post("/api/v1/organizations", new { code = $"R{api.Ids.New():N}", name = "华星公司党支部", type = "branch", superiorId = under.Id, foundedOn = "2024-01-01" });
        return founded.ShouldBe(HttpStatusCode.Created).As<Application.Organizations.OrganizationAnswer>().Id.Value;
    }
}

public sealed class ReadingTheAuditOnSqlite(ApiHost<OnSqlite> api) : ReadingTheAudit<OnSqlite>(api);

public sealed class ReadingTheAuditOnPostgreSql(ApiHost<OnPostgreSql> api) : ReadingTheAudit<OnPostgreSql>(api);

public sealed class ReadingTheAuditOnSqlServer(ApiHost<OnSqlServer> api) : ReadingTheAudit<OnSqlServer>(api);
