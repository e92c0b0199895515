using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>The shapes <c>afterEvent</c> and <c>sinceLast</c> beyond what their rule files show: sentences, strictness, versions, ranges.</summary>
public class FactShapeTests
{
    private static Check After(int within = 5, string unit = "days", string of = "branch", string evidence = "report") =>
        Shaped(new { @is = "afterEvent", of = new[] { of }, @event = "founding", evidence, within, unit });

    private static Check Since(int within = 30, string unit = "days", string evidence = "generalMeeting") =>
        Shaped(new { @is = "sinceLast", of = new[] { "branch" }, evidence, within, unit });

    private static Evidence Founded(string day, int number = 0) => Piece("founding", day, 100 + number);

    [Theory]
    [InlineData(5, "days", "2024-02-13", "5 days", "5天")]
    [InlineData(1, "days", "2024-02-09", "1 day", "1天")]
    [InlineData(5, "workingDays", "2024-02-21", "5 working days", "5个工作日")]
    [InlineData(1, "months", "2024-03-08", "1 month", "1个月")]
    [InlineData(6, "months", "2024-08-08", "6 months", "6个月")]
    public void The_due_day_and_the_sentences_follow_the_limit(int within, string unit, string due, string en, string zh)
    {
        var verdict = Engine.Verdicts(Rule(Version("2010-01-01", After(within, unit))), Branch(), [Founded("2024-02-08")], [], Day("2024-01-01"), Day("2024-12-31"), Day("2024-02-08")).Single();

        verdict.DueOn.Should().Be(Day(due));
        verdict.Status.Should().Be(VerdictStatus.Due);
        verdict.Shortfall.Should().Be(new Results.Text($"1 report missing after the founding of 2024-02-08, within {en}.", $"2024-02-08成立后{zh}内还缺1份报告。"));
        verdict.Next.Should().Be(new NextStep(new($"Submit 1 report by {due} and record it.", $"请在{due}（含当日）前提交1份报告并予以记录。"), "recordReport", "report"));
        verdict.Reasons.Should().ContainSingle().Which.Should().Be(new Results.Text($"It follows the founding of 2024-02-08: {en}, to {due}.", $"自2024-02-08成立起算{zh}，至{due}止。"));
        verdict.Evidence.Should().ContainSingle().Which.Kind.Should().Be("founding");
    }

    [Fact]
    public void What_is_overdue_is_done_at_once_and_counts_as_late()
    {
        var verdict = Engine.Verdicts(Rule(Version("2010-01-01", After())), Branch(), [Founded("2024-02-08")], [], Day("2024-01-01"), Day("2024-12-31"), Day("2024-02-14")).Single();

        verdict.Next!.What.En.Should().Be("It was due on 2024-02-13. Submit 1 report now and record it; it will be met late.");
        var late = Engine.Verdicts(Rule(Version("2010-01-01", After())), Branch(), [Founded("2024-02-08"), Piece("report", "2024-02-14")], [], Day("2024-01-01"), Day("2024-12-31"), Day("2024-02-14")).Single();
        (late.Status, late.MetOn, late.Evidence.Count, late.Next).Should().Be((VerdictStatus.MetLate, Day("2024-02-14"), 2, null));
    }

    [Fact]
    public void Working_days_in_a_year_without_a_calendar_are_Monday_to_Friday_and_the_verdict_says_so()
    {
        var verdict = Engine.Verdicts(Rule(Version("2010-01-01", After(5, "workingDays"))), Branch(), [Founded("2031-12-29")], [], Day("2031-01-01"), Day("2032-12-31"), Day("2032-01-01")).Single();

        verdict.DueOn.Should().Be(Day("2032-01-05"));
        verdict.Reasons.Skip(1).Select(r => r.En).Should().Equal(
            "The holidays of 2031 are not on file: every Monday to Friday is counted as a working day.", "The holidays of 2032 are not on file: every Monday to Friday is counted as a working day.");
        verdict.Reasons[1].Zh.Should().Be("系统中没有2031年的节假日安排，周一至周五均按工作日计算。");
    }

    [Fact]
    public void The_version_in_force_on_the_day_of_the_event_governs_and_an_older_event_keeps_its_place_in_the_queue()
    {
        var rule = Rule(Version("2010-01-01", After(5)), Version("2024-03-01", After(10)));
        Evidence[] evidence = [Founded("2024-02-29"), Founded("2024-03-01", 1), Piece("report", "2024-03-10")];

        Judged(rule, Branch(), evidence, "2024-01-01", "2024-12-31", "2024-12-31").Should().Be("2024-02-29/2024-03-05 metlate, 2024-03-01/2024-03-11 overdue");
        Judged(rule, Branch(), evidence, "2024-03-11", "2024-03-11", "2024-12-31").Should().Be("2024-03-01/2024-03-11 overdue", "the range asked for changes no queue");
    }

