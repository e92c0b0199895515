using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Infrastructure.Persistence.Mappings.Organizations;

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public const int PathLength = TreePosition.MaxDepth * TreePosition.StepLength;

    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.ToTable("Organizations");
        organization.Ignore(o => o.Events);
        organization.Property(o => o.Code).HasMaxLength(OrganizationCode.MaxLength);
        organization.Property(o => o.Name).HasMaxLength(OrganizationName.MaxLength);
        organization.Property(o => o.NameKey).HasMaxLength(Domain.Names.PinyinKey.MaxLength);
        organization.Property(o => o.NameInitials).HasMaxLength(Domain.Names.PinyinKey.MostInitials * 2);
        organization.Property(o => o.UnitCreditCode).HasMaxLength(UnifiedSocialCreditCode.Length);
        organization.Property(o => o.Path).HasMaxLength(PathLength);
        organization.HasIndex(o => o.Code).IsUnique();
        organization.HasIndex(o => o.Path).IsUnique();
        organization.HasIndex(o => o.SuperiorId);
        organization.HasIndex(o => o.NameKey);
        organization.HasIndex(o => o.NameInitials);
        organization.HasMany(o => o.Lifetimes).WithOne().HasForeignKey(l => l.OrganizationId);
        organization.HasMany(o => o.Places).WithOne().HasForeignKey(p => p.OrganizationId);
        organization.HasMany(o => o.Posts).WithOne().HasForeignKey(p => p.OrganizationId);
        organization.HasMany(o => o.Mergers).WithOne().HasForeignKey(m => m.OrganizationId);
        organization.HasMany(o => o.FormerNames).WithOne().HasForeignKey(n => n.OrganizationId);
    }
}

internal sealed class LifetimeMapping : IEntityTypeConfiguration<Lifetime>
{
    public void Configure(EntityTypeBuilder<Lifetime> lifetime) => lifetime.ToTable("Lifetimes").Ignore(l => l.Days);
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.ToTable("Places").Ignore(p => p.Days);
        place.HasIndex(p => p.SuperiorId);
    }
}

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("Posts").Ignore(p => p.Days);
        post.HasIndex(p => p.PersonId);
    }
}

internal sealed class MergerMapping : IEntityTypeConfiguration<Merger>
{
    public void Configure(EntityTypeBuilder<Merger> merger) => merger.ToTable("Mergers").Ignore(m => m.Days);
}

internal sealed class OrganizationFormerNameMapping : IEntityTypeConfiguration<OrganizationFormerName>
{
    public void Configure(EntityTypeBuilder<OrganizationFormerName> name)
    {
        name.ToTable("OrganizationFormerNames").Ignore(n => n.Days);
        name.Property(n => n.Name).HasMaxLength(OrganizationName.MaxLength);
    }
}
