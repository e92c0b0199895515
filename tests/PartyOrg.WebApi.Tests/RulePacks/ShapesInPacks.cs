using System.Net;
using System.Text.Json;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.RulePacks;

/// <summary>Shapes that no book of the product uses, laid down by a town over the work that its branches record.</summary>
public abstract class ShapesInPacks<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task Work_before_its_window_counts_not_at_all_or_with_advice_or_fully_as_the_rule_says()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        var branch = await MeetingBranch.Plant(api);
        var (book, town) = ($"W{SmallPack.Name()}", await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id));
        object Window(string early, int number) => SmallPack.Rule(
            book, new { @is = "withinWindow", of = new[] { "branch" }, evidence = "generalMeeting", times = 1, every = "halfYear", from = "06-01", to = "06-20", early, late = "counts" }, Example("2024-06-01", "2024-06-20", "2024-06-21", "overdue"), number);
        await Adopt(town, SmallPack.Of(book, branch.Tree.Town.Id, Window("doesNotCount", 1), Window("countsWithAdvice", 2), Window("counts", 3)), "2024-04-01");

        // Held on May 10, three weeks before the window.
        var meeting = await branch.Recorded();
        async Task<JsonElement> Verdict(int number, string asOf) =>
            (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/duties?rule={book}-{number}&from=2024-06&asOf={asOf}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Single();

        foreach (var (asOf, status) in new[] { ("2024-05-31", "upcoming"), ("2024-06-01", "due"), ("2024-06-20", "due"), ("2024-06-21", "overdue") })
        {
            var unmet = await Verdict(1, asOf);
            (unmet.GetProperty("status").GetString(), unmet.GetProperty("evidence").GetArrayLength(), unmet.GetProperty("dueOn").GetString()).Should().Be((status, 0, "2024-06-20"));
            unmet.GetProperty("shortfall").GetProperty("zh").GetString().Should().Contain("还缺1次支部党员大会");
        }

        foreach (var number in new[] { 2, 3 })
        {
            var met = await Verdict(number, "2024-05-31");
            (met.GetProperty("status").GetString(), met.GetProperty("metOn").GetString()).Should().Be(("met", "2024-05-10"));
            met.GetProperty("evidence")[0].GetProperty("source").GetProperty("id").GetGuid().Should().Be(meeting.Id.Value);
        }

        var advice = (await Verdict(2, "2024-05-31")).GetProperty("reasons").EnumerateArray().Single();
        advice.GetProperty("en").GetString().Should().Be("Advice: 1 general meeting came before 2024-06-01, the first day for it, and counts all the same.");
        advice.GetProperty("zh").GetString().Should().Be("提示：1次支部党员大会早于规定的起始日期2024-06-01，仍予计入。");
        (await Verdict(3, "2024-05-31")).GetProperty("reasons").GetArrayLength().Should().Be(0);

        // Held in the window, and once more after it: the one whose early work does not count is met late only by the latter.
        api.Clock.MoveTo(new LocalDate(2024, 6, 25));
        var keeper = await api.SignedIn(Role.None, person: branch.Secretary.Id);
        (await keeper.Post("/api/v1/meetings", branch.General(new(2024, 6, 21)))).ShouldBe(HttpStatusCode.Created);
        (await keeper.Get($"/api/v1/organizations/{branch.Id}/duties?rule={book}-1&from=2024-06")).At("items", 0, "status").GetString().Should().Be("metLate");
        (await keeper.Post("/api/v1/meetings", branch.General(new(2024, 6, 20)))).ShouldBe(HttpStatusCode.Created);
        (await keeper.Get($"/api/v1/organizations/{branch.Id}/duties?rule={book}-1&from=2024-06")).At("items", 0, "metOn").GetString().Should().Be("2024-06-20");
    }

    [DatabaseFact]
    public async Task Working_days_go_by_the_holidays_on_file_and_where_a_year_has_none_the_verdict_says_that_weekends_alone_are_off()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        var branch = await MeetingBranch.Plant(api);
        var (book, town) = ($"D{SmallPack.Name()}", await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id));
        await Adopt(town, SmallPack.Of(book, branch.Tree.Town.Id, SmallPack.Rule(
            book, new { @is = "afterEvent", of = new[] { "branch" }, @event = "generalMeeting", evidence = "partyClass", within = 5, unit = "workingDays" },
            new[] { new { name = "five working days", lifetime = new[] { "2020-01-01", null }, period = new[] { "2024-05-01", "2024-05-31" }, asOf = "2024-05-20", evidence = new[] { new { kind = "generalMeeting", on = "2024-05-10" } }, verdicts = new[] { "overdue" } } })), "2024-04-01");

        async Task<(string? DueOn, List<string?> Reasons, List<string?> InChinese)> Of(LocalDate day)
        {
            api.Clock.MoveTo(day);
            var keeper = await api.SignedIn(Role.None, person: branch.Secretary.Id);
            (await keeper.Post("/api/v1/meetings", branch.General(day))).ShouldBe(HttpStatusCode.Created);
            var verdict = (await keeper.Get($"/api/v1/organizations/{branch.Id}/duties?rule={book}-1&from={day:uuuu-MM-dd}&to={day:uuuu-MM-dd}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Last();
            var reasons = verdict.GetProperty("reasons").EnumerateArray().ToList();
            return (verdict.GetProperty("dueOn").GetString(), reasons.ConvertAll(r => r.GetProperty("en").GetString()), reasons.ConvertAll(r => r.GetProperty("zh").GetString()));
        }

        // Thursday: Friday, the worked Sunday, Monday, and after the National Day holiday Tuesday and Wednesday.
        var known = await Of(new(2024, 9, 26));
        known.DueOn.Should().Be("2024-10-09");
        known.Reasons.Should().Equal("It follows the general meeting of 2024-09-26: 5 working days, to 2024-10-09.");

        // The State Council has arranged 2026, and not 2027.
        var half = await Of(new(2026, 12, 29));
        half.Reasons.Skip(1).Should().Equal("The holidays of 2027 are not on file: every Monday to Friday is counted as a working day.");
        var unknown = await Of(new(2027, 4, 30));
        unknown.DueOn.Should().Be("2027-05-07", "Labour Day is a Saturday like any other");
        unknown.Reasons.Skip(1).Should().Equal("The holidays of 2027 are not on file: every Monday to Friday is counted as a working day.");
        unknown.InChinese[1].Should().Be("系统中没有2027年的节假日安排，周一至周五均按工作日计算。");
    }

    [DatabaseFact]
    public async Task A_score_tells_its_marks_and_its_band_and_is_met_from_the_mark_that_is_asked()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        var branch = await MeetingBranch.Plant(api);
        var (book, town) = ($"S{SmallPack.Name()}", await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id));
        await Adopt(town, SmallPack.Of(book, branch.Tree.Town.Id, SmallPack.Rule(
            book, new
            {
                @is = "score", of = new[] { "branch" }, every = "quarter", atLeast = 60,
                marks = new[] { new { evidence = "generalMeeting", points = 30, most = 60 }, new { evidence = "committeeMeeting", points = 20, most = 40 } },
                bands = new[] { new { from = 80, en = "excellent", zh = "优秀" }, new { from = 60, en = "qualified", zh = "合格" }, new { from = 0, en = "unqualified", zh = "不合格" } },
            }, Example("2024-01-01", "2024-03-31", "2024-04-01", "overdue"))), "2024-04-01");

        async Task<JsonElement> Quarter() => (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/duties?rule={book}-1&from=2024-Q2")).ShouldBe(HttpStatusCode.OK).At("items", 0);
        await branch.Recorded();
        await branch.Recorded(branch.Committee());
        var under = await Quarter();
        (under.GetProperty("status").GetString(), under.GetProperty("shortfall").GetProperty("en").GetString()).Should().Be(("due", "10 points missing for the second quarter of 2024: 50 of the 60 that are asked."));
        under.GetProperty("reasons").EnumerateArray().Last().GetProperty("en").GetString().Should().Be("Together 50: unqualified, from 0 to under 60.");
        await branch.Recorded(branch.Committee(new(2024, 5, 13)));
        var over = await Quarter();
        (over.GetProperty("status").GetString(), over.GetProperty("metOn").GetString()).Should().Be(("met", "2024-05-13"));
        over.GetProperty("reasons").EnumerateArray().Last().GetProperty("en").GetString().Should().Be("Together 70: qualified, from 60 to under 80.");
    }

    private static object Example(string from, string to, string asOf, string status) =>
        new[] { new { name = "without work", lifetime = new[] { "2020-01-01", null }, period = new[] { from, to }, asOf, evidence = Array.Empty<string>(), verdicts = new[] { status } } };

    private static async Task Adopt(ApiClient officer, object pack, string from)
    {
        var uploaded = (await officer.Post("/api/v1/rule-packs", pack)).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{uploaded.Location}/adoption", new { from }, ifMatch: uploaded.ETag)).ShouldBe(HttpStatusCode.OK);
    }
}

public sealed class ShapesInPacksOnSqlite(ApiHost<OnSqlite> api) : ShapesInPacks<OnSqlite>(api);

public sealed class ShapesInPacksOnPostgreSql(ApiHost<OnPostgreSql> api) : ShapesInPacks<OnPostgreSql>(api);

public sealed class ShapesInPacksOnSqlServer(ApiHost<OnSqlServer> api) : ShapesInPacks<OnSqlServer>(api);
