using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.CleanConduct;

namespace PartyOrg.Infrastructure.Persistence.Mappings.CleanConduct;

internal sealed class AccountabilityCaseMapping : IEntityTypeConfiguration<AccountabilityCase>
{
    public void Configure(EntityTypeBuilder<AccountabilityCase> found)
    {
        found.ToTable("AccountabilityCases");
        found.Ignore(c => c.Events);
        found.Property(c => c.Department).HasMaxLength(AccountabilityCase.DepartmentLength);
        found.Property(c => c.Allegation).HasMaxLength(AccountabilityCase.TextLength);
        found.Property(c => c.Findings).HasMaxLength(AccountabilityCase.TextLength);
        found.Property(c => c.Responsibilities).AsJson();
        found.Property(c => c.Handlings).AsJson();
        found.Property(c => c.Outcome).HasMaxLength(AccountabilityCase.TextLength);
        found.HasIndex(c => new { c.OrganizationId, c.OpenedOn });
    }
}
