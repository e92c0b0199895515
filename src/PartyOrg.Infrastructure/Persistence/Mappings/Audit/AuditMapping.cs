using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.Audit;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Audit;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.HasKey(e => new { e.ChainId, e.Sequence });
        entry.Property(e => e.Operation).HasMaxLength(100);
        entry.Property(e => e.Hash).HasMaxLength(AuditEntry.HashLength);
        entry.HasIndex(e => new { e.At, e.ChainId, e.Sequence });
        entry.HasIndex(e => new { e.AccountId, e.At });
    }
}

internal sealed class AuditSubjectMapping : IEntityTypeConfiguration<AuditSubject>
{
    public void Configure(EntityTypeBuilder<AuditSubject> subject)
    {
        subject.ToTable("AuditSubjects");
        subject.HasKey(s => new { s.SubjectId, s.ChainId, s.Sequence });
        subject.Property(s => s.Type).HasMaxLength(100);
    }
}

internal sealed class AuditChainMapping : IEntityTypeConfiguration<AuditChain>
{
    public void Configure(EntityTypeBuilder<AuditChain> chain)
    {
        chain.ToTable("AuditChains");
        chain.Property(c => c.Id).ValueGeneratedNever();
        chain.Property(c => c.Head).HasMaxLength(AuditEntry.HashLength);
    }
}

internal sealed class AuditSealMapping : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.ToTable("AuditSeals");
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.Property(s => s.Hash).HasMaxLength(AuditEntry.HashLength);
        seal.HasMany(s => s.Heads).WithOne().HasForeignKey(h => h.SealNumber);
    }
}

internal sealed class SealedHeadMapping : IEntityTypeConfiguration<SealedHead>
{
    public void Configure(EntityTypeBuilder<SealedHead> head)
    {
        head.ToTable("SealedHeads");
        head.HasKey(h => new { h.ChainId, h.Length });
        head.Property(h => h.Hash).HasMaxLength(AuditEntry.HashLength);
        head.HasIndex(h => h.SealNumber);
    }
}
