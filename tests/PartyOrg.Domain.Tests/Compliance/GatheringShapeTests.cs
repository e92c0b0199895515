using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>The shapes <c>allHave</c>, <c>alwaysHolds</c>, <c>rateAtLeast</c> and <c>checklist</c> beyond what their rule files show: sentences, strictness, tiling, faults.</summary>
public class GatheringShapeTests
{
    private static Check All(int? atLeast = null, string every = "year", string circle = "committee") =>
        Shaped(new { @is = "allHave", of = new[] { "branch" }, circle, evidence = "report", every, atLeast });

    private static Check Always(int graceDays = 0, string? @while = null) => Shaped(new { @is = "alwaysHolds", of = new[] { "branch" }, holds = "committee", graceDays, @while });

    private static Check Rate(double percent = 80, string every = "quarter") =>
        Shaped(new { @is = "rateAtLeast", of = new[] { "branch" }, part = "report", whole = "workPlan", percent, every });

    private static Check List(params string[] items) => Shaped(new { @is = "checklist", of = new[] { "branch" }, items, every = "year" });

    private static Verdict Only(Check check, SubjectHistory subject, Evidence[] evidence, string from, string to, string asOf) =>
        Engine.Verdicts(Rule(Version("2010-01-01", check)), subject, evidence, [], Day(from), Day(to), Day(asOf))[^1];

    private static SubjectHistory WithCommittee(params (string Name, string? Reported)[] members) => new(
        new(Guid.Empty, "branch"),
        [new("branch", Days("2010-01-01"))],
        [new(Days("2000-01-01"), new([City], AdoptedBy(City, "2000-01-01")))],
        [],
        [new("committee", [.. members.Select(m =>
        {
            Evidence[] pieces = m.Reported is { } day ? [Piece("report", day)] : [];
            return new Fellow(Guid.Empty, m.Name, DaySet.Of([Days("2010-01-01")]), EvidenceTally.Of(pieces)) { Pieces = pieces };
        })])]);

    [Theory]
    [InlineData(null, "due", "1 report each is asked for 2024 of 3 of 3; 1 on record. Missing: Li, Zhao.", "See to it by 2024-12-31, and record it: 1 report of each committee member: Li, Zhao.")]
    [InlineData(2, "due", "1 report each is asked for 2024 of 2 of 3; 1 on record. Missing: Li, Zhao.", "See to it by 2024-12-31, and record it: 1 report of 1 out of these committee members: Li, Zhao.")]
    [InlineData(1, "met", null, null)]
    public void Who_is_missing_is_named(int? atLeast, string status, string? shortfall, string? next)
    {
        var verdict = Only(All(atLeast), WithCommittee(("Zhao", null), ("Wang", "2024-03-01"), ("Li", "2025-01-01")), [], "2024-01-01", "2024-12-31", "2024-06-30");

        verdict.Status.ToString().Should().BeEquivalentTo(status);
        (verdict.Shortfall?.En, verdict.Next?.What.En).Should().Be((shortfall, next));
        verdict.Evidence.Should().ContainSingle().Which.OccurredOn.Should().Be(Day("2024-03-01"));
        verdict.MetOn.Should().Be(status == "met" ? Day("2024-03-01") : null);
        if (atLeast == 2) verdict.Shortfall!.Zh.Should().Be("2024年应有2名委员（共3名）各有1份报告，已有1名。尚缺：Li、Zhao。");
    }

    [Fact]
    public void All_is_stricter_than_any_number_and_more_than_fewer()
    {
        All().ComparedWith(All(100)).Should().Be(Strictness.Stricter);
        All(100).ComparedWith(All()).Should().Be(Strictness.Looser);
        All(3).ComparedWith(All(2)).Should().Be(Strictness.Stricter);
        All(every: "quarter").ComparedWith(All()).Should().Be(Strictness.Stricter);
    }

