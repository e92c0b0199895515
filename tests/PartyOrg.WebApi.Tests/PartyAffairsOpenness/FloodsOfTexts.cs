using System.Net;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.PartyAffairsOpenness;

/// <summary>A product that takes three texts or tickets in a minute from one address.</summary>
public sealed class PatientHost : ApiHost<OnSqlite>
{
    public PatientHost() => Settings["Submissions:PerMinute"] = "3";
}

/// <summary>Nobody floods the organization with letters, and still no address is kept.</summary>
public sealed class FloodsOfTexts(PatientHost api) : IClassFixture<PatientHost>
{
    [Fact]
    public async Task The_fourth_within_a_minute_is_refused_and_what_everyone_reads_is_not()
    {
        var tree = await SmallTree.Plant(api);
        var letters = $"/api/v1/public/organizations/{tree.Branch.Id}/letters";
        var ticket = (await api.Anonymous.Post("/api/v1/public/tickets")).ShouldBe(HttpStatusCode.OK).At("ticket").GetString();
        (await api.Anonymous.Post(letters, new { text = "来信", sign = false, ticket })).ShouldBe(HttpStatusCode.OK);
        (await api.Anonymous.Post("/api/v1/public/letters/lookups", new { code = "x" })).ShouldBe(HttpStatusCode.NotFound);
        var refused = (await api.Anonymous.Post("/api/v1/public/tickets")).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
        refused.Header("Retry-After").Should().NotBeNullOrEmpty();
        (await api.Anonymous.Get($"/api/v1/public/organizations/{tree.Branch.Id}/publications")).ShouldBe(HttpStatusCode.OK);
    }
}
