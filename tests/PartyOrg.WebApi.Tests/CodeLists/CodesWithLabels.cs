using System.Net;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.CodeLists;

public sealed class CodesWithLabels(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    [Fact]
    public async Task Every_code_in_the_served_document_has_labels_in_both_languages()
    {
        var schemas = (await api.Anonymous.Get("/swagger/v1/swagger.json")).ShouldBe(HttpStatusCode.OK).At("components", "schemas").EnumerateObject().Where(s => s.Value.TryGetProperty("enum", out _))
            .ToDictionary(s => char.ToLowerInvariant(s.Name[0]) + s.Name[1..], s => s.Value.GetProperty("enum").EnumerateArray().Select(c => c.GetString()).ToList());
        schemas.Should().HaveCountGreaterThan(30);

        var lists = (await Caller()).At("items").EnumerateArray().ToDictionary(l => l.GetProperty("name").GetString()!, l => l.GetProperty("codes").EnumerateArray().ToList());
        schemas.Keys.Except(lists.Keys).Should().BeEmpty("an enumeration that the API serves has a CodeList beside it, in a static property of a …Labels class; it is found by itself");
        foreach (var (name, codes) in schemas) lists[name].Select(c => c.GetProperty("code").GetString()).Should().BeEquivalentTo(codes, name);
        lists.Values.SelectMany(l => l).Should().OnlyContain(c => c.GetProperty("label").GetProperty("en").GetString()!.Length > 0)
            .And.OnlyContain(c => c.GetProperty("label").GetProperty("zh").GetString()!.Any(character => character >= 0x4E00));
    }

    [Fact]
    public async Task One_list_is_shown_by_its_name_to_whoever_is_signed_in()
    {
        var member = await api.SignedIn(Role.Member, (await SmallTree.Plant(api)).Branch.Id);
        var list = (await member.Get("/api/v1/code-lists/unitKind")).ShouldBe(HttpStatusCode.OK);
        list.At("codes").EnumerateArray().Select(c => (c.GetProperty("code").GetString(), c.GetProperty("label").GetProperty("zh").GetString())).Should().Contain(("cooperative", "农民专业合作社")).And.HaveCount(6);
        (await member.Get("/api/v1/code-lists/unitKind", ifNoneMatch: list.ETag)).ShouldBe(HttpStatusCode.NotModified);
        (await member.Get("/api/v1/code-lists/yesOrNo")).ShouldBeProblem(HttpStatusCode.NotFound, "code-list-not-found");
        (await api.Anonymous.Get("/api/v1/code-lists")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<Answer> Caller() => (await (await api.SignedIn(Role.Auditor, (await SmallTree.Plant(api)).Town.Id)).Get("/api/v1/code-lists")).ShouldBe(HttpStatusCode.OK);
}
