using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.Dues;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Dues;

internal sealed class DuesLedgerMapping : IEntityTypeConfiguration<DuesLedger>
{
    public void Configure(EntityTypeBuilder<DuesLedger> ledger)
    {
        ledger.ToTable("DuesLedgers");
        ledger.Ignore(l => l.Events);
        ledger.HasIndex(l => l.OrganizationId).IsUnique();
    }
}

internal sealed class DuesEntryMapping : IEntityTypeConfiguration<DuesEntry>
{
    public void Configure(EntityTypeBuilder<DuesEntry> entry)
    {
        entry.ToTable("DuesEntries");
        entry.Property(e => e.Reason).HasMaxLength(DuesEntry.ReasonLength);
        entry.Property(e => e.Lines).AsJson();
        entry.HasIndex(e => new { e.OrganizationId, e.Number }).IsUnique();
        entry.HasIndex(e => new { e.OrganizationId, e.Month });
        entry.HasIndex(e => new { e.PersonId, e.Month });
        entry.HasIndex(e => e.ReversalOf).IsUnique();
    }
}

internal sealed class DuesMonthMapping : IEntityTypeConfiguration<DuesMonth>
{
    public void Configure(EntityTypeBuilder<DuesMonth> month)
    {
        month.ToTable("DuesMonths");
        month.Ignore(m => m.Events);
        month.HasIndex(m => new { m.OrganizationId, m.Month }).IsUnique();
    }
}

internal sealed class DuesBaseMapping : IEntityTypeConfiguration<DuesBase>
{
    public void Configure(EntityTypeBuilder<DuesBase> basis)
    {
        basis.ToTable("DuesBases");
        basis.HasIndex(b => new { b.PersonId, b.From });
    }
}
