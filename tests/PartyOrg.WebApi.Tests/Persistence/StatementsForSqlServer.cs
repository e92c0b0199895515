using System.Net;
using PartyOrg.Application.Organizations;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.TestSupport.TSql;

namespace PartyOrg.WebApi.Tests.Persistence;

/// <summary>That the instrument sees what use cases send, and that all of it went through SQL Server's grammar.</summary>
public sealed class StatementsForSqlServer(ApiHost<OnTSqlGrammar> api) : IClassFixture<ApiHost<OnTSqlGrammar>>
{
    [Fact]
    public async Task A_use_case_runs_to_its_end_in_well_formed_T_SQL()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        (await officer.Post("/api/v1/organizations", new FoundOrganization("G-1", "A branch", Domain.Organizations.OrganizationType.Branch, tree.Town.Id, new(2024, 5, 1))))
            .ShouldBe(HttpStatusCode.Created);

        var statements = api.Database.Interceptors.OfType<TSqlOnSqlite>().Single().Seen.All;
        statements.Should().HaveCountGreaterThan(5)
            .And.Contain(sql => sql.StartsWith("MERGE [AuditChains]"), "the chain is locked by a statement of the product's own")
            .And.Contain(sql => sql.Contains("UNION ALL"), "rights are read in one query")
            .And.Contain(sql => sql.Contains("INSERT INTO [Organizations]"))
            .And.Contain(sql => sql.Contains("INSERT INTO [IdempotencyRecords]"));
        statements.SelectMany(TSqlGrammar.Check).Should().BeEmpty();
    }
}
