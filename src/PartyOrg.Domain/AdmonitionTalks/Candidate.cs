using System.Globalization;
using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Domain.AdmonitionTalks;

/// <summary>A fact by which the product proposes a case: a meeting that was missed, a month that was not paid.</summary>
/// <param name="Key">Names it for ever: the meeting's id, or the month.</param>
/// <param name="On">The day of the meeting, or the month's due day.</param>
/// <param name="Text">What happened.</param>
public sealed record TriggerFact(string Key, LocalDate On, Text Text);

/// <summary>A member whose facts are those of a ground: a proposal, never a verdict. It is computed each time and stored nowhere; a person decides (TWS-10.1).</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Facts">The facts in their order.</param>
public sealed record Candidate(Id<Person> PersonId, Ground Ground, IReadOnlyList<TriggerFact> Facts);

/// <summary>A meeting or class at which a member was expected.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="On">When it was held.</param>
/// <param name="StartsAt">When it began; meetings of one day are in this order.</param>
/// <param name="Status">How he stands on the roll as it is now.</param>
/// <param name="MadeUp">Whether he made it up later.</param>
/// <param name="Kinds">What it was.</param>
public sealed record ActivityOfMember(Id<Meeting> MeetingId, LocalDate On, LocalTime StartsAt, AttendanceStatus Status, bool MadeUp, Text Kinds)
{
    /// <summary>Whether he was absent without reason; who made it up later is not counted as absent (reading).</summary>
    public bool WasMissed => Status == AttendanceStatus.AbsentWithoutReason && !MadeUp;

    internal TriggerFact Fact => new(MeetingId.ToString(), On, new(
        string.Create(CultureInfo.InvariantCulture, $"Absent without reason on {On.Iso()} at {StartsAt:HH':'mm}: {Kinds.En}."), string.Create(CultureInfo.InvariantCulture, $"{On.Iso()} {StartsAt:HH':'mm} {Kinds.Zh}无故缺席。")));
}

/// <summary>The two grounds that are computed (TWS-10.1).</summary>
/// <param name="rules">The rules as they stand for the organization: their numbers say how many make a run.</param>
/// <param name="asOf">The day on which it is asked.</param>
public sealed class Triggers(LocalRules rules, LocalDate asOf)
{
    private readonly RuleVersion version = rules.On("TWS-10.1", asOf);

    /// <summary>The first day at whose facts they look.</summary>
    public LocalDate Since => asOf.PlusMonths(-version.Whole("monthsBack"));

    /// <summary>The runs of absences without reason: leave, presence, on line and what was made up break a run.</summary>
    /// <param name="person">The member.</param>
    /// <param name="activities">Where he was expected, in any order.</param>
    /// <param name="settled">The facts on which a person has decided.</param>
    public IEnumerable<Candidate> OfAbsences(Id<Person> person, IEnumerable<ActivityOfMember> activities, Settled settled)
    {
        var inOrder = activities.Where(a => a.On <= asOf && a.On >= Since).OrderBy(a => a.On).ThenBy(a => a.StartsAt).ThenBy(a => a.MeetingId.Value);
        return Runs(inOrder.Select(a => (a.Fact, a.WasMissed)), version.Whole("absences"), settled, person, Ground.Absences);
    }

    /// <summary>The runs of months that were not paid in full by their due day: a month that is waived, has a reason, was paid in time or owes nothing breaks a run.</summary>
    /// <param name="person">The member.</param>
    /// <param name="months">His months, in any order.</param>
    /// <param name="settled">The facts on which a person has decided.</param>
    public IEnumerable<Candidate> OfDues(Id<Person> person, IReadOnlyCollection<MemberMonth> months, Settled settled)
    {
        var missed = months.Where(m => m.DueOn >= Since && m.WasMissed(asOf)).ToDictionary(m => m.Month);
        if (missed.Count == 0) return [];

        // Month by month, so that one without an entry breaks the run.
        var (first, last) = (missed.Keys.Min(), missed.Keys.Max());
        var inOrder = new List<(TriggerFact, bool)>();
        for (var month = first; month <= last; month = month.PlusMonths(1)) inOrder.Add(missed.TryGetValue(month, out var it) ? (FactOf(it), true) : (new("", default, new("", "")), false));
        return Runs(inOrder, version.Whole("months"), settled, person, Ground.UnpaidDues);
    }

    private static TriggerFact FactOf(MemberMonth month) => new(
        string.Create(CultureInfo.InvariantCulture, $"{month.Month:uuuu'-'MM}"), month.DueOn, new(
            $"Dues of {month.Month:uuuu-MM} not paid in full by {month.DueOn.Iso()}: {Yuan.Of(month.Assessed)} owed, {Yuan.Of(month.Balance)} left today.",
            $"{month.Month:uuuu-MM}党费未在{month.DueOn.Iso()}前足额交纳：应交{Yuan.Of(month.Assessed)}元，尚欠{Yuan.Of(month.Balance)}元。"));

    // What led to a case is used up; what was dismissed makes no candidate by itself, and is told again with what came after.
    private static IEnumerable<Candidate> Runs(IEnumerable<(TriggerFact Fact, bool Counts)> inOrder, int needed, Settled settled, Id<Person> person, Ground ground)
    {
        var run = new List<TriggerFact>();
        foreach (var (fact, counts) in inOrder.Append((new("", default, new("", "")), false)))
        {
            if (counts)
            {
                if (!settled.ByCase.Contains(fact.Key)) run.Add(fact);
                continue;
            }

            if (run.Count >= needed && !run.TrueForAll(f => settled.ByDismissal.Contains(f.Key))) yield return new(person, ground, [.. run]);
            run.Clear();
        }
    }
}

/// <summary>The facts of a member and ground on which a person has decided.</summary>
/// <param name="ByCase">Those that led to a case: they count for no other one.</param>
/// <param name="ByDismissal">Those that were dismissed: they come again only together with new ones.</param>
public sealed record Settled(IReadOnlySet<string> ByCase, IReadOnlySet<string> ByDismissal)
{
    /// <summary>Nothing was decided.</summary>
    public static Settled Nothing { get; } = new(new HashSet<string>(), new HashSet<string>());
}
