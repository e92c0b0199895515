using System.Net;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.Http;

/// <summary>In which language the product speaks, and what a client may keep.</summary>
public sealed class LanguagesAndCaches(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh", "zh-CN")]
    [InlineData("zh-Hans-CN", "zh-CN")]
    [InlineData("fr", "en")]
    [InlineData("fr, zh;q=0.5", "zh-CN")]
    [InlineData("en;q=0.4, zh-CN;q=0.9", "zh-CN")]
    [InlineData("zh-CN;q=0.4, en;q=0.9", "en")]
    [InlineData("zh;q=0, en;q=0.1", "en")]
    [InlineData("*", "en")]
    public async Task Messages_are_in_the_first_language_asked_for_that_the_product_speaks_and_codes_are_not_translated(string? asked, string spoken)
    {
        var answer = (await api.Anonymous.Send(HttpMethod.Get, "/api/v1/nowhere", null, ("Accept-Language", asked))).ShouldBeProblem(HttpStatusCode.NotFound, "no-such-route");
        answer.Header("Content-Language").Should().Be(spoken);
        answer.At("detail").GetString()!.Any(c => c is >= '\u4e00' and <= '\u9fff').Should().Be(spoken == "zh-CN");
    }

    [Fact]
    public async Task One_thing_has_a_strong_ETag_that_is_its_version_and_is_not_sent_again_while_it_is_still_so()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var address = $"/api/v1/organizations/{tree.Branch.Id}";
        var first = (await officer.Get(address)).ShouldBe(HttpStatusCode.OK);
        first.ETag.Should().Be($"\"{first.At("version").GetInt32()}\"");

        foreach (var known in new[] { first.ETag!, $"\"x\", {first.ETag}", "*" })
        {
            var again = (await officer.Get(address, ifNoneMatch: known)).ShouldBe(HttpStatusCode.NotModified);
            again.Text.Should().BeEmpty();
            again.ETag.Should().Be(first.ETag);
        }

        (await officer.Put(address, new { name = "Another name" }, first.ETag)).ShouldBe(HttpStatusCode.OK);
        (await officer.Get(address, ifNoneMatch: first.ETag)).ShouldBe(HttpStatusCode.OK).At("name").GetString().Should().Be("Another name");
    }

    [Fact]
    public async Task A_list_has_a_weak_ETag_that_changes_with_what_it_lists()
    {
        var tree = await SmallTree.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, tree.Town.Id);
        var first = (await officer.Get("/api/v1/organizations")).ShouldBe(HttpStatusCode.OK);
        first.ETag.Should().StartWith("W/\"");
        (await officer.Get("/api/v1/organizations", ifNoneMatch: first.ETag)).ShouldBe(HttpStatusCode.NotModified);

        (await officer.Put($"/api/v1/organizations/{tree.Branch.Id}", new { name = "Another name" }, "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await officer.Get("/api/v1/organizations", ifNoneMatch: first.ETag)).ShouldBe(HttpStatusCode.OK).ETag.Should().NotBe(first.ETag);
    }

    [Fact]
    public async Task What_is_read_may_be_kept_by_its_reader_alone_and_differs_by_language_and_by_who_asks()
    {
        var answer = (await (await api.SignedIn(Role.CityOfficer)).Get("/api/v1/organizations")).ShouldBe(HttpStatusCode.OK);
        answer.Header("Cache-Control").Should().Be("no-cache, private");
        answer.Header("Vary").Should().Be("Accept-Language, Authorization");
    }
}
