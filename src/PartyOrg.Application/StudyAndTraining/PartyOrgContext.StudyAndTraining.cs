using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Notes of members' self-study.</summary>
    public DbSet<SelfStudyNote> SelfStudyNotes => Set<SelfStudyNote>();

    /// <summary>Checks of members' study.</summary>
    public DbSet<StudyCheck> StudyChecks => Set<StudyCheck>();

    /// <summary>What checks found, by member.</summary>
    public DbSet<StudyCheckResult> StudyCheckResults => Set<StudyCheckResult>();

    /// <summary>Superiors' supervision and guidance of study.</summary>
    public DbSet<StudyGuidance> StudyGuidances => Set<StudyGuidance>();

    /// <summary>What branches have for study and activities.</summary>
    public DbSet<Facility> Facilities => Set<Facility>();
}
