using System.Collections;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.RuleBooks;
using static PartyOrg.Domain.Tests.Compliance.NaiveOracle;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>
/// Engine, projection and a naive oracle that shares no code with either agree on random histories: versions that change shape and are
/// repealed, lives with gaps, moves, adoptions, voided evidence, leap days.
/// </summary>
public class OracleTests
{
    private const int Histories = 3_000;
    private const int Always = int.MaxValue;

    private static readonly string[] Types = ["branch", "jointBranch", "partyGroup"];
    private static readonly string[] Kinds = ["generalMeeting", "partyClass"];

    [Fact]
    public void Engine_over_full_evidence_agrees_with_the_naive_oracle_at_any_known_instant() => Compare(Histories, it =>
        Engine.Judge(Plan(it), Subject(it), Known(it, it.KnownAt), Waivers(it), Day(it.AsOf)).Select(Told).SequenceEqual(NaiveOracle.Judge(it)));

    [Fact]
    public void Engine_over_the_projection_agrees_with_the_naive_oracle_as_known_now() => Compare(Histories, it =>
    {
        var now = it with { KnownAt = Always };
        var plan = Plan(now);
        var into = new Judgement[plan.Room];
        var count = Engine.Judge(plan, Subject(now), Projected(now), Waivers(now), Day(now.AsOf), into);
        return into[..count].Select(Told).SequenceEqual(NaiveOracle.Judge(now));
    });

    [Fact]
    public void A_verdict_tells_what_was_judged_proves_it_when_met_and_says_what_to_do_when_not() => Compare(Histories / 3, it =>
    {
        var pieces = Known(it, it.KnownAt);
        var verdicts = Engine.Verdicts(Rule(it), Subject(it), pieces, Waivers(it), Day(it.From), Day(it.To), Day(it.AsOf));
        var expected = NaiveOracle.Judge(it).ToList();
        return verdicts.Count == expected.Count && verdicts.Zip(expected).All(pair =>
        {
            var (verdict, answer) = pair;
            var times = verdict.Parameters["times"].GetInt32();
            var open = verdict.Status is VerdictStatus.Upcoming or VerdictStatus.Due or VerdictStatus.Overdue;
            return Date(verdict.Period.From) == answer.First
                && verdict.Status.ToString() == answer.Status
                && verdict.Evidence.Count == answer.Count
                && (verdict.Status == VerdictStatus.Met ? verdict.Evidence[times - 1].OccurredOn == verdict.MetOn : verdict.MetOn is null)
                && (verdict.Shortfall is not null) == (open || verdict.Status == VerdictStatus.Waived)
                && (verdict.Next is not null) == open;
        });
    });