    [Fact]
    public void So_many_of_a_changing_circle_in_every_month_are_not_so_many_who_stayed_all_the_year()
    {
        // Wang and Li stay and report nothing; the others report in every month, and one after the other takes the place of two.
        Fellow Who(string name, string from, string to, params string[] reports) => new(Guid.Empty, name, DaySet.Of([Days(from, to)]), EvidenceTally.Of([.. reports.Select((day, i) => Piece("report", day, i))]));
        var halves = new[] { Enumerable.Range(1, 6), Enumerable.Range(7, 6) }.Select(half => half.Select(month => $"2024-{month:00}-05").ToArray()).ToArray();
        var branch = new SubjectHistory(
            new(Guid.Empty, "branch"), [new("branch", Days("2010-01-01"))], [new(Days("2000-01-01"), new([City], AdoptedBy(City, "2000-01-01")))], [],
            [new("committee", [
                Who("Wang", "2010-01-01", "2030-12-31"), Who("Li", "2010-01-01", "2030-12-31"), Who("Zhao", "2024-01-01", "2024-06-30", halves[0]), Who("Qian", "2024-01-01", "2024-06-30", halves[0]),
                Who("Sun", "2024-07-01", "2024-12-31", halves[1]), Who("Zhou", "2024-07-01", "2024-12-31", halves[1]),
            ])]);
        string Of(Check check) => string.Join(' ', Engine.Verdicts(Rule(Version("2010-01-01", check)), branch, [], [], Day("2024-01-01"), Day("2024-12-31"), Day("2025-01-01")).Select(v => v.Status).Distinct());
        (Of(All(2, "month")), Of(All(2))).Should().Be(("Met", "Overdue"));
        All(2, "month").ComparedWith(All(2)).Should().Be(Strictness.NotComparable);
        All(3, "month").ComparedWith(All(2)).Should().Be(Strictness.NotComparable);
        All(2).ComparedWith(All(2, "month")).Should().Be(Strictness.NotComparable);

        // Who stayed all the year stayed every month of it: all of them in every month are more than any number in the year.
        All(every: "month").ComparedWith(All(2)).Should().Be(Strictness.Stricter);
        Of(All(every: "month")).Should().Be("Overdue");
    }

    [Theory]
    [InlineData("""{"is": "byDate", "of": ["branch"], "evidence": "report", "times": 1, "every": "twoMonths", "by": "02-15", "early": "doesNotCount"}""", new[] { 1, 3, 6, 8, 10, 12 })]
    [InlineData("""{"is": "withinWindow", "of": ["branch"], "evidence": "report", "times": 1, "every": "twoMonths", "from": "02-01", "to": "02-20", "early": "doesNotCount", "late": "doesNotCount"}""", new[] { 2, 4, 6, 8, 10, 12 })]
    [InlineData("""{"is": "checklist", "of": ["branch"], "items": ["report"], "every": "twoMonths", "by": "02-15"}""", new[] { 1, 3, 6, 8, 10, 12 })]
    public void Two_months_do_not_lie_in_quarters_and_a_day_of_each_is_another_day(string check, int[] months)
    {
        Check Every(string length) => Shaped(System.Text.Json.Nodes.JsonNode.Parse(check.Replace("twoMonths", length, StringComparison.Ordinal))!);
        var evidence = months.Select(month => Piece("report", $"2024-{month:00}-10", month)).ToArray();
        string Of(string length) => string.Join(' ', Engine.Verdicts(Rule(Version("2010-01-01", Every(length))), Branch(), evidence, [], Day("2024-01-01"), Day("2024-12-31"), Day("2025-01-01")).Select(v => v.Status).Distinct());
        Of("twoMonths").Should().Be("Met");
        Of("quarter").Should().ContainAny("Overdue", "MetLate");
        Every("twoMonths").ComparedWith(Every("quarter")).Should().Be(Strictness.NotComparable);
        Every("quarter").ComparedWith(Every("twoMonths")).Should().Be(Strictness.NotComparable);
        Every("twoMonths").ComparedWith(Every("halfYear")).Should().Be(Strictness.Stricter);
        Every("twoMonths").ComparedWith(Every("year")).Should().Be(Strictness.Stricter);
    }

