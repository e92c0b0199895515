using NodaTime;

namespace PartyOrg.Domain.Units;

/// <summary>A unit as it was on a day, by what was known at an instant.</summary>
/// <param name="unit">The unit, with its facts.</param>
/// <param name="day">The day.</param>
/// <param name="knownAt">The instant; none for now.</param>
public sealed class UnitOnDay(Unit unit, LocalDate day, Instant? knownAt = null)
{
    private readonly List<UnitFact> facts = [.. unit.Facts.Where(f => f.StoodAt(knownAt) && (f is Revenue ? f.From <= day : f.IsOn(day)))];

    /// <summary>What it was called and what it was; none before anything was recorded of it.</summary>
    public UnitRegistration? Registration => Of<UnitRegistration>();

    /// <summary>Where it was.</summary>
    public Seat? Seat => Of<Seat>();

    /// <summary>Whether it worked.</summary>
    public OperationState? State => Of<UnitState>()?.State;

    /// <summary>Who stood for it.</summary>
    public Head? Head => Of<Head>();

    /// <summary>Which organization covered it.</summary>
    public Coverage? Coverage => Of<Coverage>();

    /// <summary>In which way it was to be covered.</summary>
    public Direction? Direction => Of<Direction>();

    /// <summary>Which leading enterprise it was connected with.</summary>
    public Chain? Chain => Of<Chain>();

    /// <summary>What it took in the latest year of which that is known.</summary>
    public Revenue? Revenue => facts.OfType<Revenue>().MaxBy(r => r.From);

    /// <summary>In which carriers it sat.</summary>
    public IEnumerable<Stay> Stays => facts.OfType<Stay>();

    /// <summary>How many it had; none where it is not known.</summary>
    public int? Count(UnitMeasure measure) => facts.OfType<UnitCount>().FirstOrDefault(c => c.Measure == measure)?.Count;

    /// <summary>Whether it was or had this; none where it is not known.</summary>
    public bool? Has(UnitTrait trait) => facts.OfType<UnitFeature>().FirstOrDefault(f => f.Trait == trait)?.Has;

    /// <summary>
    /// Whether each of the eight things that a survey makes clear is known (FCM-4.1b). Where no organization covers it, set-up and direction are known when an officer has decided in which way it is to be
    /// covered, and the affiliation when he has named the organization.
    /// </summary>
    /// <param name="covered">Whether the organization that covers it exists on the day.</param>
    /// <param name="registered">How many members the register knows to work in it on the day.</param>
    public IReadOnlyList<(Clear Clear, bool Known)> Clears(bool covered, int registered) =>
    [
        (Clear.Nature, Registration is not null),
        (Clear.Operation, State is not null),
        (Clear.Employees, Count(UnitMeasure.Employees) is not null),
        (Clear.Owner, Head?.IsPartyMember is not null),
        (Clear.Members, registered > 0 || Count(UnitMeasure.PartyMembers) is not null),
        (Clear.SetUp, covered || Direction is not null),
        (Clear.Affiliation, covered || Direction?.TowardsId is not null),
        (Clear.Direction, covered || Direction is not null),
    ];

    private T? Of<T>() where T : UnitFact => facts.OfType<T>().FirstOrDefault();
}
