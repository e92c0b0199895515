using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.InnerPartySupervision;

namespace PartyOrg.Infrastructure.Persistence.Mappings.InnerPartySupervision;

internal sealed class ParticipationCheckMapping : IEntityTypeConfiguration<ParticipationCheck>
{
    public void Configure(EntityTypeBuilder<ParticipationCheck> check)
    {
        check.ToTable("ParticipationChecks");
        check.Ignore(c => c.Events);
        check.Property(c => c.Total).AsJson();
        check.Property(c => c.Members).AsJson();
        check.Property(c => c.Subjects).AsJson();
        check.HasIndex(c => new { c.OrganizationId, c.CheckedOn });
    }
}

internal sealed class SupervisionTalkMapping : IEntityTypeConfiguration<SupervisionTalk>
{
    public void Configure(EntityTypeBuilder<SupervisionTalk> talk)
    {
        talk.ToTable("SupervisionTalks");
        talk.Ignore(t => t.Events);
        talk.Property(t => t.With).HasMaxLength(SupervisionTalk.NameLength);
        talk.Property(t => t.Subjects).AsJson();
        talk.HasIndex(t => new { t.OrganizationId, t.HeldOn });
    }
}

internal sealed class DisciplineCaseMapping : IEntityTypeConfiguration<DisciplineCase>
{
    public void Configure(EntityTypeBuilder<DisciplineCase> discipline)
    {
        discipline.ToTable("DisciplineCases");
        discipline.Ignore(c => c.Events);
        discipline.Property(c => c.Concerns).HasMaxLength(DisciplineCase.NameLength);
        discipline.Property(c => c.Subjects).AsJson();
        discipline.Property(c => c.Departments).AsJson();
        discipline.HasIndex(c => new { c.OrganizationId, c.OpenedOn });
        discipline.HasIndex(c => c.PersonId);
    }
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public const int NumberLength = 20;

    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.ToTable("Letters");
        letter.Ignore(l => l.Events);
        letter.Property(l => l.SenderName).HasMaxLength(SupervisionTalk.NameLength);
        letter.Property(l => l.CodeHash).HasMaxLength(OneTimeSecret.HashLength);
        letter.Property(l => l.Number).HasMaxLength(NumberLength);
        letter.HasIndex(l => l.CodeHash).IsUnique();
        letter.HasIndex(l => new { l.OrganizationId, l.ReceivedOn });
        letter.HasIndex(l => l.AssignedTo);
    }
}
