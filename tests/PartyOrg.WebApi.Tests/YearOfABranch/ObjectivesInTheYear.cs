using System.Net;
using PartyOrg.Application.MemberObjectives;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>
/// Objectives of every member: proposed, deliberated by the group and approved in January, recorded every month but October, reported twice, marked in December, public for five working days with one
/// objection that is upheld, graded and reported.
/// </summary>
internal sealed class ObjectivesInTheYear(TheBranch branch, Diary diary)
{
    private static readonly ObjectiveItem[] Items =
    [
        new(ObjectiveArea.Attendance, "按时参加组织生活", 20m), new(ObjectiveArea.Work, "完成年度任务", 30m), new(ObjectiveArea.SelfImprovement, "业务学习", 15.5m),
        new(ObjectiveArea.Discipline, "遵守纪律", 14.5m), new(ObjectiveArea.AdvancedRole, "带徒一名", 20m),
    ];

    private readonly Dictionary<Person, string> of = [];

    private string Group => $"/api/v1/organizations/{branch.Group.Id}";

    public void Write()
    {
        diary.On(1, 6, "everybody proposes his objectives", async () =>
        {
            foreach (var member in branch.Members)
                of[member] = (await (await branch.As(member)).Post("/api/v1/objectives", new ProposeObjectives(branch.Id, member.Id, 2025, PostCategory.Production, Items))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
        });
        diary.On(1, 13, "the group deliberates and the committee approves", () => OfEach(async member =>
        {
            await Step(member == branch.Leader ? branch.Secretary : branch.Leader, member, "deliberation", new { comment = "同意", on = "2025-01-12" });
            await Step(branch.For(member), member, "approval");
        }));
        foreach (var month in Enumerable.Range(1, 12).Where(m => m != 10))
            diary.On(month, 27, "progress of the month", async () => (await (await branch.As(branch.Leader)).Post(
                $"{Group}/objective-progress/2025-{month:00}", new { entries = branch.Members.Select(m => new { personId = m.Id, text = "按计划完成" }) })).ShouldBe(HttpStatusCode.OK));
        foreach (var (half, month) in new[] { (1, 6), (2, 12) })
            diary.On(month, 28, "the group reports", async () =>
                (await (await branch.As(branch.Leader)).Post($"{Group}/objective-reports", new { year = 2025, half, text = "目标完成情况良好。" })).ShouldBe(HttpStatusCode.Created));

        diary.On(12, 9, "self-summaries, opinions and marks, made public", () => OfEach(async member =>
        {
            await Step(member, member, "self-summary", new { text = "一年总结", mark = 92.5m });
            await Step(branch.For(member), member, "opinions", new { source = "masses", text = "乐于助人" });
            await Step(branch.For(member), member, "democratic-evaluation");
            await Step(branch.For(member), member, "marks", new { marks = new ObjectiveMark[] { new(2, 27m), new(3, 14m), new(4, 13.5m), new(5, 15.8m) } });
            await Step(branch.For(member), member, "appraisal", new { text = "较好" });
            var shown = await Step(branch.For(member), member, "publication");
            shown.At("publicUntil").GetString().Should().Be("2025-12-16", "five working days after Tuesday, December 9");
        }));
        diary.On(12, 15, "陈静 objects", async () => (await (await branch.As(branch.Chen)).Post($"{of[branch.Chen]}/objections", new { text = "工作得分偏低" })).ShouldBe(HttpStatusCode.NoContent));
        diary.On(12, 16, "it is too early to grade", async () =>
        {
            var secretary = await branch.As(branch.Secretary);
            (await secretary.Post($"{of[branch.Zhao]}/grade", ifMatch: (await secretary.Get(of[branch.Zhao])).ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "objectives-publication-runs", "TWS-5.5");
        });
        diary.On(12, 17, "the objection is upheld, everybody graded, the results reported", async () =>
        {
            await Step(branch.Secretary, branch.Chen, "objection-answers", new { number = 1, answer = "采纳", upheld = true, marks = new ObjectiveMark[] { new(2, 28m) } });
            await OfEach(async member =>
            {
                var grade = (await Step(branch.For(member), member, "grade")).At("grade").GetString();
                grade.Should().Be(member == branch.Sun ? "qualified" : "excellent");
                await Step(branch.For(member), member, "handling", new { kind = grade == "excellent" ? "commended" : "encouraged", text = "年度考核" });
                await Step(branch.For(member), member, "report");
            });
        });
    }

    private async Task OfEach(Func<Person, Task> does)
    {
        foreach (var member in branch.Members) await does(member);
    }

    private async Task<Answer> Step(Person by, Person member, string path, object? body = null)
    {
        var caller = await branch.As(by);
        return (await caller.Post($"{of[member]}/{path}", body, ifMatch: (await (await branch.As(branch.Secretary)).Get(of[member])).ETag)).ShouldBe(HttpStatusCode.OK);
    }
}
