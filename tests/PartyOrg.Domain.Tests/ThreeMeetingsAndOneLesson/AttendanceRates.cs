using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.Tests.ThreeMeetingsAndOneLesson;

public class AttendanceRates
{
    [Theory]
    [InlineData(8, 1, 0, 1, 9, 10, 0.9)]
    [InlineData(8, 1, 2, 1, 9, 10, 0.9)]
    [InlineData(2, 0, 0, 1, 2, 3, 0.6667)]
    [InlineData(0, 1, 5, 0, 1, 1, 1.0)]
    [InlineData(0, 0, 3, 4, 0, 4, 0.0)]
    public void The_rate_is_those_who_took_part_over_those_expected_and_not_excused(int present, int online, int leave, int without, int numerator, int denominator, double rate)
    {
        var attendance = new AttendanceRate(present, online, leave, without);
        (attendance.Numerator, attendance.Denominator, attendance.Rate, attendance.Expected).Should().Be((numerator, denominator, (decimal)rate, present + online + leave + without));
    }

    [Fact]
    public void Where_everybody_was_excused_or_nobody_expected_there_is_no_rate()
    {
        new AttendanceRate(0, 0, 3, 0).Rate.Should().BeNull();
        default(AttendanceRate).Rate.Should().BeNull();
    }

    [Fact]
    public void The_rate_explains_itself_in_both_languages()
    {
        var explanation = new AttendanceRate(8, 1, 2, 1).Explanation;
        explanation.En.Should().Be("Took part 9 times (8 there, 1 online) out of 10: expected 12 times, less 2 with leave, which is shown apart; absent without reason 1 time (TWS-3.5b).");
        explanation.Zh.Should().Contain("参加 9 次").And.Contain("请假 2 次（单列）");
        new AttendanceRate(1, 0, 1, 1, MadeUp: 1).Explanation.En.Should().StartWith("Took part 1 time (1 there, 0 online)").And.Contain("Of the absences 1 was made up later");
    }

    [Fact]
    public void What_was_made_up_is_shown_apart_and_changes_no_rate()
    {
        var (without, with) = (new AttendanceRate(8, 1, 2, 1), new AttendanceRate(8, 1, 2, 1, MadeUp: 2));
        (with.Rate, with.Denominator, with.Expected).Should().Be((without.Rate, without.Denominator, without.Expected));
        with.Explanation.En.Should().Be(without.Explanation.En + " Of the absences 2 were made up later, which is shown apart and changes no rate.");
        with.Explanation.Zh.Should().Be(without.Explanation.Zh + "缺席后补课 2 次（单列，不影响出勤率）。");
    }

    [Fact]
    public void Counts_of_the_same_status_add_up() => AttendanceRate.Of([(AttendanceStatus.Present, 2), (AttendanceStatus.Online, 1), (AttendanceStatus.Present, 3), (AttendanceStatus.AbsentWithLeave, 1), (AttendanceStatus.AbsentWithoutReason, 4)])
        .Should().Be(new AttendanceRate(5, 1, 1, 4));

    [Fact]
    public void One_more_leave_never_changes_a_rate() => Prop.ForAll(
        Gen.Choose(0, 400).Four().ToArbitrary(),
        c => new AttendanceRate(c.Item1, c.Item2, c.Item3, c.Item4).Rate == new AttendanceRate(c.Item1, c.Item2, c.Item3 + 1, c.Item4).Rate).QuickCheckThrowOnFailure();
}
