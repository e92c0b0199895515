using System.Net;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.StudyAndTraining;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.StudyAndTraining;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;
using PartyOrg.WebApi.Tests.DemocraticLifeMeetings;

namespace PartyOrg.WebApi.Tests.StudyAndTraining;

/// <summary>Study, education and training of a branch, its members and its Party workers, and what the superior does about it (TWS-6). Today is May 15, 2024.</summary>
public abstract class StudyingAndTraining<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static readonly LocalDate Today = LifeBranch.Today;
    private static readonly Dictionary<string, string> TopicAndHours = new() { ["topic"] = "党务工作实务", ["hours"] = "4" };

    [DatabaseFact]
    public async Task A_year_of_study_meets_its_duties_by_the_work_itself()
    {
        var branch = await LifeBranch.Plant(api);
        foreach (var (rule, period) in new[] { ("TWS-6.3a", "2024-05"), ("TWS-6.3b", "2024-H1"), ("TWS-6.4", "2024"), ("TWS-6.5", "2024"), ("TWS-6.7", "2024"), ("TWS-6.8", "2024") })
        {
            (await branch.Verdict(rule, period)).Status.Should().Be("due", rule);
        }

        (await branch.Verdict("TWS-6.6", "2024-05-15")).Status.Should().Be("overdue", "nothing is recorded of what the branch has");

        await Held(branch, "centralisedStudy", agenda: new("学习党章", "theory"));
        await Held(branch, "training", details: TopicAndHours, agenda: new("党性教育", "traditionAndHistory"));
        await Held(branch, "organizationLifeMeeting", agenda: new("批评与自我批评", "criticism"));
        (await branch.Secretary.Post("/api/v1/meetings", Training(branch, sunPresent: true))).ShouldBe(HttpStatusCode.Created);
        (await branch.Secretary.Post("/api/v1/study-checks", Check(branch))).ShouldBe(HttpStatusCode.Created);
        (await branch.Town.Post("/api/v1/study-guidances", Guidance(branch))).ShouldBe(HttpStatusCode.Created);
        foreach (var kind in Enum.GetValues<FacilityKind>())
        {
            (await branch.Secretary.Post($"/api/v1/organizations/{branch.Branch.Id}/facilities", new RecordFacility.Body(kind, "二楼", Today))).ShouldBe(HttpStatusCode.Created);
        }

        foreach (var (rule, period) in new[] { ("TWS-6.3a", "2024-05"), ("TWS-6.3b", "2024-H1"), ("TWS-6.4", "2024"), ("TWS-6.5", "2024"), ("TWS-6.6", "2024-05-15"), ("TWS-6.7", "2024"), ("TWS-6.8", "2024") })
        {
            var (status, verdict) = await branch.Verdict(rule, period);
            status.Should().Be("met", "{0}: {1}", rule, verdict);
        }

        (await branch.Verdict("TWS-4.1", "2024-H1")).Status.Should().Be("due", "the life meeting of all members is another meeting");
    }

    [DatabaseFact]
    public async Task Training_counts_for_each_Party_worker_who_took_part_and_for_no_other()
    {
        var branch = await LifeBranch.Plant(api);
        var expected = await branch.Secretary.Get($"/api/v1/organizations/{branch.Branch.Id}/expected-attendees?kind=partyWorkerTraining&on=2024-05-15");
        expected.At("items").EnumerateArray().Select(p => p.GetProperty("personId").GetGuid()).Should().BeEquivalentTo([branch.Liu.Value, branch.Sun.Value], "they hold posts");

        var meeting = (await branch.Secretary.Post("/api/v1/meetings", Training(branch, sunPresent: false))).ShouldBe(HttpStatusCode.Created).As<MeetingSummary>();
        var (status, verdict) = await branch.Verdict("TWS-6.4", "2024");
        status.Should().Be("due");
        verdict.At("items", 0, "shortfall", "zh").GetString().Should().Contain("孙丽");

        // She was there after all: the correction gives her the evidence that the record lacked.
        var corrected = Training(branch, sunPresent: true);
        (await branch.Secretary.Post($"/api/v1/meetings/{meeting.Id}/corrections", new CorrectMeeting.Body("孙丽到会", corrected.Record, corrected.Roll), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Verdict("TWS-6.4", "2024")).Status.Should().Be("met");
        (await branch.Secretary.Post($"/api/v1/meetings/{meeting.Id}/withdrawal", new WithdrawMeeting.Body("登记重复"), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Verdict("TWS-6.4", "2024")).Status.Should().Be("due");

        // A registered guest counts, too: who was trained elsewhere with others.
        var guest = Training(branch, sunPresent: false);
        (await branch.Secretary.Post("/api/v1/meetings", guest with { Record = guest.Record with { Guests = [new("周涛", branch.Branch.Stranger.Id)] } })).ShouldBe(HttpStatusCode.Created);
        var stranger = branch.Branch.Stranger.Id.Value;
        (await api.Look(db => Task.FromResult(db.Ledger.Count(l => l.SubjectId == stranger && l.Kind == "partyWorkerTraining" && l.VoidedAt == null)))).Should().Be(1);
    }

    [DatabaseFact]
    public async Task What_is_studied_is_of_five_classes_and_a_session_without_any_is_advised()
    {
        var branch = await LifeBranch.Plant(api);
        var study = Study(branch, "centralisedStudy", new AgendaItem("安全生产"));
        (await branch.Secretary.Post("/api/v1/meetings", study)).ShouldBe(HttpStatusCode.Created).At("advices", 0, "ruleId").GetString().Should().Be("TWS-6.2");
        foreach (var content in Enum.GetValues<StudyContent>())
        {
            var word = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(content.ToString());
            (await branch.Secretary.Post("/api/v1/meetings", Study(branch, "centralisedStudy", new AgendaItem("学习", word)))).ShouldBe(HttpStatusCode.Created).Text.Should().NotContain("advices");
        }

        // Training and the training of Party workers are asked the same; a class that is none of the five is none at all.
        foreach (var kind in new[] { "training", "partyWorkerTraining" })
        {
            var of = kind == "training" ? Study(branch, kind, new AgendaItem("安全生产"), TopicAndHours) : Training(branch, sunPresent: true);
            (await branch.Secretary.Post("/api/v1/meetings", of with { Record = of.Record with { Agenda = [new("安全生产")] } })).ShouldBe(HttpStatusCode.Created).At("advices", 0, "ruleId").GetString().Should().Be("TWS-6.2", kind);
            (await branch.Secretary.Post("/api/v1/meetings", of with { Record = of.Record with { Agenda = [new("党史", "traditionAndHistory")] } })).ShouldBe(HttpStatusCode.Created).Text.Should().NotContain("advices", kind);
        }

        (await branch.Secretary.Post("/api/v1/meetings", Study(branch, "centralisedStudy", new AgendaItem("学习", "safety")))).ShouldPointAt("/record/agenda/0/class");
        (await branch.Secretary.Post("/api/v1/meetings", study with { Record = study.Record with { Kinds = ["training"] } })).ShouldPointAt("/record/details/topic", "/record/details/hours");
        (await branch.Secretary.Post("/api/v1/meetings", Study(branch, "organizationLifeMeeting", new AgendaItem("总结")))).ShouldBe(HttpStatusCode.Created).At("advices", 0, "ruleId").GetString().Should().Be("TWS-6.5");
        (await (await api.SignedIn(Role.Member, branch.Branch.Id)).Post("/api/v1/meetings", study)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [DatabaseFact]
    public async Task A_member_notes_his_own_self_study_and_those_who_read_the_branch_s_records_see_it()
    {
        var branch = await LifeBranch.Plant(api);
        var wang = branch.Branch.Wang.Id;
        var there = $"/api/v1/members/{wang}/self-study-notes";
        var note = new SelfStudy(Today, 1.5m, StudyContent.Theory, "学习党章总纲", "重点学习权利义务");
        (await branch.Secretary.Post(there, new RecordSelfStudy.Body(note))).ShouldBeProblem(HttpStatusCode.Forbidden, "self-study-of-another", "TWS-6.3a");
        foreach (var wrong in new[] { 0.4m, 24.1m, 1.25m }) (await branch.Member.Post(there, new RecordSelfStudy.Body(note with { Hours = wrong }))).ShouldPointAt("/study/hours");
        (await branch.Member.Post(there, new RecordSelfStudy.Body(note with { StudiedOn = Today.PlusDays(1) }))).ShouldPointAt("/study/studiedOn");
        (await branch.Member.Post(there, new RecordSelfStudy.Body(note with { Subject = " ", Notes = "" }))).ShouldPointAt("/study/subject", "/study/notes");
        foreach (var hours in new[] { 0.5m, 24m }) (await branch.Member.Post(there, new RecordSelfStudy.Body(note with { Hours = hours }))).ShouldBe(HttpStatusCode.Created);
        var other = (await branch.Member.Post(there, new RecordSelfStudy.Body(note with { Content = StudyContent.Knowledge, StudiedOn = new(2023, 12, 31) }))).ShouldBe(HttpStatusCode.Created);
        (await branch.Member.Post(there, new RecordSelfStudy.Body(note))).ShouldBe(HttpStatusCode.Created);

        (await branch.Secretary.Get(there)).As<Page<SelfStudyNoteAnswer>>().Items.Select(n => (n.StudiedOn, n.Hours)).Should().BeEquivalentTo([(Today, 1.5m), (Today, 24m), (Today, 0.5m), (new LocalDate(2023, 12, 31), 1.5m)]);
        (await branch.Member.Get($"{there}?to=2023-12-31")).As<Page<SelfStudyNoteAnswer>>().Items.Single().Content.Should().Be(StudyContent.Knowledge);
        var zhou = await api.SignedIn(Role.None, person: branch.Branch.Li.Id);
        (await zhou.Get(there)).ShouldBe(HttpStatusCode.NotFound);
        (await branch.Member.Get($"/api/v1/members/{wang}/study-record?year=2024")).As<StudyRecordAnswer>().SelfStudyHours.Should().Be(26m);
        (await branch.Member.Get($"/api/v1/members/{wang}/study-record?year=2023")).As<StudyRecordAnswer>().SelfStudy.Should().Equal(new HoursOfContent(StudyContent.Knowledge, 1.5m));
        (await branch.Member.Get($"/api/v1/members/{wang}/study-record?year=1999")).ShouldBe(HttpStatusCode.BadRequest);

        var id = other.At("id").GetGuid();
        (await branch.Secretary.Post($"/api/v1/self-study-notes/{id}/withdrawal", new WithdrawSelfStudy.Body("有误"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "self-study-of-another", "TWS-6.3a");
        (await branch.Member.Post($"/api/v1/self-study-notes/{id}/withdrawal", new WithdrawSelfStudy.Body("有误"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Member.Post($"/api/v1/self-study-notes/{id}/withdrawal", new WithdrawSelfStudy.Body("有误"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "withdrawn-already", "TWS-6.3a");
        (await branch.Member.Get($"/api/v1/members/{wang}/study-record?year=2023")).As<StudyRecordAnswer>().SelfStudyHours.Should().Be(0m);
    }

    [DatabaseFact]
    public async Task A_check_has_a_result_for_everyone_who_belongs_and_serves_the_member_s_record()
    {
        var branch = await LifeBranch.Plant(api);
        const string Checks = "/api/v1/study-checks";
        var check = Check(branch);
        (await branch.Member.Post(Checks, check)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-6.8");
        (await branch.Town.Post(Checks, check)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-6.8");
        (await branch.Secretary.Post(Checks, check with { CheckedOn = Today.PlusDays(1) })).ShouldPointAt("/checkedOn");
        (await branch.Secretary.Post(Checks, check with { Results = [.. check.Results.Skip(1)] })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "study-check-incomplete", "TWS-6.8");
        (await branch.Secretary.Post(Checks, check with { Results = [.. check.Results, new(branch.Branch.Chen.Id, StudyResult.Good)] })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "study-check-of-another-s-member", "TWS-6.8");
        (await branch.Secretary.Post(Checks, check with { Results = [.. check.Results, check.Results[0]] })).ShouldPointAt("/results/5/personId");
        (await branch.Secretary.Post(Checks, check with { OrganizationId = branch.Branch.Group.Id })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "study-check-of-nobody", "TWS-6.8");

        var first = (await branch.Secretary.Post(Checks, check)).ShouldBe(HttpStatusCode.Created);
        var there = first.Location!.ToString();
        (await branch.Secretary.Get(there)).As<StudyCheckAnswer>().Results.Should().HaveCount(5);
        (await branch.Member.Get(there)).As<StudyCheckAnswer>().Results.Should().Equal(new NamedStudyResult(branch.Branch.Wang.Id, "王伟", StudyResult.Insufficient, "笔记不全"));
        (await branch.Member.Get($"/api/v1/members/{branch.Branch.Wang.Id}/study-record")).As<StudyRecordAnswer>().Checks.Select(c => c.Result).Should().Equal(StudyResult.Insufficient);

        // Once or twice a year: the third is advised.
        (await branch.Secretary.Post(Checks, check)).ShouldBe(HttpStatusCode.Created).Text.Should().NotContain("advices");
        (await branch.Secretary.Post(Checks, check)).ShouldBe(HttpStatusCode.Created).At("advices", 0, "ruleId").GetString().Should().Be("TWS-6.8");
        (await branch.Town.Get($"{Checks}?organization={branch.Branch.Id}&from=2024-05-15")).At("items").GetArrayLength().Should().Be(3);
        (await branch.Secretary.Post($"{there}/withdrawal", new WithdrawStudyCheck.Body("重复"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Secretary.Post($"{there}/withdrawal", new WithdrawStudyCheck.Body("重复"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "withdrawn-already", "TWS-6.8");
        (await branch.Member.Get($"/api/v1/members/{branch.Branch.Wang.Id}/study-record")).As<StudyRecordAnswer>().Checks.Should().HaveCount(2);
        (await branch.Verdict("TWS-6.8", "2024")).Status.Should().Be("met", "two stand");
    }

    [DatabaseFact]
    public async Task The_superior_alone_guides_study_and_owes_it()
    {
        var branch = await LifeBranch.Plant(api);
        const string Guidances = "/api/v1/study-guidances";
        (await branch.Secretary.Post(Guidances, Guidance(branch))).ShouldBeProblem(HttpStatusCode.Forbidden, "guidance-for-superior", "TWS-6.7");
        (await branch.County.Post(Guidances, Guidance(branch))).ShouldBeProblem(HttpStatusCode.Forbidden, "guidance-for-superior", "TWS-6.7");
        (await branch.Member.Post(Guidances, Guidance(branch))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-6.7");
        var both = await branch.SignIn(Domain.Accounts.Role.TownOfficer, branch.Branch.Tree.Town.Id, branch.Branch.Publicist.Id);
        (await both.Post(Guidances, Guidance(branch))).ShouldBeProblem(HttpStatusCode.Forbidden, "guidance-for-superior", "TWS-6.7");
        var elsewhere = await branch.SignIn(Domain.Accounts.Role.TownOfficer, branch.Branch.Tree.SiblingTown.Id, null);
        (await elsewhere.Post(Guidances, Guidance(branch))).ShouldBeProblem(HttpStatusCode.NotFound, "organization-not-found");
        (await branch.Town.Post(Guidances, Guidance(branch) with { GuidedOn = Today.PlusDays(1), Text = "" })).ShouldPointAt("/guidedOn", "/text");
        (await branch.County.Post(Guidances, Guidance(branch) with { OrganizationId = branch.Branch.Tree.Town.Id })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "guidance-of-no-branch", "TWS-6.7");
        (await branch.Verdict("TWS-6.7", "2024")).Answer.At("items", 0, "owedBy").GetGuid().Should().Be(branch.Branch.Tree.Town.Id.Value);

        var guided = (await branch.Town.Post(Guidances, Guidance(branch))).ShouldBe(HttpStatusCode.Created).As<StudyGuidanceAnswer>();
        (await branch.Verdict("TWS-6.7", "2024")).Status.Should().Be("met");
        (await branch.Secretary.Get($"{Guidances}?organization={branch.Branch.Id}&from=2024-05-15&to=2024-05-15")).As<Page<StudyGuidanceAnswer>>().Items.Should().ContainSingle().Which.Finding.Should().Be(GuidanceFinding.ToBeImproved);
        (await branch.Secretary.Post($"{Guidances}/{guided.Id}/withdrawal", new WithdrawStudyGuidance.Body("有误"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "guidance-for-superior", "TWS-6.7");
        (await branch.Town.Post($"{Guidances}/{guided.Id}/withdrawal", new WithdrawStudyGuidance.Body("有误"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Verdict("TWS-6.7", "2024")).Status.Should().Be("due");
        (await branch.Town.Post($"{Guidances}/{guided.Id}/withdrawal", new WithdrawStudyGuidance.Body("有误"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "withdrawn-already", "TWS-6.7");
    }

    [DatabaseFact]
    public async Task Room_equipment_and_newspapers_are_there_from_a_day_to_a_day_and_gaps_are_named()
    {
        var branch = await LifeBranch.Plant(api);
        var there = $"/api/v1/organizations/{branch.Branch.Id}/facilities";
        (await branch.Secretary.Get(there)).As<FacilitiesAnswer>().Missing.Should().Equal(Enum.GetValues<FacilityKind>());
        (await branch.Member.Post(there, new RecordFacility.Body(FacilityKind.ActivityRoom, "二楼", Today))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-6.6");
        (await branch.Secretary.Post(there, new RecordFacility.Body(FacilityKind.ActivityRoom, " ", Today.PlusDays(1)))).ShouldPointAt("/description", "/from");
        async Task<FacilityAnswer> Record(FacilityKind kind, LocalDate from) => (await branch.Secretary.Post(there, new RecordFacility.Body(kind, "二楼", from))).ShouldBe(HttpStatusCode.Created).As<FacilityAnswer>();
        var room = await Record(FacilityKind.ActivityRoom, new(2024, 1, 1));
        await Record(FacilityKind.AudioVisualEquipment, new(2024, 1, 1));
        (await branch.Verdict("TWS-6.6", "2024-05-15")).Status.Should().Be("overdue", "two of three are there");
        await Record(FacilityKind.PartyPress, new(2024, 5, 1));
        (await branch.Secretary.Get(there)).As<FacilitiesAnswer>().Missing.Should().BeEmpty();
        (await branch.Secretary.Get($"{there}?on=2024-04-30")).As<FacilitiesAnswer>().Missing.Should().Equal(FacilityKind.PartyPress);
        (await branch.Verdict("TWS-6.6", "2024-05-01")).Answer.At("items").EnumerateArray().Select(i => (i.GetProperty("period").GetProperty("to").GetString(), i.GetProperty("status").GetString())).Should().Contain(("2024-04-30", "metLate"));

        var at = $"/api/v1/facilities/{room.Id}";
        (await branch.Secretary.Post($"{at}/end", new EndFacility.Body(new(2023, 12, 31)), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "facility-ends-before-it-begins", "TWS-6.6");
        (await branch.Secretary.Post($"{at}/end", new EndFacility.Body(Today.PlusDays(1)), ifMatch: "\"1\"")).ShouldPointAt("/lastDay");
        (await branch.Secretary.Post($"{at}/end", new EndFacility.Body(Today.PlusDays(-1)), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Secretary.Post($"{at}/end", new EndFacility.Body(Today), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "facility-ended-already", "TWS-6.6");
        (await branch.Secretary.Get($"{there}?on=2024-05-14")).As<FacilitiesAnswer>().Missing.Should().BeEmpty("the last day is included");
        (await branch.Secretary.Get(there)).As<FacilitiesAnswer>().Missing.Should().Equal(FacilityKind.ActivityRoom);
        (await branch.Verdict("TWS-6.6", "2024-05-15")).Status.Should().Be("overdue");

        var second = await Record(FacilityKind.ActivityRoom, new(2024, 5, 15));
        (await branch.Verdict("TWS-6.6", "2024-05-15")).Status.Should().Be("met");
        (await branch.Secretary.Post($"/api/v1/facilities/{second.Id}/withdrawal", new WithdrawFacility.Body("属于另一支部"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Verdict("TWS-6.6", "2024-05-15")).Status.Should().Be("overdue");
        (await branch.Secretary.Post($"/api/v1/facilities/{second.Id}/withdrawal", new WithdrawFacility.Body("再次"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "withdrawn-already", "TWS-6.6");
        var neighbour = await api.SignedIn(Role.BranchSecretary, branch.Branch.Tree.SiblingBranch.Id);
        (await neighbour.Post($"{at}/end", new EndFacility.Body(Today), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.NotFound, "facility-not-found");
    }

    private static RecordMeeting Study(LifeBranch branch, string kind, AgendaItem agenda, IReadOnlyDictionary<string, string>? details = null) =>
        new(branch.Branch.Id, branch.Branch.Record(Today, kind) with { Agenda = [agenda], Details = details ?? new Dictionary<string, string>() }, branch.Branch.Roll(branch.Branch.Li));

    private static async Task Held(LifeBranch branch, string kind, AgendaItem agenda, IReadOnlyDictionary<string, string>? details = null) =>
        (await branch.Secretary.Post("/api/v1/meetings", Study(branch, kind, agenda, details))).ShouldBe(HttpStatusCode.Created).Text.Should().NotContain("advices");

    private static RecordMeeting Training(LifeBranch branch, bool sunPresent) => new(
        branch.Branch.Id, branch.Branch.Record(Today, "partyWorkerTraining") with { RecorderId = branch.Liu, Agenda = [new("党务工作实务", "knowledge")], Details = TopicAndHours },
        [new(branch.Liu, AttendanceStatus.Present), sunPresent ? new(branch.Sun, AttendanceStatus.Online) : new(branch.Sun, AttendanceStatus.AbsentWithLeave, "出差")]);

    private static RecordStudyCheck Check(LifeBranch branch) => new(branch.Branch.Id, Today, "查阅学习笔记", [
        new(branch.Liu, StudyResult.Good), new(branch.Sun, StudyResult.Good), new(branch.Branch.Wang.Id, StudyResult.Insufficient, "笔记不全"), new(branch.Branch.Li.Id, StudyResult.Sufficient), new(branch.Branch.Zhao.Id, StudyResult.Sufficient),
    ]);

    private static RecordStudyGuidance Guidance(LifeBranch branch) => new(branch.Branch.Id, Today, "查阅集中学习记录", GuidanceFinding.ToBeImproved);
}

public sealed class StudyingAndTrainingOnSqlite(ApiHost<OnSqlite> api) : StudyingAndTraining<OnSqlite>(api);

public sealed class StudyingAndTrainingOnPostgreSql(ApiHost<OnPostgreSql> api) : StudyingAndTraining<OnPostgreSql>(api);

public sealed class StudyingAndTrainingOnSqlServer(ApiHost<OnSqlServer> api) : StudyingAndTraining<OnSqlServer>(api);
