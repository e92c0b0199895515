using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>What a verdict says of itself: what is missing, why, and what to do next.</summary>
public class VerdictTests
{
    [Fact]
    public void A_verdict_names_rule_version_citation_period_due_day_and_the_parameters_in_force()
    {
        var rule = Rule(Version("2010-01-01", Check(times: 1)), Version("2024-01-01", Check(times: 2, of: ["branch", "jointBranch"], during: "committee")));

        var verdict = TheVerdict(rule, Branch(committee: [Days("2020-01-01")]), [], "2024-Q1", "2024-02-01");

        verdict.RuleId.Should().Be("TST-1");
        verdict.RuleVersion.Should().Be(Day("2024-01-01"));
        verdict.Citation.ToString().Should().Be("TST 1");
        verdict.Subject.Kind.Should().Be("branch");
        verdict.Period.Label.Should().Be("2024-Q1");
        verdict.DueOn.Should().Be(Day("2024-03-31"));
        verdict.Parameters.ToDictionary(p => p.Key, p => p.Value.GetRawText()).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["is"] = "\"atLeastPerPeriod\"",
            ["of"] = "[\"branch\",\"jointBranch\"]",
            ["while"] = "\"committee\"",
            ["evidence"] = "\"generalMeeting\"",
            ["times"] = "2",
            ["every"] = "\"quarter\"",
        });
    }

    [Fact]
    public void A_due_verdict_says_how_much_is_missing_and_what_to_do_by_when()
    {
        var verdict = TheVerdict(Quarterly(times: 3), Branch(), Meetings("2024-01-10"), "2024-Q1", "2024-02-01");

        verdict.Status.Should().Be(VerdictStatus.Due);
        verdict.Shortfall.Should().Be(new Results.Text(
            "2 general meetings missing for the first quarter of 2024; on record: 1 of 3.",
            "2024年第1季度还缺2次支部党员大会：应有3次，已记录1次。"));
        verdict.Next.Should().Be(new NextStep(
            new("Hold 2 more general meetings by 2024-03-31 and record them.", "请在2024-03-31（含当日）前召开2次支部党员大会并予以记录。"), "recordMeeting", "generalMeeting"));
    }

    [Fact]
    public void One_that_lacks_a_single_piece_speaks_in_the_singular()
    {
        var verdict = TheVerdict(Quarterly(), Branch(), [], "2024-Q1", "2024-02-01");

        verdict.Shortfall!.En.Should().Be("1 general meeting missing for the first quarter of 2024; on record: 0 of 1.");
        verdict.Next!.What.En.Should().Be("Hold 1 general meeting by 2024-03-31 and record it.");
    }

    [Fact]
    public void An_upcoming_verdict_says_what_to_plan()
    {
        var next = TheVerdict(Quarterly(), Branch(), [], "2024-Q1", "2023-12-31").Next;

        next.Should().Be(new NextStep(
            new("Plan 1 general meeting for the first quarter of 2024, from 2024-01-01 to 2024-03-31.", "请为2024年第1季度（2024-01-01至2024-03-31）安排1次支部党员大会。"), "planMeeting", "generalMeeting"));
    }

    [Fact]
    public void An_overdue_verdict_says_that_work_done_now_comes_too_late_for_it()
    {
        var next = TheVerdict(Quarterly(), Branch(), [], "2024-Q1", "2024-04-01").Next!;

        next.What.En.Should().Be("The first quarter of 2024 ended on 2024-03-31, and work done since does not count for it. If 1 general meeting belongs to it and is not on record, record it with its own date; otherwise ask the superior for a waiver.");
        next.What.Zh.Should().Contain("2024-03-31").And.Contain("1次支部党员大会").And.Contain("豁免");
        next.OperationId.Should().Be("recordMeeting");
    }

    [Theory]
    [InlineData(VerdictStatus.Met)]
    [InlineData(VerdictStatus.NotApplicable)]
    [InlineData(VerdictStatus.Waived)]
    public void A_duty_that_is_met_waived_or_not_applicable_asks_for_nothing(VerdictStatus status)
    {
        var verdict = status switch
        {
            VerdictStatus.Met => TheVerdict(Quarterly(), Branch(), Meetings("2024-02-01"), "2024-Q1", "2024-04-01"),
            VerdictStatus.NotApplicable => TheVerdict(Quarterly(), Branch("2024-02-01"), [], "2024-Q1", "2024-04-01"),
            _ => TheVerdict(Quarterly(), Branch(), [], "2024-Q1", "2024-04-01", new Waiver("TST-1", Day("2024-01-01"), "a flood")),
        };

        verdict.Status.Should().Be(status);
        verdict.Next.Should().BeNull();
        (verdict.Shortfall is null).Should().Be(status != VerdictStatus.Waived, "what was excused was missing all the same");
    }

    [Fact]
    public void A_partly_covered_period_says_so_whether_it_is_met_or_not()
    {
        TheVerdict(Quarterly(), Branch("2024-02-01"), [], "2024-Q1", "2024-04-01").Reasons.Should().ContainSingle()
            .Which.En.Should().Be("The rule bound the subject in only a part of the first quarter of 2024, so nothing is asked for it.");
        TheVerdict(Quarterly(), Branch("2024-02-01"), Meetings("2024-02-01"), "2024-Q1", "2024-04-01").Reasons.Should().ContainSingle()
            .Which.En.Should().EndWith("and the work was done all the same.");
    }

    [Fact]
    public void A_waived_period_gives_the_superiors_reason() =>
        TheVerdict(Quarterly(), Branch(), [], "2024-Q1", "2024-04-01", new Waiver("TST-1", Day("2024-01-01"), "防汛")).Reasons.Should().ContainSingle()
            .Which.Should().Be(new Results.Text("The superior has waived it for the first quarter of 2024: 防汛", "上级已豁免2024年第1季度的此项职责：防汛"));

    [Fact]
    public void A_reading_is_told()
    {
        var version = Version("2010-01-01", Check()) with { Basis = Basis.Reading, Reading = new("\"regularly\" is once a quarter", "“定期”指每季度一次") };

        var verdict = TheVerdict(Rule(version), Branch(), Meetings("2024-02-01"), "2024-Q1", "2024-04-01");

        verdict.Basis.Should().Be(Basis.Reading);
        verdict.Reasons.Should().ContainSingle().Which.Should().Be(new Results.Text("Reading: \"regularly\" is once a quarter", "释读：“定期”指每季度一次"));
    }

    [Fact]
    public void A_move_within_the_period_is_told_and_one_at_its_start_is_not()
    {
        var adopted = AdoptedBy(City, "2000-01-01");
        SubjectHistory Moved(string lastDay, string firstDay) => Branch(places: [new(Days("2000-01-01", lastDay), new([City], adopted)), new(Days(firstDay), new([City, Town], adopted))]);

        TheVerdict(Quarterly(), Moved("2024-01-01", "2024-01-02"), [], "2024-Q1", "2024-04-01").Reasons.Should().ContainSingle().Which.En.Should().Contain("moved").And.Contain("2024-01-01");
        TheVerdict(Quarterly(), Moved("2023-12-31", "2024-01-01"), [], "2024-Q1", "2024-04-01").Reasons.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2024-01-01", 0)]
    [InlineData("2024-01-02", 1)]
    [InlineData("2024-03-31", 1)]
    [InlineData("2024-04-01", 0)]
    public void A_version_that_begins_within_the_period_is_told(string newVersion, int reasons)
    {
        var rule = Rule(Version("2010-01-01", Check()), Version(newVersion, Check()));

        TheVerdict(rule, Branch(), [], "2024-Q1", "2024-04-01").Reasons.Should().HaveCount(reasons);
    }

    [Fact]
    public void Evidence_of_other_kinds_periods_and_of_the_future_is_not_shown()
    {
        Evidence[] evidence = [.. Meetings("2023-12-31", "2024-02-01", "2024-03-02", "2024-04-01"), Piece("partyClass", "2024-02-01")];

        TheVerdict(Quarterly(), Branch(), evidence, "2024-Q1", "2024-03-01").Evidence.Should().ContainSingle().Which.OccurredOn.Should().Be(Day("2024-02-01"));
    }
}
