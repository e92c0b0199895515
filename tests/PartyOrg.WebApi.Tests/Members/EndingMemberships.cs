using System.Net;
using PartyOrg.Application.Members;
using PartyOrg.Application.Organizations;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Members;

/// <summary>How a membership ends, what ends with it, and the ways back (REG-49). Today is May 15, 2024.</summary>
public abstract class EndingMemberships<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Members = "/api/v1/members";
    private static readonly LocalDate LastDay = new(2024, 5, 12);

    [DatabaseFact]
    public async Task With_a_membership_end_the_relation_the_Party_group_and_the_posts_and_nobody_expects_him_any_more()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await Town(branch);
        await Becomes(town, branch.Wang, Standing.Formal);
        (await Expected(town, branch, "2024-05-12")).Should().Contain(branch.Wang.Id.Value);

        var ended = (await End(town, branch.Wang, new { lastDay = "2024-05-12", endedBy = "died" })).ShouldBe(HttpStatusCode.OK).As<MembershipEndAnswer>();
        ended.Should().BeEquivalentTo(new { MemberId = branch.Wang.Id, LastDay, EndedBy = MembershipEnd.Died });
        ended.EndedPosts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { OrganizationId = branch.Group.Id, OrganizationName = "Group", Office = Office.GroupLeader });

        (await town.Get($"{Members}/{branch.Wang.Id}")).As<MemberAnswer>().Should().BeEquivalentTo(new { Standing = (Standing?)null, OrganizationId = (Id<Organization>?)null, GroupId = (Id<Organization>?)null });
        (await Expected(town, branch, "2024-05-12")).Should().Contain(branch.Wang.Id.Value, "the last day is included");
        (await Expected(town, branch, "2024-05-13")).Should().NotContain(branch.Wang.Id.Value);
        (await town.Get($"/api/v1/organizations/{branch.Group.Id}/posts?on=2024-05-12")).At("items").GetArrayLength().Should().Be(1);
        (await town.Get($"/api/v1/organizations/{branch.Group.Id}/posts?on=2024-05-13")).At("items").GetArrayLength().Should().Be(0);
        (await History(town, branch.Wang, "standing")).Where(e => e.VoidedAt is null).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Value = "formal", To = LastDay, EndedBy = MembershipEnd.Died });
    }

    [DatabaseFact]
    public async Task An_end_is_refused_before_the_standing_began_in_the_future_twice_and_where_a_formal_members_probation_would_be_cancelled()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await Town(branch);
        (await End(town, branch.Wang, new { lastDay = "2024-05-12", endedBy = "died" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "no-membership", "REG-49");
        await Becomes(town, branch.Wang, Standing.Formal);

        (await End(town, branch.Wang, new { lastDay = "2024-05-16", endedBy = "died" })).ShouldBeProblem(HttpStatusCode.BadRequest, "date-in-future").ShouldPointAt("/lastDay");
        (await End(town, branch.Wang, new { lastDay = "2022-12-31", endedBy = "died" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "membership-ends-before-it-began", "REG-49").At("errors", 0, "pointer").GetString().Should().Be("/lastDay");
        (await End(town, branch.Wang, new { lastDay = "2024-05-12", endedBy = "probationCancelled" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-probationary", "REG-49").At("errors", 0, "pointer").GetString().Should().Be("/endedBy");
        (await End(town, branch.Wang, new { lastDay = "2024-05-12", endedBy = "tired" })).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json").ShouldPointAt("/endedBy");
        (await town.Post($"{Members}/{branch.Wang.Id}/membership-end", new { lastDay = "2024-05-12", endedBy = "died" })).ShouldBeProblem((HttpStatusCode)428, "if-match-required");
        (await End(branch.Keeper, branch.Wang, new { lastDay = "2024-05-12", endedBy = "died" })).ShouldBe(HttpStatusCode.Forbidden);

        (await End(town, branch.Wang, new { lastDay = "2023-01-01", endedBy = "expelled" })).ShouldBe(HttpStatusCode.OK);
        (await End(town, branch.Wang, new { lastDay = "2024-05-12", endedBy = "died" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "no-membership", "REG-49");
    }

    [DatabaseFact]
    public async Task A_probation_is_cancelled()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await Town(branch);
        await Becomes(town, branch.Li, Standing.Probationary);
        (await End(town, branch.Li, new { lastDay = "2024-05-15", endedBy = "probationCancelled" })).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task An_open_transfer_is_answered_first_and_rolls_of_later_meetings_are_pointed_out()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await Town(branch);
        await Becomes(town, branch.Wang, Standing.Formal);
        await branch.Recorded(branch.General(new(2024, 5, 12)));
        await branch.Recorded(branch.General(new(2024, 5, 13)));

        var transfer = (await branch.Keeper.Post("/api/v1/transfers", new { personId = branch.Wang.Id, organizationId = branch.Tree.SiblingBranch.Id, beginsOn = "2024-05-14", reason = "工作调动" })).ShouldBe(HttpStatusCode.Created);
        (await End(town, branch.Wang, new { lastDay = "2024-05-12", endedBy = "withdrew" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transfer-open-already", "REG-22");
        (await branch.Keeper.Post($"{transfer.Location}/withdrawal", new { reason = "本人退党" }, ifMatch: transfer.ETag)).ShouldBe(HttpStatusCode.OK);

        var ended = (await End(town.In("en"), branch.Wang, new { lastDay = "2024-05-12", endedBy = "withdrew" })).ShouldBe(HttpStatusCode.OK);
        ended.At("advices").GetArrayLength().Should().Be(1);
        ended.At("advices", 0, "ruleId").GetString().Should().Be("REG-4");
        ended.At("advices", 0, "message", "en").GetString().Should().Contain("1 meetings").And.Contain("2024-05-13");
    }

    [DatabaseFact]
    public async Task A_mistake_is_withdrawn_and_he_belongs_where_he_belonged_while_posts_are_filled_anew()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await Town(branch);
        await Becomes(town, branch.Wang, Standing.Formal);
        (await Withdraw(town, branch.Wang)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "no-membership-end", "REG-49");
        (await End(town, branch.Wang, new { lastDay = "2024-05-12", endedBy = "died" })).ShouldBe(HttpStatusCode.OK);

        var restored = (await Withdraw(town, branch.Wang)).ShouldBe(HttpStatusCode.OK);
        restored.As<MemberAnswer>().Should().BeEquivalentTo(new { Standing = Standing.Formal, OrganizationId = branch.Id, GroupId = branch.Group.Id });
        restored.At("advices", 0, "ruleId").GetString().Should().Be("REG-49");
        (await Expected(town, branch, "2024-05-13")).Should().Contain(branch.Wang.Id.Value);
        (await town.Get($"/api/v1/organizations/{branch.Group.Id}/posts?on=2024-05-13")).At("items").GetArrayLength().Should().Be(0);
        (await town.Get($"/api/v1/organizations/{branch.Group.Id}/posts?on=2024-05-12")).At("items").GetArrayLength().Should().Be(1);
        (await History(town, branch.Wang, "standing")).Should().HaveCount(3, "nothing is deleted").And.ContainSingle(e => e.VoidedAt == null && e.To == null && e.EndedBy == null);
        (await Withdraw(town, branch.Wang)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "no-membership-end", "REG-49");
    }

    [DatabaseFact]
    public async Task Who_is_admitted_again_becomes_a_member_from_a_later_day_and_joins_then()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await Town(branch);
        await Becomes(town, branch.Wang, Standing.Formal);
        (await End(town, branch.Wang, new { lastDay = "2024-05-01", endedBy = "removedFromRoll" })).ShouldBe(HttpStatusCode.OK);

        var joining = new JoinOrganization.Body(branch.Id, Belonging.Relation, new(2024, 5, 10));
        (await Change(town, branch.Wang, "affiliations", joining)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "no-membership", "REG-49");
        (await Change(town, branch.Wang, "standing", new ChangeStanding.Body(Standing.Probationary, false, false, new(2024, 5, 1)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "member-until", "REG-49");
        (await Change(town, branch.Wang, "standing", new ChangeStanding.Body(Standing.Probationary, false, false, new(2024, 5, 2)))).ShouldBe(HttpStatusCode.NoContent);
        (await Change(town, branch.Wang, "affiliations", joining)).ShouldBe(HttpStatusCode.Created);
        (await town.Get($"{Members}/{branch.Wang.Id}")).As<MemberAnswer>().Should().BeEquivalentTo(new { Standing = Standing.Probationary, OrganizationId = branch.Id });
        (await Withdraw(town, branch.Wang)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "no-membership-end", "REG-49");
    }

    [DatabaseFact]
    public async Task A_standing_that_was_recorded_wrongly_is_corrected_and_both_stay_in_the_history()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await Town(branch);
        object Correction(string standing, string from, string reason = "录入有误") => new { standing, floating = false, pocket = false, from, reason };
        (await Change(town, branch.Wang, "standing/correction", Correction("formal", "2023-01-01"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "no-membership", "REG-49");
        await Becomes(town, branch.Wang, Standing.Formal);
        (await Change(town, branch.Wang, "standing", new ChangeStanding.Body(Standing.Probationary, false, false, new(2023, 1, 1)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "change-before-last", "REG-1");
        (await Change(town, branch.Wang, "standing/correction", Correction("probationary", "2024-05-16"))).ShouldBeProblem(HttpStatusCode.BadRequest, "date-in-future").ShouldPointAt("/from");
        (await Change(town, branch.Wang, "standing/correction", Correction("probationary", "2023-01-01", ""))).ShouldBe(HttpStatusCode.BadRequest);
        (await Change(town, branch.Wang, "standing/correction", Correction("probationary", "2023-01-01"))).ShouldBe(HttpStatusCode.NoContent);
        (await town.Get($"{Members}/{branch.Wang.Id}")).As<MemberAnswer>().Standing.Should().Be(Standing.Probationary);
        (await History(town, branch.Wang, "standing")).Select(e => (e.Value, e.VoidedAt is null)).Should().BeEquivalentTo([("probationary", true), ("formal", false)]);
    }

    [DatabaseFact]
    public async Task Who_sees_a_member_only_by_his_enrolment_does_not_end_his_membership()
    {
        var branch = await MeetingBranch.Plant(api);
        var far = await api.SignedIn(Role.TownOfficer, branch.Tree.SiblingTown.Id);
        var town = await Town(branch);
        await Becomes(town, branch.Wang, Standing.Formal);
        await api.Arrange(context =>
        {
            var wang = context.Persons.Single(p => p.Id == branch.Wang.Id);
            return wang.Join(context.Organizations.Single(o => o.Id == branch.Tree.FarBranch.Id), Belonging.Enrolment, new(2024, 1, 1), api.Ids, new Domain.Time.Clock(api.Clock).Now);
        });
        (await far.Get($"{Members}/{branch.Wang.Id}")).ShouldBe(HttpStatusCode.OK);
        (await End(far, branch.Wang, new { lastDay = "2024-05-12", endedBy = "died" })).ShouldBeProblem(HttpStatusCode.Forbidden, "membership-end-for-superior", "REG-49");
        (await End(town, branch.Wang, new { lastDay = "2024-05-12", endedBy = "died" })).ShouldBe(HttpStatusCode.OK);
        (await far.Get($"/api/v1/organizations/{branch.Tree.FarBranch.Id}/expected-attendees?kind=generalMeeting&on=2024-05-13")).Text.Should().NotContain(branch.Wang.Id.ToString());
    }

    private Task<ApiClient> Town(MeetingBranch branch) => api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);

    private static async Task<Answer> Change(ApiClient by, Person person, string what, object body) =>
        await by.Post($"{Members}/{person.Id}/{what}", body, ifMatch: (await by.Get($"{Members}/{person.Id}")).ETag);

    private static Task<Answer> End(ApiClient by, Person person, object body) => Change(by, person, "membership-end", body);

    private static Task<Answer> Withdraw(ApiClient by, Person person) => Change(by, person, "membership-end/withdrawal", new { reason = "误登记" });

    private static async Task Becomes(ApiClient town, Person person, Standing standing) =>
        (await Change(town, person, "standing", new ChangeStanding.Body(standing, false, false, new(2023, 1, 1)))).ShouldBe(HttpStatusCode.NoContent);

    private static async Task<IEnumerable<Guid>> Expected(ApiClient by, MeetingBranch branch, string on) =>
        (await by.Get($"/api/v1/organizations/{branch.Id}/expected-attendees?kind=generalMeeting&on={on}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Select(p => p.GetProperty("personId").GetGuid());

    private static async Task<List<HistoryEntry>> History(ApiClient by, Person person, string kind) =>
        (await by.Get($"{Members}/{person.Id}/history?kind={kind}")).ShouldBe(HttpStatusCode.OK).As<Application.Pipeline.Page<HistoryEntry>>().Items.ToList();
}

public sealed class EndingMembershipsOnSqlite(ApiHost<OnSqlite> api) : EndingMemberships<OnSqlite>(api);

public sealed class EndingMembershipsOnPostgreSql(ApiHost<OnPostgreSql> api) : EndingMemberships<OnPostgreSql>(api);

public sealed class EndingMembershipsOnSqlServer(ApiHost<OnSqlServer> api) : EndingMemberships<OnSqlServer>(api);
