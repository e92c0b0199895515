using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.Tests.ThreeMeetingsAndOneLesson;

public class MeetingValues
{
    private static readonly Dictionary<string, string> Lesson = new() { ["lecturer"] = "Li Hong", ["topic"] = "The charter", ["hours"] = "1.5" };

    private readonly Branch branch = new();

    [Fact]
    public void A_good_record_and_a_good_plan_have_no_fault()
    {
        branch.General().FaultsAgainst(Branch.Kinds).Should().BeEmpty();
        branch.Plan().FaultsAgainst(Branch.Kinds).Should().BeEmpty();
    }

    [Fact]
    public void The_kinds_are_known_and_each_is_named_once()
    {
        Faults(branch.General() with { Kinds = [], Agenda = [] }).Should().Equal(("activity-kind-missing", "/kinds"));
        Faults(branch.General() with { Kinds = ["generalMeeting", "picnic"] }).Should().Equal(("activity-kind-unknown", "/kinds/1"));
        Faults(branch.General() with { Kinds = ["generalMeeting", "picnic"], Details = new Dictionary<string, string> { ["sausages"] = "12" } }).Should().Equal(("activity-kind-unknown", "/kinds/1"));
        Faults(branch.General() with { Kinds = ["generalMeeting", "generalMeeting"] }).Should().Equal(("activity-kind-twice", "/kinds/1"));
        Faults(branch.General() with { Kinds = ["GeneralMeeting"], Agenda = [] }).Should().Equal(("activity-kind-unknown", "/kinds/0"));
    }

    [Fact]
    public void An_agenda_item_is_of_a_class_of_the_meeting_s_kinds_or_of_none()
    {
        Faults(branch.General() with { Agenda = [new("Lunch"), new("Mutual criticism", "criticism")] }).Should().Equal(("agenda-class-unknown", "/agenda/1/class"));
        Faults(branch.General() with { Kinds = ["generalMeeting", "committeeMeeting"], Agenda = [new("Mutual criticism", "criticism")] }).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_place_has_1_to_200_characters(int length, bool accepted) => Faults(branch.General() with { Place = new('室', length) }).Any().Should().Be(!accepted);

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void An_agenda_has_at_most_50_items_and_so_have_the_resolutions(int count, bool accepted)
    {
        Faults(branch.General() with { Agenda = [.. Enumerable.Repeat(new AgendaItem("Work"), count)] }).Should().Equal(accepted ? [] : [("too-many-items", "/agenda")]);
        Faults(branch.General() with { Resolutions = [.. Enumerable.Repeat("Agreed", count)] }).Should().Equal(accepted ? [] : [("too-many-items", "/resolutions")]);
    }

    [Theory]
    [InlineData(50_000, true)]
    [InlineData(50_001, false)]
    public void Minutes_have_at_most_50_000_characters(int length, bool accepted) => Faults(branch.General() with { Minutes = new('记', length) }).Any().Should().Be(!accepted);

    [Theory]
    [InlineData("line one\r\nline two\tand more", true)]
    [InlineData("a\0b", false)]
    [InlineData("a\u0007b", false)]
    [InlineData("a\ud83d", false)]
    [InlineData("🙂", true)]
    [InlineData(" \n", false)]
    public void Text_has_no_control_characters_and_no_halves(string text, bool accepted) => Faults(branch.General() with { Minutes = text }).Any().Should().Be(!accepted);

    [Fact]
    public void A_Party_class_has_lecturer_topic_and_hours()
    {
        var lesson = branch.General() with { Kinds = ["partyClass"], Agenda = [new("The charter", "lecture")] };
        Faults(lesson).Should().Equal(("detail-missing", "/details/lecturer"), ("detail-missing", "/details/topic"), ("detail-missing", "/details/hours"));
        lesson.FaultsAgainst(Branch.Kinds).Select(e => e.RuleId).Should().AllBe("TWS-3.4");
        Faults(lesson with { Details = Lesson }).Should().BeEmpty();
        Faults(branch.General() with { Kinds = ["generalMeeting", "partyClass"], Details = Lesson }).Should().BeEmpty();
    }

    [Fact]
    public void What_no_kind_asks_for_is_not_a_detail() =>
        Faults(branch.General() with { Details = new Dictionary<string, string> { ["hours"] = "1" } }).Should().Equal(("detail-unknown", "/details/hours"));

    [Theory]
    [InlineData("0.5", true)]
    [InlineData("0.49", false)]
    [InlineData("24", true)]
    [InlineData("24.00", true)]
    [InlineData("24.01", false)]
    [InlineData("1.25", true)]
    [InlineData("1.255", false)]
    [InlineData("1,5", false)]
    [InlineData("-1", false)]
    [InlineData(" 1", false)]
    [InlineData("1e1", false)]
    [InlineData("two", false)]
    [InlineData("", false)]
    public void Hours_are_a_decimal_from_half_an_hour_to_a_day(string hours, bool accepted)
    {
        var lesson = branch.General() with { Kinds = ["partyClass"], Agenda = [], Details = new Dictionary<string, string>(Lesson) { ["hours"] = hours } };
        Faults(lesson).Should().Equal(accepted ? [] : [("detail-not-in-range", "/details/hours")]);
    }

    [Fact]
    public void A_guest_has_a_name_and_is_named_once() =>
        Faults(branch.General() with { Guests = [new("", branch.Stranger), new("Zhao Min", branch.Stranger)] }).Should().Equal(("person-name-missing", "/guests/0/name"), ("guest-twice", "/guests/1/personId"));

    [Fact]
    public void All_faults_are_found_at_once() =>
        Faults(branch.General() with { Place = "", Resolutions = [""], Minutes = "\0" }).Select(f => f.Pointer).Should().Equal("/place", "/resolutions/0", "/minutes");

    private static IEnumerable<(string Code, string? Pointer)> Faults(MeetingRecord record) => record.FaultsAgainst(Branch.Kinds).Select(e => (e.Code, e.Pointer));
}
