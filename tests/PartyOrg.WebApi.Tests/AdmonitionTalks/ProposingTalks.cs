using System.Net;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.Dues;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.AdmonitionTalks;

/// <summary>Who is proposed for an admonition talk by what is recorded (TWS-10.1). Today is May 15, 2024.</summary>
public abstract class ProposingTalks<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const AttendanceStatus Missing = AttendanceStatus.AbsentWithoutReason;
    private const AttendanceStatus Leave = AttendanceStatus.AbsentWithLeave;
    private const AttendanceStatus Present = AttendanceStatus.Present;
    private const AttendanceStatus Online = AttendanceStatus.Online;

    [DatabaseFact]
    public async Task Three_absences_without_reason_in_a_row_make_a_candidate_and_two_do_not()
    {
        var branch = await Plant();
        await Hold(branch, Missing, Missing);
        (await Candidates(branch)).Should().BeEmpty("two are not three");
        var third = await Hold(branch, new LocalDate(2024, 3, 20), Missing);
        var found = (await Candidates(branch)).Should().ContainSingle().Subject;
        (found.Name, found.Ground, found.Facts.Count).Should().Be(("王伟", "absences", 3));
        found.Facts.Should().Equal("2024-03-01", "2024-03-02", "2024-03-20");
        (await Candidates(branch, "2024-03-20")).Should().ContainSingle("the day is included");
        (await Candidates(branch, "2024-03-19")).Should().BeEmpty("on the day before there were two");
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/admonition-candidates?asOf=2024-05-16")).ShouldBe(HttpStatusCode.BadRequest);

        // The third was made by mistake: he was excused.
        await Correct(branch, third, Leave);
        (await Candidates(branch)).Should().BeEmpty("what was corrected counts as it is now");
        await Correct(branch, third, Missing);
        (await Candidates(branch)).Should().ContainSingle();
        var version = (await branch.Keeper.Get($"/api/v1/meetings/{third}")).ETag;
        (await branch.Keeper.Post($"/api/v1/meetings/{third}/withdrawal", new { reason = "重复登记" }, ifMatch: version)).ShouldBe(HttpStatusCode.OK);
        (await Candidates(branch)).Should().BeEmpty("what was withdrawn was not held");
    }

    [DatabaseFact]
    public async Task Leave_presence_and_what_was_made_up_break_the_run()
    {
        foreach (var between in new[] { Leave, Present, Online })
        {
            var branch = await Plant();
            await Hold(branch, Missing, Missing, between, Missing, Missing);
            (await Candidates(branch)).Should().BeEmpty($"{between} breaks the run");
            await Hold(branch, new LocalDate(2024, 3, 20), Missing);
            (await Candidates(branch)).Should().ContainSingle().Which.Facts.Should().Equal("2024-03-04", "2024-03-05", "2024-03-20");
        }

        var other = await Plant();
        await Hold(other, Missing, Missing);
        var third = await Hold(other, new LocalDate(2024, 3, 20), Missing);
        var version = (await other.Keeper.Get($"/api/v1/meetings/{third}")).ETag;
        (await other.Keeper.Post($"/api/v1/meetings/{third}/make-ups", new { personId = other.Wang.Id, on = "2024-03-25", how = "参加第二党小组学习" }, ifMatch: version)).Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
        (await Candidates(other)).Should().BeEmpty("an absence that was made up is not counted");
        (await Candidates(other, "2024-03-24")).Should().ContainSingle("it was not made up yet");
    }

    [DatabaseFact]
    public async Task Meetings_of_one_day_are_in_the_order_of_their_hours()
    {
        var branch = await Plant();
        await Hold(branch, new LocalDate(2024, 3, 1), Missing);
        await Hold(branch, new LocalDate(2024, 3, 2), Present, "16:00");
        await Hold(branch, new LocalDate(2024, 3, 2), Missing, "09:00");
        await Hold(branch, new LocalDate(2024, 3, 3), Missing);
        (await Candidates(branch)).Should().BeEmpty("he was there in the afternoon, between his second and his third absence");
        await Hold(branch, new LocalDate(2024, 2, 1), Missing);
        (await Candidates(branch)).Should().ContainSingle().Which.Facts.Should().Equal("2024-02-01", "2024-03-01", "2024-03-02");
    }

    [DatabaseFact]
    public async Task Three_months_in_a_row_whose_dues_were_not_paid_in_full_in_time_make_a_candidate()
    {
        var branch = await Plant();
        var dues = $"/api/v1/organizations/{branch.Id}/dues";
        async Task Pay(string month, string? amount, string on, string? because = null) => (await PayingDues<TDatabase>.Pay(branch, dues, branch.Wang, month, amount, on, because)).ShouldBe(HttpStatusCode.Created);
        (await PayingDues<TDatabase>.Bases(branch, dues, "2024-01", (branch.Wang, "monthlyWage", "3000"))).ShouldBe(HttpStatusCode.Created);
        foreach (var month in new[] { "2024-01", "2024-02", "2024-03", "2024-04" }) (await branch.Keeper.Post($"{dues}/months/{month}/assessment")).ShouldBe(HttpStatusCode.OK);

        // January in time; February late; March in part: two months, and the third is not over before its due day has passed.
        await Pay("2024-01", null, "2024-01-31");
        await Pay("2024-02", null, "2024-03-01");
        await Pay("2024-03", "14.99", "2024-03-31");
        (await Candidates(branch, "2024-04-30")).Should().BeEmpty();
        var found = (await Candidates(branch, "2024-05-01")).Should().ContainSingle().Subject;
        (found.Name, found.Ground).Should().Be(("王伟", "unpaidDues"));
        found.Facts.Should().Equal("2024-02-29", "2024-03-31", "2024-04-30");

        // A due reason for one of them breaks the run; a waiver does, too.
        var reason = (await branch.Keeper.Post($"{dues}/reasons", new { items = new[] { new { personId = branch.Wang.Id, month = "2024-03", reason = "住院" } } })).ShouldBe(HttpStatusCode.Created);
        (await Candidates(branch)).Should().BeEmpty("March has a reason");
        (await branch.Keeper.Post($"{dues}/entries/{reason.At("entries", 0, "id").GetGuid()}/reversal", new { reason = "情况不实" })).ShouldBe(HttpStatusCode.Created);
        (await Candidates(branch)).Should().ContainSingle("the reason was reversed");
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Post($"{dues}/waivers", new { items = new[] { new { personId = branch.Wang.Id, month = "2024-04", amount = (string?)"1", reason = "困难" } } })).ShouldBe(HttpStatusCode.Created);
        (await Candidates(branch)).Should().BeEmpty("something of April is waived");
    }

    [DatabaseFact]
    public async Task A_person_dismisses_the_facts_and_new_ones_bring_them_back()
    {
        var branch = await Plant();
        var candidates = $"/api/v1/organizations/{branch.Id}/admonition-candidates";
        await Hold(branch, Missing, Missing, Missing);
        var toDo = (await branch.Keeper.Get("/api/v1/me/duties?limit=200")).At("items").EnumerateArray().Single(i => i.GetProperty("kind").GetString() == "admonitionCandidate");
        (toDo.GetProperty("on").GetString(), toDo.GetProperty("next").GetProperty("operationId").GetString()).Should().Be(("2024-03-03", "listAdmonitionCandidates"));
        toDo.GetRawText().Should().Contain("dues: 1.").And.NotContain("王伟");
        object Dismissal(Person person) => new { personId = person.Id, ground = "absences", reason = "执行紧急任务，未及请假" };
        (await branch.Keeper.Post($"{candidates}/dismissals", Dismissal(branch.Publicist))).ShouldBeProblem(HttpStatusCode.NotFound, "admonition-candidate-not-found");
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Get(candidates)).At("items").GetArrayLength().Should().Be(1, "the superior sees them");
        (await officer.Post($"{candidates}/dismissals", Dismissal(branch.Wang))).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.1");
        (await branch.Keeper.Post($"{candidates}/dismissals", Dismissal(branch.Wang))).ShouldBe(HttpStatusCode.Created).At("facts").GetArrayLength().Should().Be(3);
        (await Candidates(branch)).Should().BeEmpty();
        (await branch.Keeper.Get("/api/v1/me/duties?limit=200")).Text.Should().NotContain("admonitionCandidate");
        (await branch.Keeper.Get($"{candidates}/dismissals")).At("items", 0, "reason").GetString().Should().Be("执行紧急任务，未及请假");
        await Hold(branch, new LocalDate(2024, 3, 20), Missing);
        (await Candidates(branch)).Should().ContainSingle().Which.Facts.Should().HaveCount(4, "the new fact, and those that were dismissed beside it");

        // Two runs are two lines, and are decided on together.
        await Hold(branch, new LocalDate(2024, 3, 21), Present);
        foreach (var day in Enumerable.Range(22, 3)) await Hold(branch, new LocalDate(2024, 3, day), Missing);
        (await Candidates(branch)).Select(c => c.Facts.Count).Should().Equal(4, 3);
        (await branch.Keeper.Post($"{candidates}/dismissals", Dismissal(branch.Wang))).ShouldBe(HttpStatusCode.Created).At("facts").GetArrayLength().Should().Be(7);
        (await Candidates(branch)).Should().BeEmpty();

        var numbers = (await branch.Keeper.Get("/api/v1/rules/TWS-10.1")).At("versions", 0, "numbers").EnumerateArray().ToDictionary(n => n.GetProperty("name").GetString()!, n => n.GetProperty("value").GetDecimal());
        numbers.Should().Equal(new Dictionary<string, decimal> { ["absences"] = 3, ["months"] = 3, ["monthsBack"] = 12 });
        var wang = await api.SignedIn(Role.None, person: branch.Wang.Id);
        (await wang.Get(candidates)).ShouldBe(HttpStatusCode.Forbidden);
        var bystander = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await bystander.Get(candidates)).ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseFact]
    public async Task Of_four_who_dismiss_the_same_facts_at_once_one_does()
    {
        var branch = await Plant();
        await Hold(branch, Missing, Missing, Missing);
        var at = $"/api/v1/organizations/{branch.Id}/admonition-candidates/dismissals";
        var four = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => branch.Keeper.Post(at, new { personId = branch.Wang.Id, ground = "absences", reason = "执行紧急任务" })));
        four.Count(a => a.Status == HttpStatusCode.Created).Should().Be(1);
        foreach (var other in four.Where(a => a.Status != HttpStatusCode.Created)) other.ShouldBeProblem(HttpStatusCode.NotFound, "admonition-candidate-not-found");
        (await branch.Keeper.Get(at)).At("items").GetArrayLength().Should().Be(1);
    }

    [DatabaseFact]
    public async Task The_secretary_is_dismissed_or_proposed_by_the_superior_and_never_by_himself()
    {
        var branch = await Plant();
        foreach (var day in Enumerable.Range(1, 3)) await Hold(branch, new LocalDate(2024, 3, day), Present, person: branch.Secretary, his: Missing, chair: branch.Publicist);
        var found = (await Candidates(branch)).Should().ContainSingle().Subject;
        found.Name.Should().Be("刘强");
        var dismissal = new { personId = branch.Secretary.Id, ground = "absences", reason = "出差" };
        var committee = await api.SignedIn(Role.None, person: branch.Publicist.Id);
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await branch.Keeper.Post($"/api/v1/organizations/{branch.Id}/admonition-candidates/dismissals", dismissal)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.1");
        (await committee.Post($"/api/v1/organizations/{branch.Id}/admonition-candidates/dismissals", dismissal)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.1");
        // Whoever leads the branch is not its superior, whatever he is besides: he would stand for the committee above himself.
        var both = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id, branch.Publicist.Id);
        (await both.Post($"/api/v1/organizations/{branch.Id}/admonition-candidates/dismissals", dismissal)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.1");
        (await both.Post($"/api/v1/organizations/{branch.Id}/admonition-cases", new { personId = branch.Secretary.Id, grounds = new[] { new { ground = "absences", facts = (string?)null, effect = (string?)null } } })).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-10.2");
        (await officer.Post($"/api/v1/organizations/{branch.Id}/admonition-candidates/dismissals", dismissal)).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task Where_nobody_has_adopted_the_book_nobody_is_a_candidate()
    {
        var branch = await MeetingBranch.Plant(api);
        await Hold(branch, Missing, Missing, Missing);
        (await Candidates(branch)).Should().BeEmpty();
    }

    internal static async Task<MeetingBranch> Adopted(ApiHost<TDatabase> api)
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        (await officer.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2023-01-01" })).ShouldBe(HttpStatusCode.Created);
        return branch;
    }

    /// <summary>General meetings from March 1, 2024 on, a day after the other, with Wang on the roll like this.</summary>
    internal static async Task Hold(MeetingBranch branch, params AttendanceStatus[] wang)
    {
        foreach (var (i, status) in wang.Index()) await Hold(branch, new LocalDate(2024, 3, 1).PlusDays(i), status);
    }

    internal static async Task<Guid> Hold(MeetingBranch branch, LocalDate day, AttendanceStatus wang, string startsAt = "14:00", Person? person = null, AttendanceStatus his = Present, Person? chair = null)
    {
        var (record, roll) = MeetingWith(branch, day, wang, startsAt, person, his, chair);
        return (await branch.Keeper.Post("/api/v1/meetings", new { organizationId = branch.Id, record, roll })).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
    }

    private static (object Record, object Roll) MeetingWith(MeetingBranch branch, LocalDate day, AttendanceStatus wang, string startsAt, Person? person, AttendanceStatus his, Person? chair)
    {
        RollEntry Entry(Person of, AttendanceStatus status) => new(of.Id, status, status == Leave ? "出差" : null);
        var record = branch.Record(day) with { StartsAt = new(int.Parse(startsAt[..2], System.Globalization.CultureInfo.InvariantCulture), 0), ChairId = (chair ?? branch.Secretary).Id };
        return (record, new[]
        {
            Entry(branch.Secretary, person == branch.Secretary ? his : Present), Entry(branch.Publicist, Present), Entry(branch.Wang, wang), Entry(branch.Zhao, Present), Entry(branch.Chen, Present),
        });
    }

    private static async Task Correct(MeetingBranch branch, Guid meeting, AttendanceStatus wang)
    {
        var (record, roll) = MeetingWith(branch, new(2024, 3, 20), wang, "14:00", null, Present, null);
        var version = (await branch.Keeper.Get($"/api/v1/meetings/{meeting}")).ETag;
        (await branch.Keeper.Post($"/api/v1/meetings/{meeting}/corrections", new { reason = "名册有误", record, roll }, ifMatch: version)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<List<(string? Name, string? Ground, List<string?> Facts)>> Candidates(MeetingBranch branch, string? asOf = null) =>
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/admonition-candidates{(asOf is null ? "" : $"?asOf={asOf}")}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
            .Select(c => (c.GetProperty("name").GetString(), c.GetProperty("ground").GetString(), c.GetProperty("facts").EnumerateArray().Select(f => f.GetProperty("on").GetString()).ToList())).ToList();

    private Task<MeetingBranch> Plant() => Adopted(api);
}

public sealed class ProposingTalksOnSqlite(ApiHost<OnSqlite> api) : ProposingTalks<OnSqlite>(api);

public sealed class ProposingTalksOnPostgreSql(ApiHost<OnPostgreSql> api) : ProposingTalks<OnPostgreSql>(api);

public sealed class ProposingTalksOnSqlServer(ApiHost<OnSqlServer> api) : ProposingTalks<OnSqlServer>(api);