    [Theory]
    [InlineData("2024-02-07", "")]
    [InlineData("2024-02-08", "2024-02-08/2024-02-13 due")]
    public void An_event_after_the_asked_date_asks_nothing_yet(string asOf, string verdicts) =>
        Judged(Rule(Version("2010-01-01", After())), Branch(), [Founded("2024-02-08")], "2024-01-01", "2024-12-31", asOf).Should().Be(verdicts);

    [Theory]
    [InlineData("2024-02-07", "2024-02-07", "")]
    [InlineData("2024-02-08", "2024-02-08", "2024-02-08/2024-02-13 metlate")]
    [InlineData("2024-02-20", "2024-02-20", "2024-02-08/2024-02-13 metlate")]
    [InlineData("2024-02-21", "2024-12-31", "")]
    public void A_slot_is_told_for_the_days_on_which_it_is_open(string from, string to, string verdicts) =>
        Judged(Rule(Version("2010-01-01", After())), Branch(), [Founded("2024-02-08"), Piece("report", "2024-02-20")], from, to, "2024-12-31").Should().Be(verdicts);

    [Fact]
    public void A_repeal_lets_what_is_open_finish_and_nothing_begins()
    {
        var rule = Rule(Version("2010-01-01", After()), Version("2024-02-09", null));

        Judged(rule, Branch(), [Founded("2024-02-08"), Founded("2024-02-09", 1)], "2024-01-01", "2024-12-31", "2024-12-31").Should().Be("2024-02-08/2024-02-13 overdue");
    }

    [Fact]
    public void The_slots_since_the_last_time_tile_2000_to_2100_whatever_the_days_and_the_limit()
    {
        var random = new Random(20_240_229);
        foreach (var (within, unit) in new[] { (30, "days"), (1, "months"), (22, "workingDays") })
        {
            var days = new List<Evidence>();
            for (var day = Day("2000-01-01").PlusDays(random.Next(60)); day <= Day("2100-12-31"); day = day.PlusDays(1 + random.Next(60))) days.Add(new(Guid.Empty, "generalMeeting", day, new("meeting", Guid.Empty)));
            var judgements = Engine.Judge(new DutyPlan(Rule(Version("2000-01-01", Since(within, unit))), Day("2000-01-01"), Day("2100-12-31")), Branch("1990-01-01", adoptions: AdoptedBy(City, "1990-01-01")), days, [], Day("2100-12-31"));

            judgements.Should().HaveCount(days.Count + (days[^1].OccurredOn == Day("2100-12-31") ? 0 : 1));
            var next = Day("2000-01-01");
            foreach (var (slot, piece) in judgements.Zip(days))
            {
                if (slot.Slot.Period.From != next || slot.MetOn != piece.OccurredOn) Assert.Fail($"{slot.Slot.Period.Label} does not begin on {next}.");
                if (slot.Status != (piece.OccurredOn <= slot.Slot.DueOn ? VerdictStatus.Met : VerdictStatus.MetLate)) Assert.Fail($"{slot.Slot.Period.Label} is {slot.Status}.");
                next = piece.OccurredOn.PlusDays(1);
            }
        }
    }

    [Fact]
    public void After_days_on_which_the_rule_does_not_bind_the_count_begins_anew()
    {
        var gap = Branch(lifetimes: [new("branch", Days("2020-01-01", "2024-01-20")), new("branch", Days("2024-03-01"))]);

        Judged(Rule(Version("2024-01-01", Since())), gap, Meetings("2024-01-10", "2024-02-15"), "2024-01-01", "2024-12-31", "2024-12-31")
            .Should().Be("2024-01-01/2024-01-30 met, 2024-01-11/2024-02-09 notapplicable, 2024-03-01/2024-03-30 overdue");
    }

    [Fact]
    public void A_new_limit_governs_from_the_next_time_on()
    {
        var rule = Rule(Version("2024-01-01", Since(30)), Version("2024-02-01", Since(10)));

        Judged(rule, Branch(), Meetings("2024-01-20", "2024-02-15"), "2024-01-01", "2024-12-31", "2024-02-26").Should().Be("2024-01-01/2024-01-30 met, 2024-01-21/2024-02-19 met, 2024-02-16/2024-02-25 overdue");
    }

