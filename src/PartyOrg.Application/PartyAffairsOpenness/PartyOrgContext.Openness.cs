using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.PartyAffairsOpenness;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Matters of Party affairs on their way to the public.</summary>
    public DbSet<Publication> Publications => Set<Publication>();

    /// <summary>Opinions on them.</summary>
    public DbSet<Opinion> Opinions => Set<Opinion>();

    /// <summary>Who watches over openness.</summary>
    public DbSet<OpennessSupervisor> OpennessSupervisors => Set<OpennessSupervisor>();

    /// <summary>Tickets that were used.</summary>
    public DbSet<SpentTicket> SpentTickets => Set<SpentTicket>();
}