    [Fact]
    public void A_circle_that_nobody_can_tell_is_refused() =>
        FaultOf(All(), """{ "circle": "choir" }""").Should().Be(("/circle", "\"circle\" must be one of: partyGroups, partyWorkers, committee, members"));

    [Theory]
    [InlineData(0, "2024-05-01", "overdue", "Since 2024-05-01 there is no committee.", "自2024-05-01起未设委员会。", "Fill the committee posts now: it is met again from that day on.")]
    [InlineData(1, "2024-05-01", "due", "Since 2024-05-01 there is no committee; 1 day is allowed, to 2024-05-01.", "自2024-05-01起未设委员会；允许1天，至2024-05-01止。", "Fill the committee posts by 2024-05-01.")]
    [InlineData(30, "2024-05-01", "due", "Since 2024-05-01 there is no committee; 30 days are allowed, to 2024-05-30.", "自2024-05-01起未设委员会；允许30天，至2024-05-30止。", "Fill the committee posts by 2024-05-30.")]
    public void A_lapse_says_since_when_and_what_to_do(int grace, string asOf, string status, string en, string zh, string next)
    {
        var verdict = Only(Always(grace), Branch(committee: [Days("2010-01-01", "2024-04-30")]), [], "2024-01-01", "2024-12-31", asOf);

        verdict.Status.ToString().Should().BeEquivalentTo(status);
        verdict.Shortfall.Should().Be(new Results.Text(en, zh));
        (verdict.Next!.What.En, verdict.Next.OperationId).Should().Be((next, "fillPost"));
    }

    [Fact]
    public void A_condition_that_holds_is_met_since_its_first_day_and_says_so()
    {
        var verdict = Only(Always(), Branch(committee: [Days("2024-02-01")]), [], "2024-01-01", "2024-12-31", "2024-06-30");

        (verdict.Status, verdict.MetOn, verdict.Period.Label).Should().Be((VerdictStatus.Met, Day("2024-02-01"), "2024-02-01/2024-06-30"));
        verdict.Reasons.Should().ContainSingle().Which.Should().Be(new Results.Text("From 2024-02-01 on there is a committee.", "自2024-02-01起设有委员会。"));
    }

    [Fact]
    public void Spells_tile_the_bound_days_of_2000_to_2100_and_each_day_has_the_status_that_the_register_says()
    {
        var random = new Random(20_240_229);
        var (spells, day) = (new List<DayRange>(), Day("2000-01-01"));
        while (day < Day("2100-12-01"))
        {
            day = day.PlusDays(random.Next(1, 90));
            spells.Add(new(day, day.PlusDays(random.Next(0, 90))));
            day = spells[^1].To!.Value.PlusDays(1);
        }

        var branch = Branch("2000-01-01", committee: [.. spells]);
        var judgements = Engine.Judge(new DutyPlan(Rule(Version("2000-01-01", Always(10)), Version("2050-07-01", Always(20))), Day("2000-01-01"), Day("2100-12-31")), branch, [], [], Day("2100-12-31"));

        var next = Day("2000-01-01");
        foreach (var judgement in judgements)
        {
            var period = judgement.Slot.Period;
            if (period.From != next) Assert.Fail($"{period.Label} does not begin on {next}.");
            var (held, allHeld) = (spells.Exists(s => s.Contains(period.From)), DaySet.Of(spells).Covers(period.Days));
            if (held != allHeld || DaySet.Of(spells).Overlaps(period.Days) != held) Assert.Fail($"{period.Label} is mixed.");
            if (held && judgement.Status != VerdictStatus.Met) Assert.Fail($"{period.Label} is {judgement.Status}.");
            next = period.To.PlusDays(1);
        }

        next.Should().Be(Day("2101-01-01"));
        judgements.Should().Contain(j => j.Status == VerdictStatus.MetLate).And.Contain(j => j.Status == VerdictStatus.Met && j.MetOn > j.Slot.Period.From);
    }

