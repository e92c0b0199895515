using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.Tests.ThreeMeetingsAndOneLesson;

public class MeetingSteps
{
    private readonly Branch branch = new();

    public static TheoryData<MeetingStatus> AllBut(params MeetingStatus[] allowed) => [.. Enum.GetValues<MeetingStatus>().Except(allowed)];

    public static TheoryData<MeetingStatus> NotPlanned => AllBut(MeetingStatus.Planned);

    public static TheoryData<MeetingStatus> NotHeld => AllBut(MeetingStatus.Held, MeetingStatus.Confirmed);

    [Fact]
    public void A_meeting_is_planned_for_today_or_later()
    {
        branch.PlanFor(branch.Plan(Branch.Today)).Value.Status.Should().Be(MeetingStatus.Planned);
        ShouldBe(branch.PlanFor(branch.Plan(Branch.Yesterday)), "TWS-3.5", "planned-in-the-past", "/plan/on");
    }

    [Fact]
    public void A_planned_meeting_is_no_evidence() => branch.PlanFor(branch.Plan()).Value.Events.Should().Equal(new DomainEvent("meeting.planned"));

    [Fact]
    public void A_planned_meeting_is_moved_to_another_day_and_what_it_gave_up_is_kept()
    {
        var meeting = branch.Planned();
        meeting.Reschedule(branch.On(Branch.Today), new(9, 30), "Room 12", "the hall is closed", Branch.Kinds, branch.Clock).Succeeded.Should().BeTrue();
        meeting.Should().BeEquivalentTo(new { On = Branch.Today, StartsAt = new LocalTime(9, 30), Place = "Room 12", Status = MeetingStatus.Planned, Version = 2 });
        meeting.Plan!.On.Should().Be(Branch.Today);
        meeting.Postponements.Should().Equal(new Postponement(Branch.Tomorrow, new(14, 0), "the hall is closed"));
        meeting.Events.Should().Equal(new DomainEvent("meeting.rescheduled"));
    }

    [Fact]
    public void A_planned_meeting_is_not_moved_into_the_past() =>
        ShouldBe(branch.Planned().Reschedule(branch.On(Branch.Yesterday), new(9, 0), null, "earlier", Branch.Kinds, branch.Clock), "TWS-3.5", "planned-in-the-past", "/on");

    [Fact]
    public void A_planned_meeting_is_called_off_with_a_reason()
    {
        var meeting = branch.Planned();
        meeting.Cancel(Role.BranchSecretary, "the hall is closed", Branch.Kinds).Succeeded.Should().BeTrue();
        (meeting.Status, meeting.EndedBecause).Should().Be((MeetingStatus.Cancelled, "the hall is closed"));
        meeting.Events.Should().Equal(new DomainEvent("meeting.cancelled"));
    }

    [Fact]
    public void A_planned_meeting_is_recorded_as_it_was_held_and_keeps_its_plan()
    {
        var meeting = branch.Planned();
        meeting.RecordAsHeld(branch.On(Branch.Today), branch.General(Branch.Today), branch.Roll(), Branch.Kinds, branch.Clock).Succeeded.Should().BeTrue();
        (meeting.Status, meeting.On, meeting.Plan!.On).Should().Be((MeetingStatus.Held, Branch.Today, Branch.Tomorrow));
        meeting.Events.Should().Equal(new EvidenceGained(branch.Id.Value, "generalMeeting", Branch.Today, meeting.Key), new DomainEvent("meeting.recorded"));
    }

    [Theory]
    [MemberData(nameof(NotPlanned))]
    public void Only_a_planned_meeting_is_moved_called_off_or_recorded_as_held(MeetingStatus status)
    {
        var before = branch.In(status).Events.Count;
        var meeting = branch.In(status);
        ShouldBe(meeting.Reschedule(branch.On(Branch.Tomorrow), new(9, 0), null, "later", Branch.Kinds, branch.Clock), "TWS-3.5", "meeting-not-planned");
        ShouldBe(meeting.Cancel(Role.BranchSecretary, "no", Branch.Kinds), "TWS-3.5", "meeting-not-planned");
        ShouldBe(meeting.RecordAsHeld(branch.On(Branch.Today), branch.General(), branch.Roll(), Branch.Kinds, branch.Clock), "TWS-3.5", "meeting-not-planned");
        (meeting.Status, meeting.Events.Count).Should().Be((status, before));
    }

