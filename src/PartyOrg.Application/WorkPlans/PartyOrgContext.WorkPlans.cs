using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Work plans.</summary>
    public DbSet<WorkPlan> WorkPlans => Set<WorkPlan>();

    /// <summary>Comprehensive summaries.</summary>
    public DbSet<WorkSummary> WorkSummaries => Set<WorkSummary>();

    /// <summary>Who on a committee answers for what.</summary>
    public DbSet<CommitteeResponsibility> CommitteeResponsibilities => Set<CommitteeResponsibility>();

    /// <summary>The acts of striving for excellence before July 1.</summary>
    public DbSet<ExcellenceAct> ExcellenceActs => Set<ExcellenceAct>();

    /// <summary>The handling of unqualified members.</summary>
    public DbSet<MemberHandling> MemberHandlings => Set<MemberHandling>();
}