    [Fact]
    public void A_new_version_cuts_a_spell_and_a_longer_grace_begins_with_it()
    {
        var rule = Rule(Version("2024-01-01", Always(10)), Version("2024-02-01", Always(60)));

        Judged(rule, Branch(committee: []), [], "2024-01-01", "2024-12-31", "2024-03-01").Should().Be("2024-01-01/2024-01-31 overdue, 2024-02-01/2024-03-01 due");
        Judged(rule, Branch(committee: [Days("2024-03-01")]), [], "2024-01-01", "2024-12-31", "2024-03-01").Should().Be("2024-01-01/2024-01-31 metlate, 2024-02-01/2024-02-29 met, 2024-03-01/2024-03-01 met");
    }

    [Fact]
    public void Fewer_days_of_grace_are_stricter() => Always(9).ComparedWith(Always(10)).Should().Be(Strictness.Stricter);

    [Theory]
    [InlineData("""{ "while": "committee" }""", "", "\"while\" and \"holds\" are the same condition, so that it could never lapse. Remove \"while\"")]
    [InlineData("""{ "holds": "choir" }""", "/holds", "\"holds\" must be a list of one or more different conditions out of: activityRoom, audioVisualEquipment, committee, disciplineInspector, majorDecisionsOnView, partyPress, routineWorkOnView, secretary, targetTasksOnView, withoutCommittee, withoutPartyGroups")]
    [InlineData("""{ "graceDays": 367 }""", "/graceDays", "\"graceDays\" must be a whole number from 0 to 366")]
    public void A_fault_in_a_condition_names_the_key_and_what_to_do(string change, string pointer, string message) => FaultOf(Always(), change).Should().Be((pointer, message));

    [Theory]
    [InlineData(80, 3, 5, "60% for the first quarter of 2024, 3 of 5; 80% are asked, 1 more.", "2024年第1季度为60%（5项中3项）；要求80%，还缺1项。", "Submit 1 more report by 2024-03-31 and record it.")]
    [InlineData(66.67, 2, 3, "66.66% for the first quarter of 2024, 2 of 3; 66.67% are asked, 1 more.", "2024年第1季度为66.66%（3项中2项）；要求66.67%，还缺1项。", "Submit 1 more report by 2024-03-31 and record it.")]
    [InlineData(100, 0, 2, "0% for the first quarter of 2024, 0 of 2; 100% are asked, 2 more.", "2024年第1季度为0%（2项中0项）；要求100%，还缺2项。", "Submit 2 reports by 2024-03-31 and record them.")]
    public void A_rate_says_how_far_it_is_from_what_is_asked(double percent, int parts, int wholes, string en, string zh, string next)
    {
        Evidence[] evidence = [.. Enumerable.Range(1, parts).Select(n => Piece("report", $"2024-02-{n:00}", n)), .. Enumerable.Range(1, wholes).Select(n => Piece("workPlan", $"2024-01-{n:00}", 50 + n))];

        var verdict = Only(Rate(percent), Branch(), evidence, "2024-01-01", "2024-03-31", "2024-03-01");

        verdict.Status.Should().Be(VerdictStatus.Due);
        verdict.Shortfall.Should().Be(new Results.Text(en, zh));
        verdict.Next!.What.En.Should().Be(next);
    }

    [Theory]
    [InlineData(66.66, "met")]
    [InlineData(66.67, "due")]
    public void Two_of_three_are_compared_exactly(double percent, string status) =>
        Judged(Rule(Version("2010-01-01", Rate(percent))), Branch(), [Piece("report", "2024-02-01", 1), Piece("report", "2024-02-02", 2), .. Enumerable.Range(1, 3).Select(n => Piece("workPlan", $"2024-01-0{n}", 9 + n))], "2024-01-01", "2024-03-31", "2024-03-31")
            .Should().Be($"2024-Q1 {status}");

