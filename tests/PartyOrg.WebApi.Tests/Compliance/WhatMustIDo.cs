using System.Net;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.Authorization;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Compliance;

/// <summary>"What must I do this week": today is Wednesday, May 15, 2024; TWS binds since January 1.</summary>
public abstract class WhatMustIDo<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task A_secretary_has_what_his_branch_owes_the_soonest_due_first_each_with_the_operation_that_does_it()
    {
        var branch = await Adopted();
        (await Of(branch.Keeper)).Should().Equal(
            "organizationDuty TWS-3.2 2024-01-31", "organizationDuty TWS-3.2 2024-02-29", "organizationDuty TWS-3.2 2024-03-31", "organizationDuty TWS-3.3 2024-03-31", "organizationDuty TWS-3.2 2024-04-30");
        (await Of(branch.Keeper, "within=15")).Should().HaveCount(5, "the month ends on the sixteenth day from today");
        (await Of(branch.Keeper, "within=16")).Should().HaveCount(6).And.HaveElementAt(5, "organizationDuty TWS-3.2 2024-05-31");

        var due = (await branch.Keeper.Get("/api/v1/me/duties?within=16&limit=200")).At("items").EnumerateArray().Single(i => Line(i) == "organizationDuty TWS-3.2 2024-05-31");
        due.GetProperty("duty").GetProperty("status").GetString().Should().Be("due");
        due.GetProperty("next").GetProperty("operationId").GetString().Should().Be("recordMeeting");
        due.GetProperty("next").GetProperty("what").GetProperty("zh").GetString().Should().Contain("2024-05-31");
        due.GetProperty("organizationName").GetString().Should().Be("Branch");

        await branch.Recorded(branch.Committee());
        (await Of(branch.Keeper, "within=16")).Should().NotContain("organizationDuty TWS-3.2 2024-05-31", "it is done");
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await officer.Post($"/api/v1/organizations/{branch.Id}/waivers", new { ruleId = "TWS-3.2", period = "2024-01", reason = "停产检修" })).ShouldBe(HttpStatusCode.Created);
        (await Of(branch.Keeper)).Should().NotContain("organizationDuty TWS-3.2 2024-01-31", "it is waived");
        (await Of(officer)).Should().BeEmpty("nobody asks work of the TWS of a town");
    }

    [DatabaseFact]
    public async Task A_group_leader_a_committee_member_and_who_holds_an_assigned_role_have_theirs_and_a_member_has_none()
    {
        var branch = await Adopted();
        (await Of(await SignedIn(branch.Wang))).Should().Equal(new[] { "01-31", "02-29", "03-31", "04-30" }.Select(d => $"organizationDuty TWS-3.1 2024-{d}"));
        (await Of(await SignedIn(branch.Publicist))).Should().HaveCount(5);
        (await Of(await api.SignedIn(Role.BranchSecretary, branch.Id))).Should().HaveCount(5);
        (await Of(await SignedIn(branch.Li))).Should().BeEmpty();
        (await Of(await api.SignedIn(Role.SystemAdministrator))).Should().BeEmpty();
    }

    [DatabaseFact]
    public async Task Whoever_is_expected_at_a_planned_meeting_has_it_to_attend_and_nobody_else()
    {
        var branch = await Adopted();
        await branch.Planned();
        var li = await SignedIn(branch.Li);
        (await Of(li)).Should().Equal("meetingToAttend generalMeeting 2024-05-22");
        (await Of(li, "within=6")).Should().BeEmpty("the meeting is on the seventh day from today");
        (await Of(await SignedIn(branch.Zhao))).Should().ContainSingle("who is enrolled is expected too");
        (await Of(await SignedIn(branch.Chen))).Should().BeEmpty("he left on May 9");
        (await Of(await SignedIn(branch.Stranger))).Should().BeEmpty();

        var item = (await li.Get("/api/v1/me/duties")).At("items", 0);
        item.GetProperty("next").GetProperty("operationId").GetString().Should().Be("getMeeting");
        item.GetProperty("next").GetProperty("what").GetProperty("zh").GetString().Should().Contain("14:00").And.Contain("三楼会议室");
        item.GetProperty("meeting").GetProperty("id").GetGuid().Should().NotBeEmpty();

        await branch.Planned(branch.Plan() with { Plan = branch.Plan().Plan with { Kinds = ["committeeMeeting"], On = MeetingBranch.Today, ChairId = branch.Stranger.Id, Agenda = [new("研究重大事项", "majorMatters")] } });
        (await Of(await SignedIn(branch.Publicist))).Should().Contain("meetingToAttend committeeMeeting 2024-05-15");
        (await Of(li)).Should().ContainSingle("he does not sit on the committee");
        (await Of(await SignedIn(branch.Stranger))).Should().Equal("meetingToAttend committeeMeeting 2024-05-15");
    }

    [DatabaseFact]
    public async Task A_joint_meeting_is_there_for_those_whom_any_of_its_organizations_expects()
    {
        var branch = await Adopted();
        var (town, plan) = (await api.SignedIn(Role.BranchSecretary, branch.Tree.Town.Id), branch.Plan());
        (await town.Post("/api/v1/meetings/plans", plan with { Plan = plan.Plan with { JointWith = [branch.Tree.SiblingBranch.Id], ChairId = null } })).ShouldBe(HttpStatusCode.Created);
        const string Expected = "meetingToAttend generalMeeting 2024-05-22";
        foreach (var person in new[] { branch.Li, branch.Stranger, branch.Zhao }) (await Of(await SignedIn(person))).Should().Equal(Expected);
        (await Of(await SignedIn(branch.Chen))).Should().BeEmpty("nobody expects him");
        (await Of(await SignedIn(branch.Stranger), "within=6")).Should().BeEmpty();

        var leader = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await leader.Get($"/api/v1/members/{branch.Stranger.Id}/duties")).ShouldBe(HttpStatusCode.OK).At("items", 0, "meeting", "id").GetGuid().Should().NotBeEmpty("his branch holds it too");
    }

    [DatabaseFact]
    public async Task Minutes_await_the_chair_until_he_confirms_them()
    {
        var branch = await Adopted();
        var meeting = await branch.Recorded();
        (await Of(branch.Keeper)).Should().HaveElementAt(5, "minutesToConfirm generalMeeting 2024-05-10");
        (await OperationOf(branch.Keeper, "minutesToConfirm generalMeeting 2024-05-10")).Should().Be("confirmMinutes");
        (await Of(await SignedIn(branch.Publicist))).Should().HaveCount(5, "he did not chair it");
        (await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/confirmation", ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Of(branch.Keeper)).Should().HaveCount(5);
        await branch.Recorded(branch.General(new(2024, 5, 12)) with { Record = branch.Record(new(2024, 5, 12)) with { Minutes = null } });
        (await Of(branch.Keeper)).Should().HaveCount(5, "without minutes there is nothing to confirm");
    }

    [DatabaseFact]
    public async Task A_plan_whose_day_has_passed_is_to_be_recorded_or_called_off()
    {
        var branch = await Adopted();
        await branch.Planned(branch.Plan(MeetingBranch.Today));
        try
        {
            api.Clock.MoveTo(MeetingBranch.Today.PlusDays(1));
            var secretary = await SignedIn(branch.Secretary);
            (await Of(secretary)).Should().HaveElementAt(5, "meetingToRecord generalMeeting 2024-05-15");
            (await OperationOf(secretary, "meetingToRecord generalMeeting 2024-05-15")).Should().Be("recordPlannedMeeting");
            (await Of(await SignedIn(branch.Li))).Should().BeEmpty("he records nothing");
        }
        finally
        {
            api.Clock.MoveTo(MeetingBranch.Today);
        }
    }

    [DatabaseFact]
    public async Task A_joint_plan_whose_day_has_passed_is_to_be_recorded_by_who_leads_all_of_its_organizations()
    {
        var branch = await Adopted();
        var (town, plan) = (await api.SignedIn(Role.BranchSecretary, branch.Tree.Town.Id), branch.Plan(MeetingBranch.Today));
        var meeting = (await town.Post("/api/v1/meetings/plans", plan with { Plan = plan.Plan with { JointWith = [branch.Tree.SiblingBranch.Id] } })).ShouldBe(HttpStatusCode.Created);
        const string ToRecord = "meetingToRecord generalMeeting 2024-05-15";
        try
        {
            api.Clock.MoveTo(MeetingBranch.Today.PlusDays(1));
            var (above, host, other) = (await api.SignedIn(Role.BranchSecretary, branch.Tree.Town.Id), await api.SignedIn(Role.BranchSecretary, branch.Id), await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id));
            (await Of(above)).Should().Equal(ToRecord);
            foreach (var one in new[] { host, other, await SignedIn(branch.Stranger), await SignedIn(branch.Li) }) (await Of(one)).Should().NotContain(ToRecord, "he cannot record it for all of them");
            var body = new RescheduleMeeting.Body(new(2024, 5, 20), new(14, 0), "延期");
            (await host.Post($"/api/v1/meetings/{meeting.At("id").GetGuid()}/rescheduling", body, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-recorded-by-you", "TWS-3.5");
            (await above.Post($"/api/v1/meetings/{meeting.At("id").GetGuid()}/rescheduling", body, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
            (await Of(above)).Should().BeEmpty("it lies ahead again, and he is not expected");
            (await Of(await SignedIn(branch.Stranger))).Should().Equal("meetingToAttend generalMeeting 2024-05-20");
        }
        finally
        {
            api.Clock.MoveTo(MeetingBranch.Today);
        }
    }

    [DatabaseFact]
    public async Task Another_ones_list_is_seen_by_who_reads_his_records_and_only_of_what_he_may_see()
    {
        var branch = await Adopted();
        await branch.Planned();
        var sibling = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await sibling.Post("/api/v1/meetings/plans", branch.Plan() with { OrganizationId = branch.Tree.SiblingBranch.Id })).ShouldBe(HttpStatusCode.Created);

        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await Of(officer, "within=7", branch.Zhao)).Should().HaveCount(2, "his relation lies in one branch, and he is enrolled in the other");
        (await Of(branch.Keeper, "within=7", branch.Zhao)).Should().ContainSingle("the other branch's meetings are not the secretary's to see");
        (await Of(await SignedIn(branch.Zhao), "within=7", branch.Zhao)).Should().HaveCount(2);
        (await Of(officer, "", branch.Secretary)).Should().HaveCount(7, "he chairs both meetings");
        (await Of(branch.Keeper, "", branch.Secretary)).Should().HaveCount(7, "they are his own");
        (await Of(sibling, "", branch.Zhao)).Should().ContainSingle();

        var li = await SignedIn(branch.Li);
        (await li.Get($"/api/v1/members/{branch.Secretary.Id}/duties")).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");
        var elsewhere = await api.SignedIn(Role.TownOfficer, branch.Tree.SiblingTown.Id);
        (await elsewhere.Get($"/api/v1/members/{branch.Secretary.Id}/duties")).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");
        (await api.Anonymous.Get("/api/v1/me/duties")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task Pages_follow_each_other_without_a_gap_and_wrong_values_are_pointed_at()
    {
        var branch = await Adopted();
        await branch.Planned();
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await branch.Keeper.Get($"/api/v1/me/duties?limit=2{cursor}")).ShouldBe(HttpStatusCode.OK);
            seen.AddRange(page.At("items").EnumerateArray().Select(Line));
            cursor = page.At("next").GetString() is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);

        seen.Should().OnlyHaveUniqueItems().And.Equal((await branch.Keeper.Get("/api/v1/me/duties?limit=200")).At("items").EnumerateArray().Select(Line), "page by page it is the same list");
        seen.Where(IsTold).Should().HaveCount(6);
        (await branch.Keeper.Get("/api/v1/me/duties?within=367")).ShouldBeProblem(HttpStatusCode.BadRequest, "within-out-of-range").ShouldPointAt("/within");
        (await branch.Keeper.Get("/api/v1/me/duties?within=-1")).ShouldPointAt("/within");
        (await branch.Keeper.Get("/api/v1/me/duties?within=366")).ShouldBe(HttpStatusCode.OK);
        (await branch.Keeper.Get("/api/v1/me/duties?limit=201")).ShouldPointAt("/limit");
        (await branch.Keeper.Get("/api/v1/me/duties?cursor=x")).ShouldPointAt("/cursor");
    }

    [DatabaseFact]
    public async Task Each_thing_to_do_names_an_operation_that_is_there_and_that_whoever_has_the_list_may_call()
    {
        var branch = await Adopted();
        var document = (await api.Anonymous.Get("/swagger/v1/swagger.json")).ShouldBe(HttpStatusCode.OK);
        var served = document.At("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Where(o => o.Value.TryGetProperty("operationId", out _)).Select(o => o.Value.GetProperty("operationId").GetString()!).ToHashSet();
        var table = Matrix.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Authorization", "matrix.txt"))).ToDictionary(p => p.Operation);

        // A plan whose day has passed, minutes that await the chair, work of every kind that is overdue, and posts that are not filled.
        await branch.Planned(branch.Plan(MeetingBranch.Today));
        await branch.Planned(branch.Plan(MeetingBranch.Today.PlusDays(20)));
        await branch.Recorded();
        var townSecretary = await api.Arrange(db =>
        {
            db.Attach(branch.Tree.Town);
            branch.Tree.Town.Appoint(branch.Stranger.Id, Domain.Organizations.Office.Secretary, new(2023, 1, 1), null, api.Ids, new Domain.Time.Clock(api.Clock).Now).Succeeded.Should().BeTrue();
            return branch.Stranger;
        });
        try
        {
            api.Clock.MoveTo(MeetingBranch.Today.PlusDays(1));
            foreach (var (person, roles, fewest) in new[]
            {
                (branch.Secretary, Role.BranchSecretary | Role.Member, 25), (branch.Publicist, Role.CommitteeMember | Role.Member, 25), (branch.Wang, Role.GroupLeader | Role.Member, 5),
                (townSecretary, Role.TownOfficer | Role.Member, 2), (branch.Li, Role.Member, 1),
            })
            {
                var (caller, officer) = (await SignedIn(person), await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id));
                foreach (var list in new[] { await caller.Get("/api/v1/me/duties?within=366&limit=200"), await officer.Get($"/api/v1/members/{person.Id}/duties?within=366&limit=200") })
                {
                    var items = list.ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().ToList();
                    items.Should().HaveCountGreaterThanOrEqualTo(fewest);
                    foreach (var item in items)
                    {
                        var operation = item.GetProperty("next").GetProperty("operationId").GetString()!;
                        served.Should().Contain(operation);
                        (table[operation].Roles & ~table[operation].Hidden & roles).Should().NotBe(Role.None, "{0} of {1} has {2}", roles, person.Name, item);
                    }
                }
            }

            // What others do is told with who does it, and how one sees it.
            var missing = (await (await SignedIn(branch.Secretary)).Get("/api/v1/me/duties?within=366&limit=200")).At("items").EnumerateArray().First(i => i.GetProperty("kind").GetString() == "organizationDuty" && i.GetProperty("duty").GetProperty("ruleId").GetString() == "TWS-2.2").GetProperty("next");
            missing.GetProperty("operationId").GetString().Should().Be("getDuties");
            missing.GetProperty("what").GetProperty("en").GetString().Should().EndWith("This is not for you to do but for: town officer, county officer, city officer (fillPost). Ask one of them.");
            missing.GetProperty("what").GetProperty("zh").GetString().Should().Contain("fillPost").And.EndWith("请与其联系。");
            (string?, string?) Plan(System.Text.Json.JsonElement i) => (i.GetProperty("duty").GetProperty("ruleId").GetString(), i.GetProperty("next").GetProperty("operationId").GetString());
            async Task<IEnumerable<(string?, string?)>> Plans(Person person) => (await (await SignedIn(person)).Get("/api/v1/me/duties?within=366&limit=200")).At("items").EnumerateArray()
                .Where(i => i.GetProperty("kind").GetString() == "organizationDuty" && i.GetProperty("duty").GetProperty("status").GetString() == "overdue").Select(Plan).Distinct();
            (await Plans(branch.Secretary)).Should().Contain(("TWS-1.4a", "activateWorkPlan")).And.Contain(("TWS-1.4g", "inspectWorkPlan"));
            (await Plans(branch.Publicist)).Should().Contain(("TWS-1.4a", "getDuties")).And.Contain(("TWS-1.4g", "getDuties")).And.Contain(("TWS-3.2", "recordMeeting"));
            (await (await SignedIn(branch.Secretary)).Get($"/api/v1/organizations/{branch.Id}/duties?rule=TWS-2.2")).At("items", 0, "next", "operationId").GetString().Should().Be("fillPost", "the verdict names what does it, whoever asks");
        }
        finally
        {
            api.Clock.MoveTo(MeetingBranch.Today);
        }
    }

    private static string Line(System.Text.Json.JsonElement item)
    {
        var kind = item.GetProperty("kind").GetString();
        var what = kind == "organizationDuty" ? item.GetProperty("duty").GetProperty("ruleId").GetString() : item.GetProperty("meeting").GetProperty("kinds")[0].GetString();
        return $"{kind} {what} {item.GetProperty("on").GetString()}";
    }

    private static async Task<string?> OperationOf(ApiClient client, string line) =>
        (await client.Get("/api/v1/me/duties?limit=200")).At("items").EnumerateArray().Single(i => Line(i) == line).GetProperty("next").GetProperty("operationId").GetString();

    // Of the organizations' duties those of the three meetings and one lesson: the other systems have tests of their own.
    private static async Task<List<string>> Of(ApiClient client, string question = "", Person? member = null) =>
        [.. (await client.Get($"/api/v1/{(member is null ? "me" : $"members/{member.Id}")}/duties?limit=200&{question}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(Line).Where(IsTold)];

    private static bool IsTold(string line) => !line.StartsWith("organizationDuty", StringComparison.Ordinal) || line.Contains(" TWS-3.", StringComparison.Ordinal);

    private Task<ApiClient> SignedIn(Person person) => api.SignedIn(Role.None, person: person.Id);

    private async Task<MeetingBranch> Adopted()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        (await officer.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        return branch;
    }
}

public sealed class WhatMustIDoOnSqlite(ApiHost<OnSqlite> api) : WhatMustIDo<OnSqlite>(api);

public sealed class WhatMustIDoOnPostgreSql(ApiHost<OnPostgreSql> api) : WhatMustIDo<OnPostgreSql>(api);

public sealed class WhatMustIDoOnSqlServer(ApiHost<OnSqlServer> api) : WhatMustIDo<OnSqlServer>(api);
