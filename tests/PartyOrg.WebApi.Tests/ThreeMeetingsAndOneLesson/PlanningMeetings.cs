using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

public abstract class PlanningMeetings<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Meetings = "/api/v1/meetings";

    [DatabaseFact]
    public async Task A_meeting_is_planned_and_is_no_evidence_yet()
    {
        var branch = await MeetingBranch.Plant(api);
        var created = (await branch.Keeper.Post($"{Meetings}/plans", branch.Plan())).ShouldBe(HttpStatusCode.Created);
        var planned = (await branch.Keeper.Get(created.Location!.ToString())).As<MeetingAnswer>();
        planned.Should().BeEquivalentTo(new { Status = MeetingStatus.Planned, On = MeetingBranch.Today.PlusDays(7), ChairName = "刘强", Record = (MeetingRecord?)null, Roll = Array.Empty<NamedRollEntry>(), Version = 1 });
        planned.Plan.Should().BeEquivalentTo(branch.Plan().Plan);
        (await EvidenceOf(planned.Id.Value)).Should().BeEmpty();
        (await EventsOf(planned.Id.Value)).Should().BeEquivalentTo(["meeting.planned"]);
    }

    [DatabaseFact]
    public async Task A_meeting_is_planned_for_today_and_not_for_yesterday()
    {
        var branch = await MeetingBranch.Plant(api);
        await branch.Planned(branch.Plan(MeetingBranch.Today));
        (await branch.Keeper.Post($"{Meetings}/plans", branch.Plan(MeetingBranch.Today.PlusDays(-1)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "planned-in-the-past", "TWS-3.5");
    }

    [DatabaseFact]
    public async Task A_plan_with_a_chair_whom_the_register_does_not_know_is_pointed_at()
    {
        var branch = await MeetingBranch.Plant(api);
        var plan = branch.Plan() with { Plan = branch.Plan().Plan with { ChairId = api.Ids.New<Domain.Members.Person>() } };
        (await branch.Keeper.Post($"{Meetings}/plans", plan)).ShouldBeProblem(HttpStatusCode.BadRequest, "person-unknown").ShouldPointAt("/plan/chairId");
    }

    [DatabaseFact]
    public async Task A_planned_meeting_is_postponed_with_a_reason_that_stays()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        var on = MeetingBranch.Today.PlusDays(9);
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/rescheduling", new RescheduleMeeting.Body(on, new(9, 30), "会议室占用"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK).ETag.Should().Be("\"2\"");
        var meeting = (await branch.Keeper.Get($"{Meetings}/{planned.Id}")).As<MeetingAnswer>();
        (meeting.On, meeting.StartsAt, meeting.Place, meeting.Version).Should().Be((on, new LocalTime(9, 30), "三楼会议室", 2));
        meeting.Postponements.Should().Equal(new Postponement(planned.On, planned.StartsAt, "会议室占用"));
        (await EventsOf(planned.Id.Value)).Should().BeEquivalentTo(["meeting.planned", "meeting.rescheduled"]);
    }

    [DatabaseFact]
    public async Task Postponed_twice_a_meeting_shows_every_date_that_it_gave_up_and_counts_on_the_day_it_was_held()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        Task<TestSupport.Http.Answer> Move(LocalDate on, string reason, int version) => branch.Keeper.Post($"{Meetings}/{planned.Id}/rescheduling", new RescheduleMeeting.Body(on, new(9, 30), reason), ifMatch: $"\"{version}\"");
        (await Move(MeetingBranch.Today.PlusDays(9), "会议室占用", 1)).ShouldBe(HttpStatusCode.OK);
        (await Move(MeetingBranch.Today.PlusDays(-1), "补记", 2)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "planned-in-the-past", "TWS-3.5");
        (await Move(MeetingBranch.Today, "提前召开", 2)).ShouldBe(HttpStatusCode.OK).ETag.Should().Be("\"3\"");
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/record", new RecordPlannedMeeting.Body(branch.Record(MeetingBranch.Today), branch.Roll(branch.Li)), ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK);
        var meeting = (await branch.Keeper.Get($"{Meetings}/{planned.Id}")).As<MeetingAnswer>();
        meeting.Postponements.Should().Equal(new Postponement(planned.On, planned.StartsAt, "会议室占用"), new Postponement(MeetingBranch.Today.PlusDays(9), new(9, 30), "提前召开"));
        (await EvidenceOf(planned.Id.Value)).Should().BeEquivalentTo([("generalMeeting", MeetingBranch.Today, false)]);
    }

    [DatabaseFact]
    public async Task What_was_recorded_is_neither_cancelled_nor_postponed_nor_recorded_again()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/record", new RecordPlannedMeeting.Body(branch.Record(), branch.Roll(branch.Li)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        foreach (var version in new[] { 2, 3 })
        {
            foreach (var (step, body) in StepsAfterPlan(branch))
                (await branch.Keeper.Post($"{Meetings}/{planned.Id}/{step}", body, ifMatch: $"\"{version}\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "meeting-not-planned", "TWS-3.5");
            // Once more after the chair's confirmation.
            if (version == 2) (await branch.Keeper.Post($"{Meetings}/{planned.Id}/confirmation", ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        }

        (await EvidenceOf(planned.Id.Value)).Should().BeEquivalentTo([("generalMeeting", MeetingBranch.JoinedOn, false)], "it still counts");
    }

    [DatabaseFact]
    public async Task A_planned_meeting_is_cancelled_and_nothing_follows()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/cancellation", new CancelMeeting.Body("人数不足"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK).As<MeetingSummary>().Status.Should().Be(MeetingStatus.Cancelled);
        (await branch.Keeper.Get($"{Meetings}/{planned.Id}")).As<MeetingAnswer>().EndedBecause.Should().Be("人数不足");
        (await EvidenceOf(planned.Id.Value)).Should().BeEmpty();

        foreach (var (step, body) in StepsAfterPlan(branch))
            (await branch.Keeper.Post($"{Meetings}/{planned.Id}/{step}", body, ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "meeting-not-planned", "TWS-3.5");
        foreach (var (step, body) in StepsAfterRecord(branch))
            (await branch.Keeper.Post($"{Meetings}/{planned.Id}/{step}", body, ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "meeting-not-held", "TWS-3.5");
    }

    [DatabaseFact]
    public async Task A_planned_meeting_is_recorded_on_the_day_it_was_held_and_counts_on_that_day()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        var held = (await branch.Keeper.Post($"{Meetings}/{planned.Id}/record", new RecordPlannedMeeting.Body(branch.Record(MeetingBranch.Today), branch.Roll(branch.Li)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        held.As<MeetingSummary>().Should().BeEquivalentTo(new { planned.Id, On = MeetingBranch.Today, Status = MeetingStatus.Held, Version = 2 });
        (await EvidenceOf(planned.Id.Value)).Should().BeEquivalentTo([("generalMeeting", MeetingBranch.Today, false)]);
        var meeting = (await branch.Keeper.Get($"{Meetings}/{planned.Id}")).As<MeetingAnswer>();
        (meeting.Plan!.On, meeting.Roll.Count).Should().Be((planned.On, 5));
        (await EventsOf(planned.Id.Value)).Should().BeEquivalentTo(["meeting.planned", "meeting.recorded"]);
    }

    [DatabaseFact]
    public async Task A_planned_meeting_is_not_recorded_before_it_was_held()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/record", new RecordPlannedMeeting.Body(branch.Record(planned.On), branch.Roll(branch.Li)), ifMatch: "\"1\""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "held-in-the-future", "REG-5");
        (await api.Look(db => db.Attendances.AnyAsync(a => a.MeetingId == planned.Id))).Should().BeFalse();
    }

    [DatabaseFact]
    public async Task A_change_needs_the_version_that_was_read_last()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        foreach (var (step, body) in StepsAfterPlan(branch).Concat(StepsAfterRecord(branch)))
        {
            var at = $"{Meetings}/{planned.Id}/{step}";
            (await branch.Keeper.Post(at, body)).ShouldBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
            (await branch.Keeper.Post(at, body, ifMatch: "\"7\"")).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
            (await branch.Keeper.Post(at, body, ifMatch: "7")).ShouldBe(HttpStatusCode.BadRequest);
        }

        (await branch.Keeper.Get($"{Meetings}/{planned.Id}")).ETag.Should().Be("\"1\"");
    }

    [DatabaseFact]
    public async Task A_reason_is_written_for_every_change()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/cancellation", new { reason = " " }, ifMatch: "\"1\"")).ShouldPointAt("/reason");
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/cancellation", new { reason = new string('a', 501) }, ifMatch: "\"1\"")).ShouldPointAt("/reason");
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/rescheduling", new { on = "2024-06-01", startsAt = "09:00", reason = "", place = "" }, ifMatch: "\"1\"")).ShouldPointAt("/place", "/reason");
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/rescheduling", new { on = "2024-06-31", startsAt = "09:00", reason = "x" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json").ShouldPointAt("/on");
        (await branch.Keeper.Post($"{Meetings}/{planned.Id}/cancellation", new { reason = new string('a', 500) }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<(string Step, object? Body)> StepsAfterPlan(MeetingBranch branch) =>
    [
        ("rescheduling", new RescheduleMeeting.Body(MeetingBranch.Today, new(9, 0), "again")),
        ("cancellation", new CancelMeeting.Body("again")),
        ("record", new RecordPlannedMeeting.Body(branch.Record(), branch.Roll(branch.Li))),
    ];

    private static IEnumerable<(string Step, object? Body)> StepsAfterRecord(MeetingBranch branch) =>
    [
        ("confirmation", null),
        ("corrections", new CorrectMeeting.Body("wrong", branch.Record(), branch.Roll(branch.Li))),
        ("withdrawal", new WithdrawMeeting.Body("wrong")),
    ];

    private async Task<IEnumerable<(string, LocalDate, bool Voided)>> EvidenceOf(Guid source) =>
        (await api.Look(db => db.Ledger.Where(e => e.SourceId == source).ToListAsync())).Select(e => (e.Kind, e.OccurredOn, e.VoidedAt is not null));

    private async Task<List<string>> EventsOf(Guid subject) => await api.Look(db => db.Outbox.Where(e => e.SubjectId == subject).Select(e => e.Type).ToListAsync());
}

public sealed class PlanningMeetingsOnSqlite(ApiHost<OnSqlite> api) : PlanningMeetings<OnSqlite>(api);

public sealed class PlanningMeetingsOnPostgreSql(ApiHost<OnPostgreSql> api) : PlanningMeetings<OnPostgreSql>(api);

public sealed class PlanningMeetingsOnSqlServer(ApiHost<OnSqlServer> api) : PlanningMeetings<OnSqlServer>(api);
