using Microsoft.EntityFrameworkCore;
using System.Net;
using PartyOrg.Application.DemocraticLifeMeetings;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.DemocraticLifeMeetings;

/// <summary>Democratic life meetings from their theme to what became of the problems that they found (TWS-4).</summary>
public abstract class HoldingLifeMeetings<TDatabase>(ApiHost<TDatabase> api) : IClassFixture<ApiHost<TDatabase>> where TDatabase : IDatabaseKind
{
    private static readonly LocalDate Planned = LifeBranch.Planned;

    [DatabaseFact]
    public async Task A_meeting_goes_from_its_theme_to_a_problem_that_the_superior_answered_and_meets_its_duties()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Plan();
        var planned = await meeting.Read();
        (planned.Status, planned.Theme, planned.On).Should().Be((LifeMeetingStatus.Planned, "改进作风、服务职工", Planned));
        planned.MustAttend.Select(p => p.PersonId).Should().BeEquivalentTo([branch.Liu, branch.Sun], "the committee attends, and nobody else must");
        planned.Next.Select(n => n.OperationId).Should().Equal(
            "recordLifeMeetingOpinion", "giveLifeMeetingNotice", "reportDemocraticLifeMeeting", "rescheduleDemocraticLifeMeeting", "cancelDemocraticLifeMeeting");

        (await meeting.Opinion()).ShouldBe(HttpStatusCode.OK);
        (await meeting.Notice()).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("noticed");
        (await meeting.Report()).ShouldBe(HttpStatusCode.OK).At("reportedOn").GetString().Should().Be("2024-05-15");
        (await branch.Town.Get(meeting.There)).At("next", 0, "operationId").GetString().Should().Be("nameLifeMeetingAttendees");
        (await meeting.Name(branch.Branch.Stranger.Id)).ShouldBe(HttpStatusCode.OK);
        (await meeting.SelfCheck(branch.Secretary, branch.Liu)).ShouldBe(HttpStatusCode.OK).Text.Should().NotContain("advices");
        (await meeting.SelfCheck(branch.Publicist, branch.Sun)).ShouldBe(HttpStatusCode.OK);

        await branch.MoveTo(Planned);
        (await meeting.Record(meeting.RecordOf() with { FromSuperior = [branch.Branch.Stranger.Id] })).ShouldBe(HttpStatusCode.OK);
        (await branch.Verdict("TWS-4.1", "2024-H1")).Status.Should().Be("due", "it counts when it is confirmed");
        (await branch.Verdict("TWS-4.4b", "2024-06-24")).Status.Should().Be("met", "somebody whom the superior named was there");
        (await meeting.Speech(branch.Liu, branch.Sun)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Speech(branch.Sun, branch.Liu)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Confirm()).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("confirmed");

        var (status, verdict) = await branch.Verdict("TWS-4.1", "2024-H1");
        (status, verdict.At("items", 0, "metOn").GetString(), verdict.At("items", 0, "breaches").GetArrayLength()).Should().Be(("met", "2024-06-24", 0));
        verdict.At("items", 0, "evidence", 0, "source", "kind").GetString().Should().Be("democraticLifeMeeting");
        (await branch.Verdict("TWS-9.2.2", "2024-H1")).Status.Should().Be("met");
        (await branch.Verdict("TWS-3.2", "2024-06")).Status.Should().Be("due", "it is no committee meeting (TWS-4.5b)");

