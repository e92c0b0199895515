using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.PartyAffairsOpenness;

namespace PartyOrg.Infrastructure.Persistence.Mappings.PartyAffairsOpenness;

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("Publications");
        publication.Ignore(p => p.Events);
        publication.Property(p => p.Title).HasMaxLength(Publication.TitleLength);
        publication.Property(p => p.Drawn).AsJson();
        publication.Property(p => p.SecrecyChecks).AsJson();
        publication.Property(p => p.Plan).AsJson();
        publication.Property(p => p.Decision).AsJson();
        publication.Property(p => p.ApprovedBy).HasMaxLength(DisplayName.MaxLength);
        publication.Property(p => p.ReturnedBecause).HasMaxLength(Publication.ReasonLength);
        publication.Property(p => p.WithdrawnBecause).HasMaxLength(Publication.ReasonLength);
        publication.HasIndex(p => new { p.OrganizationId, p.DraftedOn });
    }
}

internal sealed class OpinionMapping : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> opinion)
    {
        opinion.ToTable("Opinions");
        opinion.Ignore(o => o.Events);
        opinion.Property(o => o.CodeHash).HasMaxLength(OneTimeSecret.HashLength);
        opinion.HasIndex(o => o.CodeHash).IsUnique();
        opinion.HasIndex(o => new { o.PublicationId, o.ReceivedOn });
        opinion.HasIndex(o => new { o.OrganizationId, o.ReceivedOn });
    }
}

internal sealed class OpennessSupervisorMapping : IEntityTypeConfiguration<OpennessSupervisor>
{
    public void Configure(EntityTypeBuilder<OpennessSupervisor> supervisor)
    {
        supervisor.ToTable("OpennessSupervisors");
        supervisor.Ignore(s => s.Events);
        supervisor.Property(s => s.Name).HasMaxLength(OpennessSupervisor.NameLength);
        supervisor.Property(s => s.Position).HasMaxLength(OpennessSupervisor.NameLength);
        supervisor.HasIndex(s => s.OrganizationId);
    }
}

internal sealed class SpentTicketMapping : IEntityTypeConfiguration<SpentTicket>
{
    public void Configure(EntityTypeBuilder<SpentTicket> ticket)
    {
        ticket.ToTable("SpentTickets");
        ticket.HasKey(t => t.Hash);
        ticket.Property(t => t.Hash).HasMaxLength(SpentTicket.HashLength);
        ticket.HasIndex(t => t.On);
    }
}
