using System.Text.Json;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>A rule as jurisdictions change it for their subtree.</summary>
public class OverlayTests
{
    private static readonly RuleBook Book = new("TST", new("Tests", "测试"), new("Tests", "测试"), Day("2010-01-01"), null, "en", false, null);
    private static readonly Rule HalfYearly = Rule(Version("2010-01-01", Check("halfYear")));

    [Fact]
    public void From_april_1_on_the_open_half_year_finishes_and_quarters_follow() =>
        Judged(HalfYearly, Branch(adoptions: Adopted(Town, "county", "2026-04-01")), [Quarterly("county")]).Should().Be("2026-H1 overdue, 2026-Q3 overdue, 2026-Q4 overdue");

    [Fact]
    public void From_the_first_day_of_a_period_on_there_is_none_to_finish()
    {
        Judged(HalfYearly, Branch(adoptions: Adopted(Town, "county", "2026-07-01")), [Quarterly("county")]).Should().Be("2026-H1 overdue, 2026-Q3 overdue, 2026-Q4 overdue");
        Judged(HalfYearly, Branch(adoptions: Adopted(Town, "county", "2026-01-01")), [Quarterly("county")]).Should().Be("2026-Q1 overdue, 2026-Q2 overdue, 2026-Q3 overdue, 2026-Q4 overdue");
    }

    [Fact]
    public void Elsewhere_the_book_holds_as_it_is() =>
        Judged(HalfYearly, Branch(adoptions: Adopted(OtherCity, "county", "2026-04-01")), [Quarterly("county")]).Should().Be("2026-H1 overdue, 2026-H2 overdue");

    [Fact]
    public void After_its_last_day_the_open_quarter_finishes_and_the_book_is_back()
    {
        Judged(HalfYearly, Branch(adoptions: Adopted(Town, "county", "2025-01-01", "2026-02-15")), [Quarterly("county")]).Should().Be("2026-Q1 overdue, 2026-H2 overdue");
        Judged(HalfYearly, Branch(adoptions: Adopted(Town, "county", "2025-01-01", "2025-12-31")), [Quarterly("county")]).Should().Be("2026-H1 overdue, 2026-H2 overdue");
    }

    [Fact]
    public void The_nearest_jurisdiction_has_the_last_word_whatever_was_adopted_first()
    {
        var adoptions = new Adoptions([
            new("TST", City, Days("2000-01-01")), new("city", City, Days("2026-01-01")), new("town", Town, Days("2020-01-01")),
        ]);
        var branch = Branch(places: [new(Days("2000-01-01"), new([Town, City], adoptions))]);
        Judged(HalfYearly, branch, [Quarterly("city"), Change("town", "every", "month")]).Should().StartWith("2026-01 overdue, 2026-02 overdue");
        Judged(HalfYearly, branch, [Quarterly("city"), Change("town", "every", "year") with { AuthorisedBy = City }]).Should().Be("2026 overdue", "a jurisdiction above has authorised it");
    }

    [Fact]
    public void What_would_ask_less_than_the_jurisdictions_above_does_not_hold_whoever_came_first()
    {
        var adoptions = new Adoptions([new("TST", City, Days("2000-01-01")), new("city", City, Days("2026-04-01")), new("town", Town, Days("2020-01-01"))]);
        var branch = Branch(places: [new(Days("2000-01-01"), new([Town, City], adoptions))]);
        Judged(Rule(Version("2010-01-01", Check("year"))), branch, [Change("city", "every", "month"), Change("town", "every", "quarter")])
            .Should().StartWith("2026-Q1 overdue, 2026-04 overdue", "from April on the city asks for more than the town").And.EndWith("2026-12 overdue");
    }

    [Fact]
    public void A_jurisdiction_may_ask_less_than_it_asked_itself_but_no_less_than_those_above()
    {
        var adoptions = new Adoptions([new("TST", City, Days("2000-01-01")), new("first", Town, Days("2020-01-01")), new("second", Town, Days("2026-07-01"))]);
        var branch = Branch(places: [new(Days("2000-01-01"), new([Town, City], adoptions))]);
        Judged(HalfYearly, branch, [Change("first", "every", "month"), Quarterly("second")]).Should().EndWith("2026-06 overdue, 2026-Q3 overdue, 2026-Q4 overdue");
        Judged(HalfYearly, branch, [Quarterly("first"), Change("second", "every", "year")]).Should().Be("2026-Q1 overdue, 2026-Q2 overdue, 2026-Q3 overdue, 2026-Q4 overdue");
        Judged(HalfYearly, branch, [Quarterly("first"), Change("second", "times", 2)], "2026-03-01", "2026-09-01").Should().Be("2026-Q1 met, 2026-Q2 overdue, 2026-Q3 overdue, 2026-Q4 overdue");
    }

