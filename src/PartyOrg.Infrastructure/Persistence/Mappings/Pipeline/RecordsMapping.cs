using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Audit;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Pipeline;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.HasKey(e => new { e.ChainId, e.Sequence });
        entry.Property(e => e.Operation).HasMaxLength(100);
        entry.Property(e => e.Hash).HasMaxLength(32);
        entry.HasIndex(e => e.At);
    }
}

internal sealed class AuditChainMapping : IEntityTypeConfiguration<AuditChain>
{
    public void Configure(EntityTypeBuilder<AuditChain> chain)
    {
        chain.ToTable("AuditChains");
        chain.Property(c => c.Id).ValueGeneratedNever();
        chain.Property(c => c.Head).HasMaxLength(32);
    }
}

internal sealed class AuditSealMapping : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.ToTable("AuditSeals");
        seal.Property(s => s.Id).ValueGeneratedNever();
        seal.Property(s => s.Hash).HasMaxLength(32);
    }
}

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
