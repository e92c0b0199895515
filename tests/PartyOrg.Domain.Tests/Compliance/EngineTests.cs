using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>What <c>docs/rules/at-least-per-period.md</c> says, each on both sides of its boundary.</summary>
public class EngineTests
{
    [Theory]
    [InlineData("2023-12-31", "upcoming")]
    [InlineData("2024-01-01", "due")]
    [InlineData("2024-03-31", "due")]
    [InlineData("2024-04-01", "overdue")]
    public void A_quarter_is_upcoming_before_its_first_day_due_through_its_last_and_overdue_after_it(string asOf, string status) =>
        Judged(Quarterly(), Branch(), [], "2024-01-01", "2024-03-31", asOf).Should().Be($"2024-Q1 {status}");

    [Theory]
    [InlineData("2023-12-31", "overdue")]
    [InlineData("2024-01-01", "met")]
    [InlineData("2024-03-31", "met")]
    [InlineData("2024-04-01", "overdue")]
    public void Only_work_inside_the_quarter_counts_for_it(string meeting, string status) =>
        Judged(Quarterly(), Branch(), Meetings(meeting), "2024-01-01", "2024-03-31", "2025-01-01").Should().Be($"2024-Q1 {status}");

    [Theory]
    [InlineData("2024-02-09", "due")]
    [InlineData("2024-02-10", "met")]
    public void Work_after_the_asked_date_does_not_count_yet(string asOf, string status) =>
        Judged(Quarterly(), Branch(), Meetings("2024-02-10"), "2024-01-01", "2024-03-31", asOf).Should().Be($"2024-Q1 {status}");

    [Fact]
    public void Late_work_belongs_to_the_quarter_in_which_it_was_done_and_never_makes_one_met_late() =>
        Judged(Quarterly(), Branch(), Meetings("2024-04-01"), "2024-01-01", "2024-06-30", "2024-12-31").Should().Be("2024-Q1 overdue, 2024-Q2 met");

    [Fact]
    public void Two_pieces_on_one_day_count_twice()
    {
        Judged(Quarterly(times: 2), Branch(), Meetings("2024-03-31", "2024-03-31"), "2024-01-01", "2024-03-31", "2024-03-31").Should().Be("2024-Q1 met");
        Judged(Quarterly(times: 3), Branch(), Meetings("2024-03-31", "2024-03-31"), "2024-01-01", "2024-03-31", "2024-03-31").Should().Be("2024-Q1 due");
    }

    [Fact]
    public void Evidence_of_another_kind_does_not_count() =>
        Judged(Quarterly(), Branch(), [Piece("partyClass", "2024-02-01")], "2024-01-01", "2024-03-31", "2024-04-01").Should().Be("2024-Q1 overdue");