        var item = (await meeting.AddItem()).ShouldBe(HttpStatusCode.Created);
        var at = item.Location!.ToString();
        (await branch.Publicist.Post($"{at}/escalation", new EscalateRectificationItem.Body("需镇党委协调"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Town.Get($"/api/v1/rectification-items?status=escalated&organization={branch.Branch.Tree.Town.Id}")).At("items", 0, "next", 0, "operationId").GetString().Should().Be("answerRectificationItem");
        (await branch.Town.Post($"{at}/answer", new AnswerRectificationItem.Body("已协调"), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Publicist.Post($"{at}/closing", new CloseRectificationItem.Body("每日开放至晚九点"), ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("closed");

        var summary = (await branch.Member.Get($"{meeting.There}/public-summary")).ShouldBe(HttpStatusCode.OK).As<LifeMeetingPublicSummary>();
        (summary.CriticismTookPlace, summary.Opinions.Count, summary.Items.Single().Outcome).Should().Be((true, 1, "每日开放至晚九点"));
    }

    [DatabaseFact]
    public async Task Notice_is_given_seven_days_before_and_the_report_comes_before_the_day()
    {
        var branch = await LifeBranch.Plant(api);
        var eighth = await branch.Plan(LifeBranch.Today.PlusDays(6));
        (await eighth.Notice()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "notice-too-late", "TWS-4.4");
        var ninth = await branch.Plan(LifeBranch.Today.PlusDays(7));
        (await ninth.Notice(LifeBranch.Today.PlusDays(1))).ShouldPointAt("/givenOn");
        (await ninth.Notice()).ShouldBe(HttpStatusCode.OK);
        (await ninth.Notice()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.4");

        await branch.MoveTo(LifeBranch.Today.PlusDays(7));
        (await ninth.Report(LifeBranch.Today.PlusDays(7))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "reported-too-late", "TWS-4.4");
        (await ninth.Report(LifeBranch.Today.PlusDays(8))).ShouldPointAt("/reportedOn");
        (await ninth.Report(LifeBranch.Today.PlusDays(6))).ShouldBe(HttpStatusCode.OK);

        // Held earlier than planned: the notice has not run on the sixth day, on the seventh it has.
        var moved = await branch.Plan(LifeBranch.Today.PlusDays(20));
        (await moved.Notice(LifeBranch.Today)).ShouldBe(HttpStatusCode.OK);
        (await moved.SelfCheck(branch.Secretary, branch.Liu)).ShouldBe(HttpStatusCode.OK);
        (await moved.SelfCheck(branch.Publicist, branch.Sun)).ShouldBe(HttpStatusCode.OK);
        (await moved.Record(moved.RecordOf() with { HeldOn = LifeBranch.Today.PlusDays(6) })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "held-before-notice-ran", "TWS-4.4");
        (await moved.Record(moved.RecordOf() with { HeldOn = LifeBranch.Today.PlusDays(8) })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "held-in-the-future", "REG-5");
        (await moved.Record(moved.RecordOf() with { HeldOn = LifeBranch.Today.PlusDays(7) })).ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseFact]
    public async Task Theme_and_day_are_set_for_today_or_later_by_an_organization_that_holds_such_meetings()
    {
        var branch = await LifeBranch.Plant(api);
        (await branch.Secretary.Post(LifeBranch.Meetings, branch.PlanOf(LifeBranch.Today.PlusDays(-1)))).ShouldBe(HttpStatusCode.BadRequest).At("code").GetString().Should().Be("planned-in-the-past");
        (await branch.Secretary.Post(LifeBranch.Meetings, branch.PlanOf() with { Theme = " ", Place = "" })).ShouldPointAt("/theme", "/place");
        (await branch.Secretary.Post(LifeBranch.Meetings, branch.PlanOf() with { Theme = new('题', DemocraticLifeMeeting.ThemeLength + 1) })).ShouldPointAt("/theme");
        (await branch.Secretary.Post(LifeBranch.Meetings, branch.PlanOf() with { Theme = new('题', DemocraticLifeMeeting.ThemeLength) })).ShouldBe(HttpStatusCode.Created);
        (await branch.Secretary.Post(LifeBranch.Meetings, branch.PlanOf() with { OrganizationId = branch.Branch.Group.Id })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "life-meeting-not-held-by-such", "TWS-4.1");
        (await branch.Town.Post(LifeBranch.Meetings, branch.PlanOf())).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-4.3");
        (await branch.Member.Post(LifeBranch.Meetings, branch.PlanOf())).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-4.3");
        var neighbour = await api.SignedIn(Role.BranchSecretary, branch.Branch.Tree.SiblingBranch.Id);
        (await neighbour.Post(LifeBranch.Meetings, branch.PlanOf())).ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.Post(LifeBranch.Meetings, branch.PlanOf() with { OrganizationId = branch.Branch.Tree.SiblingBranch.Id })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "life-meeting-without-secretary", "TWS-4.2");

        // June and December bring no advice, the months before them do (TWS-4.1).
        (await branch.Secretary.Post(LifeBranch.Meetings, branch.PlanOf(new(2024, 5, 31)))).At("advices", 0, "ruleId").GetString().Should().Be("TWS-4.1");
        foreach (var day in new LocalDate[] { new(2024, 6, 1), new(2024, 6, 30), new(2024, 12, 1), new(2024, 12, 31) })
        {
            (await branch.Secretary.Post(LifeBranch.Meetings, branch.PlanOf(day))).ShouldBe(HttpStatusCode.Created).Text.Should().NotContain("advices");
        }

        (await branch.Secretary.Post(LifeBranch.Meetings, branch.PlanOf(new(2024, 7, 1)))).At("advices", 0, "ruleId").GetString().Should().Be("TWS-4.1");
    }

    [DatabaseFact]
    public async Task The_superior_names_who_attends_a_meeting_that_was_reported_and_nobody_else_does()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Plan();
        (await meeting.Name(branch.Branch.Stranger.Id)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "life-meeting-not-reported", "TWS-4.4");
        (await meeting.Report()).ShouldBe(HttpStatusCode.OK);
        (await meeting.Name(branch.Branch.Stranger.Id, branch.Secretary)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.4");
        (await meeting.Name(api.Ids.New<Person>(), branch.Secretary)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.4");
        (await meeting.Name(branch.Branch.Stranger.Id, branch.County)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.4");
        (await meeting.Name(branch.Branch.Stranger.Id, branch.Member)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-4.4");
        (await meeting.Name(branch.Sun)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "sent-must-attend", "TWS-4.4");
        (await meeting.Name(api.Ids.New<Person>())).ShouldBeProblem(HttpStatusCode.NotFound, "person-unknown");
        (await meeting.Name(branch.Branch.Stranger.Id)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Read()).FromSuperior.Should().Equal(new SentParticipant(branch.Branch.Stranger.Id, "周涛", null));

        // Nobody of them came: the superior's own duty is overdue from the second day after (TWS-4.4b), and is nobody else's.
        (await meeting.Notice()).ShouldBe(HttpStatusCode.OK);
        (await meeting.SelfCheck(branch.Secretary, branch.Liu)).ShouldBe(HttpStatusCode.OK);
        (await meeting.SelfCheck(branch.Publicist, branch.Sun)).ShouldBe(HttpStatusCode.OK);
        await branch.MoveTo(Planned);
        (await meeting.Record(meeting.RecordOf() with { FromSuperior = [branch.Branch.Zhao.Id] })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-named-by-superior", "TWS-4.4");
        (await meeting.Record()).ShouldBe(HttpStatusCode.OK);
        await branch.MoveTo(Planned.PlusDays(1));
        (await branch.Verdict("TWS-4.4b", "2024-06-24")).Status.Should().Be("due");
        await branch.MoveTo(Planned.PlusDays(2));
        var (status, verdict) = await branch.Verdict("TWS-4.4b", "2024-06-24");
        status.Should().Be("overdue");
        verdict.At("items", 0, "owedBy").GetGuid().Should().Be(branch.Branch.Tree.Town.Id.Value);
    }

    [DatabaseFact]
    public async Task A_meeting_held_without_the_report_is_accepted_and_carries_the_breach()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Prepared(reported: false);
        await branch.MoveTo(Planned);
        var held = (await meeting.Record()).ShouldBe(HttpStatusCode.OK);
        held.At("advices", 0, "ruleId").GetString().Should().Be("TWS-4.4");
        held.At("breaches", 0, "ruleId").GetString().Should().Be("TWS-4.4");
        (await meeting.Report(LifeBranch.Today)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.4");
        (await meeting.Speech(branch.Liu, branch.Sun)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Speech(branch.Sun, branch.Liu)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Confirm()).ShouldBe(HttpStatusCode.OK);

        var (status, verdict) = await branch.Verdict("TWS-4.1", "2024-H1");
        (status, verdict.At("items", 0, "breaches", 0, "ruleId").GetString()).Should().Be(("met", "TWS-4.4"));
        (await branch.Verdict("TWS-4.4b", "2024-06-24")).Status.Should().BeNull("the superior owes nothing of which it was not told");
    }

    [DatabaseFact]
    public async Task Self_checks_are_filed_by_those_who_must_attend_before_the_meeting_and_cover_seven_aspects()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Plan();
        (await meeting.SelfCheck(branch.Secretary, branch.Liu)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.3");
        (await meeting.Notice()).ShouldBe(HttpStatusCode.OK);
        (await meeting.SelfCheck(branch.Member, branch.Branch.Wang.Id)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.3");
        (await meeting.SelfCheck(branch.Publicist, branch.Liu)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.3");
        (await meeting.SelfCheck(branch.Town, branch.Liu)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-4.3");
        (await meeting.SelfCheck(branch.Secretary, branch.Branch.Wang.Id)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "need-not-attend", "TWS-4.2");
        (await branch.Publicist.Put($"{meeting.There}/self-checks/{branch.Sun}", new FileSelfCheck.Body([new(SelfCheckAspect.Work, "一"), new(SelfCheckAspect.Work, " ")]), meeting.ETag)).ShouldPointAt("/aspects/1/text", "/aspects/1/aspect");

        var incomplete = (await meeting.SelfCheck(branch.Publicist, branch.Sun, SelfCheckAspect.Integrity)).ShouldBe(HttpStatusCode.OK);
        (incomplete.At("advices", 0, "ruleId").GetString(), incomplete.At("advices", 0, "message", "en").GetString()).Should().Be(("TWS-4.3b", "The self-check leaves out: Integrity. File it again with these."));
        foreach (var left in Enum.GetValues<SelfCheckAspect>())
        {
            var advices = (await meeting.SelfCheck(branch.Publicist, branch.Sun, left)).ShouldBe(HttpStatusCode.OK).At("advices").EnumerateArray().Select(a => (a.GetProperty("ruleId").GetString(), a.GetProperty("message").GetProperty("en").GetString()));
            advices.Should().Equal(("TWS-4.3b", $"The self-check leaves out: {DemocraticLifeMeetingLabels.Aspects[left].Label.En}. File it again with these."));
        }

        (await meeting.SelfCheck(branch.Publicist, branch.Sun)).ShouldBe(HttpStatusCode.OK).Text.Should().NotContain("advices");
        (await meeting.SelfCheck(branch.Publicist, branch.Sun)).ShouldBe(HttpStatusCode.OK);

        await branch.MoveTo(Planned);
        (await meeting.Record()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "self-checks-missing", "TWS-4.3");
        (await meeting.SelfCheck(branch.Secretary, branch.Liu)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Record()).ShouldBe(HttpStatusCode.OK);
        (await meeting.SelfCheck(branch.Publicist, branch.Sun)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "self-check-too-late", "TWS-4.3");
    }

    [DatabaseFact]
    public async Task The_secretary_presides_and_the_whole_committee_stands_on_the_roll()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Prepared();
        await branch.MoveTo(Planned);
        var record = meeting.RecordOf();
        (await meeting.Record(record with { PresidedById = branch.Sun })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-presided-by-secretary", "TWS-4.2");
        (await meeting.Record(record with { Roll = [new(branch.Liu, false, "出差"), new(branch.Sun, true)], RecorderId = branch.Sun })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-presided-by-secretary", "TWS-4.2");
        (await meeting.Record(record with { Roll = [new(branch.Liu, true)] })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "roll-incomplete", "TWS-4.2");
        (await meeting.Record(record with { Roll = [.. record.Roll, new(branch.Branch.Wang.Id, true)] })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "need-not-attend", "TWS-4.2");
        (await meeting.Record(record with { Roll = [.. record.Roll, new(branch.Sun, true)] })).ShouldPointAt("/record/roll/2/personId");
        (await meeting.Record(record with { Roll = [new(branch.Liu, true), new(branch.Sun, false)] })).ShouldPointAt("/record/roll/1/reason");
        (await meeting.Record(record with { NonVoting = [new("王总", " ")] })).ShouldPointAt("/record/nonVoting/0/reason");
        (await meeting.Record(record with { NonVoting = [new("孙丽", "委员", branch.Sun)] })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "non-voting-must-attend", "TWS-4.2");
        (await meeting.Record(record with { RecorderId = branch.Branch.Wang.Id })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "recorder-was-not-there", "TWS-4.2");
        (await meeting.Record(record, branch.Town)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-4.2");
        (await meeting.Record(record with { RecorderId = branch.Branch.Wang.Id, NonVoting = [new("王伟", "党小组组长", branch.Branch.Wang.Id)] })).ShouldBe(HttpStatusCode.OK);
        (await meeting.Read()).NonVoting.Should().Equal(new NonVotingAttendee("王伟", "党小组组长", branch.Branch.Wang.Id));
        (await meeting.Record(record)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.2");
    }

    [DatabaseFact]
    public async Task It_is_confirmed_by_whoever_presided_when_nobody_is_missing_and_everyone_was_criticised()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Plan();
        (await meeting.Notice()).ShouldBe(HttpStatusCode.OK);
        (await meeting.Confirm()).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.5b");
        (await meeting.SelfCheck(branch.Secretary, branch.Liu)).ShouldBe(HttpStatusCode.OK);
        await branch.MoveTo(Planned.PlusDays(2));
        (await meeting.Speech(branch.Liu, branch.Sun)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.3");
        (await meeting.MakeUp(branch.Sun)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.2");
        (await meeting.Record(meeting.RecordOf(sunPresent: false))).ShouldBe(HttpStatusCode.OK);
        (await meeting.Read()).MustAttend.Single(p => p.PersonId == branch.Sun).Present.Should().BeFalse();

        (await meeting.Confirm()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "make-ups-missing", "TWS-4.2");
        (await meeting.Speech(branch.Sun, branch.Liu)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "speaker-was-absent", "TWS-4.2");
        (await meeting.MakeUp(branch.Sun)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "self-checks-missing", "TWS-4.3");
        (await meeting.SelfCheck(branch.Publicist, branch.Sun)).ShouldBe(HttpStatusCode.OK);
        (await meeting.MakeUp(branch.Sun, Planned.PlusDays(-1))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "made-up-before-the-meeting", "TWS-4.2");
        (await meeting.MakeUp(branch.Sun, Planned.PlusDays(3))).ShouldPointAt("/on");
        (await meeting.MakeUp(branch.Liu)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "nothing-to-make-up", "TWS-4.2");
        (await meeting.MakeUp(branch.Sun, Planned)).ShouldBe(HttpStatusCode.OK);
        (await meeting.MakeUp(branch.Sun)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "nothing-to-make-up", "TWS-4.2");

        (await meeting.Confirm()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "speeches-missing", "TWS-4.5b");
        (await meeting.Speech(branch.Liu, branch.Liu)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "critic-is-no-other-participant", "TWS-4.3");
        (await meeting.Speech(branch.Liu, branch.Branch.Wang.Id)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "critic-is-no-other-participant", "TWS-4.3");
        (await meeting.Speech(branch.Branch.Wang.Id, branch.Liu)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "need-not-attend", "TWS-4.2");
        (await meeting.Speech(branch.Liu, branch.Sun)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Confirm()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "speeches-missing", "TWS-4.5b");
        (await meeting.Speech(branch.Sun, branch.Liu)).ShouldBe(HttpStatusCode.OK);
        (await meeting.Confirm(branch.Publicist)).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.5b");
        (await branch.Secretary.Get($"{meeting.There}/public-summary")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "life-meeting-not-confirmed", "TWS-4.5b");
        (await meeting.Confirm()).ShouldBe(HttpStatusCode.OK);
        (await meeting.Confirm()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.5b");
        (await meeting.Speech(branch.Sun, branch.Liu)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.3");
    }

    [DatabaseFact]
    public async Task Without_a_committee_the_secretary_and_all_formal_members_must_attend()
    {
        var branch = await LifeBranch.Plant(api);
        var now = new Domain.Time.Clock(api.Clock).Now;
        await api.Arrange(db =>
        {
            foreach (var post in db.Posts.Where(p => p.PersonId == branch.Sun)) post.Void(now);
            void Becomes(Id<Person> person, Standing standing, LocalDate from) => db.Persons.Include(p => p.Memberships).Single(p => p.Id == person).BecomeMember(standing, false, false, from, api.Ids, now).Succeeded.Should().BeTrue();
            Becomes(branch.Branch.Wang.Id, Standing.Formal, new(2023, 1, 1));
            Becomes(branch.Branch.Zhao.Id, Standing.Probationary, new(2023, 1, 1));
            Becomes(branch.Branch.Zhao.Id, Standing.Formal, Planned.PlusDays(1));
            Becomes(branch.Branch.Chen.Id, Standing.Formal, new(2023, 1, 1));
            return 0;
        });

        (await (await branch.Plan()).Read()).MustAttend.Select(p => p.PersonId).Should().BeEquivalentTo([branch.Liu, branch.Branch.Wang.Id], "Zhao is formal from the day after on, and Chen has left");
        (await (await branch.Plan(Planned.PlusDays(1))).Read()).MustAttend.Select(p => p.PersonId).Should().BeEquivalentTo([branch.Liu, branch.Branch.Wang.Id, branch.Branch.Zhao.Id]);
    }

    [DatabaseFact]
    public async Task Another_day_makes_notice_and_report_due_anew_and_what_was_called_off_goes_no_further()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Prepared();
        (await meeting.Reschedule(LifeBranch.Today.PlusDays(-1))).ShouldBe(HttpStatusCode.BadRequest);
        (await meeting.Reschedule(Planned.PlusDays(2), branch.Town)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-4.4");
        var moved = (await meeting.Reschedule(Planned.PlusDays(2))).ShouldBe(HttpStatusCode.OK).As<LifeMeetingSummary>();
        (moved.Status, moved.On, moved.NoticedOn, moved.ReportedOn).Should().Be((LifeMeetingStatus.Planned, Planned.PlusDays(2), null, null));
        (await meeting.Record()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.2");
        (await meeting.Read()).MustAttend.Should().OnlyContain(p => p.SelfCheckFiled, "what was filed stays");

        (await meeting.Cancel()).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("cancelled");
        foreach (var step in new[] { meeting.Notice, (Func<LocalDate?, ApiClient?, Task<TestSupport.Http.Answer>>)((on, by) => meeting.Report(on, by)) })
        {
            (await step(null, null)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.4");
        }

        (await meeting.Opinion()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.3");
        (await meeting.Cancel()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.4");
        (await meeting.Reschedule(Planned)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.4");
        (await meeting.AddItem()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.6");
    }

    [DatabaseFact]
    public async Task A_record_made_by_mistake_is_taken_back_and_counts_for_nothing()
    {
        var branch = await LifeBranch.Plant(api);
        var meeting = await branch.Confirmed(reported: false);
        (await branch.Verdict("TWS-4.1", "2024-H1")).Status.Should().Be("met");
        (await meeting.Withdraw(branch.Member)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-4.5b");
        (await meeting.Withdraw()).ShouldBe(HttpStatusCode.OK).At("status").GetString().Should().Be("withdrawn");
        (await branch.Verdict("TWS-4.1", "2024-H1")).Status.Should().Be("due");
        (await meeting.Withdraw()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.5b");
    }

    [DatabaseFact]
    public async Task A_problem_is_owned_due_after_the_meeting_and_answered_by_the_superior_alone_when_it_is_escalated()
    {
        var branch = await LifeBranch.Plant(api);
        var prepared = await branch.Prepared();
        (await prepared.AddItem()).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.6");
        await branch.MoveTo(Planned);
        (await prepared.Record()).ShouldBe(HttpStatusCode.OK);
        (await prepared.AddItem(due: Planned)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "item-due-before-meeting", "TWS-4.6");
        (await prepared.AddItem(owner: branch.Branch.Stranger.Id)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "item-owner-elsewhere", "TWS-4.6");
        (await prepared.AddItem(by: branch.Member)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-4.6");
        var there = (await prepared.AddItem(due: Planned.PlusDays(1), owner: branch.Branch.Wang.Id)).ShouldBe(HttpStatusCode.Created).Location!.ToString();

        (await branch.Town.Post($"{there}/answer", new AnswerRectificationItem.Body("已协调"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.6");
        (await branch.Town.Post($"{there}/escalation", new EscalateRectificationItem.Body("需协调"), ifMatch: "\"1\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed", "TWS-4.6");
        (await branch.Secretary.Post($"{there}/escalation", new EscalateRectificationItem.Body(" "), ifMatch: "\"1\"")).ShouldPointAt("/reason");
        (await branch.Secretary.Post($"{there}/escalation", new EscalateRectificationItem.Body("需协调"), ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Member.Post($"{there}/closing", new CloseRectificationItem.Body("已完成"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "step-out-of-order", "TWS-4.6");
        (await branch.Secretary.Post($"{there}/answer", new AnswerRectificationItem.Body("自答"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.6");
        (await branch.County.Post($"{there}/answer", new AnswerRectificationItem.Body("越级"), ifMatch: "\"2\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.6");
        (await branch.Town.Post($"{there}/answer", new AnswerRectificationItem.Body("已协调"), ifMatch: "\"2\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Secretary.Post($"{there}/escalation", new EscalateRectificationItem.Body("仍未解决"), ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK);
        (await branch.Town.Post($"{there}/answer", new AnswerRectificationItem.Body("再次协调"), ifMatch: "\"4\"")).ShouldBe(HttpStatusCode.OK);

        await branch.MoveTo(Planned.PlusDays(1));
        (await branch.Secretary.Get(there)).At("isOverdue").GetBoolean().Should().BeFalse("the due day is included");
        await branch.MoveTo(Planned.PlusDays(2));
        (await branch.Secretary.Get(there)).At("isOverdue").GetBoolean().Should().BeTrue();
        var bystander = await api.SignedIn(Role.Member, branch.Branch.Id, branch.Branch.Zhao.Id);
        (await bystander.Post($"{there}/closing", new CloseRectificationItem.Body("已完成"), ifMatch: "\"5\"")).ShouldBeProblem(HttpStatusCode.Forbidden, "step-reserved", "TWS-4.6");
        (await branch.Member.Post($"{there}/closing", new CloseRectificationItem.Body("已完成"), ifMatch: "\"5\"")).ShouldBe(HttpStatusCode.OK).At("isOverdue").GetBoolean().Should().BeFalse("the owner has closed it");
        (await branch.Secretary.Get($"/api/v1/rectification-items?lifeMeeting={prepared.There.Split('/')[^1]}&status=closed")).At("items").GetArrayLength().Should().Be(1);
        var neighbour = await api.SignedIn(Role.BranchSecretary, branch.Branch.Tree.SiblingBranch.Id);
        (await neighbour.Get(there)).ShouldBeProblem(HttpStatusCode.NotFound, "rectification-item-not-found");
        (await neighbour.Get(prepared.There)).ShouldBeProblem(HttpStatusCode.NotFound, "life-meeting-not-found");
    }

    [DatabaseFact]
    public async Task Where_a_person_stands_in_meetings_items_complaints_and_study_his_merged_record_stands_from_then_on()
    {
        var branch = await LifeBranch.Plant(api);
        async Task<(Id<Person> Id, string Number)> Register()
        {
            var number = Numbers.Identity();
            var made = (await branch.Town.Post("/api/v1/members", new { organizationId = branch.Branch.Id, name = "钱一", identityNumber = number, standing = "formal", from = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
            return (new(made.At("id").GetGuid()), number);
        }

        var (survivor, duplicate) = (await Register(), await Register());
        var here = $"/api/v1/organizations/{branch.Branch.Id}";
        (await branch.Town.Post($"{here}/posts", new { personId = duplicate.Id, office = "organizationMember", from = "2024-02-01" }, ifMatch: (await branch.Town.Get(here)).ETag)).ShouldBe(HttpStatusCode.Created);
        var himself = await api.SignedIn(Role.None, person: duplicate.Id);
        var meeting = await branch.Plan();
        (await meeting.Notice()).ShouldBe(HttpStatusCode.OK);
        (await meeting.SelfCheck(himself, duplicate.Id)).ShouldBe(HttpStatusCode.OK);
        (await himself.Post($"/api/v1/members/{duplicate.Id}/self-study-notes", new { study = new { studiedOn = "2024-05-12", hours = 1.5m, content = "theory", subject = "学习党章总纲", notes = "笔记" } })).ShouldBe(HttpStatusCode.Created);
        var everybody = (await branch.Town.Get($"{here}/expected-attendees?kind=generalMeeting&on=2024-05-14")).At("items").EnumerateArray().Select(i => i.GetProperty("personId").GetGuid()).Where(p => p != survivor.Id.Value).Append(survivor.Id.Value);
        (await branch.Secretary.Post("/api/v1/study-checks", new { organizationId = branch.Branch.Id, checkedOn = "2024-05-14", how = "查阅笔记", results = everybody.Select(p => new { personId = p, result = "sufficient" }) })).ShouldBe(HttpStatusCode.Created);

        (await branch.Town.Post($"/api/v1/members/{survivor.Id}/merge", new { duplicateId = duplicate.Id, reason = "重复登记", identityNumber = survivor.Number }, ifMatch: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        var merged = await api.Look(db => db.DemocraticLifeMeetings.SingleAsync(m => m.OrganizationId == branch.Branch.Id));
        merged.MustAttend.Should().Contain(survivor.Id).And.NotContain(duplicate.Id);
        merged.SelfChecks.Should().ContainSingle().Which.PersonId.Should().Be(survivor.Id);
        (await api.Look(db => db.SelfStudyNotes.SingleAsync(n => n.PersonId == survivor.Id))).Subject.Should().Be("学习党章总纲");
        (await api.Look(db => db.StudyCheckResults.CountAsync(r => r.PersonId == survivor.Id))).Should().Be(1, "he stood in it by both records and stands once by his own");
    }

    [DatabaseFact]
    public async Task Meetings_are_listed_latest_first_by_page_status_and_days()
    {
        var branch = await LifeBranch.Plant(api);
        foreach (var day in new[] { Planned, Planned.PlusDays(2), Planned.PlusDays(1) }) await branch.Plan(day);
        var first = (await branch.Town.Get($"{LifeBranch.Meetings}?organization={branch.Branch.Id}&limit=2")).As<Page<LifeMeetingSummary>>();
        first.Items.Select(m => m.On).Should().Equal(Planned.PlusDays(2), Planned.PlusDays(1));
        (await branch.Town.Get($"{LifeBranch.Meetings}?organization={branch.Branch.Id}&limit=2&cursor={first.Next}")).As<Page<LifeMeetingSummary>>().Items.Select(m => m.On).Should().Equal(Planned);
        (await branch.Town.Get($"{LifeBranch.Meetings}?organization={branch.Branch.Id}&from=2024-06-25&to=2024-06-25&status=planned")).At("items").GetArrayLength().Should().Be(1);
        (await branch.Town.Get($"{LifeBranch.Meetings}?organization={branch.Branch.Id}&status=held")).At("items").GetArrayLength().Should().Be(0);
        (await branch.Town.Get($"{LifeBranch.Meetings}?organization={branch.Branch.Tree.SiblingTown.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await branch.Town.Get($"{LifeBranch.Meetings}?cursor=abc")).ShouldBe(HttpStatusCode.BadRequest);
    }
}

public sealed class HoldingLifeMeetingsOnSqlite(ApiHost<OnSqlite> api) : HoldingLifeMeetings<OnSqlite>(api);

public sealed class HoldingLifeMeetingsOnPostgreSql(ApiHost<OnPostgreSql> api) : HoldingLifeMeetings<OnPostgreSql>(api);

public sealed class HoldingLifeMeetingsOnSqlServer(ApiHost<OnSqlServer> api) : HoldingLifeMeetings<OnSqlServer>(api);
