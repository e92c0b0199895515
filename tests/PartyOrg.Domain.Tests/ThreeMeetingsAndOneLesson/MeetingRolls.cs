using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.Tests.ThreeMeetingsAndOneLesson;

public class MeetingRolls
{
    private readonly Branch branch = new();

    [Fact]
    public void The_roll_has_everyone_expected() =>
        Refusals(branch.Record(branch.General(), [.. branch.Roll().Take(3)])).Should().Equal(("TWS-3.5", "roll-incomplete", "/roll"));

    [Fact]
    public void The_message_names_those_who_are_missing() =>
        branch.Record(branch.General(), [.. branch.Roll().Take(2)]).Errors[0].Message.En.Should().Contain("2 of those expected").And.Contain(branch.Wang.ToString()).And.Contain(branch.Li.ToString());

    [Fact]
    public void Who_was_not_expected_does_not_stand_on_the_roll() =>
        Refusals(branch.Record(branch.General(), [.. branch.Roll(), new(branch.Stranger, AttendanceStatus.Present)])).Should().Equal(("REG-4", "person-not-expected", "/roll/4/personId"));

    [Fact]
    public void Who_was_not_expected_may_be_a_guest() =>
        branch.Record(branch.General() with { Guests = [new("Zhao Min", branch.Stranger), new("Professor Sun")] }).Succeeded.Should().BeTrue();

    [Fact]
    public void Who_was_expected_is_not_a_guest() =>
        Refusals(branch.Record(branch.General() with { Guests = [new("Wang Wei", branch.Wang)] })).Should().Equal(("REG-4", "guest-is-expected", "/record/guests/0/personId"));

    [Fact]
    public void At_a_gathering_of_two_kinds_everyone_expected_by_either_stands_once_on_the_roll()
    {
        var both = branch.General() with { Kinds = ["committeeMeeting", "generalMeeting"] };
        branch.Record(both).Succeeded.Should().BeTrue();
        Refusals(branch.Record(both, [.. branch.Roll().Take(2)])).Should().Equal(("TWS-3.5", "roll-incomplete", "/roll"));
    }

    [Theory]
    [InlineData(AttendanceStatus.Present, true)]
    [InlineData(AttendanceStatus.Online, true)]
    [InlineData(AttendanceStatus.AbsentWithLeave, false)]
    [InlineData(AttendanceStatus.AbsentWithoutReason, false)]
    public void Chair_and_recorder_took_part_there_or_online(AttendanceStatus status, bool accepted)
    {
        IReadOnlyList<RollEntry> roll = [new(branch.Secretary, status, status == AttendanceStatus.AbsentWithLeave ? "ill" : null), .. branch.Roll().Skip(1)];
        Refusals(branch.Record(branch.General(), roll)).Should().Equal(accepted ? [] : [("TWS-3.5", "chair-was-not-there", "/record/chairId")]);
        Refusals(branch.Record(branch.General() with { ChairId = branch.Publicist, RecorderId = branch.Secretary }, roll)).Should().Equal(accepted ? [] : [("TWS-3.5", "recorder-was-not-there", "/record/recorderId")]);
    }

    [Fact]
    public void A_guest_in_the_register_may_chair()
    {
        var record = branch.General() with { ChairId = branch.Stranger };
        Refusals(branch.Record(record)).Should().Equal(("TWS-3.5", "chair-was-not-there", "/record/chairId"));
        branch.Record(record with { Guests = [new("Zhao Min", branch.Stranger)] }).Succeeded.Should().BeTrue();
    }

