using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.RulePacks;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.RulePacks;

/// <summary>Two rule packs lay down the same thing: a name is taken once, by whoever is first; a parameter has the value of the later one.</summary>
public abstract class PacksThatMeet<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Packs = "/api/v1/rule-packs";

    [DatabaseFact]
    public async Task What_another_pack_has_declared_since_the_upload_is_refused_at_adoption_with_file_key_and_what_to_do_and_nothing_of_it_binds()
    {
        var (tree, _, county) = await Given();
        var name = SmallPack.Name();

        // A book of another name over the same kinds of work, uploaded while nobody had adopted either.
        var other = JsonNode.Parse(JsonSerializer.Serialize(SmallPack.Of(name)(tree.County.Id), ApiClient.Json)!.Replace($"B{name}", $"C{name}", StringComparison.Ordinal))!.ToJsonString();
        var (first, same, kinds) = (await Uploaded(county, SmallPack.Of(name)(tree.County.Id)), await Uploaded(county, SmallPack.Of(name)(tree.County.Id)), await Uploaded(county, other));
        (await Adopt(county, first)).ShouldBe(HttpStatusCode.OK);

        var refused = await Adopt(county, same);
        refused.ShouldPointAt("/files/0/content/id", "/files/1/content/kind", "/files/2/content/kind");
        refused.At("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()).Distinct().Should().Equal("rule-pack-name-taken");
        refused.At("errors", 0, "detail").GetString().Should().Be($"Books/B{name}.json at /id: \"B{name}\" is the name of something that is known already. Choose another one.");
        (await Adopt(county, kinds)).ShouldPointAt("/files/1/content/kind", "/files/2/content/kind");
        (await county.Get($"{kinds.Location}/preview?adoptedFrom=2024-04-01")).ShouldPointAt("/files/1/content/kind", "/files/2/content/kind");

        (await county.Get(same.Location!.ToString())).At("status").GetString().Should().Be("uploaded");
        (await Labels(county, tree.Branch.Id, $"C{name}-1")).ShouldBeProblem(HttpStatusCode.NotFound, "rule-not-found");
        (await Labels(county, tree.Branch.Id, $"B{name}-1")).At("items").GetArrayLength().Should().Be(3, "three quarters of the first pack, and of no other");
        (await api.Look(db => db.Adoptions.CountAsync(a => a.Book == $"B{name}" || a.Book == $"C{name}"))).Should().Be(1);

        // Another jurisdiction has the name no more than this one: verdicts, waivers and evidence are told by it.
        var elsewhere = await Given();
        (await elsewhere.County.Post(Packs, SmallPack.Of(name)(elsewhere.Tree.County.Id))).ShouldPointAt("/files/0/content/id", "/files/1/content/kind", "/files/2/content/kind");
        (await county.Post($"{same.Location}/withdrawal", new { reason = "名称已被使用" }, ifMatch: same.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task Of_two_packs_with_one_name_that_are_adopted_at_the_same_moment_one_is_and_the_other_is_told_that_the_name_is_taken()
    {
        var (tree, _, county) = await Given();
        for (var round = 0; round < 3; round++)
        {
            var name = SmallPack.Name();
            var packs = new[] { await Uploaded(county, SmallPack.Of(name)(tree.County.Id)), await Uploaded(county, SmallPack.Of(name)(tree.County.Id)) };
            var answers = await Task.WhenAll(packs.Select(p => Task.Run(() => Adopt(county, p))));
            answers.Select(a => a.Status).Should().BeEquivalentTo([HttpStatusCode.OK, HttpStatusCode.BadRequest]);
            answers.Single(a => a.Status == HttpStatusCode.BadRequest).At("errors", 0, "code").GetString().Should().Be("rule-pack-name-taken");
            (await api.Look(db => db.Adoptions.CountAsync(a => a.Book == $"B{name}"))).Should().Be(1);
        }
    }

    [DatabaseFact]
    public async Task One_pack_that_is_adopted_by_two_requests_at_the_same_moment_is_adopted_and_signed_once()
    {
        var (tree, _, county) = await Given();
        var pack = await Uploaded(county, SmallPack.Of(SmallPack.Name())(tree.County.Id));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Adopt(county, pack))));
        answers.Count(a => a.Status == HttpStatusCode.OK).Should().Be(1);
        answers.Where(a => a.Status != HttpStatusCode.OK).Should().OnlyContain(a => a.Status == HttpStatusCode.PreconditionFailed);
        (await county.Get(pack.Location!.ToString())).At("signatures").EnumerateArray().Select(s => s.GetProperty("act").GetString()).Should().Equal("uploaded", "adopted");
        var adopted = RulePack.NameOf(new(pack.At("id").GetGuid()));
        (await api.Look(db => db.Adoptions.CountAsync(a => a.Book == adopted))).Should().Be(1);
    }

    [DatabaseFact]
    public async Task Two_packs_that_change_one_rule_from_the_same_day_add_up_and_the_later_one_wins_until_it_is_withdrawn()
    {
        var (tree, city, county) = await Given();
        var first = await Adopted(county, Overlaying(tree.County, "TWS-3.4", "一号", new { times = 3, every = "quarter" }));
        api.Clock.Advance(Duration.FromSeconds(30));
        var between = new Domain.Time.Clock(api.Clock).Now;
        api.Clock.Advance(Duration.FromSeconds(30));
        (await Asked(city, tree.Branch.Id)).Should().Be("2024-Q3 3 quarter 一号");

        // Less than the first one asks, and more than the book does: what a jurisdiction has itself adopted, it may loosen itself.
        var second = await Adopted(county, Overlaying(tree.County, "TWS-3.4", "二号", new { times = 2 }));
        (await Asked(city, tree.Branch.Id)).Should().Be("2024-Q3 2 quarter 一号 二号");
        (await Asked(city, tree.Branch.Id, $"&knownAt={between:uuuu-MM-dd'T'HH:mm:ss'Z'}")).Should().Be("2024-Q3 3 quarter 一号");
        (await Asked(city, tree.Outside.Id)).Should().Be("2024-H2 1 halfYear", "another county's branch is asked by the book");

        // What the town asks from the same day comes last, and holds only where it asks no less.
        var town = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        await Adopted(town, Overlaying(tree.Town, "TWS-3.4", "三号", new { times = 4 }));
        (await Asked(city, tree.Branch.Id)).Should().Be("2024-Q3 4 quarter 一号 二号 三号");
        (await Asked(city, tree.FarBranch.Id)).Should().Be("2024-Q3 2 quarter 一号 二号", "it lies in the county's other town");

        (await county.Post($"{second.Location}/withdrawal", new { lastDay = "2024-03-31", reason = "依据有误" }, ifMatch: second.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Asked(city, tree.FarBranch.Id)).Should().Be("2024-Q3 3 quarter 一号");
        (await county.Post($"{first.Location}/withdrawal", new { lastDay = "2024-03-31", reason = "依据有误" }, ifMatch: first.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Asked(city, tree.FarBranch.Id)).Should().Be("2024-H2 1 halfYear");
        (await Asked(city, tree.Branch.Id)).Should().Be("2024-H2 4 halfYear 三号", "the town's own holds on");
    }

    [DatabaseFact]
    public async Task Two_changes_of_one_parameter_at_the_same_moment_end_in_one_value_for_everybody()
    {
        var (tree, city, county) = await Given();
        var packs = new[] { await Uploaded(county, Overlaying(tree.County, "TWS-3.4", "甲", new { times = 2 })), await Uploaded(county, Overlaying(tree.County, "TWS-3.4", "乙", new { times = 3 })) };
        var answers = await Task.WhenAll(packs.Select(p => Task.Run(() => Adopt(county, p))));
        answers.Select(a => a.Status).Should().AllBeEquivalentTo(HttpStatusCode.OK);
        var asked = await Asked(city, tree.Branch.Id);
        asked.Should().BeOneOf("2024-H2 3 halfYear 甲 乙", "2024-H2 2 halfYear 乙 甲");
        (await Asked(county, tree.FarBranch.Id)).Should().Be(asked);
    }

    private static object Overlaying(Organization jurisdiction, string rule, string document, object parameters) => new
    {
        jurisdictionId = jurisdiction.Id, title = new { en = "Detailed rules", zh = "实施细则" }, document,
        files = new[] { new { name = $"Overlays/{rule}.json", content = new { rule, reason = new { en = "As resolved.", zh = "经研究决定。" }, parameters } } },
    };

    private async Task<(SmallTreeWithOutside Tree, ApiClient City, ApiClient County)> Given()
    {
        api.Clock.MoveTo(new LocalDate(2024, 3, 20));
        var tree = await SmallTree.Plant(api);
        var city = await api.SignedIn(Role.CityOfficer, tree.City.Id);
        (await city.Post($"/api/v1/organizations/{tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        var elsewhere = await Found(city, tree.City, "County2", OrganizationType.PartyCommittee, JurisdictionLevel.County);
        return (new(tree.County, tree.Town, tree.Branch, tree.FarBranch, await Found(city, elsewhere, "Outside", OrganizationType.Branch, null)), city, await api.SignedIn(Role.CountyOfficer, tree.County.Id));
    }

    private async Task<Organization> Found(ApiClient officer, Organization superior, string name, OrganizationType type, JurisdictionLevel? level)
    {
        var founded = (await officer.Post("/api/v1/organizations", new { code = $"{superior.Code}-{name}", name, type, level, superiorId = superior.Id, foundedOn = "2020-01-01" })).ShouldBe(HttpStatusCode.Created);
        var id = new Id<Organization>(founded.At("id").GetGuid());
        return await api.Look(db => Task.FromResult(db.Organizations.Single(o => o.Id == id)));
    }

    private static async Task<Answer> Uploaded(ApiClient officer, object pack) => (await officer.Post(Packs, pack)).ShouldBe(HttpStatusCode.Created);

    private static Task<Answer> Adopt(ApiClient officer, Answer pack, string from = "2024-04-01") => officer.Post($"{pack.Location}/adoption", new { from }, ifMatch: pack.ETag);

    private static async Task<(Uri? Location, string? ETag)> Adopted(ApiClient officer, object pack)
    {
        var uploaded = await Uploaded(officer, pack);
        return (uploaded.Location, (await Adopt(officer, uploaded)).ShouldBe(HttpStatusCode.OK).ETag);
    }

    private static Task<Answer> Labels(ApiClient reader, Id<Organization> organization, string rule) => reader.Get($"/api/v1/organizations/{organization}/duties?rule={rule}&from=2024");

    // What the rule asks in the first period after the day of adoption, and by whose documents.
    private static async Task<string> Asked(ApiClient reader, Id<Organization> organization, string more = "")
    {
        var verdict = (await reader.Get($"/api/v1/organizations/{organization}/duties?rule=TWS-3.4&from=2024-07-01&asOf=2024-07-01{more}")).ShouldBe(HttpStatusCode.OK).At("items", 0);
        return string.Join(' ', new[] { verdict.GetProperty("period").GetProperty("label").GetString(), verdict.GetProperty("parameters").GetProperty("times").GetRawText(), verdict.GetProperty("parameters").GetProperty("every").GetString() }
            .Concat(verdict.GetProperty("changedBy").EnumerateArray().Select(d => d.GetProperty("document").GetString())));
    }

    private sealed record SmallTreeWithOutside(Organization County, Organization Town, Organization Branch, Organization FarBranch, Organization Outside);
}

public sealed class PacksThatMeetOnSqlite(ApiHost<OnSqlite> api) : PacksThatMeet<OnSqlite>(api);

public sealed class PacksThatMeetOnPostgreSql(ApiHost<OnPostgreSql> api) : PacksThatMeet<OnPostgreSql>(api);

public sealed class PacksThatMeetOnSqlServer(ApiHost<OnSqlServer> api) : PacksThatMeet<OnSqlServer>(api);
