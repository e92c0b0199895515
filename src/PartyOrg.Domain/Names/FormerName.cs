using NodaTime;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Names;

/// <summary>What somebody or something was called from a day to a day, before it was given another name.</summary>
public abstract class FormerName : DatedFact
{
    /// <summary>For the database.</summary>
    protected FormerName() { }

    /// <summary>A name that was given up.</summary>
    protected FormerName(Id<FormerName> id, string name, LocalDate from, LocalDate to, Instant at) : base(from, to, at) => (Id, Name) = (id, name);

    /// <summary>The fact's own id.</summary>
    public Id<FormerName> Id { get; private set; }

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The days of a name that is given up today: from the day after the last one, or from the beginning, to yesterday; a name that was given up on its first day has that day.</summary>
    internal static (LocalDate From, LocalDate To) Until(IEnumerable<LocalDate?> ends, LocalDate beginning, LocalDate today)
    {
        var from = ends.OfType<LocalDate>().Select(end => end.PlusDays(1)).Append(beginning).Max();
        return (from > today ? today : from, from >= today ? today : today.PlusDays(-1));
    }
}

/// <summary>What an organization was called.</summary>
public sealed class OrganizationFormerName : FormerName
{
    private OrganizationFormerName() { }

    internal OrganizationFormerName(Id<FormerName> id, Id<Organization> organization, string name, LocalDate from, LocalDate to, Instant at) : base(id, name, from, to, at) => OrganizationId = organization;

    /// <summary>The organization.</summary>
    public Id<Organization> OrganizationId { get; private set; }
}

/// <summary>What a person was called.</summary>
public sealed class PersonFormerName : FormerName
{
    private PersonFormerName() { }

    internal PersonFormerName(Id<FormerName> id, Id<Person> person, string name, LocalDate from, LocalDate to, Instant at) : base(id, name, from, to, at) => PersonId = person;

    /// <summary>The person.</summary>
    public Id<Person> PersonId { get; private set; }
}
