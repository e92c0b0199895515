using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Members;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    private const int IndexLength = 32;
    private const int SealedLength = 200;

    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("Persons");
        person.Ignore(p => p.Events);
        person.Property(p => p.Name).HasMaxLength(PersonName.MaxLength);
        person.Property(p => p.NameKey).HasMaxLength(PinyinKey.MaxLength);
        person.Property(p => p.NameInitials).HasMaxLength(PinyinKey.MostInitials * 2);
        person.Property(p => p.IdentityNumber).HasMaxLength(SealedLength);
        person.Property(p => p.IdentityIndex).HasMaxLength(IndexLength);
        person.Property(p => p.MaskedIdentityNumber).HasMaxLength(IdentityNumber.Length);
        person.Property(p => p.Phone).HasMaxLength(SealedLength);
        person.Property(p => p.MaskedPhone).HasMaxLength(PhoneNumber.MaxLength);
        person.Property(p => p.PhoneIndex).HasMaxLength(IndexLength);
        person.HasIndex(p => p.IdentityIndex).IsUnique();
        person.HasIndex(p => p.PhoneIndex);
        person.HasIndex(p => new { p.NameKey, p.Id });
        person.HasIndex(p => p.NameInitials);
        person.HasMany(p => p.Memberships).WithOne().HasForeignKey(m => m.PersonId);
        person.HasMany(p => p.Affiliations).WithOne().HasForeignKey(a => a.PersonId);
        person.HasMany(p => p.Workplaces).WithOne().HasForeignKey(w => w.PersonId);
        person.HasMany(p => p.FormerNames).WithOne().HasForeignKey(n => n.PersonId);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership) => membership.ToTable("Memberships").Ignore(m => m.Days);
}

internal sealed class AffiliationMapping : IEntityTypeConfiguration<Affiliation>
{
    public void Configure(EntityTypeBuilder<Affiliation> affiliation)
    {
        affiliation.ToTable("Affiliations").Ignore(a => a.Days);
        affiliation.HasIndex(a => a.OrganizationId);
    }
}

internal sealed class WorkplaceMapping : IEntityTypeConfiguration<Workplace>
{
    public void Configure(EntityTypeBuilder<Workplace> workplace)
    {
        workplace.ToTable("Workplaces").Ignore(w => w.Days);
        workplace.HasIndex(w => w.UnitId);
    }
}

internal sealed class TransferMapping : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> transfer)
    {
        transfer.ToTable("Transfers");
        transfer.Ignore(t => t.Events);
        transfer.Property(t => t.Reason).HasMaxLength(Transfer.ReasonLength);
        transfer.Property(t => t.ClosedBecause).HasMaxLength(Transfer.ReasonLength);
        transfer.HasIndex(t => new { t.SenderId, t.Status });
        transfer.HasIndex(t => new { t.ReceiverId, t.Status });
        transfer.HasIndex(t => t.PersonId);
    }
}

internal sealed class PersonFormerNameMapping : IEntityTypeConfiguration<PersonFormerName>
{
    public void Configure(EntityTypeBuilder<PersonFormerName> name)
    {
        name.ToTable("PersonFormerNames").Ignore(n => n.Days);
        name.Property(n => n.Name).HasMaxLength(PersonName.MaxLength);
    }
}
