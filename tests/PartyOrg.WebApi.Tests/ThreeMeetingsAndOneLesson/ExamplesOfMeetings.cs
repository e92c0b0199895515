using System.Net;
using System.Text.Json;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

public sealed class ExamplesOfMeetings(ApiHost<OnSqlite> api) : IClassFixture<ApiHost<OnSqlite>>
{
    [Fact]
    public async Task The_documents_examples_are_read_without_a_fault()
    {
        // Later than every date of the examples.
        api.Clock.MoveTo(new LocalDate(2027, 6, 1));
        var branch = await MeetingBranch.Plant(api);
        var paths = (await api.Anonymous.Get("/swagger/v1/swagger.json")).ShouldBe(HttpStatusCode.OK).At("paths").EnumerateObject().Where(p => p.Name.StartsWith("/api/v1/meetings", StringComparison.Ordinal));
        var bodies = paths.Where(p => p.Value.TryGetProperty("post", out var post) && post.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out _))
            .Select(p => (Path: string.Join('/', p.Name.Split('/').Select(part => part.StartsWith('{') ? api.Ids.New().ToString() : part)), Media: p.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json"))).ToList();
        bodies.Should().HaveCount(10);
        foreach (var (path, media) in bodies)
        {
            media.TryGetProperty("example", out var example).Should().BeTrue($"{path} has an example");
            (await branch.Keeper.Post(path, example.GetRawText(), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
