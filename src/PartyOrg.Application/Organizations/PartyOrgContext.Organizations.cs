using Microsoft.EntityFrameworkCore;
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

    /// <summary>Posts.</summary>
    public DbSet<Post> Posts => Set<Post>();
}
