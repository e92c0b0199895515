using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

public abstract class ReadingMeetings<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Meetings = "/api/v1/meetings";

    [DatabaseFact]
    public async Task Meetings_are_listed_the_latest_first_page_by_page()
    {
        var branch = await MeetingBranch.Plant(api);
        var held = new List<string>();
        foreach (var day in new LocalDate[] { new(2024, 5, 12), new(2024, 5, 10), new(2024, 5, 11), new(2024, 5, 11), new(2024, 5, 11) }) held.Add((await branch.Recorded(branch.Committee(day))).Id.ToString());

        var seen = new List<MeetingSummary>();
        var next = $"{Meetings}?limit=2";
        while (next is not null)
        {
            var page = (await branch.Keeper.Get(next)).ShouldBe(HttpStatusCode.OK).As<Page<MeetingSummary>>();
            page.Items.Count.Should().BeLessThanOrEqualTo(2);
            seen.AddRange(page.Items);
            next = page.Next is { } cursor ? $"{Meetings}?limit=2&cursor={cursor}" : null;
        }

        seen.Select(m => m.On.Day).Should().Equal(12, 11, 11, 11, 10);
        seen.Select(m => m.Id.ToString()).Should().BeEquivalentTo(held).And.OnlyHaveUniqueItems();
    }

    [DatabaseFact]
    public async Task Meetings_are_filtered_by_organization_kind_days_and_status()
    {
        var branch = await MeetingBranch.Plant(api);
        var both = await branch.Recorded(new(branch.Id, branch.Record(new(2024, 5, 10), "generalMeeting", "partyClass") with
        {
            Details = new Dictionary<string, string> { ["lecturer"] = "李红", ["topic"] = "党章", ["hours"] = "2" },
        }, branch.Roll(branch.Li)));
        var committee = await branch.Recorded(branch.Committee(new(2024, 5, 12)));
        var group = await branch.Recorded(branch.OfGroup(new(2024, 5, 13)));
        var planned = await branch.Planned();

        (await Listed("")).Should().Equal(planned.Id, group.Id, committee.Id, both.Id);
        (await Listed($"organization={branch.Group.Id}")).Should().Equal(group.Id);
        (await Listed("kind=partyClass")).Should().Equal(both.Id);
        (await Listed("kind=generalMeeting")).Should().Equal(planned.Id, both.Id);
        (await Listed("from=2024-05-12&to=2024-05-13")).Should().Equal(group.Id, committee.Id);
        (await Listed("to=2024-05-11")).Should().Equal(both.Id);
        (await Listed("status=planned")).Should().Equal(planned.Id);
        (await Listed($"organization={branch.Id}&kind=committeeMeeting&from=2024-05-12&to=2024-05-12&status=held")).Should().Equal(committee.Id);

        async Task<IEnumerable<Domain.Id<Meeting>>> Listed(string filter) => (await branch.Keeper.Get($"{Meetings}?{filter}")).ShouldBe(HttpStatusCode.OK).As<Page<MeetingSummary>>().Items.Select(m => m.Id);
    }

    [DatabaseTheory]
    [InlineData("kind=picnic", "activity-kind-unknown", "/kind")]
    [InlineData("from=2024-13-01", "malformed-parameter", "/from")]
    [InlineData("to=yesterday", "malformed-parameter", "/to")]
    [InlineData("status=Held", "malformed-parameter", "/status")]
    [InlineData("limit=0", "limit-out-of-range", "/limit")]
    [InlineData("limit=201", "limit-out-of-range", "/limit")]
    [InlineData("cursor=abc", "cursor-malformed", "/cursor")]
    [InlineData("cursor=WyJ4IiwieSJd", "cursor-malformed", "/cursor")]
    [InlineData("organisation=1", "unknown-parameter", "/organisation")]
    public async Task A_filter_that_cannot_be_read_is_pointed_at(string filter, string code, string pointer)
    {
        var branch = await MeetingBranch.Plant(api);
        (await branch.Keeper.Get($"{Meetings}?{filter}")).ShouldBeProblem(HttpStatusCode.BadRequest, code).ShouldPointAt(pointer);
    }

    [DatabaseFact]
    public async Task Officers_see_the_meetings_of_their_subtree_and_a_member_those_of_his_branch()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        foreach (var reader in new[]
        {
            await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id), await api.SignedIn(Role.CountyOfficer, branch.Tree.County.Id), await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id),
            await api.SignedIn(Role.None, person: branch.Li.Id), await api.SignedIn(Role.None, person: branch.Zhao.Id),
        })
        {
            (await reader.Get(Meetings)).As<Page<MeetingSummary>>().Items.Select(m => m.Id).Should().Equal(meeting.Id);
        }

        foreach (var stranger in new[] { await api.SignedIn(Role.TownOfficer, branch.Tree.SiblingTown.Id), await api.SignedIn(Role.None, person: branch.Stranger.Id) })
        {
            (await stranger.Get(Meetings)).As<Page<MeetingSummary>>().Items.Should().BeEmpty();
        }
    }

    [DatabaseFact]
    public async Task Those_expected_are_derived_as_of_the_day()
    {
        var branch = await MeetingBranch.Plant(api);
        (await Expected(branch, branch.Id.ToString(), "generalMeeting", "2024-05-10")).Should().Equal("李红", "刘强", "孙丽", "王伟", "赵敏");
        (await Expected(branch, branch.Id.ToString(), "generalMeeting", "2024-05-09")).Should().Equal("陈静", "刘强", "孙丽", "王伟", "赵敏");
        (await Expected(branch, branch.Id.ToString(), "partyClass", "2023-01-01")).Should().Equal("陈静", "刘强", "孙丽", "王伟", "赵敏");
        (await Expected(branch, branch.Id.ToString(), "generalMeeting", "2022-12-31")).Should().BeEmpty();
        (await Expected(branch, branch.Id.ToString(), "committeeMeeting", "2024-05-10")).Should().Equal("刘强", "孙丽");
        (await Expected(branch, branch.Id.ToString(), "committeeMeeting", "2022-12-31")).Should().BeEmpty();
        (await Expected(branch, branch.Group.Id.ToString(), "partyGroupMeeting", "2024-05-09")).Should().Equal("王伟");
        (await Expected(branch, branch.Group.Id.ToString(), "partyGroupMeeting", null)).Should().Equal("李红", "王伟");
    }

    [DatabaseFact]
    public async Task A_committee_ends_with_the_last_day_of_its_last_post()
    {
        var branch = await MeetingBranch.Plant(api);
        await api.Arrange(db =>
        {
            var organization = db.Organizations.Include(o => o.Posts).Single(o => o.Id == branch.Id);
            var post = organization.Posts.Single(p => p.Office == Domain.Organizations.Office.PublicityMember);
            return organization.EndPost(post.Id, new(2024, 5, 9), api.Ids, new Domain.Time.Clock(api.Clock).Now).Succeeded;
        });
        (await Expected(branch, branch.Id.ToString(), "committeeMeeting", "2024-05-09")).Should().Equal("刘强", "孙丽");
        (await Expected(branch, branch.Id.ToString(), "committeeMeeting", "2024-05-10")).Should().BeEmpty("a secretary alone is no committee");
        (await branch.Keeper.Post(Meetings, branch.Committee(new(2024, 5, 10)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "nobody-expected", "TWS-3.2");
        await branch.Recorded(branch.Committee(new(2024, 5, 9)));
    }

    [DatabaseFact]
    public async Task Why_somebody_was_excused_is_read_by_those_who_keep_the_records_and_by_himself()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        await branch.Keeper.Post($"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body("地点有误", branch.Record(), branch.Roll(branch.Li)), ifMatch: "\"1\"");
        (await Reasons(await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id))).Should().Equal("出差", "出差");
        (await Reasons(await api.SignedIn(Role.Member, branch.Id, branch.Wang.Id))).Should().Equal("出差", "出差");
        (await Reasons(await api.SignedIn(Role.None, person: branch.Li.Id))).Should().Equal(null, null);

        async Task<IEnumerable<string?>> Reasons(ApiClient reader)
        {
            var now = (await reader.Get($"{Meetings}/{meeting.Id}")).ShouldBe(HttpStatusCode.OK).As<MeetingAnswer>().Roll;
            var before = (await reader.Get($"{Meetings}/{meeting.Id}/revisions")).ShouldBe(HttpStatusCode.OK).As<Page<RevisionAnswer>>().Items[0].Roll;
            return new[] { now, before }.Select(roll => roll.Single(r => r.Name == "王伟").Reason);
        }
    }

    [DatabaseFact]
    public async Task A_branch_without_committee_posts_has_no_committee()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        (await Expected(town, branch.Tree.SiblingBranch.Id.ToString(), "generalMeeting", "2024-05-10")).Should().Equal("赵敏", "周涛");
        (await Expected(town, branch.Tree.SiblingBranch.Id.ToString(), "committeeMeeting", "2024-05-10")).Should().BeEmpty();
    }

    [DatabaseFact]
    public async Task Who_is_expected_is_asked_with_a_kind_that_there_is_of_an_organization_in_scope()
    {
        var branch = await MeetingBranch.Plant(api);
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/expected-attendees?kind=picnic")).ShouldBeProblem(HttpStatusCode.BadRequest, "activity-kind-unknown").ShouldPointAt("/kind");
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/expected-attendees")).ShouldPointAt("/kind");
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/expected-attendees?kind=partyGroupMeeting")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-held-by-such-organization").At("errors", 0, "pointer").GetString().Should().Be("/kind");
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/expected-attendees?kind=partyClass&on=2024-02-30")).ShouldPointAt("/on");
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Tree.SiblingBranch.Id}/expected-attendees?kind=partyClass")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
    }

    [DatabaseFact]
    public async Task The_kinds_are_listed_in_the_callers_language()
    {
        var branch = await MeetingBranch.Plant(api);
        var kinds = (await branch.Keeper.In("zh-CN").Get("/api/v1/activity-kinds")).ShouldBe(HttpStatusCode.OK).As<Page<ActivityKindAnswer>>().Items;
        kinds.Select(k => k.Title).Should().Contain(["支部委员会会议", "支部党员大会", "党课", "党小组会"]);
        var lesson = kinds.Single(k => k.Kind == "partyClass");
        lesson.Details.Select(d => (d.Field, d.Title, d.IsNumber)).Should().Equal(("lecturer", "授课人", false), ("topic", "主题", false), ("hours", "学时", true));
        lesson.RecordedBy.Should().Equal(Role.CommitteeMember, Role.BranchSecretary);
        (await branch.Keeper.Get("/api/v1/activity-kinds")).As<Page<ActivityKindAnswer>>().Items.Single(k => k.Kind == "partyGroupMeeting").Title.Should().Be("Party group meeting");
    }

    private static Task<IEnumerable<string>> Expected(MeetingBranch branch, string organization, string kind, string? on) => Expected(branch.Keeper, organization, kind, on);

    private static async Task<IEnumerable<string>> Expected(ApiClient client, string organization, string kind, string? on) =>
        (await client.Get($"/api/v1/organizations/{organization}/expected-attendees?kind={kind}{(on is null ? "" : $"&on={on}")}")).ShouldBe(HttpStatusCode.OK).As<Page<ExpectedAttendee>>().Items.Select(p => p.Name);
}

public sealed class ReadingMeetingsOnSqlite(ApiHost<OnSqlite> api) : ReadingMeetings<OnSqlite>(api);

public sealed class ReadingMeetingsOnPostgreSql(ApiHost<OnPostgreSql> api) : ReadingMeetings<OnPostgreSql>(api);

public sealed class ReadingMeetingsOnSqlServer(ApiHost<OnSqlServer> api) : ReadingMeetings<OnSqlServer>(api);
