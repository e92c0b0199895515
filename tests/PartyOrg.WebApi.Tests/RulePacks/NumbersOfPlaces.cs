using System.Net;
using System.Text.Json;
using PartyOrg.Application.MemberObjectives;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.AdmonitionTalks;
using PartyOrg.WebApi.Tests.DemocraticLifeMeetings;
using PartyOrg.WebApi.Tests.MemberObjectives;
using PartyOrg.WebApi.Tests.PartyAffairsOpenness;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.RulePacks;

/// <summary>A jurisdiction sets a number of a rule that is enforced, or that proposes a case, for its subtree from a day on: whoever reads the number there reads that one.</summary>
public abstract class NumbersOfPlaces<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Packs = "/api/v1/rule-packs";

    [DatabaseFact]
    public async Task In_one_county_two_absences_in_a_row_propose_a_talk_from_April_1_until_the_pack_is_withdrawn()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        var (here, there) = (await ProposingTalks<TDatabase>.Adopted(api), await ProposingTalks<TDatabase>.Adopted(api));
        foreach (var branch in new[] { here, there }) await ProposingTalks<TDatabase>.Hold(branch, AttendanceStatus.AbsentWithoutReason, AttendanceStatus.AbsentWithoutReason);
        var county = await api.SignedIn(Role.CountyOfficer, here.Tree.County.Id);
        var pack = (await county.Post(Packs, Setting(here.Tree.County, ("TWS-10.1", new { absences = 2 })))).ShouldBe(HttpStatusCode.Created);
        (await Proposed(here, "2024-04-01")).Should().Be(0, "the pack binds nobody yet");

        // The preview tells the number, and that no count shows it.
        var preview = (await county.Get($"{pack.Location}/preview?adoptedFrom=2024-04-01")).ShouldBe(HttpStatusCode.OK);
        (preview.At("loosenings").GetArrayLength(), preview.At("rules").GetArrayLength(), preview.At("subjects").GetInt32()).Should().Be((0, 0, 0), "a lower number asks more, and no verdict changes");
        (preview.At("numbers", 0, "ruleId").GetString(), preview.At("numbers", 0, "name").GetString(), preview.At("numbers", 0, "before").GetDecimal(), preview.At("numbers", 0, "after").GetDecimal())
            .Should().Be(("TWS-10.1", "absences", 3m, 2m));
        preview.At("remark", "en").GetString().Should().Contain("change no duty's status by themselves");

        var adopted = (await county.Post($"{pack.Location}/adoption", new { from = "2024-04-01" }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Proposed(here, "2024-03-31")).Should().Be(0, "the old number holds up to that day");
        (await Proposed(here, "2024-04-01")).Should().Be(1);
        (await Proposed(there, "2024-04-01")).Should().Be(0, "another county's pack is nothing to it");
        (await here.Keeper.Get("/api/v1/me/duties?limit=200")).ShouldBe(HttpStatusCode.OK).Text.Should().Contain("admonitionCandidate");
        var proposal = new { personId = here.Wang.Id, grounds = new[] { new { ground = "absences", facts = (string?)null, effect = (string?)null } } };
        (await here.Keeper.Post($"/api/v1/organizations/{here.Id}/admonition-cases", proposal)).ShouldBe(HttpStatusCode.Created);
        (await there.Keeper.Post($"/api/v1/organizations/{there.Id}/admonition-cases", proposal with { personId = there.Wang.Id })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-not-a-candidate", "TWS-10.1");

        // The rule as it stands for the branch names the document.
        var rule = (await here.Keeper.Get($"/api/v1/rules/TWS-10.1?organization={here.Id}")).ShouldBe(HttpStatusCode.OK);
        (rule.At("versions", 0, "inForceFrom").GetString(), rule.At("versions", 0, "numbers", 0, "value").GetDecimal(), rule.At("versions", 0, "changedBy", 0, "document").GetString()).Should().Be(("2024-04-01", 2m, "长委〔2024〕9号"));
        (rule.At("versions", 1, "numbers", 0, "value").GetDecimal(), rule.At("versions", 1, "changedBy").GetArrayLength()).Should().Be((3m, 0));
        (await there.Keeper.Get($"/api/v1/rules/TWS-10.1?organization={there.Id}")).At("versions").GetArrayLength().Should().Be(1);

        // Withdrawn by a last day, and then undone altogether.
        await ProposingTalks<TDatabase>.Hold(here, new LocalDate(2024, 4, 10), AttendanceStatus.Present);
        foreach (var day in new[] { 11, 12 }) await ProposingTalks<TDatabase>.Hold(here, new LocalDate(2024, 4, day), AttendanceStatus.AbsentWithoutReason);
        var withdrawn = (await county.Post($"{pack.Location}/withdrawal", new { lastDay = "2024-04-30", reason = "试点结束" }, ifMatch: adopted.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Proposed(here, "2024-04-30")).Should().Be(1, "the last day is included");
        (await Proposed(here, "2024-05-01")).Should().Be(0, "the book's number is back");
        (await county.Post($"{pack.Location}/withdrawal", new { lastDay = "2024-03-31", reason = "依据有误" }, ifMatch: withdrawn.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Proposed(here, "2024-04-30")).Should().Be(0);
    }

    [DatabaseFact]
    public async Task A_number_that_asks_less_or_cannot_be_compared_holds_only_when_somebody_above_has_authorised_it()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        var branch = await ProposingTalks<TDatabase>.Adopted(api);
        var (city, county) = (await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id), await api.SignedIn(Role.CountyOfficer, branch.Tree.County.Id));
        await ProposingTalks<TDatabase>.Hold(branch, AttendanceStatus.AbsentWithoutReason, AttendanceStatus.AbsentWithoutReason, AttendanceStatus.AbsentWithoutReason);
        var pack = (await county.Post(Packs, Setting(branch.Tree.County, ("TWS-10.1", new { absences = 4 }), ("TWS-10.4", new { visibleMonths = 61 })))).ShouldBe(HttpStatusCode.Created);
        var loosenings = (await county.Get($"{pack.Location}/preview?adoptedFrom=2024-04-01")).ShouldBe(HttpStatusCode.OK).At("loosenings").EnumerateArray();
        loosenings.Select(l => $"{l.GetProperty("ruleId").GetString()} {l.GetProperty("strictness").GetString()}").Should().BeEquivalentTo(["TWS-10.1 looser", "TWS-10.4 notComparable"]);
        (await county.Post($"{pack.Location}/adoption", new { from = "2024-04-01" }, ifMatch: pack.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-loosens", "REG-19");
        var authorised = (await city.Post($"{pack.Location}/authorisation", new { statement = "市委组〔2024〕12号批复" }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Proposed(branch, "2024-04-01")).Should().Be(1);
        (await county.Post($"{pack.Location}/adoption", new { from = "2024-04-01" }, ifMatch: authorised.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Proposed(branch, "2024-04-01")).Should().Be(0, "three are not four");

        // The town may ask more again; a pack of its own that asks less than the county does not hold.
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        var nearer = (await town.Post(Packs, Setting(branch.Tree.Town, ("TWS-10.1", new { absences = 3 })))).ShouldBe(HttpStatusCode.Created);
        (await town.Post($"{nearer.Location}/adoption", new { from = "2024-05-01" }, ifMatch: nearer.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Proposed(branch, "2024-04-30")).Should().Be(0);
        (await Proposed(branch, "2024-05-01")).Should().Be(1, "the nearest jurisdiction has the last word");
        var further = (await town.Post(Packs, Setting(branch.Tree.Town, ("TWS-10.1", new { absences = 5 })))).ShouldBe(HttpStatusCode.Created);
        (await town.Post($"{further.Location}/adoption", new { from = "2024-05-01" }, ifMatch: further.ETag)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule-pack-loosens", "REG-19");
    }

    [DatabaseFact]
    public async Task Dues_are_due_on_the_day_that_holds_where_the_branch_stands()
    {
        api.Clock.MoveTo(new LocalDate(2024, 5, 20));
        var branch = await ProposingTalks<TDatabase>.Adopted(api);
        var (town, county) = (await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), await api.SignedIn(Role.CountyOfficer, branch.Tree.County.Id));
        var pack = (await town.Post(Packs, Setting(branch.Tree.Town, ("TWS-D2", new { dueDay = 20 })))).ShouldBe(HttpStatusCode.Created);
        (await town.Post($"{pack.Location}/adoption", new { from = "2024-05-01" }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK);

        // One member here, and one in the branch of the other town of the county.
        var far = await api.SignedIn(Role.BranchSecretary, branch.Tree.FarBranch.Id);
        var other = (await county.Post("/api/v1/members", new RegisterMember(branch.Tree.FarBranch.Id, "沈一", Numbers.Identity(), Domain.Members.Standing.Formal, new(2024, 1, 1)))).ShouldBe(HttpStatusCode.Created).At("id").GetGuid();
        foreach (var (keeper, of, person) in new[] { (branch.Keeper, branch.Id, branch.Wang.Id.Value), (far, branch.Tree.FarBranch.Id, other) })
        {
            var dues = $"/api/v1/organizations/{of}/dues";
            (await keeper.Post($"{dues}/bases", new { items = new[] { new { personId = person, kind = "monthlyWage", amount = "3000", from = "2024-04" } } })).ShouldBe(HttpStatusCode.Created);
            foreach (var month in new[] { "2024-04", "2024-05" }) (await keeper.Post($"{dues}/months/{month}/assessment")).ShouldBe(HttpStatusCode.OK);
        }

        async Task<string?> DueOn(ApiClient reader, Id<Organization> of, string month) => (await reader.Get($"/api/v1/organizations/{of}/dues/months/{month}")).ShouldBe(HttpStatusCode.OK).At("dueOn").GetString();
        (await DueOn(branch.Keeper, branch.Id, "2024-04")).Should().Be("2024-04-30", "the pack holds from May on");
        (await DueOn(branch.Keeper, branch.Id, "2024-05")).Should().Be("2024-05-20");
        (await DueOn(far, branch.Tree.FarBranch.Id, "2024-05")).Should().Be("2024-05-31");

        async Task<List<string>> Arrears() => [.. (await county.Get($"/api/v1/organizations/{branch.Tree.County.Id}/dues/arrears")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray()
            .Select(i => $"{i.GetProperty("organizationName").GetString()} {i.GetProperty("month").GetString()} {i.GetProperty("dueOn").GetString()}").Order(StringComparer.Ordinal)];
        (await Arrears()).Should().Equal("Branch 2024-04 2024-04-30", "FarBranch 2024-04 2024-04-30");
        api.Clock.MoveTo(new LocalDate(2024, 5, 21));
        county = await api.SignedIn(Role.CountyOfficer, branch.Tree.County.Id);
        (await Arrears()).Should().Equal("Branch 2024-04 2024-04-30", "Branch 2024-05 2024-05-20", "FarBranch 2024-04 2024-04-30");
        var months = (await county.Get($"/api/v1/members/{branch.Wang.Id}/dues?from=2024-04&to=2024-05")).ShouldBe(HttpStatusCode.OK).At("months").EnumerateArray().ToList();
        months.Select(m => $"{m.GetProperty("dueOn").GetString()} {m.GetProperty("status").GetString()}").Should().Equal("2024-04-30 overdue", "2024-05-20 overdue");
        api.Clock.MoveTo(new LocalDate(2024, 6, 1));
        county = await api.SignedIn(Role.CountyOfficer, branch.Tree.County.Id);
        (await Arrears()).Should().HaveCount(4);
    }

    [DatabaseFact]
    public async Task A_talk_is_told_as_many_days_before_as_hold_where_the_branch_stands()
    {
        api.Clock.MoveTo(MeetingBranch.Today);
        var (here, there) = (await ProposingTalks<TDatabase>.Adopted(api), await ProposingTalks<TDatabase>.Adopted(api));
        await Adopt(here.Tree.County, "2024-05-15", ("TWS-10.2", new { daysInAdvance = 3 }));
        async Task<Answer> Arranged(MeetingBranch branch, string on)
        {
            var proposal = new { personId = branch.Wang.Id, grounds = new[] { new { ground = "unwillingToHelp", facts = "事实", effect = (string?)null } } };
            var at = (await branch.Keeper.Get($"/api/v1/admonition-cases?organization={branch.Id}")).At("items").EnumerateArray().Select(c => $"/api/v1/admonition-cases/{c.GetProperty("id").GetGuid()}").SingleOrDefault();
            if (at is null)
            {
                at = (await branch.Keeper.Post($"/api/v1/organizations/{branch.Id}/admonition-cases", proposal)).ShouldBe(HttpStatusCode.Created).Location!.ToString();
                (await branch.Keeper.Post($"{at}/decision", new { talkerId = branch.Secretary.Id, reason = "同意" }, ifMatch: (await branch.Keeper.Get(at)).ETag)).ShouldBe(HttpStatusCode.OK);
            }

            return await branch.Keeper.Post($"{at}/arrangement", new { on, startsAt = "15:00", place = "活动室", requirements = "准备说明", recorderId = branch.Publicist.Id }, ifMatch: (await branch.Keeper.Get(at)).ETag);
        }

        (await Arranged(here, "2024-05-17")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "admonition-not-in-advance", "TWS-10.2").At("detail").GetString().Should().Contain("2024-05-18");
        (await Arranged(here, "2024-05-18")).ShouldBe(HttpStatusCode.OK);
        (await Arranged(there, "2024-05-16")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task An_appraisal_and_the_objectives_of_a_year_go_by_the_numbers_of_its_first_day_where_the_branch_stands()
    {
        api.Clock.MoveTo(new LocalDate(2024, 5, 15));
        var branch = await ObjectivesBranch.Plant(api);
        var tree = branch.Branch.Tree;
        await Adopt(tree.County, "2024-01-01", ("TWS-7.4", new { turnout = 0.6 }), ("TWS-5.5", new { publicWorkingDays = 7, excellentFrom = 92 }));
        await Adopt(tree.Town, "2024-01-02", ("TWS-5.5", new { publicWorkingDays = 9 }));
        var url = await branch.SummedUp(1);
        await branch.Branch.AtVoting();
        (await branch.Secretary.Get(branch.Branch.Url)).At("ballot", "needed").GetInt32().Should().Be(5, "more than 60 per cent of seven");
        for (var i = 0; i < 7; i++) (await branch.Branch.Vote(i, _ => MemberGrade.Excellent)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "opinions", new { source = "masses", text = "乐于助人" })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "democratic-evaluation")).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "attendance-mark", new { mark = 17m, reason = "未召开会议" })).ShouldBe(HttpStatusCode.OK);
        (await branch.Step(url, "marks", new { marks = new ObjectiveMark[] { new(2, 25m), new(3, 13m), new(4, 13m), new(5, 17m) } })).ShouldBe(HttpStatusCode.OK);

        // 17 + 25 + 13 + 13 + 17 = 85; (85 × 60 + 100 × 40) / 100 = 91: excellent by the book, qualified here.
        (await branch.Step(url, "appraisal", new { text = "较好" })).ShouldBe(HttpStatusCode.OK).At("score", "combined").GetDecimal().Should().Be(91m);
        (await branch.Step(url, "publication")).ShouldBe(HttpStatusCode.OK).At("publicUntil").GetString().Should().Be("2024-05-24", "seven working days; the town's nine are not those of the year's first day");
        api.Clock.MoveTo(new LocalDate(2024, 5, 25));
        var secretary = await api.SignedIn(Role.None, person: branch.Branch.Members[0].Id);
        (await secretary.Post($"{url}/grade", ifMatch: (await secretary.Get(url)).ETag)).ShouldBe(HttpStatusCode.OK).At("grade").GetString().Should().Be("qualified");
    }

    [DatabaseFact]
    public async Task Notice_of_a_democratic_life_meeting_and_the_days_on_which_one_is_early_go_by_what_holds_where_the_branch_stands()
    {
        var (here, there) = (await LifeBranch.Plant(api), await LifeBranch.Plant(api));
        await Adopt(here.Branch.Tree.County, "2024-05-15", ("TWS-4.4", new { daysInAdvance = 10 }));
        await Adopt(here.Branch.Tree.City, "2024-01-01", ("TWS-4.1", new { lastMonths = 2 }));
        foreach (var branch in new[] { here, there }) await branch.MoveTo(LifeBranch.Today);

        // Tomorrow's number is not yesterday's: a notice goes by the number of its own day.
        (await (await here.Plan(LifeBranch.Today.PlusDays(9))).Notice()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "notice-too-late", "TWS-4.4").At("detail").GetString()
            .Should().StartWith("Notice is given at least 10 days before the meeting: after this notice it can be held from 2024-05-25 on.");
        (await (await here.Plan(LifeBranch.Today.PlusDays(6))).Notice(LifeBranch.Today.PlusDays(-1))).ShouldBe(HttpStatusCode.OK);
        (await (await here.Plan(LifeBranch.Today.PlusDays(10))).Notice()).ShouldBe(HttpStatusCode.OK);
        (await (await there.Plan(LifeBranch.Today.PlusDays(6))).Notice()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "notice-too-late", "TWS-4.4").At("detail").GetString().Should().Contain("at least 7 days").And.Contain("2024-05-22");
        (await (await there.Plan(LifeBranch.Today.PlusDays(7))).Notice()).ShouldBe(HttpStatusCode.OK);

        // Early is what lies before May here, and before June by the book.
        async Task<string?> Advice(LifeBranch branch, LocalDate on, string language = "en")
        {
            var planned = (await branch.Secretary.Post(LifeBranch.Meetings, branch.PlanOf(on))).ShouldBe(HttpStatusCode.Created);
            return planned.Json.TryGetProperty("advices", out var advices) ? advices.EnumerateArray().Single().GetProperty("message").GetProperty(language).GetString() : null;
        }

        (await Advice(here, new(2024, 5, 31))).Should().BeNull();
        (await Advice(there, new(2024, 5, 31))).Should().Contain("from 2024-06-01 on");
        (await Advice(there, new(2024, 5, 31), "zh")).Should().Contain("2024-06-01起");
        (await Advice(here, new(2024, 10, 31))).Should().Contain("from 2024-11-01 on");
        (await Advice(here, new(2024, 11, 1))).Should().BeNull();
    }

    [DatabaseFact]
    public async Task How_many_checks_of_study_are_usual_and_how_long_a_publication_is_current_go_by_what_holds_where_the_branch_stands()
    {
        var (here, there) = (await LifeBranch.Plant(api), await LifeBranch.Plant(api));
        await Adopt(here.Branch.Tree.City, "2024-01-01", ("TWS-6.8", new { usualInYear = 1 }));
        await Adopt(here.Branch.Tree.County, "2024-05-15", ("TWS-8.4a", new { renewedAfterMonths = 6 }));
        async Task<string> Checked(LifeBranch branch, int day)
        {
            var everybody = new[] { branch.Branch.Secretary, branch.Branch.Publicist, branch.Branch.Wang, branch.Branch.Li, branch.Branch.Zhao };
            var keeper = await api.SignedIn(Role.None, person: branch.Liu);
            return (await keeper.Post("/api/v1/study-checks", new { organizationId = branch.Branch.Id, checkedOn = $"2024-05-{day}", how = "查阅笔记", results = everybody.Select(p => new { personId = p.Id, result = "good" }) }))
                .ShouldBe(HttpStatusCode.Created).Text;
        }

        (await Checked(here, 11)).Should().NotContain("advices");
        (await Checked(here, 12)).Should().Contain("Study is checked at most 1 time a year; this is one more in 2024.");
        foreach (var day in new[] { 11, 12 }) (await Checked(there, day)).Should().NotContain("advices");
        (await Checked(there, 13)).Should().Contain("Study is checked at most 2 times a year; this is one more in 2024.");

        async Task<string?> CurrentThrough(LifeBranch branch) => (await branch.Town.Get($"{Affairs.Publications}/{await Affairs.Published(api, branch.Branch)}")).ShouldBe(HttpStatusCode.OK).At("currentThrough").GetString();
        (await CurrentThrough(here)).Should().Be("2024-11-14");
        (await CurrentThrough(there)).Should().Be("2025-05-14");
        foreach (var (branch, last) in new[] { (here, new LocalDate(2024, 11, 14)), (there, new(2025, 5, 14)) })
        {
            (await api.Look(db => Task.FromResult(db.ConditionSpells.Single(c => c.OrganizationId == branch.Branch.Id && c.Condition == "routineWorkOnView" && c.VoidedAt == null).To))).Should().Be(last, "what TWS-8.4a looks at ends with it");
        }
    }

    [DatabaseFact]
    public async Task The_check_of_participation_counts_the_period_for_which_it_is_asked_where_the_branch_stands()
    {
        var (here, there) = (await LifeBranch.Plant(api), await LifeBranch.Plant(api));
        var county = await api.SignedIn(Role.CountyOfficer, here.Branch.Tree.County.Id);
        var pack = (await county.Post(Packs, new
        {
            jurisdictionId = here.Branch.Tree.County.Id, title = new { en = "Rules of our own", zh = "本地规定" }, document = "长委〔2024〕9号",
            files = new[] { new { name = "Overlays/TWS-9.2.1.json", content = new { rule = "TWS-9.2.1", reason = new { en = "Local conditions.", zh = "本地实际。" }, parameters = new { every = "quarter" } } } },
        })).ShouldBe(HttpStatusCode.Created);
        (await county.Post($"{pack.Location}/adoption", new { from = "2024-04-01" }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK);
        async Task<string?> From(LifeBranch branch, string on) =>
            (await branch.Town.Get($"/api/v1/organizations/{branch.Branch.Id}/participation-checks/draft?on={on}")).ShouldBe(HttpStatusCode.OK).At("from").GetString();

        (await From(here, "2024-06-30")).Should().Be("2024-01-01", "the open half year finishes");
        (await From(here, "2024-12-31")).Should().Be("2024-10-01");
        (await From(there, "2024-12-31")).Should().Be("2024-07-01");

        // The general meeting of September belongs to the quarter before: in the fourth there is nothing to check yet, by the book there is.
        foreach (var branch in new[] { here, there })
        {
            await branch.MoveTo(new(2024, 10, 10));
            (await branch.Secretary.Post("/api/v1/meetings", branch.Branch.General(new(2024, 9, 30)))).ShouldBe(HttpStatusCode.Created);
        }

        Task<Answer> Check(LifeBranch branch) => branch.Secretary.Post("/api/v1/participation-checks", new { organizationId = branch.Branch.Id, on = "2024-10-10", findings = "正常", subjects = new[] { "partyRules" } });
        (await Check(here)).ShouldBe(HttpStatusCode.UnprocessableEntity).At("detail").GetString().Should().Contain("2024-10-01");
        (await Check(there)).ShouldBe(HttpStatusCode.Created).At("participation", "from").GetString().Should().Be("2024-07-01");
    }

    private static object Setting(Organization jurisdiction, params (string Rule, object Numbers)[] numbers) => new
    {
        jurisdictionId = jurisdiction.Id, title = new { en = "Numbers of our own", zh = "本地数值规定" }, document = "长委〔2024〕9号",
        files = numbers.Select(n => new { name = $"Overlays/{n.Rule}.json", content = new { rule = n.Rule, reason = new { en = "Local conditions.", zh = "本地实际。" }, numbers = n.Numbers } }),
    };

    private async Task Adopt(Organization jurisdiction, string from, params (string Rule, object Numbers)[] numbers)
    {
        var officer = await api.SignedIn(jurisdiction.Level switch { JurisdictionLevel.Town => Role.TownOfficer, JurisdictionLevel.County => Role.CountyOfficer, _ => Role.CityOfficer }, jurisdiction.Id);
        var pack = (await officer.Post(Packs, Setting(jurisdiction, numbers))).ShouldBe(HttpStatusCode.Created);
        (await officer.Post($"{pack.Location}/adoption", new { from }, ifMatch: pack.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<int> Proposed(MeetingBranch branch, string asOf) =>
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/admonition-candidates?asOf={asOf}")).ShouldBe(HttpStatusCode.OK).At("items").GetArrayLength();
}

public sealed class NumbersOfPlacesOnSqlite(ApiHost<OnSqlite> api) : NumbersOfPlaces<OnSqlite>(api);

public sealed class NumbersOfPlacesOnPostgreSql(ApiHost<OnPostgreSql> api) : NumbersOfPlaces<OnPostgreSql>(api);

public sealed class NumbersOfPlacesOnSqlServer(ApiHost<OnSqlServer> api) : NumbersOfPlaces<OnSqlServer>(api);
