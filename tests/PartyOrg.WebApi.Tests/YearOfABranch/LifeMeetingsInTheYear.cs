using System.Net;
using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>
/// Two democratic life meetings. That of June is reported beforehand, the superior comes, one problem is escalated and answered; that of December is never reported: it counts, and its verdict says so.
/// </summary>
internal sealed class LifeMeetingsInTheYear(TheBranch branch, Diary diary)
{
    private const string Meetings = "/api/v1/democratic-life-meetings";

    private string june = "";
    private string december = "";
    private string item = "";

    public void Write()
    {
        diary.On(6, 10, "the life meeting of June is planned, noticed and reported", async () =>
        {
            june = await Planned(new(2025, 6, 24));
            await Send(HttpMethod.Post, june, branch.Secretary, "opinions", new RecordLifeMeetingOpinion.Body(CollectedFrom.Employees, "希望多听取一线意见"));
            await Send(HttpMethod.Post, june, branch.Secretary, "notice", new GiveLifeMeetingNotice.Body(new(2025, 6, 10)));
            await Send(HttpMethod.Post, june, branch.Secretary, "report", new ReportDemocraticLifeMeeting.Body(new(2025, 6, 10), "围绕改进作风开展批评与自我批评"));
            await Send(HttpMethod.Post, june, branch.TownSecretary, "superior-attendees", new NameLifeMeetingAttendees.Body([branch.TownSecretary.Id]));
        });
        diary.On(6, 20, "self-checks", () => SelfChecks(june));
        diary.On(6, 24, "it is held", async () =>
        {
            await Held(june, new(2025, 6, 24), [branch.TownSecretary.Id]);
            var added = await (await branch.As(branch.Secretary)).Post($"{june}/rectification-items", new { problem = "园区消防通道不畅", measure = "协调整改", ownerId = branch.Organizer.Id, dueOn = "2025-08-31" });
            item = added.ShouldBe(HttpStatusCode.Created).Location!.ToString();
        });
        diary.On(6, 27, "what the branch cannot solve goes up", () => Send(HttpMethod.Post, item, branch.Secretary, "escalation", new { reason = "需镇党委协调" }));
        diary.On(7, 7, "the superior answers", () => Send(HttpMethod.Post, item, branch.TownSecretary, "answer", new { answer = "已协调园区管委会" }));
        diary.On(8, 28, "it is solved", () => Send(HttpMethod.Post, item, branch.Secretary, "closing", new { outcome = "通道已清理" }));

        diary.On(12, 5, "the life meeting of December is noticed and not reported", async () =>
        {
            december = await Planned(new(2025, 12, 16));
            await Send(HttpMethod.Post, december, branch.Secretary, "notice", new GiveLifeMeetingNotice.Body(new(2025, 12, 5)));
            await SelfChecks(december);
        });
        diary.On(12, 16, "it is held all the same", () => Held(december, new(2025, 12, 16), []));
    }

    private async Task<string> Planned(LocalDate on) => (await (await branch.As(branch.Secretary)).Post(Meetings, new PlanDemocraticLifeMeeting(branch.Id, "改进作风、服务职工", on, new(14, 0), "三楼会议室")))
        .ShouldBe(HttpStatusCode.Created).Location!.ToString();

    private async Task SelfChecks(string meeting)
    {
        foreach (var member in branch.Committee)
            await Send(HttpMethod.Put, meeting, member, $"self-checks/{member.Id}", new FileSelfCheck.Body([.. Enum.GetValues<SelfCheckAspect>().Select(a => new AspectText(a, "对照检查"))]));
    }

    private async Task Held(string meeting, LocalDate on, IReadOnlyList<Domain.Id<Person>> fromSuperior)
    {
        await Send(HttpMethod.Post, meeting, branch.Secretary, "record", new RecordDemocraticLifeMeeting.Body(new()
        {
            HeldOn = on, StartsAt = new(14, 0), Place = "三楼会议室", PresidedById = branch.Secretary.Id, RecorderId = branch.Organizer.Id, Minutes = "逐一开展批评与自我批评。",
            Roll = [.. branch.Committee.Select(m => new LifeMeetingRollEntry(m.Id, true))], FromSuperior = fromSuperior,
        }));
        foreach (var member in branch.Committee)
            await Send(HttpMethod.Put, meeting, branch.Secretary, $"speeches/{member.Id}", new RecordLifeMeetingSpeech.Body("下基层少。", [new(branch.Committee.First(m => m != member).Id, "检查落实少。")]));
        await Send(HttpMethod.Post, meeting, branch.Secretary, "confirmation", null);
        (await (await branch.As(branch.Chen)).Get($"{meeting}/statements")).Status.Should().BeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
    }

    private async Task Send(HttpMethod method, string url, Person by, string path, object? body)
    {
        var caller = await branch.As(by);
        (await caller.Send(method, $"{url}/{path}", body, ("If-Match", (await (await branch.As(branch.Secretary)).Get(url)).ETag))).ShouldBe(HttpStatusCode.OK);
    }
}
