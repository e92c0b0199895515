using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>The shape <c>score</c> beyond what its rule file shows: the explanation line by line, bands, strictness, faults.</summary>
public class ScoreShapeTests
{
    private static Check Score(double atLeast = 60, double points = 10.5, double from = 60) => Shaped(new
    {
        @is = "score",
        of = new[] { "branch" },
        marks = new object[] { new { evidence = "generalMeeting", points, most = 42 }, new { evidence = "report", points = 20, most = 40 } },
        bands = new object[] { new { from = 80, en = "excellent", zh = "优秀" }, new { from, en = "qualified", zh = "合格" }, new { from = 0, en = "unqualified", zh = "不合格" } },
        atLeast,
        every = "year",
    });

    private static Verdict Judge(Check check, int meetings, int reports, string asOf = "2024-12-31") => Engine.Verdicts(
        Rule(Version("2010-01-01", check)),
        Branch(),
        [.. Enumerable.Range(1, meetings).Select(n => Piece("generalMeeting", $"2024-02-{n:00}", n)), .. Enumerable.Range(1, reports).Select(n => Piece("report", $"2024-05-{n:00}", 50 + n))],
        [],
        Day("2024-01-01"),
        Day("2024-12-31"),
        Day(asOf)).Single();

    [Fact]
    public void A_mark_is_explained_line_by_line_in_both_languages()
    {
        var verdict = Judge(Score(), 5, 1);

        verdict.Reasons.Should().Equal(
            new Results.Text("General meetings: 5 × 10.5 = 52.5, at most 42.", "支部党员大会：5 × 10.5 = 52.5，最高42。"),
            new Results.Text("Reports: 1 × 20 = 20.", "报告：1 × 20 = 20。"),
            new Results.Text("Together 62: qualified, from 60 to under 80.", "合计62分：合格（60分以上，不满80分）。"));
        (verdict.Status, verdict.MetOn, verdict.Evidence.Count).Should().Be((VerdictStatus.Met, Day("2024-05-01"), 6));
    }

    [Theory]
    [InlineData(4, 2, "Together 82: excellent, from 80.")]
    [InlineData(2, 2, "Together 61: qualified, from 60 to under 80.")]
    [InlineData(0, 0, "Together 0: unqualified, from 0 to under 60.")]
    public void A_band_begins_with_its_own_mark_and_ends_before_the_next(int meetings, int reports, string last) => Judge(Score(), meetings, reports).Reasons[^1].En.Should().Be(last);

    [Theory]
    [InlineData(61, "Together 61: qualified, from 61 to under 80.")]
    [InlineData(61.01, "Together 61: unqualified, from 0 to under 61.01.")]
    public void Bands_are_compared_exactly(double from, string last) => Judge(Score(from: from), 2, 2).Reasons[^1].En.Should().Be(last);

    [Theory]
    [InlineData(61, 10.5, "met", null, null)]
    [InlineData(61.01, 10.5, "due", "0.01 points missing for 2024: 61 of the 61.01 that are asked.", "2024年还差0.01分：现为61分，要求61.01分。")]
    [InlineData(60, 9.99, "due", "0.02 points missing for 2024: 59.98 of the 60 that are asked.", "2024年还差0.02分：现为59.98分，要求60分。")]
    public void What_is_missing_follows_the_points_and_what_is_asked(double atLeast, double points, string status, string? en, string? zh)
    {
        var verdict = Judge(Score(atLeast, points), 2, 2);

        verdict.Status.ToString().Should().BeEquivalentTo(status);
        (verdict.Shortfall?.En, verdict.Shortfall?.Zh).Should().Be((en, zh));
        if (status == "due") verdict.Next!.What.En.Should().Be("Hold 1 more general meeting by 2024-12-31 and record it.", "the reports give no more");
    }

    [Fact]
    public void The_next_step_is_the_kind_that_gives_most_for_one_more() => Judge(Score(), 4, 0, "2024-06-01").Next!.EvidenceKind.Should().Be("report");

    [Fact]
    public void A_higher_mark_is_stricter_and_other_points_or_bands_cannot_be_compared()
    {
        Score(60.01).ComparedWith(Score()).Should().Be(Strictness.Stricter);
        Score(59).ComparedWith(Score()).Should().Be(Strictness.Looser);
        Score(points: 10).ComparedWith(Score()).Should().Be(Strictness.NotComparable);
        Score(from: 70).ComparedWith(Score()).Should().Be(Strictness.NotComparable);
    }

    [Theory]
    [InlineData("""{ "atLeast": 82.01 }""", "", "\"atLeast\" is more than all marks together can give, 82. Lower it or raise the marks")]
    [InlineData("""{ "marks": [] }""", "/marks", "\"marks\" must be a table of one row or more with the columns evidence, points, most")]
    [InlineData("""{ "marks": [{ "evidence": "report", "points": 1 }] }""", "/marks", "\"marks\" must be a table whose rows have the columns evidence, points, most and no others; row 1 has not")]
    [InlineData("""{ "marks": [{ "evidence": "report", "points": 1, "most": 100 }, { "evidence": "workPlan", "points": 0, "most": 1 }] }""", "/marks", "\"marks\" must be a table in which \"points\" is a number from 0.01 to 1000 with at most 2 decimals; in row 2 it is not")]
    [InlineData("""{ "marks": [{ "evidence": "report", "points": 1, "most": 100 }, { "evidence": "report", "points": 1, "most": 1 }] }""", "", "a kind of evidence stands twice under \"marks\". Put its points into one row")]
    [InlineData("""{ "bands": [{ "from": 10, "en": "a", "zh": "甲" }] }""", "", "the bands must stand highest first, each below the one above, and the last must begin at 0. Put them in order")]
    [InlineData("""{ "bands": [{ "from": 0, "en": "a", "zh": "甲" }, { "from": 0, "en": "b", "zh": "乙" }] }""", "", "the bands must stand highest first, each below the one above, and the last must begin at 0. Put them in order")]
    public void A_fault_in_a_score_names_the_key_and_what_to_do(string change, string pointer, string message) => FaultOf(Score(), change).Should().Be((pointer, message));
}
