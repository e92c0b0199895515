using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.AdmonitionTalks;

namespace PartyOrg.Infrastructure.Persistence.Mappings.AdmonitionTalks;

internal sealed class AdmonitionCaseMapping : IEntityTypeConfiguration<AdmonitionCase>
{
    public void Configure(EntityTypeBuilder<AdmonitionCase> it)
    {
        it.ToTable("AdmonitionCases");
        it.Ignore(c => c.Events);
        it.Property(c => c.Grounds).AsJson();
        it.Property(c => c.Decision).HasMaxLength(AdmonitionTexts.Length);
        it.Property(c => c.Arrangement).AsJson();
        it.Property(c => c.Talk).AsJson();
        it.Property(c => c.Requirements).AsJson();
        it.Property(c => c.FollowUps).AsJson();
        it.Property(c => c.Statements).AsJson();
        it.Property(c => c.Outcome).AsJson();
        it.HasIndex(c => new { c.OrganizationId, c.ProposedOn });
        it.HasIndex(c => c.PersonId);
        it.HasIndex(c => c.TalkerId);
        it.HasIndex(c => c.RecorderId);
        it.HasIndex(c => c.FollowerId);
    }
}

internal sealed class CandidateDismissalMapping : IEntityTypeConfiguration<CandidateDismissal>
{
    public void Configure(EntityTypeBuilder<CandidateDismissal> dismissal)
    {
        dismissal.ToTable("CandidateDismissals");
        dismissal.Ignore(d => d.Events);
        dismissal.Property(d => d.Facts).AsJson();
        dismissal.Property(d => d.Reason).HasMaxLength(CandidateDismissal.ReasonLength);
        dismissal.HasIndex(d => new { d.OrganizationId, d.DismissedAt });
        dismissal.HasIndex(d => d.PersonId);
    }
}
