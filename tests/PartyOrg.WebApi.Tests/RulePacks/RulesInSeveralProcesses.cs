using System.Net;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.RulePacks;

/// <summary>Several processes stand before one database, where the database is one for several; the embedded one has a single process.</summary>
public abstract class RulesInSeveralProcesses<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Packs = "/api/v1/rule-packs";

    [DatabaseFact]
    public async Task Another_process_knows_at_the_next_request_what_was_adopted_here()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var (keeperThere, townThere) = (api.AtAnotherProcess(branch.Keeper), api.AtAnotherProcess(town));
        var name = SmallPack.Name();
        Task<Answer> Duties() => townThere.Get($"/api/v1/organizations/{branch.Id}/duties?rule=B{name}-1&asOf=2024-12-31");
        (await Duties()).ShouldBeProblem(HttpStatusCode.NotFound, "rule-not-found");
        (await keeperThere.Get($"/api/v1/organizations/{branch.Id}/duties")).ShouldBe(HttpStatusCode.OK);

        var uploaded = (await town.Post(Packs, SmallPack.Of(name)(branch.Tree.Town.Id))).ShouldBe(HttpStatusCode.Created);
        var adopted = (await town.Post($"{uploaded.Location}/adoption", new { from = "2024-01-01" }, ifMatch: uploaded.ETag)).ShouldBe(HttpStatusCode.OK);
        (await keeperThere.Post("/api/v1/activities/plans", branch.Plan() with { Plan = branch.Plan().Plan with { Kinds = [$"help{name}"], Agenda = [new("走访")] } })).ShouldBe(HttpStatusCode.Created);
        (await Duties()).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength().Should().Be(4);
        (await townThere.Get($"/api/v1/rules/B{name}-1")).ShouldBe(HttpStatusCode.OK);

        (await townThere.Post($"{uploaded.Location}/withdrawal", new { lastDay = "2024-06-30", reason = "试点结束" }, ifMatch: adopted.ETag)).ShouldBe(HttpStatusCode.OK);
        (await town.Get($"/api/v1/organizations/{branch.Id}/duties?rule=B{name}-1&asOf=2024-12-31")).At("items").GetArrayLength().Should().Be(2, "two quarters are left");
    }
}

public sealed class RulesInSeveralProcessesOnPostgreSql(ApiHost<OnPostgreSql> api) : RulesInSeveralProcesses<OnPostgreSql>(api);

public sealed class RulesInSeveralProcessesOnSqlServer(ApiHost<OnSqlServer> api) : RulesInSeveralProcesses<OnSqlServer>(api);