    [Fact]
    public void A_meeting_is_recorded_on_its_day_and_not_before()
    {
        branch.Record(branch.General(Branch.Today)).Value.Status.Should().Be(MeetingStatus.Held);
        ShouldBe(branch.Record(branch.General(Branch.Tomorrow)), "REG-5", "held-in-the-future", "/record/heldOn");
    }

    [Fact]
    public void What_was_held_is_evidence_of_the_day_on_which_it_was_held()
    {
        var meeting = branch.Record(branch.General()).Value;
        meeting.Events.Should().Equal(new EvidenceGained(branch.Id.Value, "generalMeeting", Branch.Yesterday, meeting.Key), new DomainEvent("meeting.recorded"));
    }

    [Fact]
    public void A_gathering_of_two_kinds_is_evidence_once_for_each()
    {
        var both = branch.General() with { Kinds = ["generalMeeting", "partyClass"], Details = new Dictionary<string, string> { ["lecturer"] = "Li Hong", ["topic"] = "The charter", ["hours"] = "1.5" } };
        branch.Record(both).Value.Events.OfType<EvidenceGained>().Select(e => e.Kind).Should().Equal("generalMeeting", "partyClass");
    }

    [Fact]
    public void The_chair_confirms_the_minutes()
    {
        var meeting = branch.Held();
        meeting.ConfirmMinutes(branch.Secretary, Branch.Kinds, branch.Now).Succeeded.Should().BeTrue();
        (meeting.Status, meeting.ConfirmedAt).Should().Be((MeetingStatus.Confirmed, branch.Now));
        meeting.Events.Should().Equal(new DomainEvent("meeting.minutesConfirmed"));
    }

    [Fact]
    public void Nobody_but_the_chair_confirms_the_minutes_not_even_the_recorder()
    {
        foreach (var meeting in new[] { branch.Held(), branch.Confirmed() })
        {
            foreach (var other in new[] { branch.Publicist, branch.Stranger, (Id<Person>?)null })
            {
                ShouldBe(meeting.ConfirmMinutes(other, Branch.Kinds, branch.Now), "TWS-3.5", "only-the-chair-confirms", kind: ErrorKind.Forbidden);
            }
        }
    }

    [Fact]
    public void Minutes_are_confirmed_once() =>
        ShouldBe(branch.Confirmed().ConfirmMinutes(branch.Secretary, Branch.Kinds, branch.Now), "REG-6", "minutes-confirmed-already");

    [Fact]
    public void There_must_be_minutes_to_confirm() =>
        ShouldBe(branch.Record(branch.General() with { Minutes = null }).Value.ConfirmMinutes(branch.Secretary, Branch.Kinds, branch.Now), "TWS-3.5", "no-minutes");

    [Theory]
    [MemberData(nameof(NotHeld))]
    public void Only_a_held_meeting_is_confirmed_corrected_or_withdrawn(MeetingStatus status)
    {
        var meeting = branch.In(status);
        ShouldBe(meeting.ConfirmMinutes(branch.Secretary, Branch.Kinds, branch.Now), "TWS-3.5", "meeting-not-held");
        ShouldBe(branch.Correct(meeting, branch.General()), "TWS-3.5", "meeting-not-held");
        ShouldBe(meeting.Withdraw(Role.BranchSecretary, branch.Roll(), branch.Because("again"), Branch.Kinds), "TWS-3.5", "meeting-not-held");
        (meeting.Status, meeting.Events.Count).Should().Be((status, 0));
    }

    [Theory]
    [InlineData(MeetingStatus.Held)]
    [InlineData(MeetingStatus.Confirmed)]
    public void A_correction_keeps_the_whole_old_record_and_awaits_the_chair_again(MeetingStatus status)
    {
        var meeting = branch.In(status);
        var (old, confirmed) = (meeting.Record!, meeting.ConfirmedAt);
        branch.Correct(meeting, branch.General() with { Place = "Room 12" }, [.. branch.Roll().SkipLast(1), new(branch.Li, AttendanceStatus.Present)]).Succeeded.Should().BeTrue();

        (meeting.Status, meeting.Place, meeting.ConfirmedAt, meeting.Replaced).Should().Be((MeetingStatus.Held, "Room 12", null, 1));
        var kept = meeting.Revisions.Should().ContainSingle().Subject;
        (kept.Number, kept.Record, kept.ConfirmedAt, kept.Reason).Should().Be((1, old, confirmed, "the date was wrong"));
        kept.Roll.Should().Equal(branch.Roll());
    }

