using System.Net;
using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.DemocraticAppraisal;
using PartyOrg.WebApi.Tests.DemocraticLifeMeetings;
using PartyOrg.WebApi.Tests.Dues;
using PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

namespace PartyOrg.WebApi.Tests.Members;

/// <summary>Where probationary members stand beside formal ones, and where they do not. Today is May 15, 2024.</summary>
public abstract class ProbationaryMembers<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static readonly LocalDate Today = AppraisalBranch.Today;
    private static readonly LocalDate Begin = new(2023, 1, 1);

    [DatabaseFact]
    public async Task A_probationary_member_owes_dues_as_a_formal_one_does()
    {
        var branch = await MeetingBranch.Plant(api);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        await Becomes(town, branch.Wang.Id, Standing.Probationary, Begin);
        await Becomes(town, branch.Publicist.Id, Standing.Formal, Begin);
        var dues = $"/api/v1/organizations/{branch.Id}/dues";
        (await PayingDues<TDatabase>.Bases(branch, dues, "2024-04", (branch.Wang, "monthlyWage", "3000.01"), (branch.Publicist, "monthlyWage", "3000.01"))).ShouldBe(HttpStatusCode.Created);
        var members = (await branch.Keeper.Post($"{dues}/months/2024-04/assessment")).ShouldBe(HttpStatusCode.OK).At("members").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("assessed").GetString());
        members.Should().BeEquivalentTo(new Dictionary<string, string> { ["王伟"] = "30.00", ["孙丽"] = "30.00" });
    }

    [DatabaseFact]
    public async Task A_probationary_member_is_expected_in_the_appraisal_votes_counts_for_the_turnout_and_is_appraised()
    {
        var branch = await AppraisalBranch.Plant(api, 4);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        foreach (var (i, member) in branch.Members.Index()) await Becomes(town, member.Id, i == 3 ? Standing.Probationary : Standing.Formal, Begin);
        (await branch.Opened()).Members.Should().HaveCount(4);
        (await branch.Secretary.Get(branch.Url)).At("expected").GetInt32().Should().Be(4, "who belongs is expected (TWS-7.3)");

        await branch.AtVoting();
        foreach (var voter in new[] { 3, 0 }) (await branch.Vote(voter, _ => MemberGrade.Qualified)).ShouldBe(HttpStatusCode.NoContent);
        (await branch.Step("ballot-box/closing")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ballot-without-quorum", "TWS-7.4");
        (await branch.Vote(1, _ => MemberGrade.Qualified)).ShouldBe(HttpStatusCode.NoContent);
        var closed = (await branch.Step("ballot-box/closing")).ShouldBe(HttpStatusCode.OK);
        (closed.At("ballot", "voted").GetInt32(), closed.At("ballot", "needed").GetInt32()).Should().Be((3, 3), "more than half of four, of three it would be two");
        (await branch.See(3, branch.Callers[3])).ShouldBe(HttpStatusCode.OK).At("ballot", "ballots").GetInt32().Should().Be(2, "both others who voted rated him");
    }

    [DatabaseFact]
    public async Task Without_a_committee_all_formal_members_must_attend_the_democratic_life_meeting_and_probationary_ones_from_the_day_on_which_they_are_formal()
    {
        var branch = await AppraisalBranch.Plant(api, 4);
        var town = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        foreach (var i in new[] { 0, 1 }) await Becomes(town, branch.Members[i].Id, Standing.Formal, Begin);
        foreach (var i in new[] { 2, 3 }) await Becomes(town, branch.Members[i].Id, Standing.Probationary, new(2023, 5, 17));
        await Becomes(town, branch.Members[2].Id, Standing.Formal, Today.PlusDays(2));
        async Task<IEnumerable<Id<Person>>> MustAttend(LocalDate on)
        {
            var there = (await branch.Secretary.Post(LifeBranch.Meetings, new PlanDemocraticLifeMeeting(branch.Tree.Branch.Id, "改进作风", on, new(14, 0), "三楼会议室"))).ShouldBe(HttpStatusCode.Created).Location!.ToString();
            return (await branch.Secretary.Get(there)).ShouldBe(HttpStatusCode.OK).As<LifeMeetingAnswer>().MustAttend.Select(p => p.PersonId);
        }

        (await MustAttend(Today.PlusDays(1))).Should().BeEquivalentTo(branch.Members.Take(2).Select(m => m.Id));
        (await MustAttend(Today.PlusDays(2))).Should().BeEquivalentTo(branch.Members.Take(3).Select(m => m.Id));
    }

    private static async Task Becomes(ApiClient officer, Id<Person> person, Standing standing, LocalDate from)
    {
        var there = $"/api/v1/members/{person}";
        (await officer.Post($"{there}/standing", new ChangeStanding.Body(standing, Floating: false, Pocket: false, from), ifMatch: (await officer.Get(there)).ETag)).Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
    }
}

public sealed class ProbationaryMembersOnSqlite(ApiHost<OnSqlite> api) : ProbationaryMembers<OnSqlite>(api);

public sealed class ProbationaryMembersOnPostgreSql(ApiHost<OnPostgreSql> api) : ProbationaryMembers<OnPostgreSql>(api);

public sealed class ProbationaryMembersOnSqlServer(ApiHost<OnSqlServer> api) : ProbationaryMembers<OnSqlServer>(api);
