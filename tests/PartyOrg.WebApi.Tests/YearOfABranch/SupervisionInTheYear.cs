using System.Net;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>
/// Inner-Party supervision: participation checked in June and December, talks with cadres and employees in every quarter but the third, whose employee is forgotten; an anonymous letter of July 1 that
/// its sender follows with a code. Integrity is the one of the six subjects at which nobody looks.
/// </summary>
internal sealed class SupervisionInTheYear<TDatabase>(TheBranch branch, Diary diary, ApiHost<TDatabase> api) where TDatabase : IDatabaseKind
{
    private string code = "";

    public void Write()
    {
        foreach (var (month, subjects) in new[] { (6, new[] { "partyRules", "stateLaw" }), (12, ["democraticCentralism", "membersRights"]) })
            diary.On(month, 15, "participation is checked", async () =>
            {
                var inspector = await branch.As(branch.Inspector);
                (await inspector.Get($"/api/v1/organizations/{branch.Id}/participation-checks/draft")).ShouldBe(HttpStatusCode.OK);
                (await inspector.Post("/api/v1/participation-checks", new { organizationId = branch.Id, on = $"2025-{month:00}-15", findings = "出勤总体良好。", subjects })).ShouldBe(HttpStatusCode.Created);
            });
        foreach (var month in new[] { 2, 5, 8, 11 })
        {
            Talk(month, "cadre");
            if (month != 8) Talk(month, "employee");
        }

        diary.On(7, 1, "a letter comes", async () =>
        {
            var ticket = (await api.Anonymous.Post("/api/v1/public/tickets", key: "")).ShouldBe(HttpStatusCode.OK).At("ticket").GetString();
            code = (await api.Anonymous.Post($"/api/v1/public/organizations/{branch.Id}/letters", new { text = "食堂招标没有公示。", sign = false, ticket }, key: "")).ShouldBe(HttpStatusCode.OK).At("code").GetString()!;
        });
        diary.On(7, 3, "it is registered and assigned", async () =>
        {
            await OfLetter("registration");
            await OfLetter("assignment", new { personId = branch.Inspector.Id });
        });
        diary.On(8, 15, "it is answered, and its sender reads the answer", async () =>
        {
            await OfLetter("answer", new { answer = "招标已重新公示。" });
            (await api.Anonymous.Post("/api/v1/public/letters/lookups", new { code }, key: "")).ShouldBe(HttpStatusCode.OK).At("answer").GetString().Should().Be("招标已重新公示。");
            await OfLetter("closing", new { conclusion = "办结。" });
        });
    }

    private void Talk(int month, string partner) => diary.On(month, 18, $"a talk with a {partner}", async () =>
    {
        var secretary = await branch.As(branch.Secretary);
        var there = (await secretary.Post("/api/v1/supervision-talks", new
        {
            organizationId = branch.Id, heldOn = $"2025-{month:00}-18", with = "高敏", partner, said = "思想稳定，反映夜班交通不便。", subjects = new[] { "tiesWithMasses" },
        })).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        (await secretary.Post($"{there}/feedback", new { opinion = "已商定增开班车。" }, ifMatch: (await secretary.Get(there)).ETag)).ShouldBe(HttpStatusCode.OK);
        (await secretary.Post($"{there}/follow-up", new { followUp = "班车已开行。" }, ifMatch: (await secretary.Get(there)).ETag)).ShouldBe(HttpStatusCode.OK);
    });

    private async Task OfLetter(string step, object? body = null)
    {
        var inspector = await branch.As(branch.Inspector);
        var letter = $"/api/v1/letters/{(await inspector.Get($"/api/v1/organizations/{branch.Id}/letters")).ShouldBe(HttpStatusCode.OK).At("items", 0, "id").GetString()}";
        (await inspector.Post($"{letter}/{step}", body, ifMatch: (await inspector.Get(letter)).ETag)).ShouldBe(HttpStatusCode.OK);
    }
}
