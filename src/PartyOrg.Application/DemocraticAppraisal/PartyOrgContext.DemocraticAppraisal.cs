using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.DemocraticAppraisal;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Democratic appraisals of members.</summary>
    public DbSet<Appraisal> Appraisals => Set<Appraisal>();

    /// <summary>The members in them.</summary>
    public DbSet<AppraisedMember> AppraisedMembers => Set<AppraisedMember>();

    /// <summary>Who has voted.</summary>
    public DbSet<BallotMark> BallotMarks => Set<BallotMark>();

    /// <summary>Ballot boxes that are open.</summary>
    public DbSet<BallotBox> BallotBoxes => Set<BallotBox>();

    /// <summary>Ratings out of boxes that were closed.</summary>
    public DbSet<BallotSlip> BallotSlips => Set<BallotSlip>();
}
