using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Infrastructure.Persistence.Mappings.StudyAndTraining;

internal sealed class SelfStudyNoteMapping : IEntityTypeConfiguration<SelfStudyNote>
{
    public void Configure(EntityTypeBuilder<SelfStudyNote> note)
    {
        note.ToTable("SelfStudyNotes");
        note.Ignore(n => n.Events);
        note.Ignore(n => n.Hours);
        note.Property(n => n.Subject).HasMaxLength(SelfStudy.SubjectLength);
        note.Property(n => n.WithdrawnBecause).HasMaxLength(SelfStudyNote.ReasonLength);
        note.HasIndex(n => new { n.PersonId, n.StudiedOn });
    }
}

internal sealed class StudyCheckMapping : IEntityTypeConfiguration<StudyCheck>
{
    public void Configure(EntityTypeBuilder<StudyCheck> check)
    {
        check.ToTable("StudyChecks");
        check.Ignore(c => c.Events);
        check.Property(c => c.How).HasMaxLength(StudyCheck.HowLength);
        check.Property(c => c.WithdrawnBecause).HasMaxLength(StudyCheck.ReasonLength);
        check.HasIndex(c => new { c.OrganizationId, c.CheckedOn });
        check.HasIndex(c => c.CheckedOn);
        check.HasMany(c => c.Results).WithOne().HasForeignKey(r => r.CheckId);
    }
}

internal sealed class StudyCheckResultMapping : IEntityTypeConfiguration<StudyCheckResult>
{
    public void Configure(EntityTypeBuilder<StudyCheckResult> result)
    {
        result.ToTable("StudyCheckResults");
        result.HasKey(r => new { r.CheckId, r.PersonId });
        result.Property(r => r.Remark).HasMaxLength(CheckedMember.RemarkLength);
        result.HasIndex(r => r.PersonId);
    }
}

internal sealed class StudyGuidanceMapping : IEntityTypeConfiguration<StudyGuidance>
{
    public void Configure(EntityTypeBuilder<StudyGuidance> guidance)
    {
        guidance.ToTable("StudyGuidances");
        guidance.Ignore(g => g.Events);
        guidance.Property(g => g.Text).HasMaxLength(StudyGuidance.TextLength);
        guidance.Property(g => g.WithdrawnBecause).HasMaxLength(StudyGuidance.ReasonLength);
        guidance.HasIndex(g => new { g.OrganizationId, g.GuidedOn });
        guidance.HasIndex(g => g.GuidedOn);
    }
}

internal sealed class FacilityMapping : IEntityTypeConfiguration<Facility>
{
    public void Configure(EntityTypeBuilder<Facility> facility)
    {
        facility.ToTable("Facilities");
        facility.Ignore(f => f.Events);
        facility.Property(f => f.Description).HasMaxLength(Facility.DescriptionLength);
        facility.Property(f => f.WithdrawnBecause).HasMaxLength(Facility.ReasonLength);
        facility.HasIndex(f => new { f.OrganizationId, f.Kind });
    }
}
