using NodaTime;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.PartyAffairsOpenness;

/// <summary>Somebody, member or not, whom the organization asked to watch over its openness (聘请监督员; TWS-8.5), from a day to a day.</summary>
public sealed class OpennessSupervisor : Aggregate
{
    /// <summary>The longest name or description, in characters.</summary>
    public const int NameLength = 100;

    private OpennessSupervisor() { }

    /// <summary>The appointment's id.</summary>
    public Id<OpennessSupervisor> Id { get; private set; }

    /// <summary>Whose openness it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>Who.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What he is in the unit: a worker of the assembly shop, the chair of the union.</summary>
    public string Position { get; private set; } = "";

    /// <summary>The first day.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day, itself included; none while it goes on.</summary>
    public LocalDate? To { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    /// <summary>Asks somebody.</summary>
    public static Result<OpennessSupervisor> Appoint(Organization organization, string name, string position, LocalDate from, Ids ids)
    {
        if (!Publication.IsBound(organization.Type)) return PublicationErrors.NotBound;
        var supervisor = new OpennessSupervisor { Id = ids.New<OpennessSupervisor>(), OrganizationId = organization.Id, Name = name, Position = position, From = from };
        supervisor.Raise(new("opennessSupervisor.appointed"));
        return supervisor;
    }

    /// <summary>The appointment ends.</summary>
    public Result<Done> End(LocalDate on)
    {
        if (To is not null || on < From) return PublicationErrors.SupervisorEnd;
        To = on;
        Raise(new("opennessSupervisor.ended"));
        return Done.It;
    }
}