    [Fact]
    public void It_is_met_on_the_day_of_the_piece_that_completes_it_not_of_the_first_or_last()
    {
        var verdict = TheVerdict(Quarterly(times: 2), Branch(), Meetings("2024-03-01", "2024-01-10", "2024-02-29"), "2024-Q1", "2024-04-01");

        verdict.MetOn.Should().Be(Day("2024-02-29"));
        verdict.Evidence.Select(e => e.OccurredOn).Should().Equal(Day("2024-01-10"), Day("2024-02-29"), Day("2024-03-01"));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-Q1 overdue")]
    [InlineData("2024-01-02", "2024-Q1 notapplicable")]
    [InlineData("2024-03-31", "2024-Q1 notapplicable")]
    [InlineData("2024-04-01", "")]
    public void A_quarter_belongs_to_a_branch_that_lives_through_all_of_it_from_its_first_day(string founded, string verdicts) =>
        Judged(Quarterly(), Branch(founded), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().Be(verdicts);

    [Theory]
    [InlineData("2024-03-31", "2024-Q1 overdue")]
    [InlineData("2024-03-30", "2024-Q1 notapplicable")]
    [InlineData("2024-01-01", "2024-Q1 notapplicable")]
    [InlineData("2023-12-31", "")]
    public void A_quarter_belongs_to_a_branch_that_lives_through_all_of_it_to_its_last_day(string revoked, string verdicts) =>
        Judged(Quarterly(), Branch(to: revoked), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().Be(verdicts);

    [Fact]
    public void A_quarter_only_partly_lived_through_is_met_by_work_done_all_the_same()
    {
        Judged(Quarterly(), Branch("2024-03-31"), Meetings("2024-03-31"), "2024-01-01", "2024-03-31", "2025-01-01").Should().Be("2024-Q1 met");
        Judged(Quarterly(times: 2), Branch("2024-03-31"), Meetings("2024-03-31"), "2024-01-01", "2024-03-31", "2025-01-01").Should().Be("2024-Q1 notapplicable");
    }

    [Fact]
    public void A_gap_of_one_day_in_a_life_makes_the_quarter_partly_covered_and_a_change_of_bound_type_does_not()
    {
        var rule = Rule(Version("2010-01-01", Check(of: ["branch", "jointBranch"])));
        var gap = Branch(lifetimes: [new("branch", Days("2020-01-01", "2024-02-14")), new("jointBranch", Days("2024-02-16"))]);
        var change = Branch(lifetimes: [new("jointBranch", Days("2024-02-15")), new("branch", Days("2020-01-01", "2024-02-14"))]);

        Judged(rule, gap, [], "2024-01-01", "2024-06-30", "2025-01-01").Should().Be("2024-Q1 notapplicable, 2024-Q2 overdue");
        Judged(rule, change, [], "2024-01-01", "2024-06-30", "2025-01-01").Should().Be("2024-Q1 overdue, 2024-Q2 overdue");
    }

    [Fact]
    public void A_branch_raised_to_a_general_branch_leaves_the_rule_with_the_day_of_the_raise()
    {
        var raised = Branch(lifetimes: [new("branch", Days("2020-01-01", "2024-03-31")), new("generalBranch", Days("2024-04-01"))]);

        Judged(Quarterly(), raised, [], "2024-01-01", "2024-12-31", "2025-01-01").Should().Be("2024-Q1 overdue");
    }

    [Theory]
    [InlineData("2024-01-01", null, "2024-Q1 overdue")]
    [InlineData("2024-01-02", null, "2024-Q1 notapplicable")]
    [InlineData("2000-01-01", "2024-03-31", "2024-Q1 overdue")]
    [InlineData("2000-01-01", "2024-03-30", "2024-Q1 notapplicable")]
    [InlineData("2024-04-01", null, "")]
    public void A_condition_must_hold_through_the_whole_quarter(string from, string? to, string verdicts)
    {
        var rule = Rule(Version("2010-01-01", Check(during: "committee")));

        Judged(rule, Branch(committee: [Days(from, to)]), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().Be(verdicts);
    }

    [Fact]
    public void A_condition_that_held_only_while_the_branch_did_not_live_binds_nothing()
    {
        var rule = Rule(Version("2010-01-01", Check(during: "committee")));

        Judged(rule, Branch("2024-02-01", committee: [Days("2024-01-01", "2024-01-31")]), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().BeEmpty();
        Judged(rule, Branch("2024-02-01", committee: [Days("2024-01-01", "2024-02-01")]), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().Be("2024-Q1 notapplicable");
    }

    [Theory]
    [InlineData("2024-01-01", null, "2024-Q1 overdue")]
    [InlineData("2024-01-02", null, "2024-Q1 notapplicable")]
    [InlineData("2000-01-01", "2024-03-30", "2024-Q1 notapplicable")]
    [InlineData("2024-04-01", null, "")]
    public void A_book_binds_only_while_a_jurisdiction_above_has_adopted_it(string from, string? to, string verdicts) =>
        Judged(Quarterly(), Branch(adoptions: AdoptedBy(Town, from, to)), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().Be(verdicts);

    [Fact]
    public void Adoptions_of_two_jurisdictions_above_that_follow_each_other_leave_no_gap()
    {
        var handedOver = new Adoptions([new("TST", City, Days("2000-01-01", "2024-02-14")), new("TST", Town, Days("2024-02-15"))]);

        Judged(Quarterly(), Branch(adoptions: handedOver), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().Be("2024-Q1 overdue");
    }

    [Fact]
    public void A_book_adopted_elsewhere_or_another_book_binds_nothing()
    {
        Judged(Quarterly(), Branch(adoptions: AdoptedBy(OtherCity, "2000-01-01")), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().BeEmpty();
        Judged(Quarterly(), Branch(adoptions: new([new("ABC", City, Days("2000-01-01"))])), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().BeEmpty();
    }

    [Fact]
    public void A_branch_that_moves_follows_for_the_whole_quarter_the_place_it_had_on_the_first_day()
    {
        var adopted = AdoptedBy(City, "2000-01-01");
        var (inside, outside) = (new Superiors([City], adopted), new Superiors([OtherCity], adopted));
        var left = Branch(places: [new(Days("2000-01-01", "2024-01-01"), inside), new(Days("2024-01-02"), outside)]);
        var came = Branch(places: [new(Days("2000-01-01", "2024-01-01"), outside), new(Days("2024-01-02"), inside)]);

        Judged(Quarterly(), left, [], "2024-01-01", "2024-06-30", "2025-01-01").Should().Be("2024-Q1 overdue");
        Judged(Quarterly(), came, [], "2024-01-01", "2024-06-30", "2025-01-01").Should().Be("2024-Q2 overdue");
    }

    [Fact]
    public void A_branch_founded_within_a_quarter_follows_the_first_place_it_had()
    {
        var placed = Branch("2024-02-01", places: [new(Days("2024-02-01"), new([City], AdoptedBy(City, "2000-01-01")))]);

        Judged(Quarterly(), placed, [], "2024-01-01", "2024-06-30", "2025-01-01").Should().Be("2024-Q1 notapplicable, 2024-Q2 overdue");
    }

    [Fact]
    public void A_branch_that_stands_under_nobody_is_bound_by_nobodys_adoption()
    {
        Judged(Quarterly(), Branch(places: []), [], "2024-01-01", "2024-03-31", "2025-01-01").Should().BeEmpty();
        Judged(Quarterly(), Branch(places: [new(Days("2024-01-02"), new([City], AdoptedBy(City, "2000-01-01")))]), [], "2024-01-01", "2024-03-31", "2025-01-01")
            .Should().Be("2024-Q1 notapplicable", "on the first day nobody was above it");
    }

    [Fact]
    public void The_version_in_force_on_the_first_day_governs_the_whole_quarter()
    {
        var rule = Rule(Version("2010-01-01", Check(times: 1)), Version("2024-02-01", Check(times: 2)));

        Judged(rule, Branch(), Meetings("2024-03-01", "2024-05-01"), "2024-01-01", "2024-06-30", "2025-01-01").Should().Be("2024-Q1 met, 2024-Q2 overdue");
    }

    [Fact]
    public void A_version_in_force_from_a_first_day_governs_that_quarter()
    {
        var rule = Rule(Version("2010-01-01", Check(times: 1)), Version("2024-04-01", Check(times: 2)));

        Judged(rule, Branch(), Meetings("2024-03-01", "2024-05-01"), "2024-01-01", "2024-06-30", "2025-01-01").Should().Be("2024-Q1 met, 2024-Q2 overdue");
    }

    [Fact]
    public void A_half_year_open_when_the_rule_becomes_quarterly_finishes_first()
    {
        var rule = Rule(Version("2010-01-01", Check("halfYear")), Version("2024-04-01", Check("quarter")));

        Judged(rule, Branch(), Meetings("2024-05-01"), "2024-01-01", "2024-12-31", "2025-01-01").Should().Be("2024-H1 met, 2024-Q3 overdue, 2024-Q4 overdue");
        Judged(rule, Branch(), Meetings("2024-05-01"), "2024-05-01", "2024-07-01", "2025-01-01").Should().Be("2024-H1 met, 2024-Q3 overdue", "the range asked for changes no period");
    }

    [Fact]
    public void A_half_year_that_ends_when_the_rule_becomes_quarterly_is_followed_at_once()
    {
        var rule = Rule(Version("2010-01-01", Check("halfYear")), Version("2024-07-01", Check("quarter")));

        Judged(rule, Branch(), [], "2024-01-01", "2024-12-31", "2025-01-01").Should().Be("2024-H1 overdue, 2024-Q3 overdue, 2024-Q4 overdue");
    }

    [Fact]
    public void Longer_periods_start_with_their_first_whole_one_after_the_open_short_one()
    {
        var rule = Rule(Version("2010-01-01", Check("month")), Version("2024-02-15", Check("halfYear")));

        Judged(rule, Branch(), [], "2024-01-01", "2024-12-31", "2025-01-01").Should().Be("2024-01 overdue, 2024-02 overdue, 2024-H2 overdue");
    }

    [Fact]
    public void A_version_that_is_replaced_before_its_first_whole_period_governs_nothing()
    {
        var rule = Rule(Version("2010-01-01", Check("halfYear")), Version("2024-04-01", Check("quarter")), Version("2024-05-01", Check("halfYear", times: 2)));

        Judged(rule, Branch(), Meetings("2024-06-30", "2024-12-31"), "2024-01-01", "2024-12-31", "2025-01-01").Should().Be("2024-H1 met, 2024-H2 overdue");
    }

    [Fact]
    public void A_version_that_governed_nothing_does_not_shorten_the_open_period_before_it()
    {
        var rule = Rule(Version("2010-01-01", Check("halfYear")), Version("2024-04-01", Check("month")), Version("2024-05-01", Check("month", times: 2)));

        Judged(rule, Branch(), [], "2024-04-01", "2024-08-31", "2025-01-01").Should().Be("2024-H1 overdue, 2024-07 overdue, 2024-08 overdue");
    }

    [Fact]
    public void After_a_repeal_the_open_quarter_finishes_and_none_follows_until_the_rule_is_laid_down_anew()
    {
        var repealed = Rule(Version("2010-01-01", Check()), Version("2024-02-01", null));
        var again = Rule(Version("2010-01-01", Check()), Version("2024-02-01", null), Version("2024-08-01", Check()));

        Judged(repealed, Branch(), [], "2024-01-01", "2024-12-31", "2025-01-01").Should().Be("2024-Q1 overdue");
        Judged(again, Branch(), [], "2024-01-01", "2024-12-31", "2025-01-01").Should().Be("2024-Q1 overdue, 2024-Q4 overdue");
    }

    [Fact]
    public void A_repeal_on_a_first_day_leaves_that_quarter_out() =>
        Judged(Rule(Version("2010-01-01", Check()), Version("2024-04-01", null)), Branch(), [], "2024-01-01", "2024-12-31", "2025-01-01").Should().Be("2024-Q1 overdue");

    [Theory]
    [InlineData("2024-04-01", "2024-Q2 overdue")]
    [InlineData("2024-04-02", "")]
    public void A_quarter_that_began_before_the_first_version_is_not_asked_for(string inForceFrom, string verdicts) =>
        Judged(Rule(Version(inForceFrom, Check())), Branch(), [], "2024-04-01", "2024-06-30", "2025-01-01").Should().Be(verdicts);

    [Theory]
    [InlineData("2024-06-30", "2024-07-01", "2024-Q2 overdue, 2024-Q3 overdue")]
    [InlineData("2024-06-30", "2024-06-30", "2024-Q2 overdue")]
    [InlineData("2024-07-01", "2024-07-01", "2024-Q3 overdue")]
    public void Every_period_with_a_day_in_the_range_is_judged_whole(string from, string to, string verdicts) =>
        Judged(Quarterly(), Branch(), [], from, to, "2025-01-01").Should().Be(verdicts);

    [Theory]
    [InlineData("TST-1", "2024-01-01", "waived")]
    [InlineData("TST-2", "2024-01-01", "overdue")]
    [InlineData("TST-1", "2024-01-02", "overdue")]
    [InlineData("TST-1", "2024-04-01", "overdue")]
    public void A_waiver_excuses_one_rule_in_the_period_that_begins_on_its_day(string rule, string periodFrom, string status) =>
        Judged(Quarterly(), Branch(), [], "2024-01-01", "2024-03-31", "2025-01-01", new Waiver(rule, Day(periodFrom), "a flood")).Should().Be($"2024-Q1 {status}");

    [Fact]
    public void A_waiver_hides_no_work_that_was_done_and_excuses_nothing_that_was_not_asked()
    {
        var waiver = new Waiver("TST-1", Day("2024-01-01"), "a flood");

        Judged(Quarterly(), Branch(), Meetings("2024-02-01"), "2024-01-01", "2024-03-31", "2025-01-01", waiver).Should().Be("2024-Q1 met");
        Judged(Quarterly(), Branch("2024-01-02"), [], "2024-01-01", "2024-03-31", "2025-01-01", waiver).Should().Be("2024-Q1 notapplicable");
        Judged(Quarterly(), Branch(), [], "2024-01-01", "2024-03-31", "2023-12-31", waiver).Should().Be("2024-Q1 waived", "a waiver given ahead is known ahead");
    }

    [Fact]
    public void A_rule_without_a_check_gives_no_verdicts() =>
        Judged(Rule(Version("2010-01-01", null)), Branch(), Meetings("2024-02-01"), "2024-01-01", "2024-12-31", "2025-01-01").Should().BeEmpty();

    [Fact]
    public void A_sweep_over_the_projection_allocates_nothing_per_subject()
    {
        var (plan, branch, tally, into, asOf) = (new DutyPlan(Quarterly(), Day("2024-01-01"), Day("2024-12-31")), Branch(), new EvidenceTally(), new Judgement[4], Day("2024-08-15"));
        var year = EvidenceDays.None(2024).Add(Day("2024-05-01")).Value.Encode();
        void Sweep(int subjects)
        {
            for (var i = 0; i < subjects; i++)
            {
                tally.Clear();
                tally.Add("generalMeeting", 2024, year);
                if (Engine.Judge(plan, branch, tally, [], asOf, into) != 4) throw new InvalidOperationException("A quarter is missing.");
            }
        }

        Sweep(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Sweep(10_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(10_000, "less than a byte for each");
    }
}
