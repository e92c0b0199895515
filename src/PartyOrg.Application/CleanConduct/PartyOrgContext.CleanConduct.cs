using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.CleanConduct;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Accountability cases.</summary>
    public DbSet<AccountabilityCase> AccountabilityCases => Set<AccountabilityCase>();
}