    [Fact]
    public void The_random_histories_reach_every_status_and_both_ways_of_being_bound()
    {
        var reached = new HashSet<(string, bool)>();
        foreach (var it in Situations.Sample(50, new Rnd(20_240_229, 0x9E37_79B9_7F4A_7C15), 1_000))
        {
            foreach (var judgement in Engine.Judge(Plan(it), Subject(it), Known(it, it.KnownAt), Waivers(it), Day(it.AsOf)))
            {
                reached.Add((judgement.Status.ToString(), judgement.Wholly));
            }
        }

        reached.Should().BeEquivalentTo(new[] { ("Met", true), ("Met", false), ("NotApplicable", false), ("Waived", true), ("Upcoming", true), ("Due", true), ("Overdue", true) });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_range_cut_in_two_gives_the_same_verdicts_as_the_whole(int parts) => Compare(Histories / 3, it =>
    {
        var cut = it.From.AddDays((it.To.DayNumber - it.From.DayNumber) * parts / 4);
        var whole = Told(it);
        var pieces = Told(it with { To = cut }).Concat(Told(it with { From = cut.AddDays(1) })).Distinct();
        return cut >= it.To || whole.SequenceEqual(pieces);

        static IEnumerable<Answer> Told(Situation it) => Engine.Judge(Plan(it), Subject(it), Known(it, it.KnownAt), Waivers(it), Day(it.AsOf)).Select(OracleTests.Told);
    });

    private static void Compare(int histories, Func<Situation, bool> agree) =>
        Prop.ForAll(Arb.From(Situations, Shrink), agree).Check(Config.QuickThrowOnFailure.WithMaxTest(histories));

    private static Answer Told(Judgement j) => new(Date(j.Slot.Period.From), Date(j.Slot.Period.To), j.Status.ToString(), j.MetOn is { } day ? Date(day) : null, j.Count);

    private static LocalDate Day(DateOnly day) => new(day.Year, day.Month, day.Day);

    private static DateOnly Date(LocalDate day) => new(day.Year, day.Month, day.Day);

    private static DayRange Days(Spell spell) => new(Day(spell.From), spell.To is { } to ? Day(to) : null);

    private static Rule Rule(Situation it) => Given.Rule([.. it.Versions.Select(v => new RuleVersion(
        Day(v.InForceFrom),
        Basis.Source,
        null,
        v.Asks ? Given.Check(v.MonthsPerPeriod switch { 1 => "month", 2 => "twoMonths", 3 => "quarter", 6 => "halfYear", _ => "year" }, v.Times, v.Evidence, v.Of, v.While) : null,
        []))]);

    private static DutyPlan Plan(Situation it) => new(Rule(it), Day(it.From), Day(it.To));

    private static Waiver[] Waivers(Situation it) => [.. it.Waived.Select(day => new Waiver("TST-1", Day(day), "a reason"))];

    private static SubjectHistory Subject(Situation it)
    {
        var adoptions = new Adoptions(it.Adoptions.Select(a => new Adoption("TST", Jurisdiction(a.What[0]), Days(a))));
        return new(
            new(Guid.Empty, "branch"),
            it.Lifetimes.Select(l => new LifetimeSpell(l.What, Days(l))),
            it.Places.Select(p => new PlaceSpell(Days(p), new([.. p.What.Select(Jurisdiction)], adoptions))),
            [KeyValuePair.Create("committee", DaySet.Of(it.Committee.Select(Days)))]);
    }

    private static Guid Jurisdiction(char letter) => new($"00000000-0000-0000-0000-{(int)letter:000000000000}");

    private static Evidence[] Known(Situation it, int instant) =>
        [.. it.Ledger.Where(e => e.KnownAt(instant)).Select((e, i) => new Evidence(new($"00000000-0000-0000-0001-{i:000000000000}"), e.Kind, Day(e.Day), new("meeting", Guid.Empty)))];

    // As a command would keep it: every record adds a day, every void takes one away, in the order of the instants, through the stored bytes.
    private static EvidenceTally Projected(Situation it)
    {
        var stored = new SortedDictionary<(string Kind, int Year), byte[]>();
        var events = it.Ledger.Select(e => (At: e.RecordedAt, Add: true, Entry: e)).Concat(it.Ledger.Where(e => e.VoidedAt is not null).Select(e => (At: e.VoidedAt!.Value, Add: false, Entry: e)));
        foreach (var (_, add, entry) in events.OrderBy(e => e.At).ThenByDescending(e => e.Add))
        {
            var key = (entry.Kind, entry.Day.Year);
            var days = EvidenceDays.Decode(key.Year, stored.GetValueOrDefault(key, [])).Value;
            stored[key] = (add ? days.Add(Day(entry.Day)) : days.Remove(Day(entry.Day))).Value.Encode();
        }

        var tally = new EvidenceTally();
        foreach (var ((kind, year), bytes) in stored) tally.Add(kind, year, bytes).Succeeded.Should().BeTrue();
        return tally;
    }

    private static Gen<Situation> Situations =>
        from a in Dates
        from versions in Versions
        from lifetimes in Spells(Gen.Elements(Types), 3)
        from committee in Spells(Gen.Constant(""), 3)
        from places in Spells(Gen.Elements("A", "AB", "ABC", "D", "DA"), 4)
        from adoptions in Gen.Zip(Spells(Gen.Elements("A", "D"), 2), Spells(Gen.Elements("B", "C"), 3))
        from ledger in (
            from kind in Gen.Elements(Kinds)
            from day in Near(a)
            from twice in Gen.Choose(1, 3)
            from recorded in Gen.Choose(0, 100)
            from voided in Gen.Frequency((3, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 60).Select(later => (int?)(recorded + later))))
            select Enumerable.Repeat(new Entry(kind, day, recorded, voided), twice == 3 ? 2 : 1)).ListOf().Resize(40)
        from length in Gen.Choose(0, 900)
        from asOf in Gen.Choose(-100, 1000)
        from waived in (
            from months in Gen.Choose(-3, 30)
            from quarter in Gen.Elements(1, 1, 3, 6)
            let day = a.AddMonths(months)
            select new DateOnly(day.Year, (day.Month - 1) / quarter * quarter + 1, 1)).ListOf().Resize(12)
        from known in Gen.Choose(0, 170)
        select new Situation(
            versions, lifetimes, committee, places, [.. adoptions.Item1, .. adoptions.Item2], [.. ledger.SelectMany(e => e)], [.. waived], a, a.AddDays(length), a.AddDays(asOf), known);

