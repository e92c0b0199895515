using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Application.Pipeline;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Pipeline;

internal sealed class IdempotencyRecordMapping : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
        record.ToTable("IdempotencyRecords");
        record.HasKey(r => new { r.AccountId, r.Operation, r.Key });
        record.Property(r => r.Operation).HasMaxLength(100);
        record.Property(r => r.Key).HasMaxLength(100);
        record.Property(r => r.RequestHash).HasMaxLength(32);
        record.HasIndex(r => r.At);
    }
}

internal sealed class OutboxEventMapping : IEntityTypeConfiguration<OutboxEvent>
{
    public void Configure(EntityTypeBuilder<OutboxEvent> happened)
    {
        happened.ToTable("Outbox");
        happened.Property(e => e.Id).ValueGeneratedNever();
        happened.Property(e => e.Type).HasMaxLength(60);
        happened.HasIndex(e => e.DeliveredAt);
    }
}

internal sealed class StoredVersionMapping : IEntityTypeConfiguration<StoredVersion>
{
    public void Configure(EntityTypeBuilder<StoredVersion> version)
    {
        version.ToTable("StoredVersions");
        version.HasKey(v => v.Name);
        version.Property(v => v.Name).HasMaxLength(40);
        version.HasData(new StoredVersion { Name = StoredVersion.Register });
    }
}
