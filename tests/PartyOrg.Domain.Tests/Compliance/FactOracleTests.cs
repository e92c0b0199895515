using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using static PartyOrg.Domain.Tests.Compliance.Given;

namespace PartyOrg.Domain.Tests.Compliance;

/// <summary>
/// The shapes whose slots follow from a subject's facts agree, on random histories, with oracles that walk day by day and share no code with
/// them: lives with gaps, two versions, events that overlap, pieces of one day, conditions that lapse, every range and asked date.
/// </summary>
public class FactOracleTests
{
    private const int Histories = 2_000;

    private static readonly DateOnly Begin = new(2022, 1, 1);
    private static readonly DateOnly End = new(2027, 12, 31);

    private sealed record Told(DateOnly First, DateOnly Due, string Status, DateOnly? MetOn);

    private sealed record World(bool[] Bound, int[] Events, int[] Pieces, bool[] Held, int Since, int Second, int[] Limits, bool Months, int From, int To, int AsOf)
    {
        public int LimitOn(int day) => Limits[day < Second ? 0 : 1];

        public int BoundEnd(int day)
        {
            while (day + 1 < Bound.Length && Bound[day + 1]) day++;
            return day + 1 == Bound.Length ? int.MaxValue : day;
        }
    }

    [Fact]
    public void Slots_since_the_last_time_agree_with_a_walk_from_day_to_day() => Compare(
        (limit, unit) => Shaped(new { @is = "sinceLast", of = new[] { "branch" }, evidence = "generalMeeting", within = limit, unit }), SinceLast);

    [Fact]
    public void Slots_after_events_agree_with_a_queue_that_is_served_from_day_to_day() => Compare(
        (limit, unit) => Shaped(new { @is = "afterEvent", of = new[] { "branch" }, @event = "founding", evidence = "generalMeeting", within = limit, unit }), AfterEvent);

    [Fact]
    public void Spells_of_a_condition_agree_with_a_walk_from_day_to_day() => Compare(
        (limit, _) => Shaped(new { @is = "alwaysHolds", of = new[] { "branch" }, holds = "committee", graceDays = limit }), AlwaysHolds);

    private static void Compare(Func<int, string, Check> check, Func<World, IEnumerable<(Told Slot, int OpenUntil)>> oracle)
    {
        var reached = new HashSet<string>();
        for (var seed = 0; seed < Histories; seed++)
        {
            var it = RandomWorld(new Random(seed));
            var unit = it.Months ? "months" : "days";
            var rule = Rule(Version(Iso(it.Since), check(it.Limits[0], unit)), Version(Iso(it.Second), check(it.Limits[1], unit)));
            var subject = Branch(
                lifetimes: [.. Spans(it.Bound).Select(s => new LifetimeSpell("branch", s))], adoptions: AdoptedBy(City, "2000-01-01"), committee: [.. Spans(it.Held)]);
            Evidence[] evidence = [.. Pieces("generalMeeting", it.Pieces), .. Pieces("founding", it.Events)];

            var expected = oracle(it).Where(s => s.Slot.First <= Date(it.To) && s.OpenUntil >= it.From).Select(s => s.Slot).ToList();
            var found = Engine.Judge(new DutyPlan(rule, Local(it.From), Local(it.To)), subject, evidence, [], Local(it.AsOf))
                .Select(j => new Told(Date(j.Slot.Period.From), Date(j.Slot.DueOn), j.Status.ToString(), j.MetOn is { } met ? Date(met) : null)).ToList();

            if (!found.SequenceEqual(expected)) Assert.Fail($"Seed {seed}, asked {Iso(it.From)} to {Iso(it.To)} as of {Iso(it.AsOf)}:\n{string.Join("\n", found)}\nand not\n{string.Join("\n", expected)}");
            reached.UnionWith(found.Select(t => t.Status));
        }

        reached.Should().Contain(["Met", "MetLate", "NotApplicable", "Due", "Overdue"]);
    }

    private static IEnumerable<(Told, int)> SinceLast(World it)
    {
        int? open = null;
        for (var day = it.Since; day < it.Bound.Length; day++)
        {
            if (!it.Bound[day])
            {
                if (open is { } left) yield return Slot(it, left, Due(it, left, Date(left).AddDays(-1)), null, day - 1);
                open = null;
                continue;
            }

            open ??= day;
            if (it.Pieces[day] == 0 || day > it.AsOf) continue;
            yield return Slot(it, open.Value, Due(it, open.Value, Date(open.Value).AddDays(-1)), day, int.MaxValue);
            open = null;
        }

        if (open is { } last) yield return Slot(it, last, Due(it, last, Date(last).AddDays(-1)), null, int.MaxValue);
    }

