using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.Jobs;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Jobs;

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("Jobs");
        job.Ignore(j => j.IsActive);
        job.Property(j => j.Id).ValueGeneratedNever();
        job.Property(j => j.Kind).HasMaxLength(60);
        job.Property(j => j.ErrorCode).HasMaxLength(100);
        job.Property(j => j.ErrorEn).HasMaxLength(1_000);
        job.Property(j => j.ErrorZh).HasMaxLength(1_000);
        job.HasIndex(j => new { j.Status, j.CreatedAt });
        job.HasIndex(j => new { j.CreatedBy, j.CreatedAt });
    }
}
