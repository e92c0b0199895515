using System.Text;
using PartyOrg.Domain.Compliance;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;

    [Theory]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-02-10", false)]
    [InlineData("2024-02-17", false)]
    [InlineData("2024-02-18", true)]
    [InlineData("2024-10-12", true)]
    [InlineData("2024-10-13", false)]
    [InlineData("2025-01-01", false)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-02-05", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-09", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-10-08", true)]
    public void Holidays_are_off_and_make_up_days_are_worked(string day, bool worked) => Calendar.IsWorkingDay(Day(day)).Should().Be(worked);

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_its_arrangement_leaves(int year, int days) =>
        Enumerable.Range(0, CalendarSystem.Iso.GetDaysInYear(year)).Count(n => Calendar.IsWorkingDay(new LocalDate(year, 1, 1).PlusDays(n))).Should().Be(days);

    [Fact]
    public void A_year_that_is_not_on_file_has_its_weekends_off()
    {
        Calendar.Knows(2031).Should().BeFalse();
        Calendar.IsWorkingDay(Day("2031-10-01")).Should().BeTrue("a Wednesday");
        Calendar.IsWorkingDay(Day("2031-10-04")).Should().BeFalse("a Saturday");
        Calendar.UnknownYears(Day("2026-12-31"), Day("2028-01-01")).Should().Equal(2027, 2028);
    }

    [Theory]
    [InlineData("2024-02-08", 1, "2024-02-09")]
    [InlineData("2024-02-08", 2, "2024-02-18")]
    [InlineData("2024-02-10", 1, "2024-02-18")]
    [InlineData("2025-09-30", 1, "2025-10-09")]
    [InlineData("2026-12-31", 1, "2027-01-01")]
    public void Working_days_are_counted_from_the_day_after(string day, int days, string last) => Calendar.After(Day(day), days).Should().Be(Day(last));

    [Theory]
    [InlineData("\"year\": 2027", "\"year\": 2028", "rule-file-wrong-name /year|rule-file-bad-value /off/0|rule-file-bad-value /madeUp/0")]
    [InlineData("\"2027-01-02\"]", "\"2028-01-02\"]", "rule-file-bad-value /off/0|rule-file-bad-value /madeUp/0")]
    [InlineData("[\"2027-01-03\"]", "[\"2027-01-04\"]", "rule-file-bad-value /madeUp/0")]
    [InlineData("[\"2027-01-03\"]", "[\"2027-01-02\"]", "rule-file-bad-value /madeUp/0")]
    [InlineData("\"year\": 2027", "\"year\": \"2027\"", "rule-file-bad-value /year")]
    [InlineData("\"madeUp\"", "\"made\"", "rule-file-unknown-key /made|rule-file-missing-key /madeUp")]
    public void A_faulty_year_is_refused_like_a_faulty_rule(string was, string becomes, string faults)
    {
        const string Year = """{ "year": 2027, "source": { "en": "S", "zh": "源" }, "off": [["2027-01-01", "2027-01-02"]], "madeUp": ["2027-01-03"] }""";
        WorkingCalendar.Read("2027.json", Encoding.UTF8.GetBytes(Year)).Value.Work.Should().Equal(Day("2027-01-03"));

        var errors = WorkingCalendar.Read("2027.json", Encoding.UTF8.GetBytes(Year.Replace(was, becomes))).Errors;

        string.Join("|", errors.Select(e => $"{e.Code} {e.Pointer}")).Should().Be(faults);
    }
}
