using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Units.</summary>
    public DbSet<Unit> Units => Set<Unit>();

    /// <summary>What is known of units, from when to when.</summary>
    public DbSet<UnitFact> UnitFacts => Set<UnitFact>();

    /// <summary>Carriers.</summary>
    public DbSet<Carrier> Carriers => Set<Carrier>();

    /// <summary>What is known of carriers, from when to when.</summary>
    public DbSet<CarrierFact> CarrierFacts => Set<CarrierFact>();
}
