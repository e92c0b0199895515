using System.Text.Json;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Tests.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>The shapes <c>byDate</c> and <c>withinWindow</c> beyond what their rule files show: tiling, sentences, strictness, faults.</summary>
public class WindowShapeTests
{
    private static Check ByDate(string every = "year", string by = "01-31", string early = "countsWithAdvice", int? earlyDays = 60, int times = 1) =>
        Shaped(new { @is = "byDate", of = new[] { "branch" }, evidence = "workPlan", times, every, by, early, earlyDays });

    private static Check Window(string every = "halfYear", string from = "06-01", string to = "06-20", string early = "countsWithAdvice", string late = "counts", int times = 1) =>
        Shaped(new { @is = "withinWindow", of = new[] { "branch" }, evidence = "workPlan", times, every, from, to, early, late });

    [Theory]
    [InlineData("month", "01-10", 20 - 2)]
    [InlineData("twoMonths", "02-31", 0)]
    [InlineData("quarter", "01-15", 70)]
    [InlineData("halfYear", "06-31", 0)]
    [InlineData("year", "02-29", 300)]
    [InlineData("year", "01-31", 334)]
    public void The_days_that_count_by_a_date_tile_2000_to_2100_and_every_due_day_lies_in_its_own(string every, string by, int earlyDays)
    {
        var check = (ByDate)ByDate(every, by, earlyDays == 0 ? "doesNotCount" : "counts", earlyDays == 0 ? null : earlyDays);
        LocalDate? before = null;
        foreach (var period in check.Periods(new(Day("2000-01-01"), Day("2100-12-31"))))
        {
            var (window, due) = (check.Window(period), check.DueOn(period));
            if (before is { } last && window.From != last.PlusDays(1)) Assert.Fail($"{window.From} does not follow {last}.");
            if (!window.Contains(due) || !period.Contains(due) || !window.Contains(period.From)) Assert.Fail($"{due} is not in {period.Label}.");
            before = window.To;
        }

        before.Should().Be(Day("2100-12-31").PlusDays(-earlyDays));
    }

    [Theory]
    [InlineData("year", "04-01", "09-30", 1)]
    [InlineData("halfYear", "06-01", "06-31", 2)]
    [InlineData("quarter", "01-01", "03-31", 4)]
    [InlineData("month", "01-29", "01-31", 12)]
    [InlineData("year", "02-29", "02-29", 1)]
    public void The_windows_of_2000_to_2100_lie_one_in_each_calendar_period_and_with_early_and_late_work_they_tile(string every, string from, string to, int perYear)
    {
        var (open, strict) = ((WithinWindow)Window(every, from, to, "counts", "counts"), (WithinWindow)Window(every, from, to, "doesNotCount", "doesNotCount"));
        var periods = open.Periods(new(Day("2000-01-01"), Day("2100-12-31"))).ToList();
        periods.Should().HaveCount(101 * perYear);

        var next = Day("2000-01-01");
        foreach (var period in periods)
        {
            var window = open.Window(period);
            if (window.From != next || !window.Covers(period.Days) || strict.Window(period) != period.Days) Assert.Fail($"{period.Label} counts from {window.From} to {window.To}.");
            next = window.To!.Value.PlusDays(1);
        }

        next.Should().Be(Day("2101-01-01"));
    }

    [Fact]
    public void A_window_with_no_day_in_the_range_asked_for_is_not_told()
    {
        var rule = Rule(Version("2010-01-01", Window()));

        Judged(rule, Branch(), [], "2024-06-21", "2024-11-30", "2025-01-01").Should().BeEmpty();
        Judged(rule, Branch(), [], "2024-06-20", "2024-12-01", "2025-01-01").Should().Be("2024-06-01/2024-06-20 overdue, 2024-12-01/2024-12-20 overdue");
    }

    [Theory]
    [InlineData("doesNotCount", "overdue", 0)]
    [InlineData("countsWithAdvice", "met", 1)]
    [InlineData("counts", "met", 0)]
    public void Early_work_counts_as_the_rule_says(string early, string status, int advices)
    {
        var rule = Rule(Version("2010-01-01", Window(early: early)));
        Evidence[] plan = [Piece("workPlan", "2024-05-31")];

        Judged(rule, Branch(), plan, "2024-06-01", "2024-06-30", "2024-07-01").Should().Be($"2024-06-01/2024-06-20 {status}");
        var verdict = Engine.Verdicts(rule, Branch(), plan, [], Day("2024-06-01"), Day("2024-06-30"), Day("2024-07-01")).Single();
        verdict.Reasons.Should().HaveCount(advices);
        verdict.Evidence.Should().HaveCount(status == "met" ? 1 : 0);
        if (advices == 1)
        {
            verdict.Reasons[0].Should().Be(new Results.Text(
                "Advice: 1 work plan came before 2024-06-01, the first day for it, and counts all the same.", "提示：1份工作计划早于规定的起始日期2024-06-01，仍予计入。"));
        }
    }

    [Theory]
    [InlineData("counts", "metlate")]
    [InlineData("doesNotCount", "overdue")]
    public void Late_work_counts_as_the_rule_says(string late, string status) =>
        Judged(Rule(Version("2010-01-01", Window(late: late))), Branch(), [Piece("workPlan", "2024-06-21")], "2024-06-01", "2024-06-30", "2024-07-01").Should().Be($"2024-06-01/2024-06-20 {status}");

