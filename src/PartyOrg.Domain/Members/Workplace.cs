using NodaTime;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Domain.Members;

/// <summary>A person works in a unit (工作单位) from a day to a day: in one at a time (REG-47).</summary>
public sealed class Workplace : DatedFact
{
    private Workplace() { }

    internal Workplace(Id<Workplace> id, Id<Person> person, Id<Unit> unit, LocalDate from, LocalDate? to, Instant at) : base(from, to, at) => (Id, PersonId, UnitId) = (id, person, unit);

    /// <summary>The fact's own id.</summary>
    public Id<Workplace> Id { get; private set; }

    /// <summary>The person.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>The unit.</summary>
    public Id<Unit> UnitId { get; private set; }
}