    [Fact]
    public void A_correction_that_leaves_day_and_kinds_leaves_the_evidence()
    {
        var meeting = branch.Held();
        branch.Correct(meeting, branch.General() with { Minutes = "In full." });
        meeting.Events.Should().Equal(new DomainEvent("meeting.corrected"));
    }

    [Fact]
    public void A_correction_of_the_day_withdraws_the_evidence_and_gains_it_anew()
    {
        var meeting = branch.Held();
        branch.Correct(meeting, branch.General(Branch.Today));
        meeting.Events.Should().Equal(new EvidenceWithdrawn(meeting.Key), new EvidenceGained(branch.Id.Value, "generalMeeting", Branch.Today, meeting.Key), new DomainEvent("meeting.corrected"));
    }

    [Fact]
    public void A_correction_of_the_kinds_withdraws_the_evidence_and_gains_it_anew()
    {
        var meeting = branch.Held();
        var committee = branch.General() with { Kinds = ["committeeMeeting"], Agenda = [new("Study", "majorMatters")] };
        branch.Correct(meeting, committee, [.. branch.Roll().Take(2)]).Succeeded.Should().BeTrue();
        meeting.Events.OfType<EvidenceGained>().Should().Equal(new EvidenceGained(branch.Id.Value, "committeeMeeting", Branch.Yesterday, meeting.Key));
        meeting.Events.OfType<EvidenceWithdrawn>().Should().ContainSingle();
    }

    [Fact]
    public void A_correction_is_judged_like_a_record()
    {
        var meeting = branch.Held();
        ShouldBe(branch.Correct(meeting, branch.General(Branch.Tomorrow)), "REG-5", "held-in-the-future", "/record/heldOn");
        ShouldBe(branch.Correct(meeting, branch.General(), [.. branch.Roll().Take(3)]), "TWS-3.5", "roll-incomplete", "/roll");
        (meeting.Revisions.Count, meeting.Events.Count, meeting.Replaced).Should().Be((0, 0, 0));
    }

    [Fact]
    public void A_record_made_by_mistake_is_withdrawn_kept_and_counts_no_more()
    {
        var meeting = branch.Confirmed();
        meeting.Withdraw(Role.BranchSecretary, branch.Roll(), branch.Because("recorded twice"), Branch.Kinds).Succeeded.Should().BeTrue();
        (meeting.Status, meeting.EndedBecause, meeting.Revisions.Count).Should().Be((MeetingStatus.Withdrawn, "recorded twice", 1));
        meeting.Events.Should().Equal(new EvidenceWithdrawn(meeting.Key), new DomainEvent("meeting.withdrawn"));
    }

    [Theory]
    [InlineData(Role.BranchSecretary, true)]
    [InlineData(Role.CommitteeMember, true)]
    [InlineData(Role.GroupLeader, false)]
    [InlineData(Role.Member, false)]
    [InlineData(Role.TownOfficer, false)]
    [InlineData(Role.None, false)]
    public void A_general_meeting_is_planned_and_recorded_by_the_branch_s_committee(Role role, bool allowed)
    {
        var callers = new Branch { Caller = role };
        foreach (var refusal in new[] { callers.Record(callers.General()).Errors, callers.PlanFor(callers.Plan()).Errors, new Branch().Planned().Cancel(role, "no", Branch.Kinds).Errors })
        {
            refusal.Select(e => (e.Kind, e.RuleId)).Should().Equal(allowed ? [] : [(ErrorKind.Forbidden, (string?)"TWS-3.5")]);
        }
    }

    [Fact]
    public void A_member_neither_corrects_nor_withdraws_a_record()
    {
        var meeting = branch.Held();
        var asMember = branch.On(Branch.Yesterday) with { RolesOfCaller = Role.Member };
        ShouldBe(meeting.Correct(asMember, branch.General(), branch.Roll(), branch.Roll(), branch.Because("no"), Branch.Kinds, branch.Clock), "TWS-3.5", "not-recorded-by-you", kind: ErrorKind.Forbidden);
        ShouldBe(meeting.Withdraw(Role.Member, branch.Roll(), branch.Because("no"), Branch.Kinds), "TWS-3.5", "not-recorded-by-you", kind: ErrorKind.Forbidden);
    }

    private static void ShouldBe<T>(Result<T> result, string rule, string code, string? pointer = null, ErrorKind kind = ErrorKind.RuleBroken) =>
        result.Errors.Select(e => (e.Kind, e.RuleId, e.Code, e.Pointer)).Should().Equal((kind, rule, code, pointer));
}
