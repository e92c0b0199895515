using System.Collections.Concurrent;
using NodaTime;
using PartyOrg.Domain.Compliance.Checks;

namespace PartyOrg.Domain.Compliance;

/// <summary>Who or what is judged.</summary>
/// <param name="Id">The id of the organization, member, specialist, …</param>
/// <param name="Kind">What it is now, for instance <c>branch</c> or <c>member</c>; what it was on a day stands in the lifetimes.</param>
public readonly record struct Subject(Guid Id, string Kind);

/// <summary>The subject exists as this type on these days. A branch that becomes a joint branch has two.</summary>
/// <param name="Type">The type as rule files write it: <c>branch</c>, <c>jointBranch</c>, <c>partyGroup</c>, …</param>
/// <param name="Days">The days, both ends included.</param>
public readonly record struct LifetimeSpell(string Type, DayRange Days);

/// <summary>The subject stands under these superiors on these days.</summary>
/// <param name="Days">The days, both ends included; the spells of one subject do not overlap.</param>
/// <param name="Under">The organizations above it. Siblings should share one instance: it keeps what it has worked out.</param>
public readonly record struct PlaceSpell(DayRange Days, Superiors Under);

/// <summary>A jurisdiction has adopted a rule book: it binds whatever lies under the jurisdiction on these days.</summary>
/// <param name="Book">The book's id.</param>
/// <param name="Jurisdiction">The organization with a level (city, county, town) that adopted it.</param>
/// <param name="Days">The days, both ends included.</param>
public readonly record struct Adoption(string Book, Guid Jurisdiction, DayRange Days);

/// <summary>Every adoption that is known. One instance serves every subject.</summary>
public sealed class Adoptions(IEnumerable<Adoption> adoptions)
{
    private readonly ILookup<(string, Guid), DayRange> ranges = adoptions.ToLookup(a => (a.Book, a.Jurisdiction), a => a.Days);

    /// <summary>Nobody has adopted anything.</summary>
    public static Adoptions None { get; } = new([]);

    internal IEnumerable<DayRange> Of(string book, Guid jurisdiction) => ranges[(book, jurisdiction)];
}

/// <summary>The organizations above a place, up to the root, and which books they have adopted when. Safe for several threads.</summary>
/// <param name="organizations">The ids, the nearest first. A jurisdiction is bound by its own adoption only if it stands in its own list.</param>
/// <param name="adoptions">Every adoption that is known.</param>
public sealed class Superiors(IReadOnlyList<Guid> organizations, Adoptions adoptions)
{
    private readonly ConcurrentDictionary<string, DaySpan[]> adopted = new();

    /// <summary>The ids of the organizations above.</summary>
    public IReadOnlyList<Guid> Organizations => organizations;

    /// <summary>The days on which at least one of them has adopted the book, in order.</summary>
    internal DaySpan[] Adopted(string book) => adopted.TryGetValue(book, out var spans) ? spans : adopted.GetOrAdd(book, AdoptedByAny);

    /// <summary>Each adoption of what has this name by one of them, with how near the one stands, 0 for the nearest.</summary>
    internal IEnumerable<(int Near, DayRange Days)> AdoptionsOf(string name) => organizations.SelectMany((o, near) => adoptions.Of(name, o).Select(days => (near, days)));

    /// <summary>How near the highest of them stands that has ever adopted what has this name; -1 where none has.</summary>
    internal int FarthestAdopterOf(string name) => AdoptionsOf(name).Select(a => a.Near).DefaultIfEmpty(-1).Max();

    /// <summary>How near the organization stands, 0 for the nearest; -1 where it is none of them.</summary>
    public int NearnessOf(Guid organization) => organizations.Index().Where(o => o.Item == organization).Select(o => o.Index).FirstOrDefault(-1);

    /// <summary>Those above whatever lies under the organization, which itself stands under these.</summary>
    public Superiors Under(Guid organization) => new([organization, .. organizations], adoptions);

    private DaySpan[] AdoptedByAny(string book) => DaySpan.InOrder(organizations.SelectMany(o => adoptions.Of(book, o)));
}

/// <summary>
/// All that decides whether a rule binds a subject, as known at one instant: what it was, under whom it stood, and which named conditions held, on which days.
/// </summary>
public sealed class SubjectHistory
{
    private static readonly DaySpan[] Always = [new(int.MinValue, Days.Never)];

    private readonly (string Type, DaySpan Span)[] lifetimes;
    private readonly DaySpan[] wholeLife;
    private readonly (DaySpan Span, Superiors Under)[] places;
    private readonly KeyValuePair<string, DaySpan[]>[] conditions;
    private readonly IReadOnlyList<Circle> circles;