    private static IEnumerable<(Told, int)> AfterEvent(World it)
    {
        var waiting = new List<(int Day, int Asked, int Found, int Last)>();
        for (var day = it.Since; day <= it.AsOf; day++)
        {
            if (it.Events[day] > 0 && it.Bound[day]) waiting.Add((day, it.Events[day], 0, 0));
            for (var piece = 0; piece < it.Pieces[day]; piece++)
            {
                var at = waiting.FindIndex(w => w.Found < w.Asked);
                if (at >= 0) waiting[at] = waiting[at] with { Found = waiting[at].Found + 1, Last = day };
            }
        }

        return waiting.Select(w => Slot(it, w.Day, Due(it, w.Day, Date(w.Day)), w.Found == w.Asked ? w.Last : null, it.BoundEnd(w.Day)));
    }

    private static IEnumerable<(Told, int)> AlwaysHolds(World it)
    {
        for (var day = it.Since; day < it.Bound.Length; day++)
        {
            if (!it.Bound[day]) continue;
            if (day > it.AsOf)
            {
                yield return (new(Date(day), Date(day + it.LimitOn(day) - 1), "Upcoming", null), day);
                while (day + 1 < it.Bound.Length && it.Bound[day + 1]) day++;
                continue;
            }

            var end = day;
            while (end + 1 <= it.AsOf && it.Bound[end + 1] && it.Held[end + 1] == it.Held[day] && end + 1 != it.Second) end++;
            if (it.Held[day])
            {
                yield return (new(Date(day), Date(day), "Met", Date(day)), end);
            }
            else
            {
                int? restored = null;
                for (var later = day; later <= it.AsOf && it.Bound[later] && restored is null; later++)
                {
                    if (it.Held[later]) restored = later;
                }

                var (slot, _) = Slot(it, day, day + it.LimitOn(day) - 1, restored, it.BoundEnd(day));
                yield return (slot, Math.Max(end, restored is null && slot.Status == "NotApplicable" ? 0 : restored ?? it.AsOf));
            }

            day = end;
            if (end == it.AsOf && end + 1 < it.Bound.Length && it.Bound[end + 1])
            {
                // What goes on after the asked date is not told a second time; a later life is.
                while (day + 1 < it.Bound.Length && it.Bound[day + 1]) day++;
            }
        }
    }

    private static (Told, int) Slot(World it, int first, int due, int? met, int boundEnd)
    {
        var applies = met is not null || due <= boundEnd;
        var status = met is not null ? met <= due ? "Met" : "MetLate"
            : it.AsOf < first ? "Upcoming"
            : !applies ? "NotApplicable"
            : it.AsOf <= due ? "Due"
            : "Overdue";
        return (new(Date(first), Date(due), status, met is { } day ? Date(day) : null), Math.Max(due, met ?? (applies ? it.AsOf : 0)));
    }

    private static int Due(World it, int first, DateOnly counted) =>
        (it.Months ? counted.AddMonths(it.LimitOn(first)) : counted.AddDays(it.LimitOn(first))).DayNumber - Begin.DayNumber;

    private static World RandomWorld(Random random)
    {
        var days = End.DayNumber - Begin.DayNumber + 1;
        var since = random.Next(1, 500);
        var months = random.Next(3) == 0;
        var from = random.Next(0, 1200);
        return new(
            Switching(random, days, 400, 60),
            Sprinkled(random, days, 60),
            Sprinkled(random, days, random.Next(15, 90)),
            Switching(random, days, 120, 40),
            since,
            since + random.Next(1, 700),
            months ? [random.Next(1, 5), random.Next(1, 5)] : [random.Next(1, 90), random.Next(1, 90)],
            months,
            from,
            from + random.Next(0, 500),
            random.Next(0, 1500));
    }

    private static bool[] Switching(Random random, int days, int on, int off)
    {
        var state = new bool[days];
        for (var (day, holds) = (0, random.Next(2) == 0); day < days; holds = !holds)
        {
            for (var left = random.Next(1, holds ? on : off); left > 0 && day < days; left--) state[day++] = holds;
        }

        return state;
    }

    private static int[] Sprinkled(Random random, int days, int apart)
    {
        var counts = new int[days];
        for (var day = random.Next(apart); day < days; day += random.Next(0, 2 * apart)) counts[day]++;
        return counts;
    }

    private static IEnumerable<DayRange> Spans(bool[] state)
    {
        for (var day = 0; day < state.Length; day++)
        {
            if (!state[day]) continue;
            var first = day;
            while (day + 1 < state.Length && state[day + 1]) day++;
            yield return new(Local(first), day + 1 == state.Length ? null : Local(day));
        }
    }

    private static IEnumerable<Evidence> Pieces(string kind, int[] counts) =>
        counts.SelectMany((count, day) => Enumerable.Repeat(new Evidence(Guid.Empty, kind, Local(day), new("meeting", Guid.Empty)), count));

    private static DateOnly Date(int day) => Begin.AddDays(day);

    private static DateOnly Date(LocalDate day) => new(day.Year, day.Month, day.Day);

    private static LocalDate Local(int day) => new(Date(day).Year, Date(day).Month, Date(day).Day);

    private static string Iso(int day) => Date(day).ToString("yyyy-MM-dd", null);
}
