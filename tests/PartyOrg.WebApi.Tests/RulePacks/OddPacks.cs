using System.Net;
using System.Text.Json;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.RulePacks;

/// <summary>Packs that somebody wrote badly, or to get around what is asked of him: they harm nobody else, and nobody gets less than he may.</summary>
public abstract class OddPacks<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Packs = "/api/v1/rule-packs";

    private static readonly object X = new { en = "x", zh = "例" };

    public static TheoryData<string, string, string> Odd => new()
    {
        { """{"is": "alwaysHolds", "of": ["branch"], "holds": "committee", "graceDays": 0}""", """{"name": "n", "lifetime": ["2020-01-01", null], "period": ["2024-01-01", "2024-12-31"], "asOf": "2024-12-31", "evidence": ["2024-02-02"], "verdicts": ["met"]}""", "/examples/0/evidence/0" },
        { Monthly, """{"name": "n", "lifetime": ["2020-01-01", null], "period": ["9999-01-01", "9999-12-31"], "asOf": "2024-12-31", "evidence": [], "verdicts": ["met"]}""", "/examples/0" },
        { Since, """{"name": "n", "lifetime": ["9990-01-01", null], "period": ["9990-01-01", "9990-12-31"], "asOf": "9990-12-31", "evidence": [], "verdicts": ["met"]}""", "/examples/0" },
        { Since, """{"name": "n", "lifetime": ["2020-01-01", null], "period": ["2020-01-01", "2030-01-01"], "asOf": "2024-12-31", "evidence": [], "verdicts": ["met"]}""", "/examples/0" },
        { Monthly, """{"name": "n", "lifetime": ["2020-01-01", null], "period": ["-9998-01-01", "2000-12-31"], "asOf": "2024-12-31", "evidence": [], "verdicts": ["met"]}""", "/examples/0" },
    };

    private static string Monthly => """{"is": "atLeastPerPeriod", "of": ["branch"], "evidence": "generalMeeting", "times": 1, "every": "month"}""";

    private static string Since => """{"is": "sinceLast", "of": ["branch"], "evidence": "generalMeeting", "within": 1000, "unit": "months"}""";

    [DatabaseTheory]
    [MemberData(nameof(Odd))]
    public async Task An_example_that_cannot_be_is_a_fault_that_is_told(string check, string example, string pointer)
    {
        var (tree, _, county) = await Given();
        var book = $"O{SmallPack.Name()}";
        var rule = SmallPack.Rule(book, JsonDocument.Parse(check).RootElement, new[] { JsonDocument.Parse(example).RootElement });
        (await county.Post(Packs, SmallPack.Of(book, tree.County.Id, rule))).ShouldPointAt($"/files/1/content/versions/0{pointer}");
    }

    [DatabaseTheory]
    [InlineData("9999-12-31")]
    [InlineData("-9990-01-01")]
    public async Task A_version_from_the_ends_of_the_calendar_is_refused(string from)
    {
        var (tree, _, county) = await Given();
        var book = $"O{SmallPack.Name()}";
        var rule = JsonSerializer.Serialize(SmallPack.Rule(book, JsonDocument.Parse(Since).RootElement, Sound)).Replace("2024-01-01\",\"basis", $"{from}\",\"basis", StringComparison.Ordinal);
        rule.Should().Contain(from);
        (await county.Post(Packs, SmallPack.Of(book, tree.County.Id, JsonDocument.Parse(rule).RootElement))).ShouldPointAt("/files/1/content/versions/0/inForceFrom");
    }

    [DatabaseFact]
    public async Task Half_a_character_more_examples_than_there_may_be_and_an_endless_name_are_refused()
    {
        var (tree, _, county) = await Given();
        var body = JsonSerializer.Serialize(Overlaying(tree.County, "TWS-3.3", new { every = "MARK" }), ApiClient.Json).Replace("MARK", "\\ud800", StringComparison.Ordinal);
        (await county.Post(Packs, body)).ShouldPointAt("/files/0/content");

        var book = $"O{SmallPack.Name()}";
        var many = Enumerable.Repeat(Sound[0], 501).ToArray();
        (await county.Post(Packs, SmallPack.Of(book, tree.County.Id, SmallPack.Rule(book, JsonDocument.Parse(Monthly).RootElement, many)))).ShouldPointAt("/files");
        (await county.Post(Packs, Overlaying(tree.County, "TWS-3.3", new { sometimes = (string?)null }))).ShouldPointAt("/files/0/content/parameters/sometimes");
    }

    [DatabaseTheory]
    [InlineData("""{"rules": [{"ruleId": "TWS-3.3", "from": "9999-12-31", "parameters": {"times": 2}}]}""", "/rules/0/from")]
    [InlineData("""{"rules": [{"ruleId": "TWS-3.3", "from": "2024-01-01", "parameters": {"every": "\ud800"}}]}""", "/rules/0/parameters/every")]
    public async Task A_supposition_that_cannot_be_is_refused(string body, string pointer)
    {
        var (tree, city, _) = await Given();
        (await city.Post($"/api/v1/organizations/{tree.Branch.Id}/duties/what-if", body)).ShouldPointAt(pointer);
    }

    [DatabaseFact]
    public async Task A_pack_is_adopted_and_withdrawn_on_days_that_the_product_reckons_with()
    {
        var (tree, city, county) = await Given();
        var up = (await county.Post(Packs, Overlaying(tree.County, "TWS-3.3", new { times = 2 }))).ShouldBe(HttpStatusCode.Created);
        (await county.Post($"{up.Location}/adoption", new { from = "9999-12-31" }, ifMatch: up.ETag)).ShouldBeProblem(HttpStatusCode.BadRequest, "rule-pack-day-out-of-range");
        (await county.Post($"{up.Location}/adoption", new { from = "2019-12-31" }, ifMatch: up.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-before-its-jurisdiction", "REG-20");
        (await county.Get($"{up.Location}/preview?adoptedFrom=9999-12-31")).ShouldBeProblem(HttpStatusCode.BadRequest, "rule-pack-day-out-of-range");
        var adopted = (await county.Post($"{up.Location}/adoption", new { from = "2024-01-01" }, ifMatch: up.ETag)).ShouldBe(HttpStatusCode.OK);
        (await county.Post($"{up.Location}/withdrawal", new { lastDay = "9999-12-31", reason = "x" }, ifMatch: adopted.ETag)).ShouldBeProblem(HttpStatusCode.BadRequest, "rule-pack-day-out-of-range");
        (await city.Get($"/api/v1/organizations/{tree.City.Id}/compliance")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_county_does_not_get_less_than_its_city_asks_by_way_of_its_towns()
    {
        var (tree, city, county) = await Given();
        await Adopt(city, Overlaying(tree.City, "TWS-3.3", new { every = "month" }), "2024-01-01");
        var up = (await county.Post(Packs, Overlaying(tree.Town, "TWS-3.3", new { every = "year" }))).ShouldBe(HttpStatusCode.Created);
        (await county.Post($"{up.Location}/authorisation", new { statement = "x" }, ifMatch: up.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-authorised-from-below", "REG-19");
        (await Labels(county, tree.Branch.Id)).Should().StartWith("2024-01, 2024-02");
        (await county.Get($"{up.Location}/preview?adoptedFrom=2024-01-01")).At("loosenings", 0, "authorisedBy").GetGuid().Should().Be(tree.City.Id.Value);

        var authorised = (await city.Post($"{up.Location}/authorisation", new { statement = "x" }, ifMatch: up.ETag)).ShouldBe(HttpStatusCode.OK);
        (await county.Post($"{up.Location}/adoption", new { from = "2024-01-01" }, ifMatch: authorised.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Labels(county, tree.Branch.Id)).Should().Be("2024");
    }

    [DatabaseFact]
    public async Task A_rule_whose_number_changes_is_called_as_the_pack_calls_it_where_and_when_it_holds()
    {
        var (tree, city, county) = await Given();
        object Named(object? title) => new
        {
            jurisdictionId = tree.County.Id, title = X, document = "1",
            files = new[] { new { name = "Overlays/TWS-3.3.json", content = title is null ? (object)new { rule = "TWS-3.3", reason = X, parameters = new { every = "month" } } : new { rule = "TWS-3.3", title, reason = X, parameters = new { every = "month" } } } },
        };
        async Task<string?> Title(ApiClient by, Id<Organization> of, string asOf) =>
            (await by.Get($"/api/v1/organizations/{of}/duties?rule=TWS-3.3&from={asOf}&to={asOf}")).At("items", 0, "title", "en").GetString();

        var before = await Title(city, tree.Branch.Id, "2024-03-20");
        var unnamed = (await county.In("en").Post(Packs, Named(null))).ShouldBe(HttpStatusCode.Created);
        unnamed.At("advices", 0, "message", "en").GetString().Should().Contain("TWS-3.3").And.Contain(before);
        unnamed.At("jurisdictionName").GetString().Should().Be(tree.County.Name);
        (await county.Get($"{Packs}?jurisdiction={tree.County.Id}")).At("items", 0, "jurisdictionName").GetString().Should().Be(tree.County.Name);
        (await county.Post(Packs, Named(new { en = "Only English" }))).ShouldPointAt("/files/0/content/title/zh");

        var named = Named(new { en = "The general meeting is held every month.", zh = "每月召开党员大会。" });
        (await county.Post(Packs, named)).ShouldBe(HttpStatusCode.Created).Json.TryGetProperty("advices", out _).Should().BeFalse();
        await Adopt(county, named, "2024-04-01");
        (await Title(city, tree.Branch.Id, "2024-04-20")).Should().Be("The general meeting is held every month.");
        (await Title(city, tree.Branch.Id, "2024-03-20")).Should().Be(before, "that period was asked for by the book");
        api.Clock.MoveTo(new LocalDate(2024, 4, 2));
        var later = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        (await later.Get($"/api/v1/rules/TWS-3.3?organization={tree.Branch.Id}")).ShouldBe(HttpStatusCode.OK).At("title", "zh").GetString().Should().Be("每月召开党员大会。");
        (await later.Get("/api/v1/rules/TWS-3.3")).ShouldBe(HttpStatusCode.OK).At("title", "en").GetString().Should().Be(before);
    }

    [DatabaseFact]
    public async Task What_asks_more_than_an_authorised_pack_holds_on_top_of_it()
    {
        var (tree, city, county) = await Given();
        var first = (await county.Post(Packs, Overlaying(tree.County, "TWS-3.3", new { every = "halfYear" }))).ShouldBe(HttpStatusCode.Created);
        var authorised = (await city.Post($"{first.Location}/authorisation", new { statement = "x" }, ifMatch: first.ETag)).ShouldBe(HttpStatusCode.OK);
        (await county.Post($"{first.Location}/adoption", new { from = "2024-01-01" }, ifMatch: authorised.ETag)).ShouldBe(HttpStatusCode.OK);
        await Adopt(county, Overlaying(tree.County, "TWS-3.3", new { times = 2 }), "2024-01-01");
        (await city.Get($"/api/v1/organizations/{tree.Branch.Id}/duties?rule=TWS-3.3&from=2024")).At("items", 0, "parameters", "times").GetInt32().Should().Be(2);
    }

    [DatabaseFact]
    public async Task A_town_changes_the_form_that_its_county_has_given_the_rule_and_a_city_what_it_has_itself_adopted()
    {
        var (tree, city, county) = await Given();
        var first = (await county.Post(Packs, Overlaying(tree.County, "TWS-3.3", new { @is = "byDate", by = "02-15", early = "doesNotCount" }))).ShouldBe(HttpStatusCode.Created);
        var authorised = (await city.Post($"{first.Location}/authorisation", new { statement = "x" }, ifMatch: first.ETag)).ShouldBe(HttpStatusCode.OK);
        (await county.Post($"{first.Location}/adoption", new { from = "2024-01-01" }, ifMatch: authorised.ETag)).ShouldBe(HttpStatusCode.OK);
        var town = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        await Adopt(town, Overlaying(tree.Town, "TWS-3.3", new { by = "01-31" }), "2024-01-01");
        (await town.Get($"/api/v1/organizations/{tree.Branch.Id}/duties?rule=TWS-3.3&from=2024")).At("items", 0, "dueOn").GetString().Should().Be("2024-01-31");
        await Adopt(city, Overlaying(tree.City, "TWS-3.4", new { every = "year" }), "2024-01-01");
    }

    [DatabaseFact]
    public async Task The_preview_of_a_rule_that_counts_Party_groups_is_what_will_be()
    {
        api.Clock.MoveTo(new LocalDate(2024, 3, 20));
        var branch = await MeetingBranch.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var book = $"G{SmallPack.Name()}";
        var rule = SmallPack.Rule(book, new { @is = "allHave", of = new[] { "branch" }, circle = "partyGroups", evidence = "partyGroupMeeting", every = "month" }, new[]
        {
            new
            {
                name = "missing", lifetime = new[] { "2020-01-01", null }, period = new[] { "2024-03-01", "2024-03-31" }, asOf = "2024-04-01", evidence = Array.Empty<string>(),
                circle = new[] { new { name = "A", days = new[] { new[] { "2020-01-01", null } }, evidence = Array.Empty<string>() } }, verdicts = new[] { "overdue" },
            },
        });
        var pack = (await town.Post(Packs, SmallPack.Of(book, branch.Tree.Town.Id, rule))).ShouldBe(HttpStatusCode.Created);
        var preview = (await town.Get($"{pack.Location}/preview?adoptedFrom=2024-01-01&asOf=2024-12-31&from=2024-06")).ShouldBe(HttpStatusCode.OK);
        (await town.Post($"{pack.Location}/adoption", new { from = "2024-01-01" }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK);
        var after = (await town.Get($"/api/v1/organizations/{branch.Tree.Town.Id}/compliance?rule={book}-1&asOf=2024-12-31&from=2024-06")).ShouldBe(HttpStatusCode.OK);
        (preview.At("rules", 0, "after", "overdue").GetInt32(), after.At("total", "overdue").GetInt32()).Should().Be((1, 1));
    }

    [DatabaseFact]
    public async Task What_is_being_prepared_is_hidden_from_an_officer_of_elsewhere_who_reads_here_by_another_role()
    {
        var (tree, _, county) = await Given();
        var pack = (await county.Post(Packs, Overlaying(tree.County, "TWS-3.4", new { times = 2 }))).ShouldBe(HttpStatusCode.Created);
        var both = await api.SignedIn(Role.TownOfficer, tree.SiblingTown.Id);
        await Also(both, Role.Specialist, tree.County.Id);
        (await both.Get(pack.Location!.ToString())).ShouldBeProblem(HttpStatusCode.NotFound, "rule-pack-not-found");
    }

    [DatabaseFact]
    public async Task Whoever_holds_both_offices_authorises_by_the_one_above()
    {
        var (tree, _, county) = await Given();
        var pack = (await county.Post(Packs, Overlaying(tree.County, "TWS-3.4", new { every = "year" }))).ShouldBe(HttpStatusCode.Created);
        var both = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        await Also(both, Role.CountyOfficer, tree.County.Id);
        (await both.Post($"{pack.Location}/authorisation", new { statement = "x" }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK).At("signatures", 1, "organizationId").GetGuid().Should().Be(tree.City.Id.Value);
    }

    [DatabaseTheory]
    [InlineData("TWS-1.4a", "quarter", "each annual work plan (\"annualPlan\") names a period of the length \"year\" that it is for, and shorter ones could never all be met. Write one of: year", "每个年度工作计划（“annualPlan”）所属周期的长度为“year”，更短的周期无法全部完成。请填写以下之一：year")]
    [InlineData("TWS-1.4b", "twoMonths", "Write one of: quarter, halfYear, year", "请填写以下之一：quarter、halfYear、year")]
    [InlineData("TWS-1.4e", "halfYear", "Write one of: year", "请填写以下之一：year")]
    [InlineData("TWS-2.3", "halfYear", "Write one of: year", "请填写以下之一：year")]
    [InlineData("TWS-5.3b", "quarter", "Write one of: halfYear, year", "请填写以下之一：halfYear、year")]
    [InlineData("TWS-7.1", "month", "Write one of: year", "请填写以下之一：year")]
    public async Task Periods_shorter_than_the_one_that_the_work_is_for_are_refused_with_file_key_and_what_to_do(string rule, string every, string english, string chinese)
    {
        var (tree, city, county) = await Given();
        object shorter = rule == "TWS-1.4e" ? new { every, by = "06-15" } : new { every };
        var refused = (await county.Post(Packs, Overlaying(tree.County, rule, shorter))).ShouldPointAt("/files/0/content/parameters/every").At("errors", 0);
        refused.GetProperty("code").GetString().Should().Be("rule-file-bad-parameter");
        refused.GetProperty("detail").GetString().Should().Contain($"Overlays/{rule}.json at /parameters/every: ").And.EndWith($"{english}.");
        (await county.In("zh-CN").Post(Packs, Overlaying(tree.County, rule, shorter))).At("errors", 0, "detail").GetString().Should().Contain($"Overlays/{rule}.json 的 /parameters/every：").And.EndWith($"{chinese}。");
        (await city.Post($"/api/v1/organizations/{tree.Branch.Id}/duties/what-if", new { rules = new[] { new { ruleId = rule, from = "2024-01-01", parameters = shorter } } })).ShouldPointAt("/rules/0/parameters/every");
    }

    [DatabaseFact]
    public async Task A_new_book_asks_for_no_shorter_periods_of_such_work_either_and_longer_ones_are_met_by_what_is_for_a_part_of_them()
    {
        var (tree, city, county) = await Given();
        object Book(string book, string every) => SmallPack.Of(book, tree.County.Id, SmallPack.Rule(
            book, new { @is = "atLeastPerPeriod", of = new[] { "branch" }, evidence = "quarterlyPlan", times = 1, every },
            new[] { new { name = "n", lifetime = new[] { "2020-01-01", null }, period = new[] { "2024-07-01", "2024-12-31" }, asOf = "2024-12-31", evidence = new[] { new { kind = "quarterlyPlan", on = "2024-09-20", @for = "2024-10-01" } }, verdicts = new[] { "met" } } }));
        (await county.Post(Packs, Book($"O{SmallPack.Name()}", "month"))).ShouldPointAt("/files/1/content/versions/0/check/every");
        (await county.Post(Packs, Book($"O{SmallPack.Name()}", "halfYear"))).ShouldBe(HttpStatusCode.Created);
        (await city.Post(Packs, Overlaying(tree.City, "TWS-1.4b", new { every = "halfYear" }))).ShouldBe(HttpStatusCode.Created);

        var event_ = $"O{SmallPack.Name()}";
        (await county.Post(Packs, SmallPack.Of(event_, tree.County.Id, SmallPack.Rule(event_, new { @is = "afterEvent", of = new[] { "branch" }, @event = "generalMeeting", evidence = "annualPlan", within = 5, unit = "days" }, Sound))))
            .ShouldPointAt("/files/1/content/versions/0/check");
    }

    [DatabaseFact]
    public async Task Whoever_asks_so_many_of_a_changing_circle_more_often_than_the_city_needs_an_authorisation_and_whoever_asks_all_of_them_does_not()
    {
        var (tree, city, county) = await Given();
        var book = $"G{SmallPack.Name()}";
        object Groups(int number, int? atLeast) => SmallPack.Rule(book, atLeast is { } some
            ? (object)new { @is = "allHave", of = new[] { "branch" }, circle = "partyGroups", evidence = "partyGroupMeeting", every = "year", atLeast = some }
            : new { @is = "allHave", of = new[] { "branch" }, circle = "partyGroups", evidence = "partyGroupMeeting", every = "year" }, new[]
        {
            new
            {
                name = "two who stayed all the year did nothing", lifetime = new[] { "2020-01-01", null }, period = new[] { "2024-01-01", "2024-12-31" }, asOf = "2025-01-01", evidence = Array.Empty<string>(),
                circle = new[] { ("A", "2024-12-31", (string?)null), ("B", "2024-12-31", null), ("C", "2024-06-30", "2024-01-02"), ("D", "2024-06-30", "2024-01-02") }.Select(g => new
                {
                    name = g.Item1, days = new[] { new[] { "2024-01-01", g.Item2 } }, evidence = g.Item3 is { } day ? new[] { day } : [],
                }),
                verdicts = new[] { "overdue" },
            },
        }, number);
        await Adopt(city, SmallPack.Of(book, tree.City.Id, Groups(1, 2), Groups(2, null)), "2024-01-01");

        var some = (await county.Post(Packs, Overlaying(tree.County, $"{book}-1", new { every = "month" }))).ShouldBe(HttpStatusCode.Created);
        (await county.Get($"{some.Location}/preview?adoptedFrom=2024-04-01")).At("loosenings", 0, "strictness").GetString().Should().Be("notComparable");
        (await county.Post($"{some.Location}/adoption", new { from = "2024-04-01" }, ifMatch: some.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-loosens", "REG-19");
        await Adopt(county, Overlaying(tree.County, $"{book}-1", new { atLeast = 3 }), "2024-04-01");
        await Adopt(county, Overlaying(tree.County, $"{book}-2", new { every = "month" }), "2024-04-01");
    }

    private static object[] Sound =>
        [new { name = "e", lifetime = new[] { "2020-01-01", null }, period = new[] { "2024-01-01", "2024-01-31" }, asOf = "2024-12-31", evidence = Array.Empty<string>(), verdicts = new[] { "overdue" } }];

    private static object Overlaying(Organization jurisdiction, string rule, object parameters) => new
    {
        jurisdictionId = jurisdiction.Id, title = X, document = "1", files = new[] { new { name = $"Overlays/{rule}.json", content = new { rule, reason = X, parameters } } },
    };

    private async Task<(SmallTree Tree, ApiClient City, ApiClient County)> Given()
    {
        api.Clock.MoveTo(new LocalDate(2024, 3, 20));
        var tree = await SmallTree.Plant(api);
        var city = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await city.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        return (tree, city, await api.SignedIn(Role.CountyOfficer, tree.County.Id));
    }

    // One more role for an account.
    private async Task Also(ApiClient holder, Role role, Id<Organization> organization)
    {
        var account = new Id<Account>((await holder.Get("/api/v1/me")).At("id").GetGuid());
        await api.Arrange(db => db.Add(new RoleAssignment(api.Ids.New<RoleAssignment>(), account, role, organization, new(1921, 7, 1), null, new Domain.Time.Clock(api.Clock).Now)).Entity);
    }

    private static async Task<Answer> Adopt(ApiClient by, object pack, string from)
    {
        var up = (await by.Post(Packs, pack)).ShouldBe(HttpStatusCode.Created);
        return (await by.Post($"{up.Location}/adoption", new { from }, ifMatch: up.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> Labels(ApiClient reader, Id<Organization> organization) => string.Join(", ",
        (await reader.Get($"/api/v1/organizations/{organization}/duties?rule=TWS-3.3&from=2024")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(i => i.GetProperty("period").GetProperty("label").GetString()));
}

public sealed class OddPacksOnSqlite(ApiHost<OnSqlite> api) : OddPacks<OnSqlite>(api);

public sealed class OddPacksOnPostgreSql(ApiHost<OnPostgreSql> api) : OddPacks<OnPostgreSql>(api);
