using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.ThreeMeetingsAndOneLesson;

public abstract class RecordingMeetings<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private const string Meetings = "/api/v1/meetings";

    [DatabaseFact]
    public async Task A_meeting_is_recorded_with_its_roll_and_read_whole()
    {
        var branch = await MeetingBranch.Plant(api);
        var created = (await branch.Keeper.Post(Meetings, branch.General())).ShouldBe(HttpStatusCode.Created);
        created.ETag.Should().Be("\"1\"");
        created.Json.TryGetProperty("advices", out _).Should().BeFalse();

        var read = (await branch.Keeper.Get(created.Location!.ToString())).ShouldBe(HttpStatusCode.OK);
        read.ETag.Should().Be("\"1\"");
        var meeting = read.As<MeetingAnswer>();
        meeting.Should().BeEquivalentTo(new
        {
            OrganizationId = branch.Id, Kinds = new[] { "generalMeeting" }, On = MeetingBranch.JoinedOn, StartsAt = new LocalTime(14, 0), Place = "三楼会议室", Status = MeetingStatus.Held,
            ChairName = "刘强", RecorderName = "孙丽", Revisions = 0, Version = 1,
        });
        meeting.Record.Should().BeEquivalentTo(branch.Record());
        meeting.Roll.Select(r => (r.Name, r.Status, r.Reason)).Should().Equal(
            ("李红", AttendanceStatus.AbsentWithoutReason, null), ("刘强", AttendanceStatus.Present, null), ("孙丽", AttendanceStatus.Present, null),
            ("王伟", AttendanceStatus.AbsentWithLeave, "出差"), ("赵敏", AttendanceStatus.Online, null));
        (meeting.Rate!.Numerator, meeting.Rate.Denominator, meeting.Rate.AbsentWithLeave).Should().Be((3, 4, 1));
    }

    [DatabaseFact]
    public async Task A_recorded_meeting_is_evidence_in_ledger_and_projection_audited_and_told()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();

        var entry = await api.Look(db => db.Ledger.SingleAsync(e => e.SourceId == meeting.Id.Value));
        (entry.SubjectId, entry.Kind, entry.OccurredOn, entry.VoidedAt).Should().Be((branch.Id.Value, "generalMeeting", MeetingBranch.JoinedOn, null));
        (await DaysOf(branch, "generalMeeting")).Should().Equal(new CountedDay(MeetingBranch.JoinedOn, 1));
        var audit = await api.Look(db => db.AuditEntries.Where(a => a.ChainId == branch.Id.Value).OrderBy(a => a.Sequence).LastAsync());
        (audit.Operation, audit.AccountId is not null).Should().Be(("RecordMeeting", true));
        audit.Details.Should().Contain("书记传达了上级决定");
        var told = await api.Look(db => db.Outbox.SingleAsync(e => e.SubjectId == meeting.Id.Value));
        (told.Type, told.OrganizationId).Should().Be(("meeting.recorded", branch.Id.Value));
    }

    [DatabaseFact]
    public async Task A_gathering_of_two_kinds_counts_once_for_each_and_its_roll_once()
    {
        var branch = await MeetingBranch.Plant(api);
        var record = branch.Record(null, "generalMeeting", "partyClass") with { Details = new Dictionary<string, string> { ["lecturer"] = "李红", ["topic"] = "党章", ["hours"] = "1.5" } };
        var created = (await branch.Keeper.Post(Meetings, new RecordMeeting(branch.Id, record, branch.Roll(branch.Li)))).ShouldBe(HttpStatusCode.Created);
        created.At("advices", 0, "ruleId").GetString().Should().Be("TWS-3.1b", "the agenda has nothing of a class");

        var meeting = created.As<MeetingSummary>();
        (await api.Look(db => db.Ledger.Where(e => e.SourceId == meeting.Id.Value).Select(e => e.Kind).ToListAsync())).Should().BeEquivalentTo(["generalMeeting", "partyClass"]);
        (await api.Look(db => db.Attendances.CountAsync(a => a.MeetingId == meeting.Id))).Should().Be(5);
    }

    [DatabaseFact]
    public async Task A_gathering_of_three_kinds_meets_three_duties_and_everybody_s_attendance_counts_once_in_the_total()
    {
        var branch = await MeetingBranch.Plant(api);
        var officer = await api.SignedIn(Role.CityOfficer, branch.Tree.City.Id);
        (await officer.Post($"/api/v1/organizations/{branch.Tree.City.Id}/rule-book-adoptions", new { book = "TWS", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        var record = branch.Record(null, "generalMeeting", "partyClass", "centralisedStudy") with
        {
            Agenda = [new("传达上级决定", "superiorDecisions"), new("学习党章", "lecture"), new("学习基本理论", "theory")],
            Details = new Dictionary<string, string> { ["lecturer"] = "李红", ["topic"] = "党章", ["hours"] = "1.5" },
        };
        var meeting = (await branch.Keeper.Post(Meetings, new RecordMeeting(branch.Id, record, branch.Roll(branch.Li)))).ShouldBe(HttpStatusCode.Created).As<MeetingSummary>();

        foreach (var (rule, period) in new[] { ("TWS-3.3", "2024-Q2"), ("TWS-3.4", "2024-H1"), ("TWS-6.3a", "2024-05") })
        {
            var verdict = (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/duties?rule={rule}&from={period}&to={period}")).ShouldBe(HttpStatusCode.OK).At("items").EnumerateArray().Single();
            (verdict.GetProperty("status").GetString(), verdict.GetProperty("metOn").GetString(), verdict.GetProperty("evidence").GetArrayLength()).Should().Be(("met", "2024-05-10", 1), rule);
        }

        var attendance = (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/attendance?from=2024-05&to=2024-05")).As<OrganizationAttendanceAnswer>();
        (attendance.Meetings, attendance.Total.Expected, attendance.Total.Numerator, attendance.Total.Denominator).Should().Be((1, 5, 3, 4));
        attendance.ByKind.Select(k => (k.Kind, k.Meetings, k.Rate.Expected)).Should().Equal(("centralisedStudy", 1, 5), ("generalMeeting", 1, 5), ("partyClass", 1, 5));
        var li = (await branch.Keeper.Get($"/api/v1/members/{branch.Li.Id}/attendance?from=2024-05&to=2024-05")).As<MemberAttendanceAnswer>();
        (li.Total.Expected, li.Absences.Count, li.ByKind.Count).Should().Be((1, 1, 3));

        // One kind less: its evidence goes, that of the others stays.
        (await branch.Keeper.Post($"{Meetings}/{meeting.Id}/corrections", new CorrectMeeting.Body("未讲党课", branch.Record(null, "generalMeeting", "centralisedStudy") with { Agenda = record.Agenda.Where(i => i.Class != "lecture").ToList() }, branch.Roll(branch.Li)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        foreach (var (rule, period, status) in new[] { ("TWS-3.3", "2024-Q2", "met"), ("TWS-3.4", "2024-H1", "due"), ("TWS-6.3a", "2024-05", "met") })
            (await branch.Keeper.Get($"/api/v1/organizations/{branch.Id}/duties?rule={rule}&from={period}&to={period}")).At("items", 0, "status").GetString().Should().Be(status, rule);
    }

    [DatabaseFact]
    public async Task A_second_meeting_on_the_same_day_counts_too()
    {
        var branch = await MeetingBranch.Plant(api);
        await branch.Recorded(branch.Committee());
        await branch.Recorded(branch.Committee());
        (await DaysOf(branch, "committeeMeeting")).Should().Equal(new CountedDay(MeetingBranch.JoinedOn, 2));
    }

    [DatabaseFact]
    public async Task A_meeting_is_recorded_on_its_day_and_not_the_day_before()
    {
        var branch = await MeetingBranch.Plant(api);
        (await branch.Keeper.Post(Meetings, branch.General(MeetingBranch.Today))).ShouldBe(HttpStatusCode.Created);
        var refused = await branch.Keeper.Post(Meetings, branch.General(MeetingBranch.Today.PlusDays(1)));
        refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "held-in-the-future", "REG-5").At("errors", 0, "pointer").GetString().Should().Be("/record/heldOn");
    }

    [DatabaseFact]
    public async Task Who_joined_that_day_is_expected_and_who_left_the_day_before_is_not()
    {
        var branch = await MeetingBranch.Plant(api);
        (await branch.Keeper.Post(Meetings, branch.General() with { Roll = branch.Roll() })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "roll-incomplete", "TWS-3.5");
        var refused = await branch.Keeper.Post(Meetings, branch.General() with { Roll = branch.Roll(branch.Li, branch.Chen) });
        refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "person-not-expected", "REG-4").At("errors", 0, "pointer").GetString().Should().Be("/roll/5/personId");
        (await branch.Keeper.Post(Meetings, branch.General() with { Roll = branch.Roll(branch.Li) })).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task On_the_last_day_of_his_belonging_a_member_is_expected_and_on_the_day_before_he_joins_another_is_not()
    {
        var branch = await MeetingBranch.Plant(api);
        var dayBefore = MeetingBranch.JoinedOn.PlusDays(-1);
        (await branch.Keeper.Post(Meetings, branch.General(dayBefore) with { Roll = branch.Roll(branch.Chen, branch.Li) })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "person-not-expected", "REG-4");
        (await branch.Keeper.Post(Meetings, branch.General(dayBefore) with { Roll = branch.Roll() })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "roll-incomplete", "TWS-3.5");
        (await branch.Keeper.Post(Meetings, branch.General(dayBefore) with { Roll = branch.Roll(branch.Chen) })).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task A_member_of_another_branch_is_a_guest_and_not_on_the_roll()
    {
        var branch = await MeetingBranch.Plant(api);
        (await branch.Keeper.Post(Meetings, branch.General() with { Roll = branch.Roll(branch.Li, branch.Stranger) })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "person-not-expected", "REG-4");
        var invited = branch.General() with { Record = branch.Record() with { Guests = [new("周涛", branch.Stranger.Id), new("镇党委书记")] } };
        var meeting = await branch.Recorded(invited);
        (await branch.Keeper.Get($"{Meetings}/{meeting.Id}")).As<MeetingAnswer>().Record!.Guests.Select(g => g.Name).Should().Equal("周涛", "镇党委书记");
        (await api.Look(db => db.Attendances.AnyAsync(a => a.PersonId == branch.Stranger.Id))).Should().BeFalse();
    }

    [DatabaseFact]
    public async Task A_guest_whom_the_register_does_not_know_is_pointed_at()
    {
        var branch = await MeetingBranch.Plant(api);
        var record = branch.Record() with { Guests = [new("周涛", branch.Stranger.Id), new("无名", api.Ids.New<Domain.Members.Person>())] };
        (await branch.Keeper.Post(Meetings, branch.General() with { Record = record })).ShouldBeProblem(HttpStatusCode.BadRequest, "person-unknown").ShouldPointAt("/record/guests/1/personId");
    }

    [DatabaseFact]
    public async Task A_committee_meets_where_a_committee_post_is_filled_on_that_day()
    {
        var branch = await MeetingBranch.Plant(api);
        await branch.Recorded(branch.Committee());
        var before = branch.Committee(new(2022, 12, 31));
        (await branch.Keeper.Post(Meetings, before)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "nobody-expected", "TWS-3.2");
        (await branch.Keeper.Post(Meetings, branch.Committee(new(2023, 1, 1)))).ShouldBe(HttpStatusCode.Created);
    }

    [DatabaseFact]
    public async Task A_Party_group_meets_by_its_leader_and_a_branch_holds_no_group_meeting()
    {
        var branch = await MeetingBranch.Plant(api);
        var leader = await api.SignedIn(Role.None, person: branch.Wang.Id);
        var meeting = (await leader.Post(Meetings, branch.OfGroup())).ShouldBe(HttpStatusCode.Created).As<MeetingSummary>();
        (await api.Look(db => db.Ledger.SingleAsync(e => e.SourceId == meeting.Id.Value))).Should().BeEquivalentTo(new { SubjectId = branch.Group.Id.Value, Kind = "partyGroupMeeting" });

        (await branch.Keeper.Post(Meetings, branch.General() with { Record = branch.Record(null, "partyGroupMeeting") with { Agenda = [] } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-held-by-such-organization", "TWS-3.1");
    }

    [DatabaseFact]
    public async Task Before_its_founding_an_organization_held_nothing()
    {
        var branch = await MeetingBranch.Plant(api);
        (await branch.Keeper.Post(Meetings, branch.General(new(2019, 12, 31)))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "organization-does-not-exist", "REG-11");
    }

    [DatabaseFact]
    public async Task A_group_leader_records_for_his_group_only()
    {
        var branch = await MeetingBranch.Plant(api);
        var leader = await api.SignedIn(Role.None, person: branch.Wang.Id);
        (await leader.Post(Meetings, branch.General())).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
    }

    [DatabaseTheory]
    [InlineData(Role.TownOfficer)]
    [InlineData(Role.CountyOfficer)]
    [InlineData(Role.CityOfficer)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Instructor)]
    [InlineData(Role.Member)]
    public async Task Whoever_does_not_lead_the_branch_reads_and_does_not_record(Role role)
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var reader = await api.SignedIn(role, role is Role.Member or Role.Instructor ? branch.Id : branch.Tree.City.Id);
        (await reader.Post(Meetings, branch.General())).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-3.5");
        (await reader.Post($"{Meetings}/plans", branch.Plan())).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-3.5");
        (await reader.Get($"{Meetings}/{meeting.Id}")).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task An_organization_out_of_scope_is_not_there()
    {
        var branch = await MeetingBranch.Plant(api);
        var meeting = await branch.Recorded();
        var neighbour = await api.SignedIn(Role.BranchSecretary, branch.Tree.SiblingBranch.Id);
        (await neighbour.Post(Meetings, branch.General())).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found").At("errors", 0, "pointer").GetString().Should().Be("/organizationId");
        (await neighbour.Get($"{Meetings}/{meeting.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "meeting-not-found");
        (await neighbour.Get($"{Meetings}/{meeting.Id}/revisions")).ShouldBeProblem(HttpStatusCode.NotFound, "meeting-not-found");
        (await neighbour.Get($"{Meetings}?organization={branch.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await neighbour.Post($"{Meetings}/{meeting.Id}/withdrawal", new { reason = "x" }, ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.NotFound, "meeting-not-found");
        (await api.Anonymous.Post(Meetings, branch.General())).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [DatabaseFact]
    public async Task The_same_request_again_gets_the_same_answer_and_records_nothing()
    {
        var branch = await MeetingBranch.Plant(api);
        var first = (await branch.Keeper.Post(Meetings, branch.General(), key: "meeting-1")).ShouldBe(HttpStatusCode.Created);
        var again = (await branch.Keeper.Post(Meetings, branch.General(), key: "meeting-1")).ShouldBe(HttpStatusCode.Created);
        again.Text.Should().Be(first.Text);
        (await api.Look(db => db.Meetings.CountAsync(m => m.OrganizationId == branch.Id))).Should().Be(1);
        (await api.Look(db => db.Attendances.CountAsync(a => a.PersonId == branch.Li.Id))).Should().Be(1);
        (await DaysOf(branch, "generalMeeting")).Should().Equal(new CountedDay(MeetingBranch.JoinedOn, 1));

        (await branch.Keeper.Post(Meetings, branch.General(MeetingBranch.Today), key: "meeting-1")).ShouldBeProblem(HttpStatusCode.Conflict, "idempotency-key-reused");
        (await branch.Keeper.Post(Meetings, branch.General(), key: "")).ShouldBeProblem(HttpStatusCode.BadRequest, "idempotency-key-required");
    }

    [DatabaseFact]
    public async Task Wrong_values_are_all_pointed_at_at_once()
    {
        var branch = await MeetingBranch.Plant(api);
        var record = branch.Record(null, "generalMeeting", "picnic") with { Place = "", Agenda = [new("Lunch", "lunch")], Resolutions = [" "], Guests = [new("")] };
        var roll = branch.Roll(branch.Li, branch.Li).Append(new(branch.Chen.Id, AttendanceStatus.AbsentWithLeave)).Append(new(branch.Stranger.Id, AttendanceStatus.Present, "why")).ToList();
        (await branch.Keeper.Post(Meetings, new RecordMeeting(branch.Id, record, roll))).ShouldPointAt(
            "/record/kinds/1", "/record/place", "/record/agenda/0/class", "/record/resolutions/0", "/record/guests/0/name", "/roll/5/personId", "/roll/6/reason", "/roll/7/reason");
    }

    [DatabaseFact]
    public async Task A_class_without_lecturer_topic_and_hours_is_refused_with_its_rule()
    {
        var branch = await MeetingBranch.Plant(api);
        var refused = await branch.Keeper.Post(Meetings, branch.General() with { Record = branch.Record(null, "partyClass") with { Agenda = [], Details = new Dictionary<string, string> { ["hours"] = "0.25" } } });
        refused.ShouldBeProblem(HttpStatusCode.BadRequest, "detail-missing", "TWS-3.4").ShouldPointAt("/record/details/lecturer", "/record/details/topic", "/record/details/hours");
    }

    [DatabaseTheory]
    [InlineData("/record/heldOn", "2024-02-30")]
    [InlineData("/record/heldOn", "10.05.2024")]
    [InlineData("/record/startsAt", "25:00")]
    [InlineData("/record/chairId", "the secretary")]
    [InlineData("/roll/0/status", "sleeping")]
    [InlineData("/organizationId", null)]
    [InlineData("/roll/0", null)]
    [InlineData("/record/agenda/0", null)]
    [InlineData("/record/place", null)]
    [InlineData("/record/attachments", "[]")]
    public async Task What_cannot_be_read_is_pointed_at(string pointer, string? value)
    {
        var branch = await MeetingBranch.Plant(api);
        var body = System.Text.Json.JsonSerializer.SerializeToNode(branch.General(), ApiClient.Json)!;
        Set(body, pointer, value);
        var refused = (await branch.Keeper.Post(Meetings, body.ToJsonString())).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json");
        refused.At("errors", 0, "pointer").GetString().Should().Be(pointer);
    }

    private async Task<IReadOnlyList<CountedDay>> DaysOf(MeetingBranch branch, string kind)
    {
        var bytes = await api.Look(db => db.EvidenceYears.Where(y => y.SubjectId == branch.Id.Value && y.Kind == kind && y.Year == 2024).Select(y => y.Days).SingleAsync());
        return EvidenceDays.Decode(2024, bytes).Value.Counted;
    }

    private static void Set(JsonNode node, string pointer, string? value)
    {
        var parts = pointer.Split('/')[1..];
        foreach (var part in parts[..^1]) node = node is JsonArray list ? list[int.Parse(part)]! : node[part]!;
        if (node is JsonArray array) array[int.Parse(parts[^1])] = value;
        else node[parts[^1]] = value;
    }
}

public sealed class RecordingMeetingsOnSqlite(ApiHost<OnSqlite> api) : RecordingMeetings<OnSqlite>(api);

public sealed class RecordingMeetingsOnPostgreSql(ApiHost<OnPostgreSql> api) : RecordingMeetings<OnPostgreSql>(api);

public sealed class RecordingMeetingsOnSqlServer(ApiHost<OnSqlServer> api) : RecordingMeetings<OnSqlServer>(api);
