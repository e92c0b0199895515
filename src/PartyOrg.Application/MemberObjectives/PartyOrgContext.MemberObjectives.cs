using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.MemberObjectives;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Members' objectives, one set a year.</summary>
    public DbSet<ObjectivePlan> ObjectivePlans => Set<ObjectivePlan>();

    /// <summary>Templates of objectives.</summary>
    public DbSet<ObjectiveTemplate> ObjectiveTemplates => Set<ObjectiveTemplate>();

    /// <summary>Members' progress by month.</summary>
    public DbSet<ProgressMonth> ProgressMonths => Set<ProgressMonth>();

    /// <summary>Half-yearly reports on objectives.</summary>
    public DbSet<HalfYearReport> HalfYearReports => Set<HalfYearReport>();
}
