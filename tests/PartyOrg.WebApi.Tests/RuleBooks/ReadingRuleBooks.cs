using System.Net;
using System.Text.Json;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.RulePacks;

namespace PartyOrg.WebApi.Tests.RuleBooks;

/// <summary>What became of the sources, and where they disagree, as the API tells it. Nothing here rests on a database beyond who is signed in.</summary>
public sealed class ReadingRuleBooks(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    [Fact]
    public async Task Every_book_tells_what_became_of_every_provision_of_its_source_and_the_house_book_has_no_source()
    {
        var reader = await Reader();
        foreach (var book in (await reader.Get("/api/v1/rule-books")).At("items").EnumerateArray())
        {
            var id = book.GetProperty("id").GetString()!;
            var items = (await reader.Get($"/api/v1/rule-books/{id}/provisions")).ShouldBe(HttpStatusCode.OK).At("items");
            items.GetArrayLength().Should().Be(ProvisionTables.Embedded.TryFind(id, out var table) ? table.Fates.Count : 0);
            (items.GetArrayLength() == 0).Should().Be(book.GetProperty("sourceSha256").ValueKind == JsonValueKind.Null);
        }

        (await reader.Get("/api/v1/rule-books/XYZ/provisions")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-book-not-found");
    }

    [Fact]
    public async Task A_provision_names_its_rules_and_whether_the_product_has_them_by_looking()
    {
        var items = (await (await Reader()).Get("/api/v1/rule-books/TWS/provisions")).At("items").EnumerateArray().ToDictionary(p => p.GetProperty("number").GetString()!);

        var meeting = items["3.3"];
        (meeting.GetProperty("became").GetString(), meeting.GetProperty("sha256").GetString()!.Length).Should().Be(("rule", 64));
        meeting.GetProperty("about").GetProperty("zh").GetString().Should().Be("支部党员大会每季度一次及其内容");
        var rule = meeting.GetProperty("rules")[0];
        (rule.GetProperty("id").GetString(), rule.GetProperty("inProduct").GetBoolean()).Should().Be(("TWS-3.3", true));
        rule.GetProperty("title").GetProperty("en").GetString().Should().Be("The branch general meeting is held once a quarter.");
        var aims = items["1.3"];
        aims.GetProperty("became").GetString().Should().Be("notForAMachine");
        aims.GetProperty("rules").GetArrayLength().Should().Be(0);
        aims.GetProperty("note").GetProperty("en").GetString().Should().StartWith("It states aims");

        foreach (var named in items.Values.SelectMany(p => p.GetProperty("rules").EnumerateArray()))
        {
            named.GetProperty("inProduct").GetBoolean().Should().Be(RuleCatalog.Embedded.TryFindRule(named.GetProperty("id").GetString()!, out _));
            (named.GetProperty("title").ValueKind == JsonValueKind.Null).Should().Be(!named.GetProperty("inProduct").GetBoolean());
        }
    }

    [Fact]
    public async Task The_conflicts_of_the_sources_are_told_with_what_each_place_says_the_choice_and_why()
    {
        var items = (await (await Reader()).Get("/api/v1/rule-books/conflicts")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().ToList();

        items.Should().HaveCount(7);
        var meetings = items.Single(c => c.GetProperty("id").GetString() == "life-meetings-every-half-year-or-every-year");
        meetings.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("citation").GetProperty("article").GetString()).Should().Equal("4", "9", "6");
        meetings.GetProperty("places")[0].GetProperty("rules")[0].GetProperty("id").GetString().Should().Be("TWS-4.1");
        meetings.GetProperty("places")[2].GetProperty("says").GetProperty("en").GetString().Should().Contain("once a year");
        meetings.GetProperty("choice").GetProperty("zh").GetString().Should().Contain("两种会议");
        meetings.GetProperty("why").GetProperty("en").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_rule_names_the_conflicts_in_which_it_takes_part()
    {
        var reader = await Reader();
        (await reader.Get("/api/v1/rules/TWS-3.3")).ShouldBe(HttpStatusCode.OK).At("conflicts").GetArrayLength().Should().Be(0);
        foreach (var rule in RuleCatalog.Embedded.Rules)
        {
            (await reader.Get($"/api/v1/rules/{rule.Id}")).At("conflicts").EnumerateArray().Select(c => c.GetProperty("id").GetString())
                .Should().Equal(SourceConflicts.Embedded.Of(rule.Id).Select(c => c.Id));
        }
    }

    [Fact]
    public async Task A_formula_gives_its_amount_on_a_base_with_every_line_of_the_computation()
    {
        var reader = await Reader();
        var amount = (await reader.Get("/api/v1/rules/TWS-D1/amount?for=wage&base=2999")).ShouldBe(HttpStatusCode.OK);
        amount.At("amount").GetString().Should().Be("15.00");
        amount.At("lines").EnumerateArray().Select(l => l.GetProperty("zh").GetString()).Should().Equal("基数2999.00不超过3000：比例0.005。", "2999.00 × 0.005 = 14.995。", "四舍五入到分：15.00。");
        (amount.At("ruleVersion").GetString(), amount.At("citation", "article").GetString(), amount.At("basis").GetString()).Should().Be(("2020-08-24", "10", "otherLaw"));
        (await reader.Get("/api/v1/rules/TWS-D1/amount?for=retired&base=5000.01&on=2024-01-31")).At("amount").GetString().Should().Be("50.00");

        (await reader.Get("/api/v1/rules/TWS-D1/amount?for=wage&base=1&on=2020-08-23")).ShouldBeProblem(HttpStatusCode.NotFound, "formula-not-in-force");
        (await reader.Get("/api/v1/rules/TWS-D1/amount?for=sailor&base=1")).ShouldBeProblem(HttpStatusCode.BadRequest, "rates-unknown").ShouldPointAt("/for");
        foreach (var wrong in new[] { "-1", "1.001", "1e3", "10000000000", "x", "1." }) (await reader.Get($"/api/v1/rules/TWS-D1/amount?for=wage&base={wrong}")).ShouldBeProblem(HttpStatusCode.BadRequest, "base-malformed").ShouldPointAt("/base");
        (await reader.Get("/api/v1/rules/TWS-3.3/amount?for=wage&base=1")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-is-no-formula");
        (await reader.Get("/api/v1/rules/TWS-D9/amount?for=wage&base=1")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-not-found");
    }

    [Fact]
    public async Task A_formula_of_a_pack_gives_amounts_as_soon_as_it_is_adopted_and_no_verdicts()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.CountyOfficer, tree.County.Id);
        var both = new { en = "Funds of 20,000 yuan for each.", zh = "每人两万元经费。" };
        var amounts = new[] { new { @for = "specialist", @base = 3, amount = 60000 } };
        var uploaded = (await officer.Post("/api/v1/rule-packs", SmallPack.Of("FUNDS", tree.County.Id, new
        {
            id = "FUNDS-1", kind = "formula", title = new { en = "It is so.", zh = "如此。" }, summary = both, cite = new { book = "FUNDS", article = "1" },
            versions = new[]
            {
                new
                {
                    inForceFrom = "2024-01-01", basis = "source",
                    check = new { @is = "amountByRates", rates = new[] { new { @for = "specialist", over = 0, rate = 20000, plus = 0 } }, rounding = "down" },
                    examples = new[] { new { name = "three", lifetime = new[] { "2024-01-01", null }, period = new[] { "2024-01-01", "2024-12-31" }, asOf = "2024-12-31", evidence = Array.Empty<string>(), verdicts = Array.Empty<string>(), amounts } },
                },
            },
        }))).ShouldBe(HttpStatusCode.Created);
        (await officer.Get($"{uploaded.Location}/preview?adoptedFrom=2024-05-01")).ShouldBe(HttpStatusCode.OK).At("subjects").GetInt32().Should().Be(0);
        (await officer.Post($"{uploaded.Location}/adoption", new { from = "2024-05-15" }, ifMatch: uploaded.ETag)).ShouldBe(HttpStatusCode.OK);
        (await officer.Get("/api/v1/rules/FUNDS-1/amount?for=specialist&base=7")).ShouldBe(HttpStatusCode.OK).At("amount").GetString().Should().Be("140000.00");
        (await officer.Get($"/api/v1/organizations/{tree.Branch.Id}/duties?from=2024&to=2024")).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength().Should().Be(0);
    }

    private async Task<ApiClient> Reader() => await api.SignedIn(Role.Member, (await SmallTree.Plant(api)).Branch.Id);
}
