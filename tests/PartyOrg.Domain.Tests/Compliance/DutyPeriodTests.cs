using PartyOrg.Domain.Compliance;

namespace PartyOrg.Domain.Tests.Compliance;

public class DutyPeriodTests
{
    private static readonly LocalDate First = new(2000, 1, 1);
    private static readonly LocalDate Last = new(2100, 12, 31);

    public static TheoryData<PeriodLength, int> Lengths => new()
    {
        { PeriodLength.Month, 12 },
        { PeriodLength.TwoMonths, 6 },
        { PeriodLength.Quarter, 4 },
        { PeriodLength.HalfYear, 2 },
        { PeriodLength.Year, 1 },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Periods_tile_2000_to_2100_day_by_day_without_gap_or_overlap(PeriodLength length, int perYear)
    {
        var periods = length.PeriodsIn(new(First, Last)).ToList();
        periods.Should().HaveCount(101 * perYear);

        var at = 0;
        var days = 0;
        for (var day = First; day <= Last; day = day.PlusDays(1), days++)
        {
            if (day > periods[at].To) at++;
            if (!periods[at].Contains(day) || (at > 0 && periods[at - 1].Contains(day)) || (at + 1 < periods.Count && periods[at + 1].Contains(day)) || length.PeriodOn(day) != periods[at])
            {
                Assert.Fail($"{day} does not lie in exactly one {length}.");
            }
        }

        days.Should().Be(36_890, "101 years of 365 days and 25 leap days: 2100 is none");
        at.Should().Be(periods.Count - 1, "no period lies outside the range");
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Labels_are_unique_sort_in_time_and_are_read_back(PeriodLength length, int perYear)
    {
        var periods = length.PeriodsIn(new(First, Last)).ToList();

        periods.Select(p => p.Label).Distinct().Should().HaveCount(101 * perYear);
        periods.Select(p => p.Label).Should().BeInAscendingOrder(StringComparer.Ordinal);
        foreach (var period in periods) DutyPeriod.Parse(period.Label).Should().Be(period);
    }

    [Fact]
    public void A_label_is_stable()
    {
        var day = new LocalDate(2024, 4, 30);
        new[] { PeriodLength.Month, PeriodLength.TwoMonths, PeriodLength.Quarter, PeriodLength.HalfYear, PeriodLength.Year }
            .Select(l => l.PeriodOn(day).Label)
            .Should().Equal("2024-04", "2024-B2", "2024-Q2", "2024-H1", "2024");
        new DutyPeriod(new(2014, 4, 1), new(2014, 9, 30)).Label.Should().Be("2014-04-01/2014-09-30");
    }

    [Fact]
    public void A_period_ends_on_the_last_day_of_its_month_in_leap_years_and_others()
    {
        PeriodLength.Month.PeriodOn(new(2024, 2, 1)).To.Should().Be(new LocalDate(2024, 2, 29));
        PeriodLength.Month.PeriodOn(new(2100, 2, 28)).To.Should().Be(new LocalDate(2100, 2, 28));
        PeriodLength.TwoMonths.PeriodOn(new(2023, 1, 31)).To.Should().Be(new LocalDate(2023, 2, 28));
    }

    [Theory]
    [InlineData("1999")]
    [InlineData("2101")]
    [InlineData("2024-00")]
    [InlineData("2024-13")]
    [InlineData("2024-Q0")]
    [InlineData("2024-Q5")]
    [InlineData("2024-H3")]
    [InlineData("2024-B7")]
    [InlineData("2024-q1")]
    [InlineData("2024-+1")]
    [InlineData("2024-1")]
    [InlineData("2024Q1")]
    [InlineData("2024-Q12")]
    [InlineData(" 2024")]
    [InlineData("")]
    [InlineData("2024-03-31")]
    public void What_is_no_label_is_not_read(string label) => DutyPeriod.Parse(label).Should().BeNull();

    [Theory]
    [InlineData("2024-01-01", "2024-12-31", "2024-01-01", "2024-12-31")]
    [InlineData("2024", "2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-Q1", "2024-H2", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("2000-01-01", "2100-12-31", "2000-01-01", "2100-12-31")]
    public void A_range_is_asked_for_by_dates_or_labels(string from, string to, string first, string last)
    {
        var range = DutyPeriod.ParseRange(from, to).Value;

        $"{range.From:uuuu-MM-dd} {range.To:uuuu-MM-dd}".Should().Be($"{first} {last}");
    }

    [Theory]
    [InlineData("2023-02-29", "2024", "period-malformed", "/from")]
    [InlineData("2024", "2024-Q5", "period-malformed", "/to")]
    [InlineData("1999-12-31", "2024", "period-malformed", "/from")]
    [InlineData("2024", "2101-01-01", "period-malformed", "/to")]
    [InlineData("2024-04-01", "2024-03-31", "period-reversed", "/from")]
    public void A_malformed_range_points_at_the_end_that_is_wrong(string from, string to, string code, string pointer)
    {
        var error = DutyPeriod.ParseRange(from, to).Errors.Should().ContainSingle().Subject;

        (error.Code, error.Pointer).Should().Be((code, pointer));
    }
}
