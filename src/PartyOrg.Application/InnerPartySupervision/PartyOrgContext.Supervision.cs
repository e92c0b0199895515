using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.InnerPartySupervision;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Checks of participation in organizational life.</summary>
    public DbSet<ParticipationCheck> ParticipationChecks => Set<ParticipationCheck>();

    /// <summary>Talks with cadres and employees.</summary>
    public DbSet<SupervisionTalk> SupervisionTalks => Set<SupervisionTalk>();

    /// <summary>Breaches of discipline.</summary>
    public DbSet<DisciplineCase> DisciplineCases => Set<DisciplineCase>();

    /// <summary>Letters and visits.</summary>
    public DbSet<Letter> Letters => Set<Letter>();
}
