using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Application.Units;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Units;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Units;

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("Units");
        unit.Ignore(u => u.Events);
        unit.Property(u => u.Name).HasMaxLength(OrganizationName.MaxLength);
        unit.Property(u => u.NameKey).HasMaxLength(PinyinKey.MaxLength);
        unit.Property(u => u.CreditCode).HasMaxLength(UnifiedSocialCreditCode.Length);
        unit.HasIndex(u => u.CreditCode).IsUnique();
        unit.HasIndex(u => new { u.NameKey, u.Id });
        unit.Property(u => u.NameInitials).HasMaxLength(PinyinKey.MostInitials * 2);
        unit.HasIndex(u => u.NameInitials);
        unit.HasIndex(u => u.TerritoryId);
        unit.HasMany(u => u.Facts).WithOne().HasForeignKey(f => f.UnitId);
    }
}

// One table for all kinds of fact: a unit is read in one statement, and so is its history.
internal sealed class UnitFactMapping : IEntityTypeConfiguration<UnitFact>
{
    public void Configure(EntityTypeBuilder<UnitFact> fact)
    {
        fact.ToTable("UnitFacts").Ignore(f => f.Days).Ignore(f => f.Kind);
        fact.HasDiscriminator<UnitFactKind>(UnitBook.FactKind)
            .HasValue<UnitRegistration>(UnitFactKind.Registration).HasValue<Seat>(UnitFactKind.Seat).HasValue<UnitState>(UnitFactKind.State).HasValue<UnitCount>(UnitFactKind.Measure)
            .HasValue<UnitFeature>(UnitFactKind.Trait).HasValue<Revenue>(UnitFactKind.Revenue).HasValue<Head>(UnitFactKind.Head).HasValue<Coverage>(UnitFactKind.Coverage)
            .HasValue<Stay>(UnitFactKind.Stay).HasValue<Direction>(UnitFactKind.Direction).HasValue<Chain>(UnitFactKind.Chain);
    }
}

internal sealed class UnitRegistrationMapping : IEntityTypeConfiguration<UnitRegistration>
{
    public void Configure(EntityTypeBuilder<UnitRegistration> registration)
    {
        registration.Property(r => r.Name).HasColumnName("Name").HasMaxLength(OrganizationName.MaxLength);
        registration.Property(r => r.CreditCode).HasMaxLength(UnifiedSocialCreditCode.Length);
        registration.Property(r => r.Trade).HasMaxLength(Designation.MaxLength);
        registration.Property(r => r.Chamber).HasMaxLength(Designation.MaxLength);
        registration.Property(r => r.Department).HasMaxLength(Designation.MaxLength);
    }
}

internal sealed class SeatMapping : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.Property(s => s.Area).HasMaxLength(Designation.MaxLength);
        seat.Property(s => s.Park).HasMaxLength(Designation.MaxLength);
        seat.Property(s => s.Village).HasMaxLength(Designation.MaxLength);
        seat.Property(s => s.Address).HasMaxLength(StreetAddress.MaxLength);
        seat.Property(s => s.Grid).HasMaxLength(Designation.MaxLength);
    }
}

internal sealed class HeadMapping : IEntityTypeConfiguration<Head>
{
    public void Configure(EntityTypeBuilder<Head> head) => head.Property(h => h.Name).HasColumnName("HeadName").HasMaxLength(PersonName.MaxLength);
}

internal sealed class CoverageMapping : IEntityTypeConfiguration<Coverage>
{
    public void Configure(EntityTypeBuilder<Coverage> coverage)
    {
        coverage.Property(c => c.Way).HasColumnName("Way");
        coverage.HasIndex(c => c.OrganizationId);
    }
}

internal sealed class StayMapping : IEntityTypeConfiguration<Stay>
{
    public void Configure(EntityTypeBuilder<Stay> stay)
    {
        stay.Property(s => s.CarrierId).HasColumnName("CarrierId");
        stay.HasIndex(s => s.CarrierId);
    }
}

internal sealed class DirectionMapping : IEntityTypeConfiguration<Direction>
{
    public void Configure(EntityTypeBuilder<Direction> direction) => direction.Property(d => d.Way).HasColumnName("Way");
}

internal sealed class ChainMapping : IEntityTypeConfiguration<Chain>
{
    public void Configure(EntityTypeBuilder<Chain> chain) => chain.HasIndex(c => c.LeaderId);
}

internal sealed class CarrierMapping : IEntityTypeConfiguration<Carrier>
{
    public void Configure(EntityTypeBuilder<Carrier> carrier)
    {
        carrier.ToTable("Carriers");
        carrier.Ignore(c => c.Events);
        carrier.Property(c => c.Name).HasMaxLength(OrganizationName.MaxLength);
        carrier.Property(c => c.NameKey).HasMaxLength(PinyinKey.MaxLength);
        carrier.HasIndex(c => new { c.NameKey, c.Id });
        carrier.Property(c => c.NameInitials).HasMaxLength(PinyinKey.MostInitials * 2);
        carrier.HasIndex(c => c.NameInitials);
        carrier.HasIndex(c => c.TerritoryId);
        carrier.HasMany(c => c.Facts).WithOne().HasForeignKey(f => f.CarrierId);
    }
}

internal sealed class CarrierFactMapping : IEntityTypeConfiguration<CarrierFact>
{
    public void Configure(EntityTypeBuilder<CarrierFact> fact)
    {
        fact.ToTable("CarrierFacts").Ignore(f => f.Days);
        fact.Property(f => f.Name).HasMaxLength(OrganizationName.MaxLength);
        fact.Property(f => f.Address).HasMaxLength(StreetAddress.MaxLength);
        fact.Property(f => f.Manager).HasMaxLength(Designation.MaxLength);
        fact.Property(f => f.Proprietor).HasMaxLength(Designation.MaxLength);
        fact.Property(f => f.Chamber).HasMaxLength(Designation.MaxLength);
        fact.HasIndex(f => f.OrganizationId);
    }
}