    // The days on which something turns are likelier than others: month ends, first days, leap days.
    private static Gen<DateOnly> Dates =>
        from year in Gen.Choose(2019, 2025)
        from month in Gen.Choose(1, 12)
        from day in Gen.Frequency((3, Gen.Choose(1, 28)), (2, Gen.Constant(1)), (2, Gen.Constant(31)), (1, Gen.Constant(29)))
        select new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static Gen<DateOnly> Near(DateOnly day) =>
        from later in Gen.Choose(-60, 960)
        let near = day.AddDays(later)
        from turn in Gen.Elements(near, near, new(near.Year, near.Month, 1), new(near.Year, near.Month, DateTime.DaysInMonth(near.Year, near.Month)))
        select turn;

    private static Gen<NaiveOracle.Version[]> Versions =>
        from first in Gen.Frequency((2, Gen.Constant(new DateOnly(2018, 1, 1))), (1, Dates))
        from more in Dates.ListOf().Resize(4)
        from versions in Gen.CollectToArray(more.Prepend(first).Distinct().Order().ToArray(), Version)
        select versions.Index().Select(v => v.Index == 0 && !v.Item.Asks ? v.Item with { MonthsPerPeriod = 3 } : v.Item).ToArray();

    private static Gen<NaiveOracle.Version> Version(DateOnly inForceFrom) =>
        from months in Gen.Frequency((6, Gen.Elements(1, 2, 3, 6, 12)), (1, Gen.Constant(0)))
        from times in Gen.Elements(1, 1, 1, 2, 3)
        from evidence in Gen.Elements(Kinds)
        from of in Gen.SubListOf(Types)
        from condition in Gen.Elements(null, null, "committee")
        select new NaiveOracle.Version(inForceFrom, months, times, evidence, of.Count == 0 ? ["branch"] : [.. of], condition);

    // Spells in order that do not overlap: they touch, or leave a gap of one day or of many.
    private static Gen<Spell[]> Spells(Gen<string> what, int most) =>
        from begin in Gen.Frequency((2, Gen.Constant(new DateOnly(2015, 1, 1))), (1, Dates))
        from parts in (
            from each in what
            from days in Gen.Choose(0, 900)
            from gap in Gen.Elements(1, 1, 2, 40)
            select (each, days, gap)).NonEmptyListOf().Resize(most)
        from endless in Gen.Elements(true, true, false)
        select Chain(begin, [.. parts], endless);

    private static Spell[] Chain(DateOnly begin, (string What, int Days, int Gap)[] parts, bool endless)
    {
        var spells = new List<Spell>();
        foreach (var (what, days, gap) in parts)
        {
            spells.Add(new(what, begin, begin.AddDays(days)));
            begin = begin.AddDays(days + gap);
        }

        if (endless) spells[^1] = spells[^1] with { To = null };
        return [.. spells];
    }

    // Leaves out one element of one list at a time, so that what is printed of a failure is only what it needs.
    private static IEnumerable<Situation> Shrink(Situation it)
    {
        foreach (var list in typeof(Situation).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType.IsArray))
        {
            var all = (Array)list.GetValue(it)!;
            for (var i = all.Length - 1; i >= 0 && (all.Length > 1 || list.Name != nameof(it.Versions)); i--)
            {
                var rest = ((IEnumerable)all).Cast<object>().Where((_, at) => at != i).ToArray();
                var shorter = Array.CreateInstance(list.PropertyType.GetElementType()!, rest.Length);
                rest.CopyTo(shorter, 0);
                var smaller = it with { };
                typeof(Situation).GetField($"<{list.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance)!.SetValue(smaller, shorter);
                yield return smaller;
            }
        }
    }
}
