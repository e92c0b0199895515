using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.RulePacks;

namespace PartyOrg.Infrastructure.Persistence.Mappings.RulePacks;

internal sealed class RulePackMapping : IEntityTypeConfiguration<RulePack>
{
    public void Configure(EntityTypeBuilder<RulePack> pack)
    {
        pack.ToTable("RulePacks");
        pack.Ignore(p => p.Events);
        pack.Ignore(p => p.Books);
        pack.Property(p => p.Title).AsJson();
        pack.Property(p => p.Document).HasMaxLength(RulePack.DocumentLength);
        pack.Property(p => p.Files).AsJson();
        pack.Property(p => p.FileNames).AsJson();
        pack.Property(p => p.ContentSha256).HasMaxLength(64);
        pack.Property(p => p.Signatures).AsJson();
        pack.HasIndex(p => new { p.JurisdictionId, p.UploadedAt });
        pack.HasIndex(p => p.AdoptedAt);
    }
}
