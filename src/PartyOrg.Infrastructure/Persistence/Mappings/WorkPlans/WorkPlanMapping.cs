using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Infrastructure.Persistence.Mappings.WorkPlans;

internal sealed class WorkPlanMapping : IEntityTypeConfiguration<WorkPlan>
{
    public void Configure(EntityTypeBuilder<WorkPlan> plan)
    {
        plan.ToTable("WorkPlans");
        plan.Ignore(p => p.Events);
        plan.Ignore(p => p.Period);
        plan.Property(p => p.Items).AsJson();
        plan.Property(p => p.Inspections).AsJson();
        plan.Property(p => p.WithdrawnBecause).HasMaxLength(WorkPlan.TextLength);
        plan.HasIndex(p => new { p.OrganizationId, p.Kind, p.From });
        plan.HasIndex(p => p.From);
    }
}

internal sealed class WorkSummaryMapping : IEntityTypeConfiguration<WorkSummary>
{
    public void Configure(EntityTypeBuilder<WorkSummary> summary)
    {
        summary.ToTable("WorkSummaries");
        summary.Ignore(s => s.Events);
        summary.Ignore(s => s.Period);
        summary.Property(s => s.Content).AsJson();
        summary.Property(s => s.Figures).AsJson();
        summary.Property(s => s.Assessments).AsJson();
        summary.HasIndex(s => new { s.OrganizationId, s.Kind, s.Year }).IsUnique();
        summary.HasIndex(s => new { s.Status, s.Year });
    }
}

internal sealed class CommitteeResponsibilityMapping : IEntityTypeConfiguration<CommitteeResponsibility>
{
    public void Configure(EntityTypeBuilder<CommitteeResponsibility> responsibility)
    {
        responsibility.ToTable("CommitteeResponsibilities");
        responsibility.Ignore(r => r.Events);
        responsibility.Property(r => r.Area).HasMaxLength(CommitteeResponsibility.AreaLength);
        responsibility.HasIndex(r => r.OrganizationId);
    }
}

internal sealed class ExcellenceActMapping : IEntityTypeConfiguration<ExcellenceAct>
{
    public void Configure(EntityTypeBuilder<ExcellenceAct> act)
    {
        act.ToTable("ExcellenceActs");
        act.Ignore(a => a.Events);
        act.Property(a => a.Content).HasMaxLength(ExcellenceAct.TextLength);
        act.Property(a => a.Named).AsJson();
        act.Property(a => a.WithdrawnBecause).HasMaxLength(ExcellenceAct.ReasonLength);
        act.HasIndex(a => new { a.OrganizationId, a.On });
    }
}

internal sealed class MemberHandlingMapping : IEntityTypeConfiguration<MemberHandling>
{
    public void Configure(EntityTypeBuilder<MemberHandling> handling)
    {
        handling.ToTable("MemberHandlings");
        handling.Ignore(h => h.Events);
        handling.Property(h => h.Findings).HasMaxLength(MemberHandling.TextLength);
        handling.Property(h => h.Decision).HasMaxLength(MemberHandling.TextLength);
        handling.Property(h => h.Outcome).HasMaxLength(MemberHandling.TextLength);
        handling.HasIndex(h => new { h.PersonId, h.Year }).IsUnique();
        handling.HasIndex(h => new { h.OrganizationId, h.Year });
    }
}
