using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.Tests.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>Work that names what it is for (a plan its period, an answer its event) counts for that, and the day on which it was done decides only whether it was in time.</summary>
public class NamedWorkTests
{
    private static readonly Rule YearlyPlan = Rule(Version("2010-01-01", Shaped(new { @is = "byDate", of = new[] { "branch" }, evidence = "plan", times = 1, every = "year", by = "01-31", early = "counts" })));

    private static readonly Rule Answered = Rule(Version("2010-01-01", Shaped(new { @is = "afterEvent", of = new[] { "branch" }, @event = "founding", evidence = "answer", within = 10, unit = "days" })));

    private static Evidence Piece(string kind, string on, string? named = null, string source = "00000000-0000-0000-0000-000000000009") =>
        new(Guid.Empty, kind, Day(on), new("plan", new(source))) { For = named is null ? null : Day(named) };

    [Theory]
    [InlineData("2023-11-20", "met")]
    [InlineData("2024-01-31", "met")]
    [InlineData("2024-02-01", "metlate")]
    [InlineData("2024-12-31", "metlate")]
    public void A_plan_counts_for_the_year_that_it_names_whenever_it_was_drawn_up(string on, string status) =>
        Judged(YearlyPlan, Branch(), [Piece("plan", on, "2024-01-01")], "2024-01-01", "2024-12-31", "2024-12-31").Should().Be($"2024 {status}");

    [Fact]
    public void A_plan_drawn_up_years_later_still_counts_for_its_year_and_for_no_other() =>
        Judged(YearlyPlan, Branch(), [Piece("plan", "2026-03-01", "2024-01-01")], "2024-01-01", "2026-12-31", "2026-12-31").Should().Be("2024 metlate, 2025 overdue, 2026 overdue");

    [Fact]
    public void Two_plans_of_one_day_count_each_for_its_own_year() =>
        Judged(YearlyPlan, Branch(), [Piece("plan", "2024-01-15", "2024-01-01"), Piece("plan", "2024-01-15", "2025-01-01")], "2024-01-01", "2025-12-31", "2025-12-31").Should().Be("2024 met, 2025 met");

    [Fact]
    public void What_is_not_yet_drawn_up_on_the_asked_date_does_not_count() =>
        Judged(YearlyPlan, Branch(), [Piece("plan", "2024-01-20", "2024-01-01")], "2024-01-01", "2024-12-31", "2024-01-19").Should().Be("2024 due");

    [Fact]
    public void A_period_counts_every_piece_for_one_of_its_days()
    {
        var twice = Rule(Version("2010-01-01", Shaped(new { @is = "atLeastPerPeriod", of = new[] { "branch" }, evidence = "plan", times = 2, every = "year" })));

        Judged(twice, Branch(), [Piece("plan", "2024-02-01", "2024-01-01"), Piece("plan", "2023-12-30", "2024-07-01")], "2024-01-01", "2024-12-31", "2024-12-31").Should().Be("2024 met");
        Judged(twice, Branch(), [Piece("plan", "2024-02-01", "2024-01-01"), Piece("plan", "2024-03-01", "2025-01-01")], "2024-01-01", "2024-12-31", "2024-12-31").Should().Be("2024 due");
    }

    [Fact]
    public void An_answer_is_for_the_event_that_it_names_and_leaves_an_older_one_waiting() =>
        Judged(Answered, Branch(), [Piece("founding", "2024-03-01"), Piece("founding", "2024-03-05"), Piece("answer", "2024-03-06", "2024-03-05")], "2024-03-01", "2024-03-31", "2024-03-31")
            .Should().Be("2024-03-01/2024-03-11 overdue, 2024-03-05/2024-03-15 met");

    [Theory]
    [InlineData("2024-03-11", "met")]
    [InlineData("2024-03-12", "metlate")]
    public void An_answer_after_the_last_day_is_late(string on, string status) =>
        Judged(Answered, Branch(), [Piece("founding", "2024-03-01"), Piece("answer", on, "2024-03-01")], "2024-03-01", "2024-03-31", "2024-03-31").Should().Be($"2024-03-01/2024-03-11 {status}");

    [Fact]
    public void Two_events_of_one_day_ask_for_two_answers() =>
        Judged(Answered, Branch(), [Piece("founding", "2024-03-01"), Piece("founding", "2024-03-01"), Piece("answer", "2024-03-02", "2024-03-01")], "2024-03-01", "2024-03-31", "2024-03-31")
            .Should().Be("2024-03-01/2024-03-11 overdue");

    [Fact]
    public void A_limit_of_no_days_asks_for_the_answer_on_the_day_itself()
    {
        var sameDay = Rule(Version("2010-01-01", Shaped(new { @is = "afterEvent", of = new[] { "branch" }, @event = "founding", evidence = "answer", within = 0, unit = "days" })));

        Judged(sameDay, Branch(), [Piece("founding", "2024-03-01"), Piece("answer", "2024-03-01", "2024-03-01")], "2024-03-01", "2024-03-31", "2024-03-31").Should().Be("2024-03-01/2024-03-01 met");
        Judged(sameDay, Branch(), [Piece("founding", "2024-03-01"), Piece("answer", "2024-03-02", "2024-03-01")], "2024-03-01", "2024-03-31", "2024-03-31").Should().Be("2024-03-01/2024-03-01 metlate");
    }

