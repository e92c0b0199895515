using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

public abstract class CorrectingMeetings<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Meetings = "/api/v1/meetings";

    [DatabaseFact]
    public async Task The_chair_confirms_the_minutes_once()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var confirmed = (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/confirmation", ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        confirmed.As<MeetingSummary>().Status.Should().Be(MeetingStatus.Confirmed);
        (await branch.Keeper.Get($"{Meetings}/{meeting.Id}")).As<MeetingAnswer>().ConfirmedAt.Should().Be(new Domain.Time.Clock(api.Clock).Now);

        (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/confirmation", ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "minutes-confirmed-already", "REG-6");
        (await EventsOf(meeting.Id.Value)).Should().BeEquivalentTo(["meeting.recorded", "meeting.minutesConfirmed"]);
    }

    [DatabaseFact]
    public async Task Nobody_but_the_chair_confirms_whatever_he_is()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        foreach (var other in new[]
        {
            await api.SignedIn(Role.None, person: branch.Publicist.Id), await api.SignedIn(Role.None, person: branch.Wang.Id), await api.SignedIn(Role.TownOfficer, branch.Tree.Town.Id),
            await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id), await api.SignedIn(Role.BranchSecretary, branch.Id), await api.SignedIn(Role.Auditor, branch.Tree.City.Id),
        })
        {
            (await other.Post($"{Meetings}/{meeting.Id}/confirmation", ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "only-the-chair-confirms", "TWS-3.5");
        }
    }

    [DatabaseFact]
    public async Task A_plain_member_who_chaired_confirms()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded(branch.General() with { Record = branch.Record() with { ChairId = branch.Zhao.Id } });
        var zhao = await api.SignedIn(Role.None, person: branch.Zhao.Id);
        (await zhao.Post($"{Meetings}/{meeting.Id}/confirmation", ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_guest_from_elsewhere_who_chaired_reads_and_confirms_and_nothing_more()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded(branch.General() with { Record = branch.Record() with { ChairId = branch.Stranger.Id, Guests = [new("周涛", branch.Stranger.Id)] } });
        var guest = await api.SignedIn(Role.None, person: branch.Stranger.Id);
        (await guest.Get($"{Meetings}/{meeting.Id}")).ShouldBe(HttpStatusCode.OK).As<MeetingAnswer>().ChairName.Should().Be("周涛");
        (await guest.Post($"{Meetings}/{meeting.Id}/confirmation", ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await guest.Get($"{Meetings}/{(await branch.Recorded()).Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await guest.Post($"{Meetings}/{meeting.Id}/withdrawal", new { reason = "x" }, ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [DatabaseFact]
    public async Task A_correction_keeps_the_old_record_and_its_roll_to_be_read()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        await branch.Keeper.Post($"{Meetings}/{meeting.Id}/confirmation", ifMatch: "\"1\"");
        var corrected = branch.Record() with { Place = "二楼会议室", Minutes = "书记传达了上级决定，并作了说明。" };
        (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body("地点有误", corrected, branch.Roll(branch.Li)), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK)
            .As<MeetingSummary>().Should().BeEquivalentTo(new { Status = MeetingStatus.Held, Place = "二楼会议室", Version = 3 });

        var now = (await branch.Keeper.Get($"{Meetings}/{meeting.Id}")).As<MeetingAnswer>();
        (now.Record!.Minutes, now.ConfirmedAt, now.Revisions).Should().Be((corrected.Minutes, null, 1));
        var revision = (await branch.Keeper.Get($"{Meetings}/{meeting.Id}/revisions")).ShouldBe(HttpStatusCode.OK).As<Application.Pipeline.Page<RevisionAnswer>>().Items.Should().ContainSingle().Subject;
        revision.Record.Should().BeEquivalentTo(branch.Record());
        (revision.Number, revision.Reason, revision.ConfirmedAt, revision.Roll.Count).Should().Be((1, "地点有误", new Domain.Time.Clock(api.Clock).Now, 5));
        revision.Roll.Single(r => r.Name == "王伟").Should().BeEquivalentTo(new { Status = AttendanceStatus.AbsentWithLeave, Reason = "出差" });
        (await EvidenceOf(meeting.Id.Value)).Should().BeEquivalentTo([("generalMeeting", MeetingBranch.JoinedOn, false)]);
        (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/confirmation", ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task A_correction_of_the_day_moves_evidence_projection_and_roll()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var dayBefore = MeetingBranch.JoinedOn.PlusDays(-1);
        var body = new CorrectMeeting.Body("日期有误", branch.Record(dayBefore), branch.Roll(branch.Chen));
        (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/corrections", body, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        (await EvidenceOf(meeting.Id.Value)).Should().BeEquivalentTo([("generalMeeting", MeetingBranch.JoinedOn, true), ("generalMeeting", dayBefore, false)]);
        (await DaysOf(branch, "generalMeeting")).Should().Equal(new CountedDay(dayBefore, 1));
        (await api.Look(db => db.Attendances.AnyAsync(a => a.PersonId == branch.Li.Id))).Should().BeFalse();
        (await api.Look(db => db.Attendances.CountAsync(a => a.MeetingId == meeting.Id))).Should().Be(5);
        var audit = await api.Look(db => db.AuditEntries.Where(a => a.ChainId == branch.Id.Value).OrderBy(a => a.Sequence).LastAsync());
        (audit.Operation, audit.Details.Contains("日期有误")).Should().Be(("CorrectMeeting", true));
        (await EventsOf(meeting.Id.Value)).Should().BeEquivalentTo(["meeting.recorded", "meeting.corrected"]);
    }

    [DatabaseFact]
    public async Task A_correction_of_the_kind_voids_one_kind_of_evidence_and_adds_the_other()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var committee = branch.Committee();
        (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body("类别有误", committee.Record, committee.Roll), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await EvidenceOf(meeting.Id.Value)).Should().BeEquivalentTo([("generalMeeting", MeetingBranch.JoinedOn, true), ("committeeMeeting", MeetingBranch.JoinedOn, false)]);
        (await DaysOf(branch, "generalMeeting")).Should().BeEmpty();
        (await DaysOf(branch, "committeeMeeting")).Should().Equal(new CountedDay(MeetingBranch.JoinedOn, 1));
    }

    [DatabaseFact]
    public async Task A_correction_is_judged_as_of_the_corrected_day()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var dayBefore = MeetingBranch.JoinedOn.PlusDays(-1);
        (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body("日期有误", branch.Record(dayBefore), branch.Roll(branch.Li)), ifMatch: "\"1\""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "person-not-expected", "REG-4");
        (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body("日期有误", branch.Record(MeetingBranch.Today.PlusDays(1)), branch.Roll(branch.Li)), ifMatch: "\"1\""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "held-in-the-future", "REG-5");
        (await branch.Keeper.Get($"{Meetings}/{meeting.Id}/revisions")).At("items").GetArrayLength().Should().Be(0);
        (await branch.Keeper.Get($"{Meetings}/{meeting.Id}")).As<MeetingAnswer>().Roll.Should().HaveCount(5);
    }

    [DatabaseFact]
    public async Task A_record_made_by_mistake_is_withdrawn_and_counts_no_more()
    {
        var branch = await MeetingBranch.Plant(api);
        await branch.Recorded();
        var twice = await branch.Recorded();
        (await branch.Keeper.Post($"{Meetings}/{twice.Id}/withdrawal", new WithdrawMeeting.Body("重复登记"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK).As<MeetingSummary>().Status.Should().Be(MeetingStatus.Withdrawn);

        (await EvidenceOf(twice.Id.Value)).Should().BeEquivalentTo([("generalMeeting", MeetingBranch.JoinedOn, true)]);
        (await DaysOf(branch, "generalMeeting")).Should().Equal(new CountedDay(MeetingBranch.JoinedOn, 1));
        (await api.Look(db => db.Attendances.AnyAsync(a => a.MeetingId == twice.Id))).Should().BeFalse();
        var read = (await branch.Keeper.Get($"{Meetings}/{twice.Id}")).As<MeetingAnswer>();
        (read.EndedBecause, read.Roll.Count, read.Revisions).Should().Be(("重复登记", 0, 1));
        (await branch.Keeper.Get($"{Meetings}/{twice.Id}/revisions")).As<Application.Pipeline.Page<RevisionAnswer>>().Items[0].Roll.Should().HaveCount(5);
        (await branch.Keeper.Post($"{Meetings}/{twice.Id}/corrections", new CorrectMeeting.Body("wrong", branch.Record(), branch.Roll(branch.Li)), ifMatch: "\"2\""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "meeting-not-held", "TWS-3.5");
    }

    [DatabaseFact]
    public async Task Two_who_correct_at_once_do_not_overwrite_each_other()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => branch.Keeper.Post(
            $"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body($"no. {i}", branch.Record() with { Place = $"Room {i}" }, branch.Roll(branch.Li)), ifMatch: "\"1\"")));
        answers.Count(a => a.Status == HttpStatusCode.OK).Should().Be(1);
        foreach (var refused in answers.Where(a => a.Status != HttpStatusCode.OK)) refused.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        var read = (await branch.Keeper.Get($"{Meetings}/{meeting.Id}")).As<MeetingAnswer>();
        (read.Revisions, read.Version, read.Roll.Count).Should().Be((1, 2, 5));
    }

    [DatabaseFact]
    public async Task Two_who_record_one_planned_meeting_at_once_record_it_once()
    {
        var branch = await MeetingBranch.Plant(api);
        var planned = await branch.Planned();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => branch.Keeper.Post(
            $"{Meetings}/{planned.Id}/record", new RecordPlannedMeeting.Body(branch.Record(), branch.Roll(branch.Li)), ifMatch: "\"1\"")));
        answers.Count(a => a.Status == HttpStatusCode.OK).Should().Be(1);
        foreach (var refused in answers.Where(a => a.Status != HttpStatusCode.OK)) refused.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        (await EvidenceOf(planned.Id.Value)).Should().HaveCount(1);
        (await branch.Keeper.Get($"{Meetings}/{planned.Id}")).As<MeetingAnswer>().Roll.Should().HaveCount(5);
    }

    private async Task<IReadOnlyList<CountedDay>> DaysOf(MeetingBranch branch, string kind)
    {
        var bytes = await api.Look(db => db.EvidenceYears.Where(y => y.SubjectId == branch.Id.Value && y.Kind == kind && y.Year == 2024).Select(y => y.Days).SingleAsync());
        return EvidenceDays.Decode(2024, bytes).Value.Counted;
    }

    private async Task<IEnumerable<(string, LocalDate, bool Voided)>> EvidenceOf(Guid source) =>
        (await api.Look(db => db.Ledger.Where(e => e.SourceId == source).ToListAsync())).Select(e => (e.Kind, e.OccurredOn, e.VoidedAt is not null));

    private async Task<List<string>> EventsOf(Guid subject) => await api.Look(db => db.Outbox.Where(e => e.SubjectId == subject).Select(e => e.Type).ToListAsync());
}

public sealed class CorrectingMeetingsOnSqlite(ApiHost<OnSqlite> api) : CorrectingMeetings<OnSqlite>(api);

public sealed class CorrectingMeetingsOnPostgreSql(ApiHost<OnPostgreSql> api) : CorrectingMeetings<OnPostgreSql>(api);

public sealed class CorrectingMeetingsOnSqlServer(ApiHost<OnSqlServer> api) : CorrectingMeetings<OnSqlServer>(api);
