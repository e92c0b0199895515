using System.Net;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using Answer = PartyOrg.TestSupport.Http.Answer;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

public abstract class MakingUp<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static readonly LocalDate Later = MeetingBranch.JoinedOn.PlusDays(3);

    [DatabaseFact]
    public async Task Who_was_absent_makes_up_stays_absent_and_is_shown_apart()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        (await MakeUp(branch, meeting, branch.Wang)).ShouldBe(HttpStatusCode.OK).ETag.Should().Be("\"2\"");
        (await MakeUp(branch, meeting, branch.Li, version: 2)).ShouldBe(HttpStatusCode.OK);

        var read = (await branch.Keeper.Get($"/api/v1/meetings/{meeting.Id}")).As<MeetingAnswer>();
        read.Roll.Single(r => r.Name == "王伟").Should().BeEquivalentTo(new { Status = AttendanceStatus.AbsentWithLeave, Reason = "出差", MadeUpOn = (LocalDate?)Later });
        read.MakeUps.Should().BeEquivalentTo([new { PersonId = branch.Wang.Id, On = Later, How = "参加第二支部党课", VoidedAt = (Instant?)null }, new { PersonId = branch.Li.Id, On = Later, How = "参加第二支部党课", VoidedAt = (Instant?)null }]);
        (read.Rate!.Rate, read.Rate.MadeUp, read.Status).Should().Be((0.75m, 2, MeetingStatus.Held));

        var attendance = (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/attendance?from=2024&to=2024")).As<OrganizationAttendanceAnswer>();
        (attendance.Total.Rate, attendance.Total.Denominator, attendance.Total.MadeUp).Should().Be((0.75m, 4, 2));
        attendance.ByKind.Select(k => k.Rate.MadeUp).Should().Equal(2);
        attendance.ByMember!.Where(m => m.Rate.MadeUp > 0).Select(m => (m.Name, m.Rate.AbsentWithLeave, m.Rate.AbsentWithoutReason)).Should().Equal(("李红", 0, 1), ("王伟", 1, 0));
        attendance.Total.Explanation.Should().Contain("out of 4").And.Contain("2 were made up later");
        var li = (await branch.Keeper.In("zh-CN").Get($"/api/v1/members/{branch.Li.Id}/attendance?from=2024&to=2024")).As<MemberAttendanceAnswer>();
        (li.Total.Rate, li.Total.MadeUp, li.ByKind[0].Rate.MadeUp, li.Absences[0].MadeUpOn).Should().Be((0m, 1, 1, Later));
        li.Total.Explanation.Should().Contain("计算基数 1 次").And.Contain("缺席后补课 1 次（单列，不影响出勤率）");
    }

    [DatabaseFact]
    public async Task It_is_made_up_on_the_meeting_s_day_or_later_and_not_before_nor_in_the_future()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        (await MakeUp(branch, meeting, branch.Wang, MeetingBranch.JoinedOn.PlusDays(-1))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "made-up-before-the-meeting", "TWS-3.5");
        (await MakeUp(branch, meeting, branch.Wang, MeetingBranch.Today.PlusDays(1))).ShouldPointAt("/on");
        (await MakeUp(branch, meeting, branch.Wang, MeetingBranch.JoinedOn)).ShouldBe(HttpStatusCode.OK);
        (await MakeUp(branch, meeting, branch.Li, MeetingBranch.Today, version: 2)).ShouldBe(HttpStatusCode.OK);
        (await MakeUp(branch, meeting, branch.Li, version: 3)).ShouldBeProblem(HttpStatusCode.Conflict, "made-up-already");
        (await MakeUp(branch, meeting, branch.Li, version: 1)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [DatabaseFact]
    public async Task Only_an_absence_of_a_meeting_that_was_held_is_made_up()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        foreach (var person in new[] { branch.Secretary, branch.Zhao, branch.Stranger, branch.Chen })
        {
            (await MakeUp(branch, meeting, person)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-absent", "TWS-3.5");
        }

        (await MakeUp(branch, await branch.Planned(), branch.Wang)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "meeting-not-held", "TWS-3.5");
        (await MakeUp(branch, meeting, branch.Wang, caller: await api.SignedIn(Role.GroupLeader, branch.Id))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-recorded-by-you", "TWS-3.5");
        (await MakeUp(branch, meeting, branch.Wang, caller: await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id))).ShouldBeProblem(HttpStatusCode.NotFound, "meeting-not-found");
        (await MakeUp(branch, meeting, branch.Wang, how: " ")).ShouldPointAt("/how");
    }

    [DatabaseFact]
    public async Task What_was_made_up_by_mistake_is_taken_back_and_stays_to_be_read()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var path = $"/api/v1/meetings/{meeting.Id}/make-ups/{branch.Wang.Id}/withdrawal";
        await MakeUp(branch, meeting, branch.Wang);
        (await branch.Keeper.Post(path, new WithdrawMakeUp.Body("登记对象有误"), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Keeper.Post(path, new WithdrawMakeUp.Body("再次"), ifMatch: "\"3\"")).ShouldBeProblem(HttpStatusCode.NotFound, "make-up-not-found");

        var read = (await branch.Keeper.Get($"/api/v1/meetings/{meeting.Id}")).As<MeetingAnswer>();
        read.MakeUps.Should().ContainSingle().Which.Should().BeEquivalentTo(new { VoidedBecause = "登记对象有误", VoidedAt = (Instant?)new Domain.Time.Clock(api.Clock).Now });
        (read.Rate!.MadeUp, read.Roll.Single(r => r.Name == "王伟").MadeUpOn).Should().Be((0, null));
        (await MakeUp(branch, meeting, branch.Wang, version: 3)).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_correction_voids_what_it_contradicts_and_nothing_else_and_the_confirmation_stands_otherwise()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/confirmation", ifMatch: "\"1\"");
        await MakeUp(branch, meeting, branch.Wang, version: 2);
        (await MakeUp(branch, meeting, branch.Li, version: 3)).ShouldBe(HttpStatusCode.OK).As<MeetingSummary>().Status.Should().Be(MeetingStatus.Confirmed);

        IReadOnlyList<RollEntry> roll = [.. branch.Roll(), new(branch.Li.Id, AttendanceStatus.Present)];
        (await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/corrections", new CorrectMeeting.Body("李红到会", branch.Record(), roll), ifMatch: "\"4\"")).ShouldBe(HttpStatusCode.OK);
        var read = (await branch.Keeper.Get($"/api/v1/meetings/{meeting.Id}")).As<MeetingAnswer>();
        read.MakeUps.Select(m => (m.PersonId, m.VoidedBecause)).Should().Equal((branch.Wang.Id, null), (branch.Li.Id, "李红到会"));
        read.Rate!.MadeUp.Should().Be(1);

        var after = branch.Record(Later.PlusDays(1));
        (await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/corrections", new CorrectMeeting.Body("日期有误", after, roll), ifMatch: "\"5\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Keeper.Get($"/api/v1/meetings/{meeting.Id}")).As<MeetingAnswer>().MakeUps.Should().OnlyContain(m => m.VoidedAt != null, "nobody made it up before it was held");
    }

    private static Task<Answer> MakeUp(MeetingBranch branch, MeetingSummary meeting, Person person, LocalDate? on = null, int version = 1, ApiClient? caller = null, string how = "参加第二支部党课") =>
        (caller ?? branch.Keeper).Post($"/api/v1/meetings/{meeting.Id}/make-ups", new RecordMakeUp.Body(person.Id, on ?? Later, how), ifMatch: $"\"{version}\"");
}

public sealed class MakingUpOnSqlite(ApiHost<OnSqlite> api) : MakingUp<OnSqlite>(api);

public sealed class MakingUpOnPostgreSql(ApiHost<OnPostgreSql> api) : MakingUp<OnPostgreSql>(api);

public sealed class MakingUpOnSqlServer(ApiHost<OnSqlServer> api) : MakingUp<OnSqlServer>(api);
