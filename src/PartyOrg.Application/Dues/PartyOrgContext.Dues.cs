using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Dues;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>The dues ledgers of branches.</summary>
    public DbSet<DuesLedger> DuesLedgers => Set<DuesLedger>();

    /// <summary>Their entries, which are only added.</summary>
    public DbSet<DuesEntry> DuesEntries => Set<DuesEntry>();

    /// <summary>Their books, month by month.</summary>
    public DbSet<DuesMonth> DuesMonths => Set<DuesMonth>();

    /// <summary>On what members' dues are computed.</summary>
    public DbSet<DuesBase> DuesBases => Set<DuesBase>();
}
