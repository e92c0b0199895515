using System.Net;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Imports;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.TestSupport.TSql;

namespace PartyOrg.WebApi.Tests.Imports;

/// <summary>What an import sends to SQL Server.</summary>
public sealed class StatementsOfImports(ApiHost<OnTSqlGrammar> api) : IClassFixture<ApiHost<OnTSqlGrammar>>
{
    private const string Imports = "/api/v1/imports";

    private List<string> Seen => [.. api.Database.Interceptors.OfType<TSqlOnSqlite>().Single().Seen.All];

    [Fact]
    public async Task An_import_is_checked_and_written_in_well_formed_T_SQL()
    {
        const int branches = 2;
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var register = new Register();
        for (var i = 0; i < branches; i++) register.Organization($"S{branches}-{i}", "一支部", "党支部", tree.Town.Code, "2021-01-01");
        for (var i = 0; i < 4; i++) register.Member("王伟", Numbers.Identity(), "", "正式", "", "", $"S{branches}-{i % branches}", "2022-01-01");

        await Imported(officer, register);
        // Into branches that are there: their chains are locked, all in one statement.
        var members = new Register();
        for (var i = 0; i < 4; i++) members.Member("王伟", Numbers.Identity(), "", "正式", "", "", $"S{branches}-{i % branches}", "2022-01-01");
        await Imported(officer, members);
        Seen.SelectMany(TSqlGrammar.Check).Should().BeEmpty();
        Seen.Should().Contain(sql => sql.StartsWith("INSERT INTO [Persons]") && sql.Contains("OPENJSON"), "many rows go in one statement");
        Seen.Should().Contain(sql => sql.StartsWith("MERGE [AuditChains]") && sql.Contains("UNION ALL"));
    }

    private async Task Imported(ApiClient officer, Register register)
    {
        var uploaded = (await officer.Post(Imports, Register.Form(register.AsWorkbook()))).ShouldBe(HttpStatusCode.Accepted);
        await api.RunJobs();
        var ready = (await officer.Get(uploaded.Location!.ToString())).As<ImportAnswer>();
        ready.ShouldBe(ImportStatus.Ready, (await officer.Get($"{uploaded.Location}/errors")).Text);
        await officer.Post($"{uploaded.Location}/confirmation", ifMatch: $"\"{ready.Version}\"");
        await api.RunJobs();
        (await officer.Get(uploaded.Location!.ToString())).As<ImportAnswer>().Status.Should().Be(ImportStatus.Confirmed);
    }
}
