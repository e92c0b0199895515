using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Jobs;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Jobs, waiting, running and ended.</summary>
    public DbSet<Job> Jobs => Set<Job>();
}
