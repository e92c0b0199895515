using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.Tests.MemberObjectives;

/// <summary>Whatever the points, marks and ballots are: the computation is exact, and stays within its bounds (TWS-5.4, TWS-5.5).</summary>
public class PointsAndGrades
{
    private static readonly ObjectivesTerms Terms = new(LocalRules.AsBooked(RuleCatalog.Embedded), 2024);
    private static readonly AttendanceRate Nobody = new(0, 0, 0, 0);

    [Fact]
    public void Points_in_tenths_that_sum_to_1000_are_taken_and_any_other_sum_is_refused() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Gen.Choose(-3, 3).ToArbitrary(), (weights, off) =>
    {
        var items = Items(weights, 1000 + off);
        (ObjectiveItem.FaultOf(items) is null).Should().Be(off == 0);
        items.Sum(i => i.Points).Should().Be(100m + off / 10m);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_total_is_the_exact_sum_of_all_marks_and_none_while_one_is_missing() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte>(), (weights, parts, left) =>
    {
        var items = Items(weights, 1000);
        var marks = items.Select((item, i) => new ObjectiveMark(i + 1, decimal.Round(item.Points * (parts.Length == 0 ? 255 : parts[i % parts.Length]) / 255m, 1, MidpointRounding.ToZero))).ToList();
        var total = ObjectivesScore.Total(items, marks, null, Nobody);
        (total * 10).Should().Be(marks.Sum(m => (int)(m.Mark * 10)));
        total.Should().BeInRange(0m, 100m);
        marks.RemoveAt(left % marks.Count);
        ObjectivesScore.Total(items, marks, null, Nobody).Should().BeNull("a missing mark is not zero");
        ObjectivesScore.Result(items, marks, null, Nobody, new(0, null), Terms).Should().BeNull();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Attendance_gives_all_points_to_who_never_missed_none_to_who_never_came_and_leave_changes_nothing() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Present, byte Online, byte Leave)>(), ArbMap.Default.ArbFor<(byte Missing, byte Points)>(), (there, other) =>
        {
            var (points, rate) = (1 + other.Points / 10m, new AttendanceRate(there.Present, there.Online, there.Leave, other.Missing));
            var mark = ObjectivesScore.AttendanceMark(points, rate);
            (mark is null).Should().Be(rate.Denominator == 0);
            ObjectivesScore.AttendanceMark(points, rate with { AbsentWithLeave = 0 }).Should().Be(mark);
            if (mark is not { } given) return;
            given.Should().BeInRange(0m, points);
            ObjectiveItem.HasOnePlace(given).Should().BeTrue();
            if (other.Missing == 0) given.Should().Be(points);
            if (rate.Numerator == 0) given.Should().Be(0m);
            Math.Abs(given - points * rate.Numerator / rate.Denominator).Should().BeLessThanOrEqualTo(0.05m);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_combined_mark_lies_between_both_and_one_better_ballot_never_lowers_it() => Prop.ForAll(
        Gen.Choose(0, 1000).ToArbitrary(), ArbMap.Default.ArbFor<(byte E, byte Q, byte B, byte U)>(), (tenths, votes) =>
        {
            var (general, ballots) = (tenths / 10m, Ballots(votes.E, votes.Q, votes.B, votes.U));
            var democratic = ObjectivesScore.Democratic(ballots, Terms);
            var combined = ObjectivesScore.Combined(general, democratic, Terms);
            if (democratic is not { } exact)
            {
                ballots.Ballots.Should().BeLessThan(5);
                combined.Should().Be(general);
                return;
            }

            combined.Should().BeInRange(Math.Min(general, exact) - 0.005m, Math.Max(general, exact) + 0.005m);
            Math.Abs(combined - (general * 0.6m + exact * 0.4m)).Should().BeLessThanOrEqualTo(0.005m);
            if (votes.U > 0) ObjectivesScore.Combined(general, ObjectivesScore.Democratic(Ballots(votes.E + 1, votes.Q, votes.B, votes.U - 1), Terms), Terms).Should().BeGreaterThanOrEqualTo(combined);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Grades_are_half_open_and_never_better_for_a_lower_mark() => Prop.ForAll(Gen.Choose(0, 10000).ToArbitrary(), hundredths =>
    {
        var grade = Terms.GradeOf(hundredths / 100m);
        grade.Should().Be(hundredths >= 9000 ? MemberGrade.Excellent : hundredths >= 7500 ? MemberGrade.Qualified : hundredths >= 6000 ? MemberGrade.BasicallyQualified : MemberGrade.Unqualified);
        if (hundredths > 0) ((int)Terms.GradeOf((hundredths - 1) / 100m)).Should().BeGreaterThanOrEqualTo((int)grade);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(100, MemberGrade.Excellent)]
    [InlineData(90, MemberGrade.Excellent)]
    [InlineData(89.99, MemberGrade.Qualified)]
    [InlineData(75, MemberGrade.Qualified)]
    [InlineData(74.99, MemberGrade.BasicallyQualified)]
    [InlineData(60, MemberGrade.BasicallyQualified)]
    [InlineData(59.99, MemberGrade.Unqualified)]
    [InlineData(0, MemberGrade.Unqualified)]
    public void A_grade_begins_with_its_own_threshold(decimal mark, MemberGrade grade) => Terms.GradeOf(mark).Should().Be(grade);

    [Fact]
    public void A_ballot_alone_gives_its_own_grade() => Enum.GetValues<MemberGrade>().Should().OnlyContain(g => Terms.GradeOf(Terms.PointsOf(g)) == g);

    private static BallotResult Ballots(int e, int q, int b, int u) => BallotResult.Of(
        new Dictionary<MemberGrade, int> { [MemberGrade.Excellent] = e, [MemberGrade.Qualified] = q, [MemberGrade.BasicallyQualified] = b, [MemberGrade.Unqualified] = u }, 5);

    // So many tenths of a point over up to ten objectives, each with at least one.
    private static List<ObjectiveItem> Items(byte[]? weights, int tenths)
    {
        var shares = (weights is null or [] ? [1] : weights).Take(10).Select(w => w + 1).ToList();
        var points = shares.ConvertAll(s => 1 + (tenths - shares.Count) * s / shares.Sum());
        points[0] += tenths - points.Sum();
        return points.ConvertAll(p => new ObjectiveItem(ObjectiveArea.Work, "x", p / 10m));
    }
}