    [Fact]
    public void Leave_has_a_reason_and_nothing_else_has_one()
    {
        RollEntry.FaultsIn([new(branch.Wang, AttendanceStatus.AbsentWithLeave)]).Select(Fault).Should().Equal(("leave-needs-reason", "/0/reason"));
        RollEntry.FaultsIn([new(branch.Wang, AttendanceStatus.AbsentWithLeave, " ")]).Select(Fault).Should().Equal(("text-missing", "/0/reason"));
        foreach (var status in new[] { AttendanceStatus.Present, AttendanceStatus.Online, AttendanceStatus.AbsentWithoutReason })
        {
            RollEntry.FaultsIn([new(branch.Wang, status, "ill")]).Select(Fault).Should().Equal(("reason-without-leave", "/0/reason"));
            RollEntry.FaultsIn([new(branch.Wang, status)]).Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_reason_has_at_most_200_characters(int length, bool accepted) =>
        RollEntry.FaultsIn([new(branch.Wang, AttendanceStatus.AbsentWithLeave, new string('病', length))]).Any().Should().Be(!accepted);

    [Fact]
    public void Nobody_stands_on_the_roll_twice() =>
        RollEntry.FaultsIn([.. branch.Roll(), new(branch.Wang, AttendanceStatus.Present)]).Select(Fault).Should().Equal(("roll-person-twice", "/4/personId"));

    [Fact]
    public void A_committee_meeting_needs_a_committee_on_that_day() =>
        Refusals(branch.Without(WhoIsExpected.Committee).Record(branch.General() with { Kinds = ["committeeMeeting"] }, [])).Should().Equal(("TWS-3.2", "nobody-expected", "/record/kinds"));

    [Fact]
    public void A_branch_is_not_a_Party_group() =>
        Refusals(branch.Record(branch.General() with { Kinds = ["partyGroupMeeting"] })).Should().Equal(("TWS-3.1", "not-held-by-such-organization", "/record/kinds"));

    [Fact]
    public void A_Party_group_holds_group_meetings_and_nothing_else()
    {
        var group = new Branch { Type = OrganizationType.PartyGroup, Caller = Role.GroupLeader };
        var members = new HashSet<Id<Person>> { group.Secretary, group.Publicist };
        var onDay = group.On(Branch.Yesterday) with { Expected = new Dictionary<WhoIsExpected, IReadOnlySet<Id<Person>>> { [WhoIsExpected.GroupMembers] = members } };
        Meeting.RecordHeld(onDay, group.General() with { Kinds = ["partyGroupMeeting"] }, [.. group.Roll().Take(2)], Branch.Kinds, group.Ids, group.Clock).Succeeded.Should().BeTrue();

        Refusals(new Branch { Type = OrganizationType.PartyGroup }.Record(branch.General())).Should().Equal(("TWS-3.3", "not-held-by-such-organization", "/record/kinds"));
    }

    [Fact]
    public void An_organization_that_was_not_there_held_nothing() =>
        Refusals(new Branch { Type = null }.Record(branch.General())).Should().Equal(("REG-11", "organization-does-not-exist", "/record/kinds"));

    [Fact]
    public void A_meeting_without_an_item_of_its_classes_is_recorded_with_an_advice()
    {
        var record = branch.General() with { Agenda = [new("Lunch"), new("Everything else")] };
        branch.Record(record).Advices.Select(a => a.RuleId).Should().Equal("TWS-3.1b");
        branch.Record(branch.General()).Advices.Should().BeEmpty();
    }

    [Fact]
    public void The_advice_is_given_for_each_kind_on_its_own()
    {
        var both = branch.General() with { Kinds = ["committeeMeeting", "generalMeeting"], Agenda = [new("Study", "education")] };
        branch.Record(both).Advices.Should().ContainSingle().Which.Message.En.Should().Contain("Branch committee meeting").And.Contain("majorMatters");
    }

    [Fact]
    public void A_plan_without_an_item_of_its_classes_is_kept_with_an_advice() =>
        branch.PlanFor(branch.Plan() with { Agenda = [] }).Advices.Select(a => a.RuleId).Should().Equal("TWS-3.1b");

    private static (string Code, string? Pointer) Fault(Error error) => (error.Code, error.Pointer);

    private static IEnumerable<(string?, string, string?)> Refusals(Result<Meeting> result) => result.Errors.Select(e => (e.RuleId, e.Code, e.Pointer));
}
