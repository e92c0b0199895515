using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Accounts;
using PartyOrg.Infrastructure.Jobs;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Contract;

/// <summary>The served document judged by others' rules, and used by a client in another language.</summary>
public sealed class FromOutside(FromOutside.WithJobs api) : IClassFixture<FromOutside.WithJobs>
{
    [NodeFact]
    public async Task The_unmodified_recommended_rules_find_nothing_in_it()
    {
        (await File.ReadAllTextAsync(Path.Combine(Node.Folder, "redocly.yaml"))).ReplaceLineEndings("\n").Should().Be("extends:\n  - recommended\n");
        var found = await Node.Run("node_modules/@redocly/cli/bin/cli.js", "lint", await Document(), "--config", "redocly.yaml", "--format", "json");
        found.Should().MatchRegex("\"errors\": 0,\\s+\"warnings\": 0\\D");
    }

    [NodeFact]
    public async Task A_client_generated_from_it_compiles_strictly_and_does_the_main_job()
    {
        await Node.Run("node_modules/openapi-typescript/bin/cli.js", await Document(), "-o", "generated/api.ts");
        await Node.Run("node_modules/typescript/bin/tsc", "--project", "tsconfig.json");

        var tree = await SmallTree.Plant(api);
        var city = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await city.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2020-08-24" })).ShouldBe(HttpStatusCode.Created);
        var officer = await api.UserWith(Role.TownOfficer, tree.Town.Id, "town.officer");
        var secretary = await api.UserWith(Role.BranchSecretary, tree.Branch.Id, "branch.secretary");

        var said = await Node.Run(
            "generated/out/main-job.js", api.Address.ToString().TrimEnd('/'), officer, secretary, Passwords.Password, tree.Branch.Id.ToString(),
            Numbers.Identity(), Numbers.Identity(), Numbers.Identity(), Numbers.Identity());
        said.Trim().Should().Be("done");
        (await api.Look(db => db.Meetings.CountAsync(m => m.OrganizationId == tree.Branch.Id))).Should().Be(1, "one meeting was recorded, once, and one refused");
    }

    // The client waits for its imports, as an integrator's does.
    public sealed class WithJobs : ApiHost<OnSqlite>
    {
        public WithJobs() => Settings[JobWorker.InBackground] = "true";
    }

    private async Task<string> Document()
    {
        var file = Path.Combine(RepositoryFiles.Artifacts("contract"), "served.json");
        await File.WriteAllTextAsync(file, (await api.Anonymous.Get(ServedDocument.Address)).ShouldBe(HttpStatusCode.OK).Text);
        return file;
    }
}
