using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.MemberObjectives;

namespace PartyOrg.Infrastructure.Persistence.Mappings.MemberObjectives;

internal sealed class ObjectivePlanMapping : IEntityTypeConfiguration<ObjectivePlan>
{
    public void Configure(EntityTypeBuilder<ObjectivePlan> plan)
    {
        plan.ToTable("ObjectivePlans");
        plan.Ignore(p => p.Events);
        plan.Property(p => p.Items).AsJson();
        plan.Property(p => p.Comments).AsJson();
        plan.Property(p => p.ReturnedBecause).HasMaxLength(ObjectivePlan.TextLength);
        plan.Property(p => p.SelfSummary).AsJson();
        plan.Property(p => p.Opinions).AsJson();
        plan.Property(p => p.Marks).AsJson();
        plan.Property(p => p.AttendanceInstead).AsJson();
        plan.Property(p => p.Attendance).AsJson();
        plan.Property(p => p.Ballots).AsJson();
        plan.Property(p => p.AppraisalText).HasMaxLength(ObjectivePlan.SummaryLength);
        plan.Property(p => p.Result).AsJson();
        plan.Property(p => p.Objections).AsJson();
        plan.Property(p => p.Handling).AsJson();
        plan.HasIndex(p => new { p.PersonId, p.Year }).IsUnique();
        plan.HasIndex(p => new { p.OrganizationId, p.Year });
        plan.HasIndex(p => new { p.GroupId, p.Year });
    }
}

internal sealed class ObjectiveTemplateMapping : IEntityTypeConfiguration<ObjectiveTemplate>
{
    public void Configure(EntityTypeBuilder<ObjectiveTemplate> template)
    {
        template.ToTable("ObjectiveTemplates");
        template.Ignore(t => t.Events);
        template.Property(t => t.Title).HasMaxLength(ObjectiveTemplate.TitleLength);
        template.Property(t => t.Items).AsJson();
        template.HasIndex(t => t.OrganizationId);
    }
}

internal sealed class ProgressMonthMapping : IEntityTypeConfiguration<ProgressMonth>
{
    public void Configure(EntityTypeBuilder<ProgressMonth> month)
    {
        month.ToTable("ProgressMonths");
        month.Ignore(m => m.Events);
        month.Property(m => m.Entries).AsJson();
        month.HasIndex(m => new { m.OrganizationId, m.Month }).IsUnique();
    }
}

internal sealed class HalfYearReportMapping : IEntityTypeConfiguration<HalfYearReport>
{
    public void Configure(EntityTypeBuilder<HalfYearReport> report)
    {
        report.ToTable("HalfYearReports");
        report.Ignore(r => r.Events);
        report.Property(r => r.Text).HasMaxLength(HalfYearReport.TextLength);
        report.Property(r => r.Earlier).AsJson();
        report.HasIndex(r => new { r.OrganizationId, r.Year, r.Half }).IsUnique();
    }
}