    [Fact]
    public void Overlays_of_several_jurisdictions_add_up_where_they_change_different_parameters()
    {
        var adoptions = new Adoptions([new("TST", City, Days("2000-01-01")), new("city", City, Days("2020-01-01")), new("town", Town, Days("2020-01-01"))]);
        var branch = Branch(places: [new(Days("2000-01-01"), new([Town, City], adoptions))]);
        Judged(HalfYearly, branch, [Quarterly("city"), Change("town", "times", 2)], "2026-03-01", "2026-05-01", "2026-05-02", "2026-08-01")
            .Should().Be("2026-Q1 overdue, 2026-Q2 met, 2026-Q3 overdue, 2026-Q4 overdue");
    }

    [Fact]
    public void A_subject_that_moves_follows_the_place_of_each_periods_first_day_and_finishes_what_is_open()
    {
        var adoptions = new Adoptions([new("TST", City, Days("2000-01-01")), new("TST", OtherCity, Days("2000-01-01")), new("there", OtherCity, Days("2000-01-01"))]);
        var (here, there) = (new Superiors([City], adoptions), new Superiors([OtherCity], adoptions));
        var into = Branch(places: [new(Days("2000-01-01", "2026-02-10"), here), new(Days("2026-02-11"), there)]);
        var outOf = Branch(places: [new(Days("2000-01-01", "2026-08-15"), there), new(Days("2026-08-16"), here)]);
        Judged(HalfYearly, into, [Quarterly("there")]).Should().Be("2026-H1 overdue, 2026-Q3 overdue, 2026-Q4 overdue");
        Judged(HalfYearly, outOf, [Quarterly("there")]).Should().Be("2026-Q1 overdue, 2026-Q2 overdue, 2026-Q3 overdue");
    }

    [Fact]
    public void What_facts_lay_belongs_to_the_place_of_its_first_day_although_what_was_laid_before_is_still_open()
    {
        var adoptions = new Adoptions([new("TST", City, Days("2000-01-01")), new("TST", OtherCity, Days("2000-01-01")), new("there", OtherCity, Days("2000-01-01"))]);
        var branch = Branch("2026-01-01", places: [new(Days("2026-01-01", "2026-02-01"), new([City], adoptions)), new(Days("2026-02-02"), new([OtherCity], adoptions))]);
        var after = Rule(Version("2010-01-01", Shaped(new { @is = "afterEvent", of = new[] { "branch" }, @event = "generalMeeting", evidence = "partyClass", within = 60, unit = "days" })));
        Judged(Rule(Version("2010-01-01", Since(90))), branch, [Change("there", "within", 60)], "2026-02-10").Should().Be("2026-01-01/2026-03-31 met, 2026-02-11/2026-04-11 overdue");
        Judged(after, branch, [Change("there", "within", 30)], "2026-01-30", "2026-02-05").Should().Be("2026-01-30/2026-03-31 overdue, 2026-02-05/2026-03-07 overdue");
    }

    [Fact]
    public void Whom_an_overlay_binds_in_addition_and_what_it_counts_instead_is_asked_from_its_first_day()
    {
        var joint = new SubjectHistory(
            new(Guid.Empty, "jointBranch"), [new("jointBranch", Days("2020-01-01"))], [new(Days("2020-01-01"), new([Town, City], Adopted(Town, "wider", "2026-04-01")))], []);
        Judged(Rule(Version("2010-01-01", Since(90))), joint, [Change("wider", "of", new[] { "branch", "jointBranch" })]).Should().Be("2026-04-01/2026-06-29 overdue");
        Judged(Rule(Version("2010-01-01", Since(90))), Branch("2020-01-01", adoptions: Adopted(Town, "other", "2026-04-01")), [Change("other", "evidence", "partyClass") with { AuthorisedBy = City }], "2026-03-01", "2026-04-10")
            .Should().Contain("2026-04-01/2026-06-29 overdue");
    }

    [Fact]
    public void Who_authorised_lets_ask_less_than_is_asked_from_his_level_down_and_never_less_than_above_it()
    {
        var adoptions = new Adoptions([new("TST", City, Days("2000-01-01")), new("city", City, Days("2020-01-01")), new("town", Town, Days("2020-01-01"))]);
        Superiors All(params Guid[] nearestFirst) => new(nearestFirst, adoptions);
        var (county, yearly) = (OtherCity, Change("town", "every", "year"));
        SubjectHistory branch = Branch(places: [new(Days("2000-01-01"), All(Town, county, City))]);
        Judged(HalfYearly, branch, [Quarterly("city"), yearly with { AuthorisedBy = county }]).Should().StartWith("2026-Q1 overdue, 2026-Q2 overdue", "the county does not loosen what the city asks");
        Judged(HalfYearly, branch, [Quarterly("city"), yearly with { AuthorisedBy = City }]).Should().Be("2026 overdue");
        Judged(HalfYearly, branch, [Quarterly("city"), yearly with { AuthorisedBy = new("00000000-0000-0000-0000-0000000000ff") }]).Should().StartWith("2026-Q1 overdue", "whoever authorised it stands above it no longer");
    }

