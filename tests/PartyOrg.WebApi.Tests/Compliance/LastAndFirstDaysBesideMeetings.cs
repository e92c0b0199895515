using System.Net;
using PartyOrg.Application.StudyAndTraining;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.DemocraticAppraisal;
using PartyOrg.WebApi.Tests.DemocraticLifeMeetings;
using PartyOrg.WebApi.Tests.PartyAffairsOpenness;

namespace PartyOrg.WebApi.Tests.Compliance;

/// <summary>The last day of a period and the day after, for duties that checks, talks, guidance, appraisals and democratic life meetings meet. Each test begins on May 15, 2024.</summary>
public abstract class LastAndFirstDaysBesideMeetings<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static readonly LocalDate LastOfYear = new(2023, 12, 31);
    private static readonly LocalDate FirstOfYear = new(2024, 1, 1);

    [DatabaseTheory]
    [InlineData("2024-12-31", "due", "met", "upcoming")]
    [InlineData("2025-01-01", "overdue", "metLate", "due")]
    public async Task An_appraisal_closed_on_December_31_is_in_time_and_one_closed_on_January_1_is_late_and_not_the_next_year_s(string closedOn, string before, string after, string nextYear)
    {
        api.Clock.MoveTo(AppraisalBranch.Today);
        var branch = await AppraisalBranch.Plant(api, 3);
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        (await officer.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2023-01-01" })).ShouldBe(HttpStatusCode.Created);
        await branch.AtHandling(_ => MemberGrade.Qualified);

        api.Clock.MoveTo(NodaTime.Text.LocalDatePattern.Iso.Parse(closedOn).Value);
        var secretary = await api.SignedIn(Role.None, person: branch.Members[0].Id);
        async Task<IEnumerable<string?>> Verdicts() => (await secretary.Get($"/api/v1/organizations/{branch.Tree.Branch.Id}/duties?rule=TWS-7.1&from=2024-01-01&to=2025-12-31"))
            .ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(i => i.GetProperty("status").GetString()).ToList();
        (await Verdicts()).Should().Equal(before, nextYear);
        (await secretary.Post($"{branch.Url}/closing", ifMatch: (await secretary.Get(branch.Url)).ETag)).ShouldBe(HttpStatusCode.OK).At("closedOn").GetString().Should().Be(closedOn);
        (await Verdicts()).Should().Equal(after, nextYear);
    }

    [DatabaseFact]
    public async Task A_participation_check_of_June_30_is_the_first_half_s_and_one_of_July_1_the_second_s()
    {
        var branch = await LifeBranch.Plant(api);
        var (june, july) = (new LocalDate(2023, 6, 30), new LocalDate(2023, 7, 1));
        foreach (var day in new[] { june, july }) await branch.Branch.Recorded(branch.Branch.General(day) with { Roll = branch.Branch.Roll(branch.Branch.Chen) });
        async Task<string?> Check(LocalDate on) =>
            (await branch.Secretary.Post("/api/v1/participation-checks", new { organizationId = branch.Branch.Id, on, findings = "总体良好", subjects = new[] { "partyRules" } })).ShouldBe(HttpStatusCode.Created).At("participation", "from").GetString();
        Task<IEnumerable<string?>> Verdicts() => Affairs.Verdicts(api, branch.Branch, "TWS-9.2.1", "&from=2023-01-01&to=2023-12-31");

        (await Check(july)).Should().Be("2023-07-01", "what was counted begins with the half year in which the check lies");
        (await Verdicts()).Should().Equal("overdue", "met");
        (await Check(june)).Should().Be("2023-01-01");
        (await Verdicts()).Should().Equal("met", "met");
    }

    [DatabaseFact]
    public async Task A_democratic_life_meeting_of_June_30_is_the_first_half_s_and_one_of_July_1_the_second_s_for_both_of_its_duties()
    {
        var branch = await LifeBranch.Plant(api);
        var (june, july) = (new LocalDate(2024, 6, 30), new LocalDate(2024, 7, 1));
        async Task<Steps> Prepared(LocalDate on)
        {
            var meeting = await branch.Plan(on);
            (await meeting.Notice()).ShouldBe(HttpStatusCode.OK);
            (await meeting.Report()).ShouldBe(HttpStatusCode.OK);
            (await meeting.SelfCheck(branch.Secretary, branch.Liu)).ShouldBe(HttpStatusCode.OK);
            (await meeting.SelfCheck(branch.Publicist, branch.Sun)).ShouldBe(HttpStatusCode.OK);
            return meeting;
        }

        async Task Confirmed(Steps meeting, LocalDate day)
        {
            (await meeting.Record(meeting.RecordOf() with { HeldOn = day })).ShouldBe(HttpStatusCode.OK);
            (await meeting.Speech(branch.Liu, branch.Sun)).ShouldBe(HttpStatusCode.OK);
            (await meeting.Speech(branch.Sun, branch.Liu)).ShouldBe(HttpStatusCode.OK);
            (await meeting.Confirm()).ShouldBe(HttpStatusCode.OK);
        }

        async Task Verdicts(params string[] expected)
        {
            foreach (var rule in new[] { "TWS-4.1", "TWS-9.2.2" }) (await Affairs.Verdicts(api, branch.Branch, rule, "&from=2024-01-01&to=2024-12-31")).Should().Equal(expected, rule);
        }

        var (first, second) = (await Prepared(june), await Prepared(july));
        await branch.MoveTo(june);
        await Verdicts("due", "upcoming");
        await branch.MoveTo(july);
        await Confirmed(second, july);
        await Verdicts("overdue", "met");
        await Confirmed(first, june);
        await Verdicts("met", "met");
    }

    [DatabaseFact]
    public async Task A_talk_of_the_last_day_of_a_quarter_is_that_quarter_s_though_its_opinion_came_later_and_one_of_the_next_day_the_next_one_s()
    {
        var branch = await LifeBranch.Plant(api);
        async Task Talk(string partner, string heldOn)
        {
            var there = (await branch.Secretary.Post("/api/v1/supervision-talks", new { organizationId = branch.Branch.Id, heldOn, with = "高敏", partner, said = "思想稳定", subjects = new[] { "tiesWithMasses" } }))
                .ShouldBe(HttpStatusCode.Created).Location!.ToString();
            (await Affairs.Step(branch.Secretary, there, "feedback", new { opinion = "已反馈" })).ShouldBe(HttpStatusCode.OK);
        }

        Task<IEnumerable<string?>> Verdicts() => Affairs.Verdicts(api, branch.Branch, "TWS-9.2.3", "&from=2024-01-01&to=2024-06-30");
        await Talk("cadre", "2024-03-31");
        await Talk("employee", "2024-04-01");
        (await Verdicts()).Should().Equal("overdue", "due");
        await Talk("employee", "2024-03-31");
        (await Verdicts()).Should().Equal("met", "due");
        await Talk("cadre", "2024-04-01");
        (await Verdicts()).Should().Equal("met", "met");
    }

    [DatabaseFact]
    public async Task Training_of_Party_workers_on_December_31_is_the_old_year_s_and_needs_each_of_them()
    {
        var branch = await LifeBranch.Plant(api);
        async Task Train(LocalDate day, AttendanceStatus sun) => (await branch.Secretary.Post("/api/v1/meetings", new RecordMeeting(
            branch.Branch.Id,
            branch.Branch.Record(day, "partyWorkerTraining") with { RecorderId = branch.Liu, Agenda = [new("党务工作实务", "knowledge")], Details = new Dictionary<string, string> { ["topic"] = "党务工作实务", ["hours"] = "4" } },
            [new(branch.Liu, AttendanceStatus.Present), new(branch.Sun, sun, sun == AttendanceStatus.AbsentWithLeave ? "出差" : null)]))).ShouldBe(HttpStatusCode.Created);

        await Train(FirstOfYear, AttendanceStatus.Present);
        (await OfTwoYears(branch, "TWS-6.4")).Should().Equal("overdue", "met");
        await Train(LastOfYear, AttendanceStatus.AbsentWithLeave);
        (await OfTwoYears(branch, "TWS-6.4")).Should().Equal(["overdue", "met"], "the training of the next day does not stand for her");
        await Train(LastOfYear, AttendanceStatus.Present);
        (await OfTwoYears(branch, "TWS-6.4")).Should().Equal("met", "met");
    }

    [DatabaseFact]
    public async Task A_study_check_of_December_31_is_the_old_year_s_and_one_of_January_1_the_new_year_s()
    {
        var branch = await LifeBranch.Plant(api);
        var belonging = new[] { branch.Liu, branch.Sun, branch.Branch.Wang.Id, branch.Branch.Zhao.Id, branch.Branch.Chen.Id };
        async Task Check(LocalDate day) =>
            (await branch.Secretary.Post("/api/v1/study-checks", new RecordStudyCheck(branch.Branch.Id, day, "查阅学习笔记", [.. belonging.Select(p => new CheckedMember(p, StudyResult.Good))]))).ShouldBe(HttpStatusCode.Created);

        await Check(FirstOfYear);
        (await OfTwoYears(branch, "TWS-6.8")).Should().Equal("overdue", "met");
        await Check(LastOfYear);
        (await OfTwoYears(branch, "TWS-6.8")).Should().Equal("met", "met");
    }

    [DatabaseFact]
    public async Task The_superior_s_guidance_of_December_31_is_the_old_year_s_and_that_of_January_1_the_new_year_s()
    {
        var branch = await LifeBranch.Plant(api);
        async Task Guide(LocalDate day) =>
            (await branch.Town.Post("/api/v1/study-guidances", new RecordStudyGuidance(branch.Branch.Id, day, "查阅集中学习记录", GuidanceFinding.ToBeImproved))).ShouldBe(HttpStatusCode.Created);

        await Guide(FirstOfYear);
        (await OfTwoYears(branch, "TWS-6.7")).Should().Equal("overdue", "met");
        await Guide(LastOfYear);
        (await OfTwoYears(branch, "TWS-6.7")).Should().Equal("met", "met");
    }

    private Task<IEnumerable<string?>> OfTwoYears(LifeBranch branch, string rule) => Affairs.Verdicts(api, branch.Branch, rule, "&from=2023-01-01&to=2024-12-31");
}

public sealed class LastAndFirstDaysBesideMeetingsOnSqlite(ApiHost<OnSqlite> api) : LastAndFirstDaysBesideMeetings<OnSqlite>(api);

public sealed class LastAndFirstDaysBesideMeetingsOnPostgreSql(ApiHost<OnPostgreSql> api) : LastAndFirstDaysBesideMeetings<OnPostgreSql>(api);

public sealed class LastAndFirstDaysBesideMeetingsOnSqlServer(ApiHost<OnSqlServer> api) : LastAndFirstDaysBesideMeetings<OnSqlServer>(api);
