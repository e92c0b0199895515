using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain.Compliance;

/// <summary>A named condition holds for an organization from a day to a day, because of a record: standing duties look at it (TWS-8.4a).</summary>
public sealed class ConditionSpell : DatedFact
{
    private ConditionSpell() { }

    /// <summary>The condition holds from a day to a day, both included.</summary>
    public ConditionSpell(Id<ConditionSpell> id, Id<Organization> organization, string condition, Guid source, LocalDate from, LocalDate? to, Instant at) : base(from, to, at) =>
        (Id, OrganizationId, Condition, SourceId) = (id, organization, condition, source);

    /// <summary>The fact's own id.</summary>
    public Id<ConditionSpell> Id { get; private set; }

    /// <summary>For which organization it holds.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Its name in rule files.</summary>
    public string Condition { get; private set; } = "";

    /// <summary>The record that makes it hold.</summary>
    public Guid SourceId { get; private set; }
}
