using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.DemocraticLifeMeetings;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Democratic life meetings.</summary>
    public DbSet<DemocraticLifeMeeting> DemocraticLifeMeetings => Set<DemocraticLifeMeeting>();

    /// <summary>What problems found at democratic life meetings have become.</summary>
    public DbSet<RectificationItem> RectificationItems => Set<RectificationItem>();

    /// <summary>Complaints of retaliation, to the superior.</summary>
    public DbSet<RetaliationComplaint> RetaliationComplaints => Set<RetaliationComplaint>();
}
