using System.Net;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>Study and training beside the gatherings: what the branch has from January on, a check of everybody's study, and the superior's guidance of May.</summary>
internal sealed class StudyInTheYear(TheBranch branch, Diary diary)
{
    public void Write()
    {
        diary.On(1, 15, "room, equipment and papers", async () =>
        {
            foreach (var kind in new[] { "activityRoom", "audioVisualEquipment", "partyPress" })
                (await (await branch.As(branch.Secretary)).Post($"/api/v1/organizations/{branch.Id}/facilities", new { kind, description = "办公楼二层", from = "2025-01-10" })).ShouldBe(HttpStatusCode.Created);
        });
        diary.On(5, 11, "what the superior owes stands in his own list, and in nobody's of the branch", async () =>
        {
            (await Owed(await branch.As(branch.TownSecretary))).Should().Contain(("TWS-6.7", branch.Id.Value));
            (await Owed(await branch.As(branch.Secretary))).Should().NotContain(d => d.Rule == "TWS-6.7");
        });
        diary.On(5, 12, "the superior guides", async () => (await (await branch.As(branch.TownSecretary)).Post(
            "/api/v1/study-guidances", new { organizationId = branch.Id, guidedOn = "2025-05-12", text = "查阅集中学习记录", finding = "sufficient" })).ShouldBe(HttpStatusCode.Created));
        diary.On(11, 10, "everybody's study is checked", async () => (await (await branch.As(branch.Secretary)).Post("/api/v1/study-checks", new
        {
            organizationId = branch.Id, checkedOn = "2025-11-10", how = "查阅学习笔记", results = branch.Members.Select(m => new { personId = m.Id, result = "sufficient" }),
        })).ShouldBe(HttpStatusCode.Created));
        diary.On(3, 12, "陈静 notes what she read", async () => (await (await branch.As(branch.Chen)).Post($"/api/v1/members/{branch.Chen.Id}/self-study-notes", new
        {
            study = new { studiedOn = "2025-03-12", hours = 1.5m, content = "theory", subject = "学习党章总纲", notes = "重点学习了党员的权利和义务" },
        })).ShouldBe(HttpStatusCode.Created));
    }

    private static async Task<List<(string? Rule, Guid Organization)>> Owed(ApiClient caller) => [.. (await caller.Get("/api/v1/me/duties?within=366&limit=200")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
        .Where(i => i.GetProperty("duty").ValueKind == System.Text.Json.JsonValueKind.Object)
        .Select(i => (i.GetProperty("duty").GetProperty("ruleId").GetString(), i.GetProperty("organizationId").GetGuid()))];
}
