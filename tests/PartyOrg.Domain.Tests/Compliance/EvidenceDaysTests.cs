using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Compliance;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

public class EvidenceDaysTests
{
    private static EvidenceDays Of(int year, params string[] days) => days.Aggregate(EvidenceDays.None(year), (projection, day) => projection.Add(Day(day)).Value);

    [Fact]
    public void Days_are_sorted_and_counted_in_whatever_order_they_come() =>
        Of(2024, "2024-12-31", "2024-02-29", "2024-12-31", "2024-01-01").Counted.Should()
            .Equal(new(Day("2024-01-01"), 1), new(Day("2024-02-29"), 1), new CountedDay(Day("2024-12-31"), 2));

    [Fact]
    public void Twelve_meetings_a_year_are_24_bytes() =>
        Of(2024, [.. Enumerable.Range(1, 12).Select(month => $"2024-{month:00}-15")]).Encode().Should().HaveCount(24);

    [Fact]
    public void The_bytes_are_what_databases_already_hold() =>
        Convert.ToHexString(Of(2024, "2024-01-01", "2024-01-01", "2024-12-31").Encode()).Should().Be("0102ED0201");

    [Fact]
    public void No_evidence_is_no_bytes()
    {
        EvidenceDays.None(2024).Encode().Should().BeEmpty();
        EvidenceDays.Decode(2024, []).Value.Should().Be(EvidenceDays.None(2024));
    }

    [Fact]
    public void Taking_a_piece_away_undoes_adding_one()
    {
        var two = Of(2024, "2024-03-01", "2024-03-01");

        two.Remove(Day("2024-03-01")).Value.Should().Be(Of(2024, "2024-03-01"));
        two.Remove(Day("2024-03-01")).Value.Remove(Day("2024-03-01")).Value.Should().Be(EvidenceDays.None(2024));
        two.Remove(Day("2024-03-02")).Errors.Should().ContainSingle().Which.Code.Should().Be("evidence-projection-disagrees");
    }

    [Fact]
    public void A_day_of_another_year_is_a_bug()
    {
        FluentActions.Invoking(() => EvidenceDays.None(2024).Add(Day("2025-01-01"))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => EvidenceDays.None(2024).Remove(Day("2023-12-31"))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void More_than_255_pieces_on_one_day_are_kept_and_more_than_65535_refused()
    {
        var full = Enumerable.Range(0, EvidenceDays.MostPerDay).Aggregate(EvidenceDays.None(2024), (days, _) => days.Add(Day("2024-05-01")).Value);

        full.Counted.Should().Equal(new CountedDay(Day("2024-05-01"), 65_535));
        EvidenceDays.Decode(2024, full.Encode()).Value.Should().Be(full);
        full.Add(Day("2024-05-01")).Errors.Should().ContainSingle().Which.Code.Should().Be("evidence-too-many-on-one-day");
        full.Remove(Day("2024-05-01")).Value.Counted.Should().Equal(new CountedDay(Day("2024-05-01"), 65_534));
    }

    [Theory]
    [InlineData(2024, "01", "a count is missing")]
    [InlineData(2024, "81", "a number does not end")]
    [InlineData(2024, "0001", "a day does not follow the one before")]
    [InlineData(2024, "0100", "a day has no piece")]
    [InlineData(2024, "EF0201", "day 367 of a leap year")]
    [InlineData(2023, "EE0201", "day 366 of another year")]
    [InlineData(2024, "0101ED020101", "the year ends in between")]
    [InlineData(2024, "01808004", "65,536 pieces on a day")]
    [InlineData(2024, "0180808001", "a number of four bytes")]
    [InlineData(2024, "810001", "a number written longer than need be")]
    [InlineData(2024, "018100", "a count written longer than need be")]
    public void Bytes_that_no_encoder_writes_are_an_error(int year, string hex, string because)
    {
        EvidenceDays.Decode(year, Convert.FromHexString(hex)).Errors.Should().ContainSingle(because).Which.Code.Should().Be("evidence-projection-unreadable");

        var tally = new EvidenceTally();
        tally.Add("generalMeeting", year, Convert.FromHexString(hex)).Errors.Should().ContainSingle(because);
        tally.Add("generalMeeting", year, Convert.FromHexString("0101")).Succeeded.Should().BeTrue("nothing of broken bytes is kept");
    }

    [Fact]
    public void The_last_day_that_a_year_has_is_read()
    {
        EvidenceDays.Decode(2024, Convert.FromHexString("EE0201")).Value.Counted.Should().Equal(new CountedDay(Day("2024-12-31"), 1));
        EvidenceDays.Decode(2023, Convert.FromHexString("ED0201")).Value.Counted.Should().Equal(new CountedDay(Day("2023-12-31"), 1));
    }

    [Fact]
    public void Bytes_either_mean_days_that_encode_to_them_or_are_refused() => Prop.ForAll<byte[]>(bytes =>
    {
        var decoded = EvidenceDays.Decode(2024, bytes);
        return !decoded.Succeeded || decoded.Value.Encode().SequenceEqual(bytes);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_any_additions_and_removals_the_bytes_tell_the_same_as_counting()
    {
        var steps = Gen.Zip(Gen.Choose(1, 366), Gen.Elements(true, true, false)).ListOf().ToArbitrary();
        Prop.ForAll(steps, all =>
        {
            var projection = EvidenceDays.None(2024);
            var counts = new SortedDictionary<int, int>();
            foreach (var (number, add) in all)
            {
                var day = new LocalDate(2024, 1, 1).PlusDays(number - 1);
                var before = counts.GetValueOrDefault(number);
                var changed = add ? projection.Add(day) : projection.Remove(day);
                if (!add && before == 0)
                {
                    if (changed.Succeeded) return false;
                    continue;
                }

                projection = EvidenceDays.Decode(2024, changed.Value.Encode()).Value;
                counts[number] = before + (add ? 1 : -1);
            }

            return projection.Counted.Select(d => (d.Day.DayOfYear, d.Count)).SequenceEqual(counts.Where(c => c.Value > 0).Select(c => (c.Key, c.Value)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Years_of_one_kind_are_tallied_in_order_and_otherwise_it_is_a_bug()
    {
        var tally = new EvidenceTally();
        tally.Add("generalMeeting", Of(2024, "2024-01-01"));
        tally.Add("partyClass", Of(2023, "2023-01-01"));

        FluentActions.Invoking(() => tally.Add("generalMeeting", Of(2023, "2023-12-31"))).Should().Throw<InvalidOperationException>();
        tally.Clear();
        FluentActions.Invoking(() => tally.Add("generalMeeting", Of(2023, "2023-12-31"))).Should().NotThrow("a cleared tally begins anew");
    }

    [Fact]
    public void A_tally_holds_more_days_than_it_first_has_room_for()
    {
        var days = Enumerable.Range(0, 366).Aggregate(EvidenceDays.None(2024), (projection, day) => projection.Add(new LocalDate(2024, 1, 1).PlusDays(day)).Value);
        var tally = new EvidenceTally();
        tally.Add("generalMeeting", 2024, days.Encode()).Succeeded.Should().BeTrue();

        var into = new Judgement[4];
        var count = Engine.Judge(new DutyPlan(Quarterly(), Day("2024-01-01"), Day("2024-12-31")), Branch(), tally, [], Day("2025-01-01"), into);

        into[..count].Select(j => j.Count).Should().Equal(91, 91, 92, 92);
    }
}