    [Theory]
    [InlineData(30, "days", "2024-01-30", "30 days", "30天")]
    [InlineData(31, "days", "2024-01-31", "31 days", "31天")]
    [InlineData(2, "months", "2024-02-29", "2 months", "2个月")]
    public void What_is_missing_since_the_last_time_follows_the_limit(int within, string unit, string due, string en, string zh)
    {
        var verdict = Engine.Verdicts(Rule(Version("2024-01-01", Since(within, unit))), Branch(), [], [], Day("2024-01-01"), Day("2024-12-31"), Day("2024-01-02")).Single();

        verdict.Shortfall.Should().Be(new Results.Text($"1 general meeting missing: {en} since 2023-12-31 end on {due}.", $"还缺1次支部党员大会：自2023-12-31起{zh}，至{due}止。"));
        verdict.Next!.What.En.Should().Be($"Hold 1 general meeting by {due} and record it.");
    }

    [Fact]
    public void A_quarter_that_becomes_a_limit_finishes_first_and_so_does_the_other_way_round()
    {
        Judged(Rule(Version("2010-01-01", Check("quarter")), Version("2024-02-01", Since())), Branch(), [], "2024-01-01", "2024-12-31", "2024-12-31").Should().Be("2024-Q1 overdue, 2024-04-01/2024-04-30 overdue");
        Judged(Rule(Version("2024-01-01", Since()), Version("2024-02-01", Check("quarter"))), Branch(), [], "2024-01-01", "2024-06-30", "2024-12-31").Should().Be("2024-01-01/2024-01-30 overdue, 2024-Q2 overdue");
    }

    [Fact]
    public void The_evidence_that_can_matter_goes_back_to_the_beginning_of_the_rule()
    {
        var rule = Rule(Version("2010-01-01", Since()), Version("2024-02-01", Since(10)));
        var plan = new DutyPlan(rule, Day("2024-03-01"), Day("2024-12-31"));

        rule.EvidenceDays(Day("2024-03-01"), Day("2024-12-31")).Should().BeNull();
        rule.Throughout.Should().Equal("generalMeeting");
        plan.Slots.Should().BeEmpty("each subject has its own");
    }

    [Fact]
    public void A_shorter_limit_is_stricter_and_days_are_stricter_than_working_days_and_these_than_months()
    {
        foreach (var make in new Func<int, string, Check>[] { (n, unit) => After(n, unit), (n, unit) => Since(n, unit) })
        {
            make(4, "days").ComparedWith(make(5, "days")).Should().Be(Strictness.Stricter);
            make(6, "days").ComparedWith(make(5, "days")).Should().Be(Strictness.Looser);
            make(5, "workingDays").ComparedWith(make(5, "days")).Should().Be(Strictness.Looser);
            make(5, "workingDays").ComparedWith(make(5, "months")).Should().Be(Strictness.Stricter);
            make(4, "workingDays").ComparedWith(make(5, "days")).Should().Be(Strictness.NotComparable);
        }

        After(evidence: "workPlan").ComparedWith(After()).Should().Be(Strictness.NotComparable);
    }

    [Fact]
    public void So_many_days_are_never_more_than_so_many_working_days_and_these_never_more_than_so_many_months()
    {
        for (var day = Day("2023-12-01"); day <= Day("2027-01-31"); day = day.PlusDays(1))
        {
            foreach (var n in new[] { 1, 2, 5, 20 })
            {
                var (days, working, months) = (new TimeLimit(n, TimeUnit.Days).After(day), new TimeLimit(n, TimeUnit.WorkingDays).After(day), new TimeLimit(n, TimeUnit.Months).After(day));
                if (days > working || working > months) Assert.Fail($"{n} after {day}: {days}, {working}, {months}.");
            }
        }
    }

    [Theory]
    [InlineData("""{ "event": "report" }""", "", "\"event\" and \"evidence\" are the same kind, which cannot follow itself. Use sinceLast for work that recurs")]
    [InlineData("""{ "within": -1 }""", "/within", "\"within\" must be a whole number from 0 to 1000")]
    [InlineData("""{ "unit": "weeks" }""", "/unit", "\"unit\" must be one of: days, workingDays, months")]
    public void A_fault_in_a_limit_names_the_key_and_what_to_do(string change, string pointer, string message) => FaultOf(After(), change).Should().Be((pointer, message));
}
