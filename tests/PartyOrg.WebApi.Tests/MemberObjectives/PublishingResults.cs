using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.DemocraticAppraisal;

namespace PartyOrg.WebApi.Tests.MemberObjectives;

/// <summary>From the self-summary to the report to the town (TWS-5.5). The tests move the clock, each from the day on which it begins.</summary>
public abstract class PublishingResults<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const HttpStatusCode Broken = HttpStatusCode.UnprocessableEntity;

    [DatabaseFact]
    public async Task A_year_is_summed_up_evaluated_appraised_published_graded_commended_and_reported()
    {
        // Friday, May 17, 2024: the fifth working day after it is Friday, May 24.
        api.Clock.MoveTo(new LocalDate(2024, 5, 17));
        var branch = await ObjectivesBranch.Plant(api);
        var url = await branch.Approved(1);
        (await branch.Step(url, "democratic-evaluation")).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.5");
        (await branch.Step(url, "self-summary", new { text = "总结", mark = 95m }, branch.Branch.Callers[2])).ShouldBeProblem(HttpStatusCode.NotFound, "objectives-not-found");
        (await branch.Step(url, "self-summary", new { text = "总结", mark = 95m }, branch.Branch.Callers[1])).ShouldBe(HttpStatusCode.OK);

        (await branch.Step(url, "democratic-evaluation")).ShouldBeProblem(Broken, "objectives-without-ballot", "TWS-5.5");
        await branch.Branch.AtVoting();
        (await branch.Step(url, "democratic-evaluation")).ShouldBeProblem(Broken, "objectives-without-ballot", "TWS-5.5");
        // Six ballots on member 1: three excellent, three qualified: (3 × 100 + 3 × 85) / 6 = 92.5.
        for (var i = 0; i < 7; i++) (await branch.Branch.Vote(i, _ => i is 0 or 2 or 3 ? MemberGrade.Excellent : MemberGrade.Qualified)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "democratic-evaluation")).ShouldBeProblem(Broken, "objectives-without-opinion", "TWS-5.5");
        (await branch.Step(url, "opinions", new { source = "masses", text = "乐于助人" })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "appraisal", new { text = "x" })).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.5");
        (await branch.Step(url, "democratic-evaluation")).ShouldBe(HttpStatusCode.OK);

        (await branch.Step(url, "attendance-mark", new { mark = 18m, reason = "未召开会议" })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "marks", new { marks = new ObjectiveMark[] { new(2, 27m), new(3, 14m), new(4, 13.5m) } })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "appraisal", new { text = "较好" })).ShouldBeProblem(Broken, "objective-marks-missing", "TWS-5.4").At("detail").GetString().Should().Contain("Missing: 5.");
        (await branch.Step(url, "marks", new { marks = new ObjectiveMark[] { new(5, 15.8m) } })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "publication")).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.5");
        var appraised = (await branch.Step(url, "appraisal", new { text = "较好" })).ShouldBe(HttpStatusCode.OK);
        // 18 + 27 + 14 + 13.5 + 15.8 = 88.3; (88.3 × 60 + 92.5 × 40) / 100 = 89.98.
        (appraised.At("score", "total").GetDecimal(), appraised.At("score", "democratic").GetDecimal(), appraised.At("score", "combined").GetDecimal()).Should().Be((88.3m, 92.5m, 89.98m));
        appraised.At("score", "lines").EnumerateArray().Select(l => l.GetString()).TakeLast(3).Should().Equal(
            "General evaluation: 88.3 of 100.", "Democratic evaluation: (3 × 100 + 3 × 85) / 6 = 92.50.", "Combined: (88.3 × 60 + 92.50 × 40) / 100 = 89.98.");
        (await branch.Step(url, "marks", new { marks = new ObjectiveMark[] { new(5, 16m) } })).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.4");

        (await branch.Branch.Callers[3].Get($"/api/v1/organizations/{branch.Id}/published-objectives")).At("items").GetArrayLength().Should().Be(0);
        (await branch.Branch.Callers[3].Post($"{url}/objections", new { text = "x" })).ShouldBeProblem(HttpStatusCode.NotFound, "objectives-not-found");
        (await branch.Step(url, "publication")).ShouldBe(HttpStatusCode.OK).At("publicUntil").GetString().Should().Be("2024-05-24");
        (await branch.Branch.Callers[3].Get($"/api/v1/organizations/{branch.Id}/published-objectives")).At("items", 0, "combined").GetDecimal().Should().Be(89.98m);
        var stranger = await api.SignedIn(Role.BranchSecretary, branch.Branch.Tree.SiblingBranch.Id);
        (await stranger.Post($"{url}/objections", new { text = "x" })).ShouldBeProblem(HttpStatusCode.NotFound, "objectives-not-found");
        var officer = await api.SignedIn(Role.TownOfficer, branch.Branch.Tree.Town.Id);
        (await officer.Post($"{url}/objections", new { text = "x" })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-5.5");

        api.Clock.MoveTo(new LocalDate(2024, 5, 24));
        var (secretary, member) = (await api.SignedIn(Role.None, person: branch.Branch.Members[0].Id), await api.SignedIn(Role.None, person: branch.Branch.Members[3].Id));
        async Task<Answer> Step(string path, object? body = null) => await secretary.Post($"{url}/{path}", body, ifMatch: (await secretary.Get(url)).ETag);
        (await Step("grade")).ShouldBeProblem(Broken, "objectives-publication-runs", "TWS-5.5");
        (await member.Post($"{url}/objections", new { text = "工作得分偏低" })).ShouldBe(HttpStatusCode.NoContent);

        api.Clock.MoveTo(new LocalDate(2024, 5, 25));
        (secretary, member) = (await api.SignedIn(Role.None, person: branch.Branch.Members[0].Id), await api.SignedIn(Role.None, person: branch.Branch.Members[3].Id));
        (await member.Post($"{url}/objections", new { text = "再提" })).ShouldBeProblem(Broken, "objectives-publication-over", "TWS-5.5");
        (await Step("grade")).ShouldBeProblem(Broken, "objectives-objections-open", "TWS-5.5");
        (await Step("objection-answers", new { number = 2, answer = "x", upheld = false })).ShouldBeProblem(Broken, "objectives-objection-missing", "TWS-5.5");
        (await Step("objection-answers", new { number = 1, answer = "x", upheld = false, marks = new ObjectiveMark[] { new(2, 28m) } })).ShouldBeProblem(Broken, "objectives-marks-without-upholding", "TWS-5.5");
        var mended = (await Step("objection-answers", new { number = 1, answer = "采纳", upheld = true, marks = new ObjectiveMark[] { new(5, 15.9m) } })).ShouldBe(HttpStatusCode.OK);
        // 0.1 more in the marks is 0.06 more together: 90.04, over the threshold.
        mended.At("score", "combined").GetDecimal().Should().Be(90.04m);
        (await Step("handling", new { kind = "commended", text = "x" })).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.5");
        (await Step("grade")).ShouldBe(HttpStatusCode.OK).At("grade").GetString().Should().Be("excellent");
        (await Step("report")).ShouldBeProblem(Broken, "step-out-of-order", "TWS-5.5");
        (await Step("handling", new { kind = "commended", text = "年度优秀党员" })).ShouldBe(HttpStatusCode.OK);
        var reported = (await Step("report")).ShouldBe(HttpStatusCode.OK);
        (reported.At("status").GetString(), reported.At("reportedTo").GetGuid(), reported.At("next").GetArrayLength()).Should().Be(("reported", branch.Branch.Tree.Town.Id.Value, 0));
    }

    [DatabaseFact]
    public async Task All_results_of_a_year_are_published_and_graded_by_one_request_and_those_that_are_not_ready_are_named()
    {
        api.Clock.MoveTo(new LocalDate(2024, 6, 3));
        var branch = await ObjectivesBranch.Plant(api, members: 4);
        // The secretary's own are left out here: members 1 and 2 are appraised, member 3 has only summed up.
        var urls = new List<string>();
        for (var i = 1; i < 4; i++) urls.Add(await branch.SummedUp(i));
        await branch.Branch.AtOpinion();
        foreach (var url in urls.SkipLast(1))
        {
            (await branch.Step(url, "opinions", new { source = "department", text = "良好" })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "democratic-evaluation")).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "attendance-mark", new { mark = 20m, reason = "未召开会议" })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "marks", new { marks = new ObjectiveMark[] { new(2, 28m), new(3, 15m), new(4, 12m), new(5, 16m) } })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "appraisal", new { text = "较好" })).ShouldBe(HttpStatusCode.OK);
        }

        var year = $"/api/v1/organizations/{branch.Id}/objectives/2024";
        (await branch.Branch.Callers[3].Post($"{year}/publication")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-5.5");
        var beside = await api.SignedIn(Role.BranchSecretary, branch.Branch.Tree.SiblingBranch.Id);
        (await beside.Post($"{year}/publication")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await beside.Post($"{year}/grades")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        Seen(await branch.Secretary.Post($"{year}/grades")).Should().BeEquivalentTo(new Dictionary<Guid, string> { [Member(1)] = "step-out-of-order", [Member(2)] = "step-out-of-order", [Member(3)] = "step-out-of-order" });

        var entries = await Audited();
        var published = (await branch.Secretary.Post($"{year}/publication")).ShouldBe(HttpStatusCode.OK);
        Seen(published).Should().BeEquivalentTo(new Dictionary<Guid, string> { [Member(1)] = "published", [Member(2)] = "published", [Member(3)] = "step-out-of-order" });
        published.At("notReady", 0, "reason").GetString().Should().NotBeEmpty();
        (await Audited()).Should().Be(entries + 1, "it is one command");
        (await branch.Secretary.Get(urls[1])).At("publicUntil").GetString().Should().Be("2024-06-11");
        published.Text.Should().NotContain("advices", "the holidays of 2024 are on file");
        Seen(await branch.Secretary.Post($"{year}/publication")).Should().BeEquivalentTo(new Dictionary<Guid, string> { [Member(3)] = "step-out-of-order" });
        Seen(await branch.Secretary.Post($"/api/v1/organizations/{branch.Id}/objectives/2023/publication")).Should().BeEmpty();

        (await branch.Branch.Callers[3].Post($"{urls[1]}/objections", new { text = "工作得分偏低" })).ShouldBe(HttpStatusCode.NoContent);
        api.Clock.MoveTo(new LocalDate(2024, 6, 11));
        Seen(await (await Secretary()).Post($"{year}/grades")).Should().BeEquivalentTo(new Dictionary<Guid, string> { [Member(1)] = "objectives-publication-runs", [Member(2)] = "objectives-publication-runs", [Member(3)] = "step-out-of-order" });
        api.Clock.MoveTo(new LocalDate(2024, 6, 12));
        var graded = await (await Secretary()).Post($"{year}/grades");
        Seen(graded).Should().BeEquivalentTo(new Dictionary<Guid, string> { [Member(1)] = "graded", [Member(2)] = "objectives-objections-open", [Member(3)] = "step-out-of-order" });
        graded.At("done", 0, "grade").GetString().Should().Be("excellent", "20 + 28 + 15 + 12 + 16 = 91");

        // Whose record is merged into another one has objected under that one.
        var (officer, number) = (await api.SignedIn(Role.TownOfficer, branch.Branch.Tree.Town.Id), Numbers.Identity());
        var survivor = (await officer.Post("/api/v1/members", new Application.Members.RegisterMember(branch.Id, "党员丁", number, Domain.Members.Standing.Formal, new(2024, 6, 1)))).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
        (await officer.Post($"/api/v1/members/{survivor}/merge", new Application.Members.MergeMembers.Body(branch.Branch.Members[3].Id, "重复登记", number), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var judged = branch.Branch.Members[2].Id;
        (await api.Look(db => db.ObjectivePlans.SingleAsync(p => p.PersonId == judged))).Objections.Select(o => o.By.Value).Should().Equal(survivor);

        Guid Member(int i) => branch.Branch.Members[i].Id.Value;
        Task<ApiClient> Secretary() => api.SignedIn(Role.None, person: branch.Branch.Members[0].Id);
        Task<int> Audited() => api.Look(db => db.AuditEntries.CountAsync(e => e.ChainId == branch.Id.Value));
        static Dictionary<Guid, string> Seen(Answer answer) => answer.ShouldBe(HttpStatusCode.OK).At("done").EnumerateArray().Select(d => (d, "status")).Concat(answer.At("notReady").EnumerateArray().Select(d => (d, "code")))
            .ToDictionary(x => x.d.GetProperty("personId").GetGuid(), x => x.d.GetProperty(x.Item2).GetString()!);
    }

    [DatabaseFact]
    public async Task A_result_that_is_published_in_a_year_whose_holidays_are_not_on_file_says_that_weekends_alone_are_off()
    {
        api.Clock.MoveTo(new LocalDate(2024, 6, 3));
        var branch = await ObjectivesBranch.Plant(api, members: 4);
        var urls = new[] { await branch.SummedUp(1), await branch.SummedUp(2) };
        await branch.Branch.AtOpinion();
        foreach (var url in urls)
        {
            (await branch.Step(url, "opinions", new { source = "department", text = "良好" })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "democratic-evaluation")).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "attendance-mark", new { mark = 20m, reason = "未召开会议" })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "marks", new { marks = new ObjectiveMark[] { new(2, 28m), new(3, 15m), new(4, 12m), new(5, 16m) } })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "appraisal", new { text = "较好" })).ShouldBe(HttpStatusCode.OK);
        }

        api.Clock.MoveTo(new LocalDate(2027, 4, 30));
        var secretary = await api.SignedIn(Role.None, person: branch.Branch.Members[0].Id);
        var one = (await secretary.Post($"{urls[0]}/publication", ifMatch: (await secretary.Get(urls[0])).ETag)).ShouldBe(HttpStatusCode.OK);
        var others = (await secretary.Post($"/api/v1/organizations/{branch.Id}/objectives/2024/publication")).ShouldBe(HttpStatusCode.OK);
        one.At("publicUntil").GetString().Should().Be("2027-05-07");
        others.At("done").GetArrayLength().Should().Be(1);
        foreach (var published in new[] { one, others })
        {
            published.At("advices").GetArrayLength().Should().Be(1);
            (published.At("advices", 0, "ruleId").GetString(), published.At("advices", 0, "message", "en").GetString(), published.At("advices", 0, "message", "zh").GetString()).Should().Be(
                ("TWS-5.5", "The holidays of 2027 are not on file: every Monday to Friday is counted as a working day.", "系统中没有2027年的节假日安排，周一至周五均按工作日计算。"));
        }
    }

    [DatabaseFact]
    public async Task With_fewer_than_five_ballots_the_general_evaluation_stands_alone_and_a_grade_begins_with_its_threshold()
    {
        api.Clock.MoveTo(new LocalDate(2024, 6, 3));
        var branch = await ObjectivesBranch.Plant(api, members: 3);
        var urls = new List<string>();
        for (var i = 0; i < 3; i++) urls.Add(await branch.SummedUp(i));
        await branch.Branch.AtOpinion();
        // 74.9, 75 and 60: on both sides of a threshold, and on one.
        foreach (var (i, (url, work)) in urls.Zip([6.9m, 7m, 0m]).Index())
        {
            var by = branch.Branch.For(i);
            (await branch.Step(url, "opinions", new { source = "department", text = "良好" }, by)).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "democratic-evaluation", by: by)).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "attendance-mark", new { mark = 20m, reason = "未召开会议" }, by)).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "marks", new { marks = new ObjectiveMark[] { new(2, work), new(3, work == 0 ? 7.5m : 15.5m), new(4, work == 0 ? 12.5m : 12.5m), new(5, 20m) } }, by)).ShouldBe(HttpStatusCode.OK);
            var appraised = (await branch.Step(url, "appraisal", new { text = "较好" }, by)).ShouldBe(HttpStatusCode.OK);
            appraised.At("score", "democratic").ValueKind.Should().Be(JsonValueKind.Null);
            appraised.At("score", "combined").GetDecimal().Should().Be(appraised.At("score", "total").GetDecimal());
            appraised.At("score", "lines").EnumerateArray().Last().GetString().Should().Be("Democratic evaluation: 2 ballots, too few to be broken down (TWS-7.4); the general evaluation stands alone.");
            (await branch.Step(url, "publication", by: by)).ShouldBe(HttpStatusCode.OK);
        }

        // The Dragon Boat holiday of 2024 is Monday, June 10: five working days after June 3 end on Tuesday, June 11.
        (await branch.Secretary.Get(urls[0])).At("publicUntil").GetString().Should().Be("2024-06-11");
        api.Clock.MoveTo(new LocalDate(2024, 6, 12));
        var secretary = await api.SignedIn(Role.None, person: branch.Branch.Members[0].Id);
        var officer = await api.SignedIn(Role.TownOfficer, branch.Branch.Tree.Town.Id);
        var grades = new List<string?>();
        foreach (var (i, url) in urls.Index()) grades.Add((await (i == 0 ? officer : secretary).Post($"{url}/grade", ifMatch: (await secretary.Get(url)).ETag)).ShouldBe(HttpStatusCode.OK).At("grade").GetString());
        grades.Should().Equal("basicallyQualified", "qualified", "basicallyQualified");
        (await officer.Post($"{urls[0]}/handling", new { kind = "commended", text = "x" }, ifMatch: (await secretary.Get(urls[0])).ETag)).ShouldBeProblem(Broken, "objectives-commended-without-excellence", "TWS-5.5");
    }

    [DatabaseTheory]
    // Saturday, October 12, is worked; so is Sunday, September 29, before a week of holidays.
    [InlineData("2024-10-09", "2024-10-15")]
    [InlineData("2024-09-25", "2024-10-08")]
    public async Task A_Saturday_or_Sunday_that_is_worked_is_one_of_the_five_working_days(string published, string until)
    {
        static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        api.Clock.MoveTo(Day(published));
        var branch = await ObjectivesBranch.Plant(api, members: 3);
        var url = await branch.SummedUp(1);
        await branch.Branch.AtOpinion();
        (await branch.Step(url, "opinions", new { source = "department", text = "良好" })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "democratic-evaluation")).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "attendance-mark", new { mark = 20m, reason = "未召开会议" })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "marks", new { marks = new ObjectiveMark[] { new(2, 28m), new(3, 15m), new(4, 12m), new(5, 16m) } })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "appraisal", new { text = "较好" })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "publication")).ShouldBe(HttpStatusCode.OK).At("publicUntil").GetString().Should().Be(until);

        async Task<Answer> Grade()
        {
            var secretary = await api.SignedIn(Role.None, person: branch.Branch.Members[0].Id);
            return await secretary.Post($"{url}/grade", ifMatch: (await secretary.Get(url)).ETag);
        }

        api.Clock.MoveTo(Day(until));
        (await Grade()).ShouldBeProblem(Broken, "objectives-publication-runs", "TWS-5.5");
        api.Clock.MoveTo(Day(until).PlusDays(1));
        (await Grade()).ShouldBe(HttpStatusCode.OK).At("grade").GetString().Should().Be("excellent");
    }

    [DatabaseFact]
    public async Task The_best_grade_and_the_worst_begin_and_end_at_their_thresholds()
    {
        api.Clock.MoveTo(new LocalDate(2024, 6, 3));
        var branch = await ObjectivesBranch.Plant(api, members: 5);
        var urls = new List<string>();
        for (var i = 1; i < 5; i++) urls.Add(await branch.SummedUp(i));
        await branch.Branch.AtOpinion();
        // 90, 89.9, 60 and 59.9; four ballots on each are not broken down, and the general evaluation stands alone.
        foreach (var (url, marks) in urls.Zip<string, decimal[]>([[15.5m, 14.5m, 10m], [15.5m, 14.5m, 9.9m], [10m, 0m, 0m], [9.9m, 0m, 0m]]))
        {
            (await branch.Step(url, "opinions", new { source = "department", text = "良好" })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "democratic-evaluation")).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "attendance-mark", new { mark = 20m, reason = "未召开会议" })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "marks", new { marks = new ObjectiveMark[] { new(2, 30m), new(3, marks[0]), new(4, marks[1]), new(5, marks[2]) } })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "appraisal", new { text = "较好" })).ShouldBe(HttpStatusCode.OK);
            (await branch.Step(url, "publication")).ShouldBe(HttpStatusCode.OK);
        }

        api.Clock.MoveTo(new LocalDate(2024, 6, 12));
        var secretary = await api.SignedIn(Role.None, person: branch.Branch.Members[0].Id);
        var graded = new List<(decimal, string?)>();
        foreach (var url in urls)
        {
            var answer = (await secretary.Post($"{url}/grade", ifMatch: (await secretary.Get(url)).ETag)).ShouldBe(HttpStatusCode.OK);
            graded.Add((answer.At("score", "combined").GetDecimal(), answer.At("grade").GetString()));
        }

        graded.Should().Equal((90m, "excellent"), (89.9m, "qualified"), (60m, "basicallyQualified"), (59.9m, "unqualified"));
    }
}

public sealed class PublishingResultsOnSqlite(ApiHost<OnSqlite> api) : PublishingResults<OnSqlite>(api);

public sealed class PublishingResultsOnPostgreSql(ApiHost<OnPostgreSql> api) : PublishingResults<OnPostgreSql>(api);