    [Fact]
    public void A_rate_is_met_on_the_day_since_which_it_has_held()
    {
        Evidence[] evidence = [Piece("workPlan", "2024-01-10"), Piece("report", "2024-01-20", 1), Piece("workPlan", "2024-02-10", 2), Piece("report", "2024-03-20", 3)];

        Only(Rate(), Branch(), evidence, "2024-01-01", "2024-03-31", "2024-01-20").MetOn.Should().Be(Day("2024-01-20"));
        Only(Rate(), Branch(), evidence, "2024-01-01", "2024-03-31", "2024-02-10").Status.Should().Be(VerdictStatus.Due, "half of them are left");
        Only(Rate(), Branch(), evidence, "2024-01-01", "2024-03-31", "2024-03-31").MetOn.Should().Be(Day("2024-03-20"));
    }

    [Fact]
    public void Where_nothing_came_up_the_verdict_says_so()
    {
        var verdict = Only(Rate(), Branch(), [], "2024-01-01", "2024-03-31", "2024-01-01");

        verdict.Status.Should().Be(VerdictStatus.NotApplicable);
        verdict.Reasons.Should().ContainSingle().Which.En.Should().Be("Nothing came up in the first quarter of 2024, so there is no rate.");
        Only(Rate(), Branch(), [], "2024-01-01", "2024-03-31", "2023-12-31").Shortfall!.En.Should().Be("80% are asked for the first quarter of 2024; nothing has come up yet.");
    }

    [Fact]
    public void A_higher_rate_is_stricter_and_other_periods_cannot_be_compared()
    {
        Rate(80.01).ComparedWith(Rate()).Should().Be(Strictness.Stricter);
        Rate(79.99).ComparedWith(Rate()).Should().Be(Strictness.Looser);
        Rate(every: "month").ComparedWith(Rate()).Should().Be(Strictness.NotComparable, "a good month makes up for a bad one in the quarter");
    }

    [Theory]
    [InlineData("""{ "percent": 0 }""", "/percent", "\"percent\" must be a number from 0.01 to 100 with at most 2 decimals")]
    [InlineData("""{ "percent": 66.667 }""", "/percent", "\"percent\" must be a number from 0.01 to 100 with at most 2 decimals")]
    [InlineData("""{ "percent": "80" }""", "/percent", "\"percent\" must be a number from 0.01 to 100 with at most 2 decimals")]
    [InlineData("""{ "part": "workPlan" }""", "", "\"part\" and \"whole\" are the same kind, so that the rate is always 100. Change one of them")]
    public void A_fault_in_a_rate_names_the_key_and_what_to_do(string change, string pointer, string message) => FaultOf(Rate(), change).Should().Be((pointer, message));

    [Fact]
    public void A_checklist_names_what_is_missing_and_more_items_are_stricter()
    {
        var verdict = Only(List("workPlan", "report", "generalMeeting"), Branch(), [Piece("report", "2024-02-01")], "2024-01-01", "2024-12-31", "2024-06-30");

        verdict.Shortfall.Should().Be(new Results.Text("Missing for 2024: work plan, general meeting; on record: 1 of 3.", "2024年还缺：工作计划、支部党员大会；应有3项，已有1项。"));
        verdict.Next.Should().Be(new NextStep(
            new("See to it by 2024-12-31, and record it: 1 work plan, 1 general meeting.", "请在2024-12-31（含当日）前完成并记录：1份工作计划、1次支部党员大会。"), "recordWorkPlan", "workPlan"));
        List("workPlan", "report").ComparedWith(List("workPlan")).Should().Be(Strictness.Stricter);
        List("workPlan").ComparedWith(List("report")).Should().Be(Strictness.NotComparable);
        FaultOf(List("workPlan"), """{ "items": [] }""").Message.Should().StartWith("\"items\" must be a list of one or more different kinds of evidence out of: ");
    }

    [Fact]
    public void A_checklist_is_met_on_the_day_of_the_last_kind_that_came()
    {
        Evidence[] evidence = [Piece("report", "2024-02-01"), Piece("workPlan", "2024-03-01", 1), Piece("report", "2024-04-01", 2)];

        Only(List("workPlan", "report"), Branch(), evidence, "2024-01-01", "2024-12-31", "2024-06-30").MetOn.Should().Be(Day("2024-03-01"));
    }
}
