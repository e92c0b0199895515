using System.Net;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Units;

public abstract class KeepingUnits<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static int lastCode;

    [DatabaseFact]
    public async Task A_unit_is_registered_surveyed_covered_and_closed_and_its_history_tells_all_of_it()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var code = CreditCode();

        var registered = (await officer.Post("/api/v1/units", Unit(tree, "华星科技有限公司", code))).ShouldBe(HttpStatusCode.Created);
        var unit = registered.Location!.ToString();
        registered.ETag.Should().Be("\"1\"");
        registered.At("clears").EnumerateArray().Where(c => c.GetProperty("known").GetBoolean()).Select(c => c.GetProperty("clear").GetString())
            .Should().BeEquivalentTo(["nature", "operation"]);
        registered.At("isSurveyed").GetBoolean().Should().BeFalse();

        var surveyed = (await officer.Post($"{unit}/survey", new
        {
            from = "2024-03-01", employees = 85, partyMembers = 4, formalMembers = 3, aboveDesignatedSize = true, fixedPremises = true,
            head = new { name = "王伟", role = "owner", isPartyMember = true },
        }, ifMatch: registered.ETag)).ShouldBe(HttpStatusCode.OK);
        var revenue = (await officer.Post($"{unit}/revenues", new { year = 2023, revenue = "5000000.00" }, ifMatch: surveyed.ETag)).ShouldBe(HttpStatusCode.OK);
        revenue.At("revenue", "amount").GetString().Should().Be("5000000.00");
        revenue.At("revenue", "year").GetInt32().Should().Be(2023);

        var covered = (await officer.Post($"{unit}/coverages", new { organizationId = tree.Branch.Id, how = "own", way = "alone", from = "2024-04-01" }, ifMatch: revenue.ETag)).ShouldBe(HttpStatusCode.OK);
        var now = (await officer.Get(unit)).ShouldBe(HttpStatusCode.OK);
        now.ETag.Should().Be(covered.ETag);
        now.At("isSurveyed").GetBoolean().Should().BeTrue();
        now.At("employees").GetInt32().Should().Be(85);
        now.At("coverage", "organizationName").GetString().Should().Be("Branch");
        now.At("head", "name").GetString().Should().Be("王伟");

        // The number was wrong from the beginning: what stood is voided and the right one added.
        var corrected = (await officer.Post($"{unit}/survey", new { from = "2024-03-01", employees = 58 }, ifMatch: now.ETag)).ShouldBe(HttpStatusCode.OK);
        corrected.At("employees").GetInt32().Should().Be(58);
        corrected.At("partyMembers").GetInt32().Should().Be(4);
        (await officer.Get($"{unit}?asOf=2024-03-31")).At("coverage").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);

        var closed = (await officer.Post($"{unit}/state", new { state = "closed", from = "2024-05-10" }, ifMatch: corrected.ETag)).ShouldBe(HttpStatusCode.OK);
        closed.At("state").GetString().Should().Be("closed");
        closed.At("coverage").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);

        var history = (await officer.Get($"{unit}/history")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().ToList();
        var employees = history.Where(h => h.GetProperty("fact").GetString() == "measure" && h.GetProperty("measure").GetString() == "employees").ToList();
        employees.Select(h => (h.GetProperty("count").GetInt32(), h.GetProperty("voidedAt").ValueKind == System.Text.Json.JsonValueKind.Null)).Should().BeEquivalentTo([(85, false), (58, true)]);
        employees.Should().OnlyContain(h => h.GetProperty("recordedBy").GetString()!.StartsWith("user"));
        var coverages = history.Where(h => h.GetProperty("fact").GetString() == "coverage").ToList();
        coverages.Should().HaveCount(2).And.ContainSingle(h => h.GetProperty("to").GetString() == "2024-05-09" && h.GetProperty("voidedAt").ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [DatabaseFact]
    public async Task What_forming_and_dispatched_branches_ask_of_a_unit_is_recorded_from_a_day_on_and_shown_as_known_at_an_instant()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        async Task<string> Registered(object unit) => (await officer.Post("/api/v1/units", unit)).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        var leader = await Registered(Unit(tree, "龙头纺织有限公司"));
        var unit = await Registered(new { name = "配套印染厂", kind = "enterprise", territoryId = tree.Town.Id, from = "2024-01-01", department = "工业和信息化局", grid = "第三网格" });
        object Link(string place) => new { from = "2024-03-01", chain = new { leaderId = leader.Split('/')[^1], place } };

        // Who is not recorded to lead leads nobody, and nobody leads himself.
        (await officer.Post($"{unit}/survey", Link("upstream"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-is-no-leading-enterprise", "REG-45").At("errors", 0, "pointer").GetString().Should().Be("/chain/leaderId");
        (await officer.Post($"{leader}/survey", new { from = "2024-03-01", leadingEnterprise = true }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{leader}/survey", Link("upstream"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-leads-itself", "REG-45");
        (await officer.Post($"{unit}/survey", Link("upstream"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{unit}/survey", new { from = "2024-03-01", partyMembers = 3, floatingMembers = 4 }, ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "more-floating-members-than-members", "REG-45");
        (await officer.Post($"{unit}/survey", new { from = "2024-03-01", partyMembers = 4, floatingMembers = 4, tradeUnion = true, youthLeague = false, womensFederation = true }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        var known = api.Clock.GetCurrentInstant();
        api.Clock.Advance(Duration.FromMinutes(1));
        (await officer.Post($"{unit}/survey", Link("downstream"), ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{unit}/move", new { territoryId = tree.Town.Id, from = "2024-04-01", grid = "第五网格" }, ifMatch: "\"4\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Put(unit, new { name = "配套印染厂", kind = "enterprise", from = "2024-04-01", department = "商务局" }, ifMatch: "\"5\"")).ShouldBe(HttpStatusCode.OK);

        (string?, string?, int, bool, bool, bool, string?, string?) Told(Answer a) => (
            a.At("department").GetString(), a.At("grid").GetString(), a.At("floatingMembers").GetInt32(), a.At("tradeUnion").GetBoolean(), a.At("youthLeague").GetBoolean(), a.At("womensFederation").GetBoolean(),
            a.At("chain", "leaderName").GetString(), a.At("chain", "place").GetString());
        Told((await officer.Get(unit)).ShouldBe(HttpStatusCode.OK)).Should().Be(("商务局", "第五网格", 4, true, false, true, "龙头纺织有限公司", "downstream"));
        Told((await officer.Get($"{unit}?asOf=2024-03-31")).ShouldBe(HttpStatusCode.OK)).Should().Be(("工业和信息化局", "第三网格", 4, true, false, true, "龙头纺织有限公司", "downstream"));
        Told((await officer.Get($"{unit}?knownAt={known}")).ShouldBe(HttpStatusCode.OK)).Should().Be(("工业和信息化局", "第三网格", 4, true, false, true, "龙头纺织有限公司", "upstream"));
        (await officer.Get("/api/v1/units?trait=tradeUnion")).At("items").EnumerateArray().Select(u => u.GetProperty("name").GetString()).Should().Equal("配套印染厂");
        (await officer.Get($"{unit}/history?fact=chain")).At("items").EnumerateArray().Select(f => (f.GetProperty("place").GetString(), f.GetProperty("leaderName").GetString(), f.GetProperty("voidedAt").ValueKind == System.Text.Json.JsonValueKind.Null))
            .Should().Equal(("downstream", "龙头纺织有限公司", true), ("upstream", "龙头纺织有限公司", false));

        // Closed, it stands in no chain any more.
        (await officer.Post($"{unit}/state", new { state = "closed", from = "2024-05-01" }, ifMatch: "\"6\"")).ShouldBe(HttpStatusCode.OK).At("chain").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        var far = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        var elsewhere = (await far.Post("/api/v1/units", new { name = "邻镇厂", kind = "enterprise", territoryId = tree.SiblingTown.Id, from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await far.Post($"{elsewhere}/survey", Link("upstream"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
    }

    [DatabaseFact]
    public async Task Units_are_found_by_the_beginning_of_their_name_in_Chinese_or_pinyin_and_by_their_code()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var code = CreditCode();
        (await officer.Post("/api/v1/units", Unit(tree, "重庆小面店", code, "individualBusiness"))).ShouldBe(HttpStatusCode.Created);
        (await officer.Post("/api/v1/units", Unit(tree, "长乐纺织有限公司"))).ShouldBe(HttpStatusCode.Created);
        (await officer.Post("/api/v1/units", Unit(tree, "昌乐纺织有限公司"))).ShouldBe(HttpStatusCode.Created);

        async Task<string[]> Found(string query) =>
            [.. (await officer.Get($"/api/v1/units?{query}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(u => u.GetProperty("name").GetString()!)];
        (await Found("search=chong qing")).Should().Equal("重庆小面店");
        (await Found("search=重庆")).Should().Equal("重庆小面店");
        (await Found("search=chang-le")).Should().Equal("昌乐纺织有限公司", "长乐纺织有限公司");
        (await Found("search=长乐")).Should().Equal("长乐纺织有限公司");
        (await Found("search=changlef")).Should().Equal("昌乐纺织有限公司", "长乐纺织有限公司");
        (await Found("search=cqxm")).Should().Equal("重庆小面店");
        (await Found($"search={code[..^1]}")).Should().Equal("重庆小面店");
        (await Found($"code={code.ToLowerInvariant()}")).Should().Equal("重庆小面店");
        (await Found("kind=individualBusiness")).Should().Equal("重庆小面店");

        var first = await officer.Get("/api/v1/units?limit=2");
        var second = await officer.Get($"/api/v1/units?limit=2&cursor={first.At("next").GetString()}");
        first.At("items").EnumerateArray().Concat(second.At("items").EnumerateArray()).Select(u => u.GetProperty("name").GetString()).Should().Equal("昌乐纺织有限公司", "长乐纺织有限公司", "重庆小面店");
        second.At("next").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [DatabaseFact]
    public async Task A_code_belongs_to_one_unit_and_an_organization_is_one_units_own()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var code = CreditCode();
        var first = (await officer.Post("/api/v1/units", Unit(tree, "甲公司", code))).ShouldBe(HttpStatusCode.Created).Location;
        (await officer.Post("/api/v1/units", Unit(tree, "乙公司", code))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-code-taken", "REG-40");
        (await officer.Post("/api/v1/units", Unit(tree, "丙公司", code[..^1] + (code[^1] == '0' ? '1' : '0')))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "social-credit-code-check", "REG-9");
        var second = (await officer.Post("/api/v1/units", Unit(tree, "乙公司"))).ShouldBe(HttpStatusCode.Created).Location;

        object own = new { organizationId = tree.Branch.Id, how = "own", from = "2024-04-01" };
        (await officer.Post($"{first}/coverages", own, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{second}/coverages", own, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "organization-of-another-unit", "REG-44");
        (await officer.Post($"{first}/coverages", own, ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-covered-already", "REG-43");
    }

    [DatabaseFact]
    public async Task Officers_keep_the_units_of_their_town_and_a_secretary_reads_those_that_his_branch_covers_while_it_does()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var elsewhere = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        var secretary = await api.SignedIn(Role.BranchSecretary, tree.Branch.Id);
        var unit = (await officer.Post("/api/v1/units", Unit(tree, "华星公司"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();

        (await secretary.Get(unit)).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await elsewhere.Get(unit)).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await elsewhere.Post("/api/v1/units", Unit(tree, "他镇公司"))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");

        var covered = (await officer.Post($"{unit}/coverages", new { organizationId = tree.Branch.Id, how = "own", from = "2024-04-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await secretary.Get(unit)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Get($"{unit}/history")).ShouldBe(HttpStatusCode.OK);
        (await secretary.Get("/api/v1/units")).At("items").GetArrayLength().Should().Be(1);
        (await secretary.Post($"{unit}/survey", new { from = "2024-04-01", employees = 1 }, ifMatch: covered.ETag)).ShouldBe(HttpStatusCode.Forbidden);

        var end = $"{unit}/coverages/{covered.At("coverage", "id").GetGuid()}/end";
        (await officer.Post(end, new { lastDay = "2024-05-14" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        (await officer.Post(end, new { lastDay = "2024-05-14" }, ifMatch: covered.ETag)).ShouldBe(HttpStatusCode.OK).At("coverage").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await secretary.Get(unit)).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await secretary.Get("/api/v1/units")).At("items").GetArrayLength().Should().Be(0);
    }

    [DatabaseFact]
    public async Task When_the_organization_that_covers_a_unit_is_merged_the_other_one_covers_it_from_that_day()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var unit = (await officer.Post("/api/v1/units", Unit(tree, "甲公司"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await officer.Post($"{unit}/coverages", new { organizationId = tree.Branch.Id, how = "own", way = "alone", from = "2024-04-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/merger", new { intoId = tree.SiblingBranch.Id, on = "2024-05-10" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var before = (await officer.Get($"{unit}?asOf=2024-05-09")).At("coverage");
        (before.GetProperty("organizationName").GetString(), before.GetProperty("how").GetString(), before.GetProperty("to").GetString()).Should().Be(("Branch", "own", "2024-05-09"));
        var after = (await officer.Get($"{unit}?asOf=2024-05-10")).At("coverage");
        (after.GetProperty("organizationName").GetString(), after.GetProperty("how").GetString(), after.GetProperty("from").GetString()).Should().Be(("SiblingBranch", "attached", "2024-05-10"));
    }

    [DatabaseFact]
    public async Task When_the_organization_that_covers_a_unit_is_revoked_the_coverage_ends_with_it()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var unit = (await officer.Post("/api/v1/units", Unit(tree, "甲公司"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await officer.Post($"{unit}/coverages", new { organizationId = tree.Branch.Id, how = "own", from = "2024-04-01" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get("/api/v1/units?covered=false")).At("items").GetArrayLength().Should().Be(0);

        (await officer.Post($"/api/v1/organizations/{tree.Branch.Id}/revocation", new { lastDay = "2024-05-14" }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get($"{unit}?asOf=2024-05-14")).At("coverage", "to").GetString().Should().Be("2024-05-14");
        var today = (await officer.Get(unit)).ShouldBe(HttpStatusCode.OK);
        today.At("coverage").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await officer.Get("/api/v1/units?covered=false")).At("items").GetArrayLength().Should().Be(1);
        (await officer.Post($"{unit}/coverages", new { organizationId = tree.SiblingBranch.Id, how = "attached", from = "2024-05-15" }, ifMatch: today.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task The_list_is_narrowed_by_territory_coverage_size_and_trait()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var large = (await officer.Post("/api/v1/units", Unit(tree, "大公司"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        var small = (await officer.Post("/api/v1/units", Unit(tree, "小公司"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await officer.Post("/api/v1/units", new { name = "远公司", kind = "cooperative", territoryId = tree.SiblingTown.Id, from = "2023-01-01" })).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{large}/survey", new { from = "2024-03-01", employees = 80, aboveDesignatedSize = true }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{small}/survey", new { from = "2024-03-01", employees = 79, aboveDesignatedSize = false }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{large}/coverages", new { organizationId = tree.Branch.Id, how = "attached", way = "village", from = "2024-04-01" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);

        async Task<string> Found(string query) =>
            string.Join(' ', (await officer.Get($"/api/v1/units?{query}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(u => u.GetProperty("name").GetString()![..1]));
        (await Found("")).Should().Be("大 小 远");
        (await Found($"territory={tree.Town.Id}")).Should().Be("大 小");
        (await Found($"territory={tree.SiblingTown.Id}")).Should().Be("远");
        (await Found("minEmployees=80")).Should().Be("大");
        (await Found("maxEmployees=79")).Should().Be("小");
        (await Found("trait=aboveDesignatedSize")).Should().Be("大");
        (await Found("covered=true")).Should().Be("大");
        (await Found("covered=false")).Should().Be("小 远");
        (await Found("how=attached")).Should().Be("大");
        (await Found("how=own")).Should().Be("");
        (await Found($"organization={tree.Town.Id}")).Should().Be("大");
        (await Found("state=inOperation")).Should().Be("大 小");
        (await officer.Get($"/api/v1/units?territory={tree.City.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await officer.Get("/api/v1/units?search=%20")).ShouldBeProblem(HttpStatusCode.BadRequest, "search-empty");
        (await officer.Get("/api/v1/units?size=3")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-parameter");
    }

    [DatabaseFact]
    public async Task Wrong_values_are_pointed_at_and_another_town_for_a_county_is_refused_with_the_rule()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        (await officer.Post("/api/v1/units", new { name = " ", kind = "enterprise", territoryId = tree.Town.Id, from = "2024-05-16", creditCode = "1", park = " " })).ShouldPointAt("/name", "/creditCode", "/from", "/park");
        (await officer.Post("/api/v1/units", new { name = "甲公司", kind = "enterprise", territoryId = tree.County.Id, from = "2024-05-15" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "territory-not-a-town", "REG-41");

        var unit = (await officer.Post("/api/v1/units", Unit(tree, "甲公司"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await officer.Post($"{unit}/survey", new { from = "2024-05-16", employees = -1, head = new { name = "", role = "owner" } }, ifMatch: "\"1\"")).ShouldPointAt("/from", "/employees", "/head/name");
        (await officer.Post($"{unit}/survey", new { from = "2024-05-15", memberUnits = 3 }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-kind-does-not-fit", "REG-45");
        (await officer.Post($"{unit}/revenues", new { year = 2025, revenue = "5万" }, ifMatch: "\"1\"")).ShouldPointAt("/year", "/revenue");
        (await officer.Post($"{unit}/state", new { state = "closed", from = "2023-01-01" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-closed-from-the-beginning", "REG-42");
        (await officer.Get($"{unit}?asOf=2022-12-31")).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-known-then");
        (await officer.Get($"{unit}?asOf=2023-01-01&knownAt=2024-05-01T00:00:00Z")).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-known-then");
    }

    [DatabaseFact]
    public async Task A_unit_gets_another_name_moves_to_another_town_and_what_was_a_mistake_is_taken_back()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var (here, there) = (await api.SignedIn(Role.TownOfficer, tree.Town.Id), await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id));
        var (code, other) = (CreditCode(), CreditCode());
        (await officer.Post("/api/v1/units", Unit(tree, "别的公司", other))).ShouldBe(HttpStatusCode.Created);
        var unit = (await here.Post("/api/v1/units", Unit(tree, "甲公司", code))).ShouldBe(HttpStatusCode.Created).Location!.ToString();

        (await here.Put(unit, new { name = "甲集团", kind = "enterprise", from = "2024-02-01", creditCode = other }, "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-code-taken", "REG-40");
        (await here.Put(unit, new { name = "甲集团", kind = "enterprise", from = "2024-02-01", creditCode = code, chamber = "长乐商会" }, "\"1\"")).ShouldBe(HttpStatusCode.OK).At("chamber").GetString().Should().Be("长乐商会");
        (await here.Get($"{unit}?asOf=2024-01-31")).At("name").GetString().Should().Be("甲公司");
        (await here.Get("/api/v1/units?search=jiajituan")).At("items").GetArrayLength().Should().Be(1);

        (await here.Post($"{unit}/move", new { territoryId = tree.SiblingTown.Id, from = "2024-03-01" }, ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await officer.Post($"{unit}/move", new { territoryId = tree.SiblingTown.Id, from = "2024-03-01", village = "金峰村" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await here.Get(unit)).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await there.Get(unit)).ShouldBe(HttpStatusCode.OK).At("village").GetString().Should().Be("金峰村");
        (await there.Get($"{unit}?asOf=2024-02-29")).At("territoryName").GetString().Should().Be("Town");

        var seat = (await there.Get($"{unit}/history?fact=seat")).At("items").EnumerateArray().Single(f => f.GetProperty("from").GetString() == "2024-03-01");
        seat.GetProperty("seat").GetProperty("territoryName").GetString().Should().Be("SiblingTown");
        var mistake = $"{unit}/facts/{seat.GetProperty("id").GetGuid()}/withdrawal";
        (await officer.Post(mistake, new { reason = " " }, ifMatch: "\"3\"")).ShouldPointAt("/reason");
        (await officer.Post(mistake, new { reason = "登记错误" }, ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK).At("territoryName").GetString().Should().Be("Town");
        (await officer.Post(mistake, new { reason = "登记错误" }, ifMatch: "\"4\"")).ShouldBeProblem(HttpStatusCode.NotFound, "unit-fact-not-found");
        (await there.Get(unit)).ShouldBeProblem(HttpStatusCode.NotFound, "unit-not-found");
        (await here.Get(unit)).ShouldBe(HttpStatusCode.OK);
        (await here.Get($"{unit}?asOf=2024-03-01")).At("territoryName").GetString().Should().Be("Town");
    }

    private static string CreditCode() => CreditCodes.Next(Interlocked.Increment(ref lastCode));

    private static object Unit(SmallTree tree, string name, string? code = null, string kind = "enterprise") =>
        new { name, kind, territoryId = tree.Town.Id, from = "2023-01-01", state = "inOperation", creditCode = code ?? CreditCode(), industry = "manufacturing", address = "航城街道1号" };
}

public sealed class KeepingUnitsOnSqlite(ApiHost<OnSqlite> api) : KeepingUnits<OnSqlite>(api);

public sealed class KeepingUnitsOnPostgreSql(ApiHost<OnPostgreSql> api) : KeepingUnits<OnPostgreSql>(api);

public sealed class KeepingUnitsOnSqlServer(ApiHost<OnSqlServer> api) : KeepingUnits<OnSqlServer>(api);
