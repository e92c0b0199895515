using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.Tests.AdmonitionTalks;

/// <summary>Runs of absences (TWS-10.1), on whatever rolls there are.</summary>
public class RunsOfFacts
{
    private static readonly LocalDate AsOf = new(2024, 12, 31);
    private static readonly Id<Person> Member = new(new Guid("00000000-0000-0000-0000-000000000001"));
    private static readonly Triggers Triggers = new(LocalRules.AsBooked(RuleCatalog.Embedded), AsOf);

    [Fact]
    public void A_candidate_is_every_longest_run_of_three_or_more_and_nothing_else() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Status, byte MadeUp)[]>(), rolls =>
        {
            var activities = (rolls ?? []).Select((r, i) => Activity(i, (AttendanceStatus)(r.Status % 4), r.MadeUp % 5 == 0)).ToList();
            var expected = new List<string[]>();
            for (var from = 0; from < activities.Count; from++)
            {
                // Naively: a stretch that counts throughout, and at whose ends nothing counts.
                for (var to = from + 2; to < activities.Count; to++)
                {
                    if (activities[from..(to + 1)].TrueForAll(a => a.WasMissed) && (from == 0 || !activities[from - 1].WasMissed) && (to == activities.Count - 1 || !activities[to + 1].WasMissed))
                        expected.Add([.. activities[from..(to + 1)].Select(a => a.MeetingId.ToString())]);
                }
            }

            var shuffled = activities.OrderBy(a => a.MeetingId.Value.GetHashCode()).ToList();
            var found = Triggers.OfAbsences(Member, shuffled, Settled.Nothing).Select(c => c.Facts.Select(f => f.Key).ToArray()).ToList();
            found.Should().BeEquivalentTo(expected, options => options.WithStrictOrdering());
            Triggers.OfAbsences(Member, shuffled, new(new HashSet<string>(), found.SelectMany(f => f).ToHashSet())).Should().BeEmpty("what was dismissed does not come again by itself");
            Triggers.OfAbsences(Member, shuffled, new(found.SelectMany(f => f).ToHashSet(), new HashSet<string>())).Should().BeEmpty("what led to a case is used up");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_a_case_a_run_begins_anew_and_after_a_dismissal_it_goes_on()
    {
        var five = Enumerable.Range(0, 6).Select(i => Activity(i, AttendanceStatus.AbsentWithoutReason, false)).ToList();
        var first = five.Take(3).Select(a => a.MeetingId.ToString()).ToHashSet();
        var none = new HashSet<string>();
        Triggers.OfAbsences(Member, five.Take(5), new(first, none)).Should().BeEmpty("two new ones are no run");
        Triggers.OfAbsences(Member, five, new(first, none)).Should().ContainSingle().Which.Facts.Should().HaveCount(3);
        Triggers.OfAbsences(Member, five.Take(4), new(none, first)).Should().ContainSingle().Which.Facts.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("2023-12-31", true)]
    [InlineData("2023-12-30", false)]
    public void Facts_of_a_year_are_looked_at(string firstDay, bool counts)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(firstDay).Value;
        var three = Enumerable.Range(0, 3).Select(i => Activity(i, AttendanceStatus.AbsentWithoutReason, false) with { On = day.PlusDays(i) });
        Triggers.OfAbsences(Member, three, Settled.Nothing).Any().Should().Be(counts);
    }

    [Fact]
    public void Every_ground_of_the_article_is_there_and_two_are_computed()
    {
        Enum.GetValues<Ground>().Should().HaveCount(8);
        Enum.GetValues<Ground>().Where(g => g.IsComputed()).Should().Equal(Ground.Absences, Ground.UnpaidDues);
        Enum.GetValues<Ground>().Where(g => g.NamesEffect()).Should().Equal(Ground.WaveringBeliefs, Ground.BadMorals, Ground.CivicDuties, Ground.MisuseOfRights);
    }

    private static ActivityOfMember Activity(int number, AttendanceStatus status, bool madeUp) => new(
        new(new Guid(number + 1, 0, 0, new byte[8])), new LocalDate(2024, 1, 1).PlusDays(number / 2), new(9 + number % 2, 0), status, madeUp, new("General meeting", "支部党员大会"));
}
