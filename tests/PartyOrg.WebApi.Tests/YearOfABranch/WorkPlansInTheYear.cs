using System.Net;
using PartyOrg.Application.WorkPlans;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.WorkPlans;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>
/// Plans of the year, its quarters and months, their items and inspections, and both summaries. The plan of the third quarter comes a day late, November is never arranged, the secretary forgets to
/// inspect in the third quarter; the mid-year summary is returned and mended.
/// </summary>
internal sealed class WorkPlansInTheYear(TheBranch branch, Diary diary)
{
    private const string Plans = "/api/v1/work-plans";
    private const string Summaries = "/api/v1/work-summaries";

    private string annual = "";
    private string midYear = "";

    public void Write()
    {
        diary.On(1, 8, "the plans of the year", async () =>
        {
            annual = await InForce(PlanKind.Annual, "2025", new(2025, 1, 8), [
                new("学习党章党规", new(2025, 12, 31), ConstructionClass.Ideological, OwnerId: branch.Organizer.Id),
                new("发展党员", new(2025, 12, 31), ConstructionClass.Organizational, OwnerId: branch.Organizer.Id),
                new("廉洁教育", new(2025, 9, 30), ConstructionClass.Style, CleanConduct: true, OwnerId: branch.Inspector.Id),
            ]);
            await InForce(PlanKind.Education, "2025", new(2025, 1, 8), [new("全员培训", new(2025, 10, 31), ConstructionClass.Ideological, OwnerId: branch.Organizer.Id)]);
            await InForce(PlanKind.Development, "2025", new(2025, 1, 8), [new("培养入党积极分子", new(2025, 11, 30), ConstructionClass.Organizational, OwnerId: branch.Organizer.Id)]);
        });
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var on = new LocalDate(2025, (quarter * 3) - 2, quarter == 3 ? 16 : 8);
            var period = $"2025-Q{quarter}";
            diary.On(on, $"the plan of {period}", () => InForce(PlanKind.Quarterly, period, on, [new("季度重点工作", on.PlusDays(60), ConstructionClass.Organizational, Department: "综合部")]));
        }

        foreach (var month in Enumerable.Range(1, 12).Where(m => m != 11))
        {
            var (on, period) = (new LocalDate(2025, month, 9), $"2025-{month:00}");
            diary.On(on, $"the work of {period}", () => InForce(PlanKind.Monthly, period, on, [new("当月工作", on.PlusDays(15), ConstructionClass.Style, Department: "综合部")]));
        }

        diary.On(3, 24, "progress on clean conduct", () => Of(annual, branch.Inspector, "items/3/progress", new { on = "2025-03-24", text = "开展警示教育一次" }));
        foreach (var (month, clean) in new[] { (3, false), (6, true), (12, false) })
            diary.On(month, 25, "the secretary inspects", () => Of(annual, branch.Secretary, "inspections", new { on = $"2025-{month:00}-25", items = new[] { 1, 3 }, findings = "按计划推进", cleanConduct = clean }));
        foreach (var (act, day) in new[] { ("summary", 20), ("examples", 23), ("commendation", 28) })
            diary.On(6, day, $"striving for excellence: {act}", async () =>
                (await (await branch.As(branch.Secretary)).Post($"/api/v1/organizations/{branch.Id}/excellence-acts", new { act, on = $"2025-06-{day}", content = "创先争优", named = new[] { "陈静" } })).ShouldBe(HttpStatusCode.Created));

        diary.On(7, 5, "the mid-year summary is submitted", async () => midYear = await Submitted(SummaryKind.MidYear, "2025-07-05"));
        diary.On(7, 8, "it is returned", () => Of(midYear, branch.TownSecretary, "return", new { points = new[] { "补充党风廉政建设部分" } }));
        diary.On(7, 10, "it is mended", async () =>
        {
            await Send(HttpMethod.Put, midYear, branch.Secretary, "", new { content = Content("开展警示教育一次。") });
            await Of(midYear, branch.Secretary, "submission", new { submittedOn = "2025-07-10" });
        });
        diary.On(7, 14, "it is accepted", () => Of(midYear, branch.TownSecretary, "acceptance", new { opinion = "同意通过" }));
        diary.On(12, 29, "the year-end summary is submitted", async () =>
        {
            var yearEnd = await Submitted(SummaryKind.YearEnd, "2025-12-29");
            diary.On(12, 30, "it is accepted", () => Of(yearEnd, branch.TownSecretary, "acceptance", new { opinion = "同意通过", cleanConduct = "廉洁教育到位", openness = "公开及时", study = "学习扎实" }));
        });
    }

    private static object Content(string cleanConduct) => new { work = "各项工作按计划推进。", cleanConduct, openness = "按月公开党务。", study = "集中学习每月一次。" };

    private async Task<string> InForce(PlanKind kind, string period, LocalDate on, PlannedItem[] items)
    {
        var secretary = await branch.As(branch.Secretary);
        var draft = (await secretary.Post(Plans, new DraftWorkPlan(branch.Id, kind, period, items))).ShouldBe(HttpStatusCode.Created);
        await Of(draft.Location!.ToString(), branch.Secretary, "activation", new { adoptedOn = on });
        return draft.Location!.ToString();
    }

    private async Task<string> Submitted(SummaryKind kind, string on)
    {
        var secretary = await branch.As(branch.Secretary);
        var url = (await secretary.Post(Summaries, new DraftWorkSummary(branch.Id, kind, 2025))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        await Send(HttpMethod.Put, url, branch.Secretary, "", new { content = Content("见分项说明。") });
        await Of(url, branch.Secretary, "submission", new { submittedOn = on });
        return url;
    }

    private Task Of(string url, Person by, string path, object body) => Send(HttpMethod.Post, url, by, $"/{path}", body);

    private async Task Send(HttpMethod method, string url, Person by, string path, object body)
    {
        var caller = await branch.As(by);
        (await caller.Send(method, $"{url}{path}", body, ("If-Match", (await caller.Get(url)).ETag))).ShouldBe(HttpStatusCode.OK);
    }
}