    /// <summary>The history of a subject.</summary>
    /// <param name="subject">Who it is.</param>
    /// <param name="lifetimes">What it was and when, in any order.</param>
    /// <param name="places">Under whom it stood and when, in any order, without overlap.</param>
    /// <param name="conditions">The days on which each named condition held, for instance <c>committee</c>; one that is not named never held.</param>
    /// <param name="circles">The subjects around it that rules count, with their evidence; none where no rule does.</param>
    public SubjectHistory(
        Subject subject, IEnumerable<LifetimeSpell> lifetimes, IEnumerable<PlaceSpell> places, IEnumerable<KeyValuePair<string, DaySet>> conditions, IReadOnlyList<Circle>? circles = null)
    {
        this.circles = circles ?? [];
        Subject = subject;
        this.lifetimes = [.. lifetimes.Select(l => (l.Type, DaySpan.Of(l.Days))).OrderBy(l => l.Item2.From)];
        wholeLife = [.. this.lifetimes.Select(l => l.Span)];
        this.places = [.. places.Select(p => (DaySpan.Of(p.Days), p.Under)).OrderBy(p => p.Item1.From)];
        this.conditions = [.. conditions.Select(c => KeyValuePair.Create(c.Key, DaySpan.InOrder(c.Value.Ranges)))];
    }

    /// <summary>Who it is.</summary>
    public Subject Subject { get; }

    /// <summary>The days on which it was of one of the types, in order of their first day; nothing is merged.</summary>
    internal DaySpan[] LifetimesAs(IReadOnlyList<string> types)
    {
        var count = 0;
        foreach (var (type, _) in lifetimes)
        {
            if (types.Contains(type)) count++;
        }

        if (count == 0) return [];
        if (count == lifetimes.Length) return wholeLife;
        var spans = new DaySpan[count];
        var at = 0;
        foreach (var (type, span) in lifetimes)
        {
            if (types.Contains(type)) spans[at++] = span;
        }

        return spans;
    }

    /// <summary>The days on which the condition held; every day where there is no condition.</summary>
    internal DaySpan[] Holding(string? condition)
    {
        if (condition is null) return Always;
        foreach (var (name, spans) in conditions)
        {
            if (name == condition) return spans;
        }

        return [];
    }

    /// <summary>Who belonged to the circle at any time.</summary>
    internal IEnumerable<Fellow> CircleOf(string name) => circles.Where(c => c.Name == name).SelectMany(c => c.Fellows);

    /// <summary>The days on which a check of a book binds the subject, day by day: of a bound type, under its condition, under a jurisdiction that has adopted the book. No two spans touch.</summary>
    internal DaySpan[] BoundDays(string book, Check check)
    {
        var bound = new List<DaySpan>();
        foreach (var (place, under) in places)
        {
            foreach (var adopted in under.Adopted(book))
            {
                foreach (var lifetime in LifetimesAs(check.Of))
                {
                    foreach (var condition in Holding(check.While))
                    {
                        var from = Math.Max(Math.Max(place.From, adopted.From), Math.Max(lifetime.From, condition.From));
                        var to = Math.Min(Math.Min(place.To, adopted.To), Math.Min(lifetime.To, condition.To));
                        if (from <= to) bound.Add(new(from, to));
                    }
                }
            }
        }

        return DaySpan.Merged(bound);
    }

    /// <summary>Under whom it stood on the day; none where it stood nowhere.</summary>
    public Superiors? UnderOn(NodaTime.LocalDate day) => PlaceFor(Days.Number(day), Days.Number(day))?.Under;

    /// <summary>Under whom it stood on the day, or else first after it, or else last before it; none where it never stood under anybody.</summary>
    internal Superiors? UnderNearest(NodaTime.LocalDate day) => places.Length == 0 ? null : PlaceFor(Days.Number(day), Days.Never)?.Under ?? places[^1].Under;

    /// <summary>Under whom it ever stood.</summary>
    internal IEnumerable<Superiors> Under => places.Select(p => p.Under);

    /// <summary>Where the subject stood on the period's first day and from when, or else where it first stood within the period; none if nowhere.</summary>
    internal (int From, Superiors Under)? PlaceFor(int first, int last)
    {
        foreach (var (span, under) in places)
        {
            if (span.To >= first) return span.From <= last ? (span.From, under) : null;
        }

        return null;
    }

    /// <summary>Whether the subject stands under the organization for the period: by the place that it had on the period's first day.</summary>
    public bool CountsUnder(Guid organization, DutyPeriod period) =>
        PlaceFor(Days.Number(period.From), Days.Number(period.To)) is { } place && place.Under.Organizations.Contains(organization);

    /// <summary>Whether the subject stood under other superiors later in the period than those that count for it.</summary>
    internal bool MovedIn(DutyPeriod period)
    {
        var (first, last) = (Days.Number(period.From), Days.Number(period.To));
        return PlaceFor(first, last) is { } counting && places.Any(p => p.Under != counting.Under && p.Span.From <= last && p.Span.To >= first);
    }
}
