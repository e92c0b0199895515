using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Organizations, Party groups included.</summary>
    public DbSet<Organization> Organizations => Set<Organization>();

    /// <summary>Lifetimes of organizations.</summary>
    public DbSet<Lifetime> Lifetimes => Set<Lifetime>();

    /// <summary>Places in the tree.</summary>
    public DbSet<Place> Places => Set<Place>();

    /// <summary>What was merged into what.</summary>
    public DbSet<Merger> Mergers => Set<Merger>();

    /// <summary>What organizations were called.</summary>
    public DbSet<OrganizationFormerName> OrganizationFormerNames => Set<OrganizationFormerName>();

    /// <summary>Posts.</summary>
    public DbSet<Post> Posts => Set<Post>();
}
