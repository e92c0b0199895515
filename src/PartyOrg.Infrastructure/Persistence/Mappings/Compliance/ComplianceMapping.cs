using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.Compliance;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Compliance;

internal sealed class LedgerMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public const int KindLength = 60;

    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("Evidence");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Kind).HasMaxLength(KindLength);
        entry.HasIndex(e => new { e.SubjectId, e.OccurredOn });
        entry.HasIndex(e => e.SourceId);
    }
}

internal sealed class EvidenceYearMapping : IEntityTypeConfiguration<EvidenceYear>
{
    public void Configure(EntityTypeBuilder<EvidenceYear> year)
    {
        year.ToTable("EvidenceYears");
        year.HasKey(y => new { y.SubjectId, y.Kind, y.For, y.Year });
        year.Property(y => y.Kind).HasMaxLength(LedgerMapping.KindLength);
    }
}

internal sealed class ConditionSpellMapping : IEntityTypeConfiguration<ConditionSpell>
{
    public void Configure(EntityTypeBuilder<ConditionSpell> spell)
    {
        spell.ToTable("Conditions").Ignore(s => s.Days);
        spell.Property(s => s.Condition).HasMaxLength(LedgerMapping.KindLength);
        spell.HasIndex(s => s.OrganizationId);
        spell.HasIndex(s => s.SourceId);
    }
}

internal sealed class BookAdoptionMapping : IEntityTypeConfiguration<BookAdoption>
{
    public void Configure(EntityTypeBuilder<BookAdoption> adoption)
    {
        adoption.ToTable("Adoptions").Ignore(a => a.Days);
        adoption.Property(a => a.Book).HasMaxLength(40);
        adoption.HasIndex(a => a.JurisdictionId);
    }
}

internal sealed class DutyWaiverMapping : IEntityTypeConfiguration<DutyWaiver>
{
    public void Configure(EntityTypeBuilder<DutyWaiver> waiver)
    {
        waiver.ToTable("Waivers");
        waiver.Ignore(w => w.Events);
        waiver.Property(w => w.RuleId).HasMaxLength(40);
        waiver.Property(w => w.PeriodLabel).HasMaxLength(30);
        waiver.Property(w => w.Reason).HasMaxLength(DutyWaiver.ReasonLength);
        waiver.Property(w => w.WithdrawnBecause).HasMaxLength(DutyWaiver.ReasonLength);
        waiver.HasIndex(w => new { w.OrganizationId, w.PeriodFrom });
    }
}
