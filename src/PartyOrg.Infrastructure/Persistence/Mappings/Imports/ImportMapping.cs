using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Imports;

internal sealed class RegisterImportMapping : IEntityTypeConfiguration<RegisterImport>
{
    // A sheet's name has 31 characters in a workbook; of CSV it is the file's name.
    public const int SheetLength = UploadedFile.NameLength;

    public void Configure(EntityTypeBuilder<RegisterImport> import)
    {
        import.ToTable("Imports");
        import.Ignore(i => i.Events);
        import.Ignore(i => i.HasChanges);
        import.Property(i => i.FileName).HasMaxLength(UploadedFile.NameLength);
        import.Property(i => i.Sha256).HasMaxLength(32);
        import.HasIndex(i => new { i.OrganizationId, i.UploadedAt });
        import.HasMany(i => i.Counts).WithOne().HasForeignKey(c => c.ImportId);
    }
}

internal sealed class ImportCountMapping : IEntityTypeConfiguration<ImportCount>
{
    public void Configure(EntityTypeBuilder<ImportCount> count)
    {
        count.ToTable("ImportCounts");
        count.HasKey(c => new { c.ImportId, c.Kind });
    }
}

internal sealed class StagedFileMapping : IEntityTypeConfiguration<StagedFile>
{
    public void Configure(EntityTypeBuilder<StagedFile> file)
    {
        file.ToTable("StagedFiles");
        file.HasKey(f => new { f.ImportId, f.Number, f.Part });
        file.Property(f => f.Name).HasMaxLength(UploadedFile.NameLength);
        file.HasIndex(f => f.At);
    }
}

internal sealed class ImportFindingMapping : IEntityTypeConfiguration<ImportFinding>
{
    public void Configure(EntityTypeBuilder<ImportFinding> finding)
    {
        finding.ToTable("ImportFindings");
        finding.HasKey(f => new { f.ImportId, f.IsAdvice, f.Number });
        finding.Property(f => f.Sheet).HasMaxLength(RegisterImportMapping.SheetLength);
        finding.Property(f => f.Cell).HasMaxLength(20);
        finding.Property(f => f.Value).HasMaxLength(200);
        finding.Property(f => f.Code).HasMaxLength(100);
        finding.Property(f => f.RuleId).HasMaxLength(40);
    }
}

internal sealed class ImportChangeMapping : IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportChange> change)
    {
        change.ToTable("ImportChanges");
        change.HasKey(c => new { c.ImportId, c.Number });
        change.Property(c => c.Sheet).HasMaxLength(RegisterImportMapping.SheetLength);
        change.Property(c => c.Subject).HasMaxLength(OrganizationCode.MaxLength + 40);
        change.Property(c => c.Name).HasMaxLength(OrganizationName.MaxLength);
    }
}