    [Fact]
    public void A_checklist_names_the_item_that_is_missing_and_is_met_by_what_comes_for_its_year_later()
    {
        var both = Rule(Version("2010-01-01", Shaped(new { @is = "checklist", of = new[] { "branch" }, items = new[] { "plan", "generalMeeting" }, every = "year" })));
        Evidence[] known = [Piece("generalMeeting", "2024-05-01"), Piece("plan", "2024-05-01", "2025-01-01")];

        var verdict = Engine.Verdicts(both, Branch(), known, [], Day("2024-01-01"), Day("2024-12-31"), Day("2024-12-31")).Single();
        verdict.Shortfall!.En.Should().Contain("plan");
        Judged(both, Branch(), [.. known, Piece("plan", "2025-01-15", "2024-01-01")], "2024-01-01", "2024-12-31", "2025-02-01").Should().Be("2024 metlate");
    }

    [Fact]
    public void A_breach_that_comes_from_the_same_record_is_told_and_does_not_change_the_status()
    {
        var (clean, broken) = ("00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002");
        IReadOnlyList<Breach> Breaches(params Evidence[] evidence)
        {
            var verdict = Engine.Verdicts(YearlyPlan, Branch(), evidence, [], Day("2024-01-01"), Day("2024-12-31"), Day("2024-12-31")).Single();
            verdict.Status.Should().Be(VerdictStatus.Met);
            return verdict.Breaches;
        }

        Breaches(Piece("plan", "2024-01-10", "2024-01-01", clean), Piece("hastyPlan", "2024-01-10", "2024-01-01", broken)).Should().BeEmpty("another record is meant");
        Breaches(Piece("plan", "2024-01-10", "2024-01-01", broken), Piece("hastyPlan", "2024-01-10", "2024-01-01", broken)).Should().ContainSingle().Which.RuleId.Should().Be("TWS-1.4d");
    }

    [Fact]
    public void A_duty_that_the_superior_owes_names_him_and_any_other_the_subject()
    {
        var own = Engine.Verdicts(YearlyPlan, Branch(), [], [], Day("2024-01-01"), Day("2024-12-31"), Day("2024-12-31")).Single();
        var superiors = Engine.Verdicts(YearlyPlan with { OwedBy = DutyOwner.Superior }, Branch(), [], [], Day("2024-01-01"), Day("2024-12-31"), Day("2024-12-31")).Single();

        own.OwedBy.Should().Be(own.Subject.Id);
        superiors.OwedBy.Should().Be(Branch().UnderOn(Day("2024-01-01"))!.Organizations[0]);
    }

    [Theory]
    [InlineData("withinWindow", "counts by days")]
    [InlineData("sinceLast", "counts by days")]
    public void A_shape_that_counts_by_days_takes_no_kind_that_names_what_it_is_for(string shape, string because)
    {
        object check = shape == "withinWindow"
            ? new { @is = shape, of = new[] { "branch" }, evidence = "plan", times = 1, every = "year", from = "01-01", to = "01-31", early = "counts", late = "counts" }
            : new { @is = shape, of = new[] { "branch" }, evidence = "plan", within = 60, unit = "days" };

        ShapeFiles.Reader.ReadCheck(System.Text.Json.JsonSerializer.SerializeToElement(check), "x.json").Errors[0].Message.En.Should().Contain(because);
    }

    [Theory]
    [InlineData("doesNotCount", null)]
    [InlineData("counts", 30)]
    public void A_date_for_what_names_its_period_lets_early_work_count_without_a_first_day(string early, int? earlyDays)
    {
        var parameters = new Dictionary<string, object> { ["is"] = "byDate", ["of"] = new[] { "branch" }, ["evidence"] = "plan", ["times"] = 1, ["every"] = "year", ["by"] = "01-31", ["early"] = early };
        if (earlyDays is { } days) parameters["earlyDays"] = days;

        ShapeFiles.Reader.ReadCheck(System.Text.Json.JsonSerializer.SerializeToElement(parameters), "x.json").Errors[0].Message.En.Should().Contain("leave \"earlyDays\" out");
    }

    [Theory]
    [InlineData("2024-03-10", "2024-01-01/2024-02-29 met, 2024-03-01/2024-03-10 overdue")]
    [InlineData("2024-05-10", "2024-01-01/2024-02-29 met, 2024-03-01/2024-03-31 metlate, 2024-04-01/2024-05-10 met")]
    public void Conditions_that_are_asked_together_lapse_with_the_first_and_are_restored_with_the_last(string asOf, string expected)
    {
        var both = Rule(Version("2010-01-01", Shaped(new { @is = "alwaysHolds", of = new[] { "branch" }, holds = new[] { "secretary", "committee" }, graceDays = 0 })));
        var history = new SubjectHistory(
            new(Guid.Empty, "branch"), [new("branch", Days("2024-01-01"))], [new(Days("2024-01-01"), Branch().UnderOn(Day("2024-01-01"))!)],
            [new("secretary", DaySet.Of([Days("2024-01-01")])), new("committee", DaySet.Of([Days("2024-01-01", "2024-02-29"), Days("2024-04-01")]))]);

        Judged(both, history, [], "2024-01-01", asOf, asOf).Should().Be(expected);
        var lapsed = Engine.Verdicts(both, history, [], [], Day("2024-01-01"), Day("2024-03-10"), Day("2024-03-10"))[^1];
        lapsed.Shortfall!.En.Should().Be("Since 2024-03-01 there is no committee.", "only what is lacking is named");
    }
}
