using System.Net;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>
/// Party affairs in the open: routine work from January on; the year's target and a major decision through their three stages to March 28, with an anonymous opinion that is answered; the members'
/// training of the first half year, finished on June 30 and public on July 10.
/// </summary>
internal sealed class OpennessInTheYear<TDatabase>(TheBranch branch, Diary diary, ApiHost<TDatabase> api) where TDatabase : IDatabaseKind
{
    private readonly List<string> staged = [];
    private string follow = "";

    public void Write()
    {
        diary.On(1, 10, "routine work is public", async () => await Release(await Draft("routineWork", "other", "党员活动室每周三开放。")));
        foreach (var (nature, category) in new[] { ("majorDecision", "decisions"), ("targetTask", "organizationConstruction") })
            diary.On(3, 3, $"{nature} is opened to opinions", async () =>
            {
                var there = await Draft(nature, category, "拟于本年度发展党员两名。");
                await Step(there, "opening");
                staged.Add(there);
            });
        diary.On(3, 5, "somebody gives his opinion", async () =>
        {
            var ticket = (await api.Anonymous.Post("/api/v1/public/tickets", key: "")).ShouldBe(HttpStatusCode.OK).At("ticket").GetString();
            var id = staged[0][(staged[0].LastIndexOf('/') + 1)..];
            follow = (await api.Anonymous.Post($"/api/v1/public/publications/{id}/opinions", new { text = "建议增加一线职工名额。", sign = false, ticket }, key: "")).ShouldBe(HttpStatusCode.OK).At("code").GetString()!;
        });
        diary.On(3, 10, "the opinion is answered", async () =>
        {
            var secretary = await branch.As(branch.Secretary);
            var opinion = (await secretary.Get($"{staged[0]}/opinions")).ShouldBe(HttpStatusCode.OK).At("items", 0);
            (await secretary.Post($"/api/v1/opinions/{opinion.GetProperty("id").GetString()}/answer", new { answer = "已采纳。" }, ifMatch: $"\"{opinion.GetProperty("version").GetInt32()}\"")).ShouldBe(HttpStatusCode.OK);
            (await api.Anonymous.Post("/api/v1/public/opinions/lookups", new { code = follow }, key: "")).ShouldBe(HttpStatusCode.OK).At("answer").GetString().Should().Be("已采纳。");
        });
        diary.On(3, 24, "both are decided in the open", async () =>
        {
            var secretary = await branch.As(branch.Secretary);
            var general = await Meeting(secretary, branch.Id.ToString(), "2025-03-20");
            var group = await Meeting(secretary, branch.Group.Id.ToString(), "2025-03-12");
            foreach (var there in staged)
            {
                await Step(there, "plan", new { text = "拟发展党员三名。", meetingIds = new[] { general, group } });
                await Step(there, "decision", new { text = "大会通过发展党员三名的计划。", meetingId = general });
                await Step(there, "secrecy-check", new { isSecret = false, remark = "不涉密" });
            }
        });
        diary.On(3, 28, "both are made public, the major decision with the superior's approval", async () =>
        {
            var town = await branch.As(branch.TownSecretary);
            (await town.Post($"{staged[0]}/permission", ifMatch: (await town.Get(staged[0])).ETag)).ShouldBe(HttpStatusCode.OK);
            await Step(staged[0], "release");
            await Step(staged[1], "approval");
            await Step(staged[1], "release");
        });
        diary.On(7, 10, "finished work is public", async () => await Release(await Draft("periodicWork", "organizationConstruction", "上半年党员培训已完成。", "2025-06-30")));
    }

    private static async Task<string> Meeting(ApiClient secretary, string organization, string on) =>
        (await secretary.Get($"/api/v1/meetings?organization={organization}&from={on}&to={on}")).ShouldBe(HttpStatusCode.OK).At("items", 0, "id").GetString()!;

    private async Task<string> Draft(string nature, string category, string text, string? workEndedOn = null)
    {
        var there = (await (await branch.As(branch.Secretary)).Post(
            "/api/v1/publications", new { organizationId = branch.Id, title = "党务公开", text, category, nature, audience = "employees", form = "announcement", workEndedOn })).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        await Step(there, "secrecy-check", new { isSecret = false, remark = "不涉密" });
        return there;
    }

    private async Task Release(string there)
    {
        await Step(there, "approval");
        await Step(there, "release");
    }

    private async Task Step(string there, string step, object? body = null)
    {
        var secretary = await branch.As(branch.Secretary);
        (await secretary.Post($"{there}/{step}", body, ifMatch: (await secretary.Get(there)).ETag)).ShouldBe(HttpStatusCode.OK);
    }
}
