using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

/// <summary>Two branches hold a general meeting together. Zhao's relation lies with the one, and he is enrolled with the other: both expect him.</summary>
public abstract class MeetingTogether<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Meetings = "/api/v1/meetings";

    [DatabaseFact]
    public async Task One_record_meets_the_duties_of_each_branch_and_the_roll_has_everybody_once()
    {
        var (branch, sibling, keeper) = await Plant();
        var meeting = (await keeper.Post(Meetings, Joint(branch))).ShouldBe(HttpStatusCode.Created).As<MeetingSummary>();

        (await EvidenceOf(meeting)).Should().BeEquivalentTo([(branch.Id, "generalMeeting", MeetingBranch.JoinedOn, false), (sibling, "generalMeeting", MeetingBranch.JoinedOn, false)]);
        foreach (var organization in new[] { branch.Id, sibling }) (await DaysOf(organization)).Should().Equal(new CountedDay(MeetingBranch.JoinedOn, 1));
        (await api.Look(db => db.Attendances.CountAsync(a => a.MeetingId == meeting.Id))).Should().Be(6);

        var read = (await keeper.Get($"{Meetings}/{meeting.Id}")).ShouldBe(HttpStatusCode.OK).As<MeetingAnswer>();
        read.Record!.JointWith.Should().Equal(sibling);
        read.Organizations.Select(o => (o.OrganizationId, o.Rate!.Numerator, o.Rate.Denominator, o.Rate.AbsentWithLeave)).Should().Equal((branch.Id, 3, 4, 1), (sibling, 2, 2, 0));
        (read.Rate!.Numerator, read.Rate.Denominator).Should().Be((4, 5), "Zhao was there once");
        (await api.Look(db => db.Meetings.SingleAsync(m => m.OrganizationId == sibling || m.OrganizationId == branch.Id))).Id.Should().Be(meeting.Id, "there is one record");
    }

    [DatabaseFact]
    public async Task Each_branch_counts_its_own_attendance()
    {
        var (branch, sibling, keeper) = await Plant();
        var joint = (await keeper.Post(Meetings, Joint(branch))).As<MeetingSummary>();
        await branch.Recorded(branch.Committee());
        (await keeper.Post($"{Meetings}/{joint.Id}/make-ups", new RecordMakeUp.Body(branch.Li.Id, MeetingBranch.Today, "补课"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        var own = await Attendance(keeper, branch.Id);
        (own.Meetings, own.Total.Numerator, own.Total.Denominator, own.Total.AbsentWithLeave, own.Total.MadeUp).Should().Be((2, 5, 6, 1, 1));
        own.ByMember!.Select(m => m.Name).Should().Equal("李红", "刘强", "孙丽", "王伟", "赵敏");
        var other = await Attendance(keeper, sibling);
        (other.Meetings, other.Total.Numerator, other.Total.Denominator, other.Total.Expected, other.Total.MadeUp).Should().Be((1, 2, 2, 2, 0));
        other.ByKind.Select(k => (k.Kind, k.Meetings, k.Rate.Expected)).Should().Equal(("generalMeeting", 1, 2));
        other.ByMember!.Select(m => m.Name).Should().Equal("赵敏", "周涛");
        (await keeper.Get($"/api/v1/members/{branch.Zhao.Id}/attendance?from=2024&to=2024")).As<MemberAttendanceAnswer>().Total.Expected.Should().Be(1, "he was expected twice at one meeting");
    }

    [DatabaseFact]
    public async Task It_is_recorded_by_who_may_record_for_each_and_read_by_the_readers_of_any()
    {
        var (branch, sibling, keeper) = await Plant();
        (await branch.Keeper.Post(Meetings, Joint(branch))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found").At("errors", 0, "pointer").GetString().Should().Be("/record/jointWith/0");
        (await (await api.SignedIn(Role.GroupLeader, branch.Tree.Town.Id)).Post(Meetings, Joint(branch))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-recorded-by-you", "TWS-3.5");
        var meeting = (await keeper.Post(Meetings, Joint(branch))).ShouldBe(HttpStatusCode.Created).As<MeetingSummary>();

        var neighbour = await api.SignedIn(Role.BranchSecretary, sibling);
        var member = await api.SignedIn(Role.Member, sibling);
        foreach (var reader in new[] { branch.Keeper, neighbour, member })
        {
            (await reader.Get($"{Meetings}/{meeting.Id}")).ShouldBe(HttpStatusCode.OK);
            (await reader.Get(Meetings)).As<Page<MeetingSummary>>().Items.Select(m => m.Id).Should().Equal(meeting.Id);
        }

        foreach (var filter in new[] { $"organization={sibling}", $"organization={sibling}&kind=generalMeeting&from=2024-05-10&to=2024-05-10&status=held&limit=1" })
        {
            (await neighbour.Get($"{Meetings}?{filter}")).ShouldBe(HttpStatusCode.OK).As<Page<MeetingSummary>>().Items.Select(m => m.Id).Should().Equal(meeting.Id);
        }

        (await neighbour.Get($"{Meetings}?kind=committeeMeeting")).As<Page<MeetingSummary>>().Items.Should().BeEmpty();
        (await keeper.Get(Meetings)).As<Page<MeetingSummary>>().Items.Should().ContainSingle("the one record is listed once");
        (await neighbour.Get($"{Meetings}/{meeting.Id}")).As<MeetingAnswer>().Roll.Single(r => r.Name == "王伟").Reason.Should().BeNull("he is not his");
        (await branch.Keeper.Get($"{Meetings}/{meeting.Id}")).As<MeetingAnswer>().Roll.Single(r => r.Name == "王伟").Reason.Should().Be("出差");
        (await (await api.SignedIn(Role.BranchSecretary, branch.Tree.FarBranch.Id)).Get($"{Meetings}/{meeting.Id}")).ShouldBe(HttpStatusCode.NotFound);

        foreach (var one in new[] { branch.Keeper, neighbour })
        {
            (await one.Post($"{Meetings}/{meeting.Id}/withdrawal", new WithdrawMeeting.Body("x"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-recorded-by-you", "TWS-3.5");
            (await one.Post($"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body("x", Joint(branch).Record, Joint(branch).Roll), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-recorded-by-you", "TWS-3.5");
            (await one.Post($"{Meetings}/{meeting.Id}/make-ups", new RecordMakeUp.Body(branch.Li.Id, MeetingBranch.Today, "补课"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-recorded-by-you", "TWS-3.5");
        }
    }

    [DatabaseFact]
    public async Task A_correction_and_a_withdrawal_keep_the_evidence_of_every_branch_right()
    {
        var (branch, sibling, keeper) = await Plant();
        var (joint, dayBefore) = (Joint(branch), MeetingBranch.JoinedOn.PlusDays(-1));
        var meeting = (await keeper.Post(Meetings, joint)).As<MeetingSummary>();
        async Task Correct(MeetingRecord record, IReadOnlyList<RollEntry> roll, int version) =>
            (await keeper.Post($"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body("有误", record, roll), ifMatch: $"\"{version}\"")).ShouldBe(HttpStatusCode.OK);

        await Correct(joint.Record with { Place = "二楼" }, joint.Roll, 1);
        (await EvidenceOf(meeting)).Should().OnlyContain(e => !e.Voided).And.HaveCount(2, "neither day nor kinds nor branches changed");

        await Correct(joint.Record with { HeldOn = dayBefore }, [.. branch.Roll(branch.Chen), new(branch.Stranger.Id, AttendanceStatus.Present)], 2);
        foreach (var organization in new[] { branch.Id, sibling }) (await DaysOf(organization)).Should().Equal(new CountedDay(dayBefore, 1));

        await Correct(branch.Record(), branch.Roll(branch.Li), 3);
        (await DaysOf(branch.Id)).Should().Equal(new CountedDay(MeetingBranch.JoinedOn, 1));
        (await DaysOf(sibling)).Should().BeEmpty("it did not take part after all");
        (await Attendance(keeper, sibling)).Should().BeEquivalentTo(new { Meetings = 0, Total = new { Expected = 0 } });
        (await (await api.SignedIn(Role.BranchSecretary, sibling)).Get($"{Meetings}/{meeting.Id}")).ShouldBe(HttpStatusCode.NotFound);

        await Correct(joint.Record, joint.Roll, 4);
        foreach (var organization in new[] { branch.Id, sibling }) (await DaysOf(organization)).Should().Equal(new CountedDay(MeetingBranch.JoinedOn, 1));
        (await keeper.Get($"{Meetings}/{meeting.Id}/revisions")).As<Page<RevisionAnswer>>().Items.Select(r => r.Record.JointWith.Count).Should().Equal(1, 1, 1, 0);

        (await keeper.Post($"{Meetings}/{meeting.Id}/withdrawal", new WithdrawMeeting.Body("重复登记"), ifMatch: "\"5\"")).ShouldBe(HttpStatusCode.OK);
        foreach (var organization in new[] { branch.Id, sibling })
        {
            (await DaysOf(organization)).Should().BeEmpty();
            (await Attendance(keeper, organization)).Total.Expected.Should().Be(0);
        }

        (await EvidenceOf(meeting)).Should().OnlyContain(e => e.Voided);
    }

    [DatabaseFact]
    public async Task A_joint_plan_is_seen_by_each_branch_moved_and_recorded()
    {
        var (branch, sibling, keeper) = await Plant();
        var plan = branch.Plan() with { Plan = branch.Plan().Plan with { JointWith = [sibling] } };
        (await branch.Keeper.Post($"{Meetings}/plans", plan)).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        var meeting = (await keeper.Post($"{Meetings}/plans", plan)).ShouldBe(HttpStatusCode.Created).As<MeetingSummary>();
        var neighbour = await api.SignedIn(Role.Member, sibling);
        (await neighbour.Get($"{Meetings}/{meeting.Id}")).ShouldBe(HttpStatusCode.OK).As<MeetingAnswer>().Organizations.Select(o => (o.OrganizationId, o.Rate)).Should().Equal((branch.Id, null), (sibling, null));
        var moved = new RescheduleMeeting.Body(MeetingBranch.Today, new(15, 0), "场地冲突");
        (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/rescheduling", moved, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-recorded-by-you", "TWS-3.5");
        (await keeper.Post($"{Meetings}/{meeting.Id}/rescheduling", moved, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await keeper.Post($"{Meetings}/{meeting.Id}/record", new RecordPlannedMeeting.Body(Joint(branch).Record, Joint(branch).Roll), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await EvidenceOf(meeting)).Select(e => e.Organization).Should().BeEquivalentTo([branch.Id, sibling]);
        (await Attendance(keeper, sibling)).Total.Expected.Should().Be(2);
    }

    [DatabaseFact]
    public async Task The_audit_of_every_branch_tells_it_also_of_one_that_a_correction_drops()
    {
        var (branch, sibling, keeper) = await Plant();
        var meeting = (await keeper.Post(Meetings, Joint(branch))).As<MeetingSummary>();
        (await keeper.Post($"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body("有误", branch.Record(), branch.Roll(branch.Li)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await keeper.Post($"{Meetings}/{meeting.Id}/withdrawal", new WithdrawMeeting.Body("未召开"), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);

        (await AuditOf(branch.Id)).Select(a => a.Operation).Should().EndWith(["RecordMeeting", "CorrectMeeting", "WithdrawMeeting"]);
        var other = await AuditOf(sibling);
        other.Select(a => a.Operation).Should().EndWith(["RecordMeeting", "CorrectMeeting"]).And.NotContain("WithdrawMeeting", "it no longer holds the meeting");
        other[^1].Subjects.Should().Contain($"{meeting.Id}").And.Contain("evidence.withdrawn");
        other[^1].Details.Should().Contain("有误");

        var audit = await api.SignedIn(Role.AuditAdministrator);
        (await audit.Post("/api/v1/audit/verification", new { chain = sibling }, key: "")).ShouldBe(HttpStatusCode.OK).At("intact").GetBoolean().Should().BeTrue();
        (await api.Look(db => db.Outbox.CountAsync(e => e.SubjectId == meeting.Id.Value))).Should().Be(3, "an event is told once");
    }

    [DatabaseFact]
    public async Task Each_organization_could_hold_such_a_meeting_and_nobody_expected_is_left_out()
    {
        var (branch, sibling, keeper) = await Plant();
        var joint = Joint(branch);
        (await keeper.Post(Meetings, joint with { Roll = branch.Roll(branch.Li) })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "roll-incomplete", "TWS-3.5");
        (await keeper.Post(Meetings, With(branch.Group.Id))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-held-by-such-organization", "TWS-3.3").At("errors", 0, "pointer").GetString().Should().Be("/record/jointWith/0");
        (await keeper.Post(Meetings, With(sibling, sibling))).ShouldPointAt("/record/jointWith/1");
        (await keeper.Post(Meetings, With(branch.Id))).ShouldBeProblem(HttpStatusCode.BadRequest, "joint-with-itself").ShouldPointAt("/record/jointWith/0");
        (await keeper.Post(Meetings, With(api.Ids.New<Organization>()))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");

        RecordMeeting With(params Id<Organization>[] others) => joint with { Record = joint.Record with { JointWith = others } };
    }

    private static RecordMeeting Joint(MeetingBranch branch) =>
        new(branch.Id, branch.Record() with { JointWith = [branch.Tree.SiblingBranch.Id] }, [.. branch.Roll(branch.Li), new(branch.Stranger.Id, AttendanceStatus.Present)]);

    private static async Task<OrganizationAttendanceAnswer> Attendance(ApiClient caller, Id<Organization> organization) =>
        (await caller.Get($"/api/v1/organizations/{organization}/attendance?from=2024&to=2024")).ShouldBe(HttpStatusCode.OK).As<OrganizationAttendanceAnswer>();

    private async Task<(MeetingBranch Branch, Id<Organization> Sibling, ApiClient Keeper)> Plant()
    {
        var branch = await MeetingBranch.Plant(api);
        return (branch, branch.Tree.SiblingBranch.Id, await api.SignedIn(Role.BranchSecretary, branch.Tree.Town.Id));
    }

    private async Task<List<(Id<Organization> Organization, string Kind, LocalDate On, bool Voided)>> EvidenceOf(MeetingSummary meeting) =>
        (await api.Look(db => db.Ledger.Where(e => e.SourceId == meeting.Id.Value).ToListAsync())).ConvertAll(e => (new Id<Organization>(e.SubjectId), e.Kind, e.OccurredOn, e.VoidedAt is not null));

    private Task<List<AuditEntry>> AuditOf(Id<Organization> organization) => api.Look(db => db.AuditEntries.Where(a => a.ChainId == organization.Value).OrderBy(a => a.Sequence).ToListAsync());

    private async Task<IReadOnlyList<CountedDay>> DaysOf(Id<Organization> organization)
    {
        var bytes = await api.Look(db => db.EvidenceYears.Where(y => y.SubjectId == organization.Value && y.Kind == "generalMeeting" && y.Year == 2024).Select(y => y.Days).SingleAsync());
        return EvidenceDays.Decode(2024, bytes).Value.Counted;
    }
}

public sealed class MeetingTogetherOnSqlite(ApiHost<OnSqlite> api) : MeetingTogether<OnSqlite>(api);

public sealed class MeetingTogetherOnPostgreSql(ApiHost<OnPostgreSql> api) : MeetingTogether<OnPostgreSql>(api);

public sealed class MeetingTogetherOnSqlServer(ApiHost<OnSqlServer> api) : MeetingTogether<OnSqlServer>(api);
