using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.RulePacks;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Rules that jurisdictions lay down for their subtrees.</summary>
    public DbSet<RulePack> RulePacks => Set<RulePack>();
}
