using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Units;

public abstract class KeepingCarriers<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task Units_enter_a_market_and_leave_it_and_it_closes_when_it_is_empty()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var market = await Register(officer, tree, "海峡鞋服市场");
        var (first, second) = (await Unit(officer, tree, "甲鞋店"), await Unit(officer, tree, "乙鞋店"));
        var stay = (await officer.Post($"{first}/stays", new { carrierId = Id(market), from = "2024-02-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        stay.At("carriers", 0, "carrierName").GetString().Should().Be("海峡鞋服市场");
        (await officer.Post($"{second}/stays", new { carrierId = Id(market), from = "2024-02-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{first}/stays", new { carrierId = Id(market), from = "2024-03-01" }, ifMatch: stay.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-sits-there-already", "REG-46");
        (await officer.Post($"{first}/coverages", new { organizationId = tree.Branch.Id, how = "attached", from = "2024-04-01" }, ifMatch: stay.ETag)).ShouldBe(HttpStatusCode.OK);

        var seen = (await officer.Get(market)).ShouldBe(HttpStatusCode.OK);
        (seen.At("units").GetInt32(), seen.At("unitsWithoutOrganization").GetInt32()).Should().Be((2, 1));
        (await officer.Get($"/api/v1/units?carrier={Id(market)}")).At("items").GetArrayLength().Should().Be(2);
        (await officer.Get($"/api/v1/units?carrier={Id(market)}&covered=false")).At("items", 0, "name").GetString().Should().Be("乙鞋店");

        (await officer.Post($"{market}/closure", new { lastDay = "2024-05-15" }, ifMatch: seen.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "carrier-not-empty", "REG-46");
        (await officer.Post($"{first}/stays/{stay.At("carriers", 0, "id").GetGuid()}/end", new { lastDay = "2024-05-15" }, ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{second}/state", new { state = "closed", from = "2024-05-15" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        var closed = (await officer.Post($"{market}/closure", new { lastDay = "2024-05-15" }, ifMatch: seen.ETag)).ShouldBe(HttpStatusCode.OK);
        closed.At("closedAfter").GetString().Should().Be("2024-05-15");
        (await officer.Post($"{first}/stays", new { carrierId = Id(market), from = "2024-05-15" }, ifMatch: "\"4\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "carrier-not-open", "REG-46");
    }

    [DatabaseFact]
    public async Task What_is_recorded_of_a_carrier_is_dated_and_its_history_is_kept()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var building = await Register(officer, tree, "金融大厦", "commercialBuilding");
        object Change(string manager, string from) => new { name = "金融大厦", kind = "commercialBuilding", territoryId = tree.Town.Id, from, manager };

        (await officer.Put(building, Change("甲物业", "2024-03-01"), "\"9\"")).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        (await officer.Put(building, Change("甲物业", "2024-03-01"), "\"1\"")).ShouldBe(HttpStatusCode.OK).At("manager").GetString().Should().Be("甲物业");
        (await officer.Put(building, Change("乙物业", "2024-03-01"), "\"2\"")).ShouldBe(HttpStatusCode.OK).At("manager").GetString().Should().Be("乙物业");

        var first = (await officer.Get($"{building}/history?limit=2")).ShouldBe(HttpStatusCode.OK);
        var second = (await officer.Get($"{building}/history?limit=2&cursor={first.At("next").GetString()}")).ShouldBe(HttpStatusCode.OK);
        var history = first.At("items").EnumerateArray().Concat(second.At("items").EnumerateArray()).Select(h =>
            (Manager: h.GetProperty("manager").GetString(), From: h.GetProperty("from").GetString(), To: h.GetProperty("to").GetString(), Stands: h.GetProperty("voidedAt").ValueKind == System.Text.Json.JsonValueKind.Null)).ToList();
        history.Should().BeEquivalentTo(
        [
            (Manager: (string?)null, From: "2023-01-01", To: (string?)null, Stands: false), (null, "2023-01-01", "2024-02-29", true), ("甲物业", "2024-03-01", null, false), ("乙物业", "2024-03-01", null, true),
        ]);
        first.At("items", 0, "recordedBy").GetString().Should().StartWith("user");
    }

    [DatabaseFact]
    public async Task A_carrier_has_its_own_organization_or_is_attached_to_one_which_follows_mergers_and_revocations()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        async Task<Organization> Branch(string name, string type)
        {
            var id = (await officer.Post("/api/v1/organizations", new { code = $"K{api.Ids.New():N}", name, type, superiorId = tree.Town.Id, foundedOn = "2023-01-01" })).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
            return await api.Look(db => db.Organizations.SingleAsync(o => o.Id == new Id<Organization>(id)));
        }

        var (joint, other, area) = (await Branch("市场联合党支部", "jointBranch"), await Branch("商圈联合党支部", "jointBranch"), await Branch("片区党支部", "branch"));
        var (market, tower, none) = (await Register(officer, tree, "海峡鞋服市场"), await Register(officer, tree, "金融大厦", "commercialBuilding"), await Register(officer, tree, "百货大楼", "commercialBuilding"));
        object SetUp(string name, string kind, Organization? organization, string? how) => new { name, kind, territoryId = tree.Town.Id, from = "2024-02-01", organizationId = organization?.Id, how };

        (await officer.Put(market, SetUp("海峡鞋服市场", "specialisedMarket", joint, null), "\"1\"")).ShouldBeProblem(HttpStatusCode.BadRequest, "carrier-set-up-in-part");
        (await officer.Put(market, SetUp("海峡鞋服市场", "specialisedMarket", joint, "own"), "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "coverage-form-does-not-fit", "REG-44");
        (await officer.Put(market, SetUp("海峡鞋服市场", "specialisedMarket", tree.FarBranch, "attached"), "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await officer.Put(market, SetUp("海峡鞋服市场", "specialisedMarket", joint, "joint"), "\"1\"")).ShouldBe(HttpStatusCode.OK).At("organizationName").GetString().Should().Be("市场联合党支部");
        (await officer.Put(tower, SetUp("金融大厦", "commercialBuilding", area, "attached"), "\"1\"")).ShouldBe(HttpStatusCode.OK);
        async Task<string> Found(string query) => string.Join(' ', (await officer.Get($"/api/v1/carriers?{query}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(u => u.GetProperty("name").GetString()![..2]));
        (await Found("covered=false")).Should().Be("百货");
        (await Found("covered=true")).Should().Be("海峡 金融");

        (await officer.Post($"/api/v1/organizations/{joint.Id}/merger", new { intoId = other.Id, on = "2024-05-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"/api/v1/organizations/{area.Id}/revocation", new { lastDay = "2024-05-10" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var now = (await officer.Get(market)).ShouldBe(HttpStatusCode.OK);
        (now.At("organizationName").GetString(), now.At("how").GetString()).Should().Be(("商圈联合党支部", "joint"));
        (await Found("covered=false")).Should().Be("百货 金融");
        (await officer.Get($"{tower}/history")).At("items").EnumerateArray().Where(f => f.GetProperty("voidedAt").ValueKind == System.Text.Json.JsonValueKind.Null)
            .Select(f => (f.GetProperty("organizationName").GetString(), f.GetProperty("from").GetString(), f.GetProperty("to").GetString())).Order()
            .Should().Equal(new[] { ((string?)null, (string?)"2023-01-01", (string?)"2024-01-31"), (null, "2024-05-11", null), ("片区党支部", "2024-02-01", "2024-05-10") });
        none.Should().NotBeEmpty();
    }

    [DatabaseFact]
    public async Task Carriers_are_listed_by_territory_kind_and_name_to_those_who_may_see_them()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var market = await Register(officer, tree, "海峡鞋服市场");
        await Register(officer, tree, "金融大厦", "commercialBuilding");
        (await officer.Post("/api/v1/carriers", new { name = "邻镇商圈", kind = "businessDistrict", territoryId = tree.SiblingTown.Id, from = "2023-01-01" })).ShouldBe(HttpStatusCode.Created);
        (await officer.Post("/api/v1/carriers", new { name = "县里的楼", kind = "commercialBuilding", territoryId = tree.County.Id, from = "2023-01-01" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "territory-not-a-town", "REG-41");

        async Task<string> Found(ApiClient caller, string query) =>
            string.Join(' ', (await caller.Get($"/api/v1/carriers?{query}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(u => u.GetProperty("name").GetString()![..2]));
        (await Found(officer, "")).Should().Be("海峡 金融 邻镇");
        (await Found(officer, $"territory={tree.Town.Id}")).Should().Be("海峡 金融");
        (await Found(officer, "kind=commercialBuilding")).Should().Be("金融");
        (await Found(officer, "search=haixiaxie")).Should().Be("海峡");
        (await Found(officer, "search=jrds")).Should().Be("金融");
        (await Found(officer, "open=true")).Should().Be("海峡 金融 邻镇");
        (await Found(officer, "open=false")).Should().Be("");

        var secretary = await api.SignedIn(Role.BranchSecretary, tree.Branch.Id);
        (await Found(secretary, "")).Should().Be("");
        (await secretary.Get(market)).ShouldBeProblem(HttpStatusCode.NotFound, "carrier-not-found");
        var unit = await Unit(officer, tree, "甲鞋店");
        (await officer.Post($"{unit}/stays", new { carrierId = Id(market), from = "2024-02-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{unit}/coverages", new { organizationId = tree.Branch.Id, how = "attached", from = "2024-04-01" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await Found(secretary, "")).Should().Be("海峡");
        (await secretary.Get($"{market}/history")).ShouldBe(HttpStatusCode.OK);
        (await secretary.Post($"{market}/closure", new { lastDay = "2024-05-15" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Id(string address) => address.Split('/')[^1];

    private static async Task<string> Register(ApiClient officer, SmallTree tree, string name, string kind = "specialisedMarket") =>
        (await officer.Post("/api/v1/carriers", new { name, kind, territoryId = tree.Town.Id, from = "2023-01-01" })).ShouldBe(HttpStatusCode.Created).Location!.ToString();

    private static async Task<string> Unit(ApiClient officer, SmallTree tree, string name) =>
        (await officer.Post("/api/v1/units", new { name, kind = "individualBusiness", territoryId = tree.Town.Id, from = "2023-01-01" })).ShouldBe(HttpStatusCode.Created).Location!.ToString();
}

public sealed class KeepingCarriersOnSqlite(ApiHost<OnSqlite> api) : KeepingCarriers<OnSqlite>(api);

public sealed class KeepingCarriersOnPostgreSql(ApiHost<OnPostgreSql> api) : KeepingCarriers<OnPostgreSql>(api);

public sealed class KeepingCarriersOnSqlServer(ApiHost<OnSqlServer> api) : KeepingCarriers<OnSqlServer>(api);