    [Theory]
    [InlineData("01-31", 1, "2024-02-01", "It was due on 2024-01-31. Draw up 1 work plan now and record it; it will be met late.", "应于2024-01-31（含当日）前完成。请尽快制定1份工作计划并予以记录，将按逾期完成计入。")]
    [InlineData("01-30", 2, "2024-02-01", "It was due on 2024-01-30. Draw up 2 work plans now and record them; it will be met late.", "应于2024-01-30（含当日）前完成。请尽快制定2份工作计划并予以记录，将按逾期完成计入。")]
    [InlineData("01-31", 1, "2024-01-31", "Draw up 1 work plan by 2024-01-31 and record it.", "请在2024-01-31（含当日）前制定1份工作计划并予以记录。")]
    [InlineData("02-15", 1, "2023-12-01", "Plan 1 work plan for 2024, from 2024-01-01 to 2024-02-15.", "请为2024年（2024-01-01至2024-02-15）安排1份工作计划。")]
    [InlineData("01-31", 1, "2024-11-02", "The time in which work counts ended on 2024-11-01, and work done since does not count for it. If 1 work plan belongs to it and is not on record, record it with its own date; otherwise ask the superior for a waiver.", "可计入的时间已于2024-11-01结束，此后的工作不再计入。如该周期内尚有1份工作计划未记录，请按实际日期补记；否则可请上级豁免。")]
    public void What_to_do_next_follows_the_parameters_and_the_day(string by, int times, string asOf, string en, string zh)
    {
        var verdict = Engine.Verdicts(Rule(Version("2010-01-01", ByDate(by: by, times: times))), Branch(), [], [], Day("2024-01-01"), Day("2024-12-31"), Day(asOf)).Single();

        verdict.Next!.What.Should().Be(new Results.Text(en, zh));
        verdict.Shortfall!.En.Should().Be(times == 1 ? "1 work plan missing for 2024; on record: 0 of 1." : "2 work plans missing for 2024; on record: 0 of 2.");
    }

    [Fact]
    public void By_an_earlier_date_is_stricter_and_the_days_ahead_cannot_be_compared()
    {
        ByDate(by: "01-30").ComparedWith(ByDate()).Should().Be(Strictness.Stricter);
        ByDate(by: "02-01").ComparedWith(ByDate()).Should().Be(Strictness.Looser);
        ByDate(times: 2).ComparedWith(ByDate()).Should().Be(Strictness.Stricter);
        ByDate(every: "quarter", earlyDays: 59).ComparedWith(ByDate(earlyDays: 59)).Should().Be(Strictness.Stricter);
        ByDate(earlyDays: 61).ComparedWith(ByDate()).Should().Be(Strictness.NotComparable);
        ByDate(early: "doesNotCount", earlyDays: null).ComparedWith(ByDate()).Should().Be(Strictness.NotComparable);
        ByDate(early: "counts").ComparedWith(ByDate()).Should().Be(Strictness.Looser);
    }

    [Fact]
    public void A_narrower_window_is_stricter_and_so_is_one_without_early_or_late_work()
    {
        Window(from: "06-02").ComparedWith(Window()).Should().Be(Strictness.Stricter);
        Window(from: "05-31").ComparedWith(Window()).Should().Be(Strictness.Looser);
        Window(to: "06-19").ComparedWith(Window()).Should().Be(Strictness.Stricter);
        Window(to: "06-21").ComparedWith(Window()).Should().Be(Strictness.Looser);
        Window(from: "06-02", to: "06-21").ComparedWith(Window()).Should().Be(Strictness.NotComparable);
        Window(early: "doesNotCount").ComparedWith(Window()).Should().Be(Strictness.Stricter);
        Window(early: "counts").ComparedWith(Window()).Should().Be(Strictness.Looser);
        Window(late: "doesNotCount").ComparedWith(Window()).Should().Be(Strictness.Stricter);
    }

    [Theory]
    [InlineData("""{ "by": "1-31" }""", "/by", "\"by\" must be a month of the period and a day of it such as 01-31")]
    [InlineData("""{ "by": "13-01" }""", "/by", "\"by\" must be a month of the period and a day of it such as 01-31")]
    [InlineData("""{ "by": "01-32" }""", "/by", "\"by\" must be a month of the period and a day of it such as 01-31")]
    [InlineData("""{ "by": "04-01", "every": "quarter" }""", "", "\"by\" names month 4 of a period that has 3. Write a month from 01 to 03")]
    [InlineData("""{ "early": "doesNotCount" }""", "", "\"earlyDays\" stands although early work does not count. Remove it or change \"early\"")]
    [InlineData("""{ "earlyDays": null }""", "", "early work counts, and \"earlyDays\" does not say from when on. Add it")]
    [InlineData("""{ "earlyDays": 335 }""", "", "\"earlyDays\" is 335, but from 335 days ahead on work for the next period would begin to count before this one is due. Write at most 334")]
    public void A_fault_in_a_date_names_the_key_and_what_to_do(string change, string pointer, string message) =>
        FaultOf(ByDate(), change).Should().Be((pointer, message));

    [Theory]
    [InlineData("""{ "from": "06-21" }""", "", "\"from\" is after \"to\". Swap them; a window lies inside one period")]
    [InlineData("""{ "to": "07-01" }""", "", "\"to\" names month 7 of a period that has 6. Write a month from 01 to 06")]
    [InlineData("""{ "from": "07-01" }""", "", "\"from\" names month 7 of a period that has 6. Write a month from 01 to 06")]
    [InlineData("""{ "late": "sometimes" }""", "/late", "\"late\" must be one of: doesNotCount, counts")]
    public void A_fault_in_a_window_names_the_key_and_what_to_do(string change, string pointer, string message) =>
        FaultOf(Window(), change).Should().Be((pointer, message));
}
