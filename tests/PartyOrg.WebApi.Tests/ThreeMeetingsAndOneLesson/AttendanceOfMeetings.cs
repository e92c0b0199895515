using System.Net;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

public abstract class AttendanceOfMeetings<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    [DatabaseFact]
    public async Task An_organization_s_rate_leaves_leave_apart_and_names_the_kinds()
    {
        var branch = await MeetingBranch.Plant(api);
        await branch.Recorded();
        await branch.Recorded(branch.Committee());
        await branch.Recorded(branch.OfGroup());
        await branch.Planned();

        var attendance = (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/attendance?from=2024-01-01&to=2024-12-31")).ShouldBe(HttpStatusCode.OK).As<OrganizationAttendanceAnswer>();
        attendance.Meetings.Should().Be(2, "the group's meeting is the group's, and a plan is not held");
        Counts(attendance.Total).Should().Be((5, 6, 0.8333m, 7, 1, 1));
        attendance.Total.Explanation.Should().Contain("out of 6").And.Contain("1 with leave");
        attendance.ByKind.Select(k => (k.Kind, k.Meetings, k.Rate.Rate)).Should().Equal(("committeeMeeting", 1, 1m), ("generalMeeting", 1, 0.75m));
        attendance.ByMember!.Select(m => (m.Name, m.Rate.Numerator, m.Rate.Denominator)).Should().Equal(("李红", 0, 1), ("刘强", 2, 2), ("孙丽", 2, 2), ("王伟", 0, 0), ("赵敏", 1, 1));
    }

    [DatabaseFact]
    public async Task A_member_s_rate_goes_over_all_meetings_at_which_he_was_expected()
    {
        var branch = await MeetingBranch.Plant(api);
        var general = await branch.Recorded();
        await branch.Recorded(branch.OfGroup());

        var wang = (await branch.Keeper.Get($"/api/v1/members/{branch.Wang.Id}/attendance?from=2024-05&to=2024-05")).ShouldBe(HttpStatusCode.OK).As<MemberAttendanceAnswer>();
        (wang.Name, wang.From, wang.To).Should().Be(("王伟", new LocalDate(2024, 5, 1), new LocalDate(2024, 5, 31)));
        Counts(wang.Total).Should().Be((1, 1, 1m, 2, 1, 0));
        wang.Absences.Should().BeEquivalentTo([new { MeetingId = general.Id, HeldOn = MeetingBranch.JoinedOn, Status = AttendanceStatus.AbsentWithLeave, Reason = "出差" }]);
        var li = (await branch.Keeper.Get($"/api/v1/members/{branch.Li.Id}/attendance")).As<MemberAttendanceAnswer>();
        (li.Total.Rate, li.Total.AbsentWithoutReason, li.From).Should().Be((0.5m, 1, new LocalDate(2024, 1, 1)));
    }

    [DatabaseFact]
    public async Task Who_was_online_took_part_and_is_shown_apart_and_guests_are_in_no_denominator()
    {
        var branch = await MeetingBranch.Plant(api);
        await branch.Recorded(branch.General() with { Record = branch.Record() with { Guests = [new("周涛", branch.Stranger.Id), new("镇党委书记")] } });
        var attendance = (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/attendance?from=2024&to=2024")).As<OrganizationAttendanceAnswer>();
        (attendance.Total.Present, attendance.Total.Online, attendance.Total.Numerator, attendance.Total.Denominator, attendance.Total.Expected).Should().Be((2, 1, 3, 4, 5));
        attendance.Total.Explanation.Should().Contain("2 there, 1 online");
        attendance.ByMember!.Select(m => m.Name).Should().NotContain("周涛");
        attendance.ByMember!.Single(m => m.Name == "赵敏").Rate.Should().BeEquivalentTo(new { Present = 0, Online = 1, Rate = (decimal?)1m });
        var sibling = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await sibling.Get($"/api/v1/members/{branch.Stranger.Id}/attendance?from=2024&to=2024")).As<MemberAttendanceAnswer>().Should().BeEquivalentTo(new { Total = new { Expected = 0, Rate = (decimal?)null }, ByKind = Array.Empty<KindAttendance>() });
        (await branch.Keeper.Post("/api/v1/meetings", branch.General() with { Record = branch.Record() with { Guests = [new("李红", branch.Li.Id)] } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "guest-is-expected", "REG-4");
    }

    [DatabaseFact]
    public async Task Everybody_counts_for_the_days_on_which_he_belonged_whatever_his_standing()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id);
        async Task<Domain.Id<Domain.Members.Person>> Register(string name, Domain.Members.Standing standing, Domain.Members.Belonging belonging, bool floating = false) =>
            (await officer.Post("/api/v1/members", new Application.Members.RegisterMember(branch.Id, name, Numbers.Identity(), standing, new(2024, 3, 10), Floating: floating, Belonging: belonging))).ShouldBe(HttpStatusCode.Created).As<Application.Members.MemberAnswer>().Id;
        var onProbation = await Register("吴洋", Domain.Members.Standing.Probationary, Domain.Members.Belonging.Relation);
        var floating = await Register("郑和", Domain.Members.Standing.Formal, Domain.Members.Belonging.Enrolment, floating: true);
        var died = await Register("冯年", Domain.Members.Standing.Formal, Domain.Members.Belonging.Relation);
        var line = (await officer.Get($"/api/v1/members/{died}/affiliations")).ShouldBe(HttpStatusCode.OK).At("items", 0);
        (await officer.Post($"/api/v1/members/{died}/affiliations/{line.GetProperty("id").GetGuid()}/end", new { lastDay = "2024-04-20" }, ifMatch: (await officer.Get($"/api/v1/members/{died}")).ETag)).ShouldBe(HttpStatusCode.NoContent);

        RollEntry[] others = [new(onProbation, AttendanceStatus.Present), new(floating, AttendanceStatus.Online)];
        RollEntry[] until = [new(branch.Secretary.Id, AttendanceStatus.Present), new(branch.Publicist.Id, AttendanceStatus.Present), new(branch.Wang.Id, AttendanceStatus.Present), new(branch.Zhao.Id, AttendanceStatus.Present), new(branch.Chen.Id, AttendanceStatus.Present)];
        RollEntry dead = new(died, AttendanceStatus.AbsentWithoutReason);
        async Task Hold(LocalDate day, params RollEntry[] roll) => (await branch.Keeper.Post("/api/v1/meetings", new RecordMeeting(branch.Id, branch.Record(day), roll))).ShouldBe(HttpStatusCode.Created);

        // The day before they joined, their first day, the last day of the one who died, and the day after it.
        (await branch.Keeper.Post("/api/v1/meetings", new RecordMeeting(branch.Id, branch.Record(new(2024, 3, 9)), [.. until, .. others]))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "person-not-expected", "REG-4");
        await Hold(new(2024, 3, 9), until);
        await Hold(new(2024, 3, 10), [.. until, .. others, dead with { Status = AttendanceStatus.Present }]);
        await Hold(new(2024, 4, 20), [.. until, .. others, dead with { Status = AttendanceStatus.AbsentWithLeave, Reason = "住院" }]);
        (await branch.Keeper.Post("/api/v1/meetings", new RecordMeeting(branch.Id, branch.Record(new(2024, 4, 21)), [.. until, .. others, dead]))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "person-not-expected", "REG-4");
        await Hold(new(2024, 4, 21), [.. until, .. others]);
        await branch.Recorded(new(branch.Id, branch.Record(), [.. branch.Roll(branch.Li), .. others]));

        var attendance = (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/attendance?from=2024&to=2024")).As<OrganizationAttendanceAnswer>();
        (attendance.Meetings, attendance.Total.Expected, attendance.Total.AbsentWithLeave, attendance.Total.AbsentWithoutReason).Should().Be((5, 35, 2, 1), "5 + 8 + 8 + 7 + 7");
        var expected = attendance.ByMember!.ToDictionary(m => m.Name, m => (m.Rate.Expected, m.Rate.Denominator, m.Rate.Rate));
        expected["吴洋"].Should().Be((4, 4, 1m), "on probation he is expected like any other");
        expected["郑和"].Should().Be((4, 4, 1m), "he is enrolled here, while his relation lies elsewhere");
        expected["冯年"].Should().Be((2, 1, 1m), "nothing is asked of him after his last day");
        expected["陈静"].Should().Be((4, 4, 1m), "he left on May 9");
        expected["李红"].Should().Be((1, 1, 0m), "she joined on May 10");
        (await officer.Get($"/api/v1/members/{died}/attendance?from=2024-04-21&to=2024-12-31")).As<MemberAttendanceAnswer>().Total.Should().BeEquivalentTo(new { Expected = 0, Rate = (decimal?)null });
    }

    [DatabaseFact]
    public async Task A_meeting_counts_on_its_day_within_the_period_and_not_the_day_after()
    {
        var branch = await MeetingBranch.Plant(api);
        await branch.Recorded();
        (await Total(branch, "2024-05-10", "2024-05-10")).Expected.Should().Be(5);
        (await Total(branch, "2024-05-11", "2024-05-31")).Expected.Should().Be(0);
        (await Total(branch, "2024-04", "2024-05-09")).Should().BeEquivalentTo(new { Expected = 0, Rate = (decimal?)null });
    }

    [DatabaseFact]
    public async Task A_correction_moves_the_rates_and_a_withdrawal_takes_them_back()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        IReadOnlyList<RollEntry> roll = [.. branch.Roll(), new(branch.Li.Id, AttendanceStatus.Present)];
        await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/corrections", new CorrectMeeting.Body("李红到会", branch.Record(), roll), ifMatch: "\"1\"");
        (await Total(branch, "2024", "2024")).Rate.Should().Be(1m);
        await branch.Keeper.Post($"/api/v1/meetings/{meeting.Id}/withdrawal", new WithdrawMeeting.Body("未召开"), ifMatch: "\"2\"");
        (await Total(branch, "2024", "2024")).Expected.Should().Be(0);
        (await branch.Keeper.Get($"/api/v1/members/{branch.Li.Id}/attendance")).As<MemberAttendanceAnswer>().Total.Expected.Should().Be(0);
    }

    [DatabaseFact]
    public async Task A_member_sees_his_own_attendance_and_his_branch_s_and_not_a_fellow_member_s()
    {
        var branch = await MeetingBranch.Plant(api);
        await branch.Recorded();
        var li = await api.SignedIn(Role.None, person: branch.Li.Id);
        (await li.Get($"/api/v1/members/{branch.Li.Id}/attendance")).ShouldBe(HttpStatusCode.OK);
        (await li.Get($"/api/v1/members/{branch.Wang.Id}/attendance")).ShouldBeProblem(HttpStatusCode.NotFound, "member-not-found");
        var seen = (await li.Get($"/api/v1/organizations/{branch.Id}/attendance")).ShouldBe(HttpStatusCode.OK).As<OrganizationAttendanceAnswer>();
        (seen.Total.Expected, seen.ByMember).Should().Be((5, null));
        (await li.Get($"/api/v1/organizations/{branch.Tree.SiblingBranch.Id}/attendance")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
    }

    [DatabaseTheory]
    [InlineData("from=2024-13", "/from")]
    [InlineData("from=2024-06-01&to=2024-05-31", "/from")]
    [InlineData("from=2010&to=2024", "/from")]
    [InlineData("form=2024", "/form")]
    public async Task A_period_that_cannot_be_read_is_pointed_at(string query, string pointer)
    {
        var branch = await MeetingBranch.Plant(api);
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/attendance?{query}")).ShouldPointAt(pointer);
        (await branch.Keeper.Get($"/api/v1/members/{branch.Li.Id}/attendance?{query}")).ShouldPointAt(pointer);
    }

    private static (int, int, decimal?, int, int, int) Counts(RateAnswer rate) => (rate.Numerator, rate.Denominator, rate.Rate, rate.Expected, rate.AbsentWithLeave, rate.AbsentWithoutReason);

    private static async Task<RateAnswer> Total(MeetingBranch branch, string from, string to) =>
        (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/attendance?from={from}&to={to}")).ShouldBe(HttpStatusCode.OK).As<OrganizationAttendanceAnswer>().Total;
}

public sealed class AttendanceOfMeetingsOnSqlite(ApiHost<OnSqlite> api) : AttendanceOfMeetings<OnSqlite>(api);

public sealed class AttendanceOfMeetingsOnPostgreSql(ApiHost<OnPostgreSql> api) : AttendanceOfMeetings<OnPostgreSql>(api);

public sealed class AttendanceOfMeetingsOnSqlServer(ApiHost<OnSqlServer> api) : AttendanceOfMeetings<OnSqlServer>(api);