    [Fact]
    public void What_asks_more_than_an_authorised_form_holds_on_top_of_it()
    {
        var adoptions = new Adoptions([new("TST", City, Days("2000-01-01")), new("first", Town, Days("2026-01-01")), new("second", Town, Days("2026-01-01"))]);
        var branch = Branch(places: [new(Days("2000-01-01"), new([Town, City], adoptions))]);
        Judged(HalfYearly, branch, [Change("first", "every", "year") with { AuthorisedBy = City }, Change("second", "times", 2)], "2026-03-01").Should().Be("2026 overdue");
    }

    [Fact]
    public void A_waiver_of_one_month_is_none_of_the_year_that_begins_with_it()
    {
        var yearly = Rule(Version("2010-01-01", Check("year")));
        var january = new Waiver("TST-1", Day("2026-01-01"), "January only") { PeriodTo = Day("2026-01-31") };
        Given.Judged(yearly, Branch(), [], "2026-01-01", "2026-12-31", "2027-01-01", january).Should().Be("2026 overdue");
        Given.Judged(yearly, Branch(), [], "2026-01-01", "2026-12-31", "2027-01-01", january with { PeriodTo = Day("2026-12-31") }).Should().Be("2026 waived");
    }

    [Fact]
    public void A_newer_version_of_the_book_is_changed_too_and_one_that_it_does_not_fit_is_left_as_it_is()
    {
        var rule = Rule(Version("2010-01-01", Check("halfYear")), Version("2026-07-01", Check("halfYear", times: 2)));
        Judged(rule, Branch(adoptions: Adopted(Town, "county", "2026-04-01")), [Quarterly("county")], "2026-07-05", "2026-07-06", "2026-10-01").Should().Be("2026-H1 overdue, 2026-Q3 met, 2026-Q4 overdue");

        var repealed = Rule(Version("2010-01-01", Check("halfYear")), Version("2026-07-01", null));
        Judged(repealed, Branch(adoptions: Adopted(Town, "county", "2026-04-01")), [Quarterly("county")]).Should().Be("2026-H1 overdue");
    }

    [Fact]
    public void A_verdict_names_the_document_that_changed_its_parameters_and_says_why()
    {
        var verdicts = Plans(HalfYearly, [Quarterly("county")]).Verdicts(Branch(adoptions: Adopted(Town, "county", "2026-04-01")), [], new(), [], Day("2026-12-31"));
        verdicts[0].ChangedBy.Should().BeEmpty();
        verdicts[1].ChangedBy.Should().ContainSingle().Which.Document.Should().Be("No. 1");
        verdicts[1].Reasons.Should().Contain(r => r.En == "Changed by Measures (No. 1): More classes." && r.Zh == "由《办法》（No. 1）调整：增加党课。");
        verdicts[1].Parameters["every"].GetString().Should().Be("quarter");
        verdicts[1].Shortfall!.En.Should().Contain("the third quarter of 2026");
    }

    [Fact]
    public void What_an_overlay_makes_of_a_check_that_cannot_be_is_an_error_that_names_the_parameter()
    {
        var error = Change("county", "times", 0).AppliedTo(HalfYearly.Versions[0].Check!, new(RuleCatalog.Embedded.Vocabulary)).Errors.Should().ContainSingle().Subject;
        (error.Pointer, error.Message.En).Should().Be(("/parameters/times", "Overlays/TST-1.json at /parameters/times: \"times\" must be a whole number from 1 to 1000."));
    }

    private static PartyOrg.Domain.Compliance.Checks.Check Since(int days) => Shaped(new { @is = "sinceLast", of = new[] { "branch" }, evidence = "generalMeeting", within = days, unit = "days" });

    private static Adoptions Adopted(Guid by, string overlay, string from, string? to = null) => new([new("TST", City, Days("2000-01-01")), new(overlay, by, Days(from, to))]);

    private static Overlay Quarterly(string adopted) => Change(adopted, "every", "quarter");

    private static Overlay Change(string adopted, string parameter, object value) => new(
        adopted, "TST-1", new Dictionary<string, JsonElement> { [parameter] = JsonSerializer.SerializeToElement(value) }, new("More classes.", "增加党课。"),
        new(Guid.Empty, adopted is "city" ? City : Town, new("Measures", "办法"), "No. 1"));

    private static LocalPlans Plans(Rule rule, Overlay[] overlays) =>
        new(RuleCatalog.Of([Book], [rule], RuleCatalog.Embedded.Vocabulary, overlays).Value, rule, Day("2026-01-01"), Day("2026-12-31"));

    private static string Judged(Rule rule, SubjectHistory subject, Overlay[] overlays, params string[] meetings) => string.Join(", ",
        Plans(rule, overlays).Verdicts(subject, Meetings(meetings), EvidenceTally.Of(Meetings(meetings)), [], Day("2027-01-01")).Select(v => $"{v.Period.Label} {v.Status.ToString().ToLowerInvariant()}"));
}
