using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Imports;
using PartyOrg.Domain.Imports;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Uploaded registers.</summary>
    public DbSet<RegisterImport> Imports => Set<RegisterImport>();

    /// <summary>Their files, encrypted, until they are written or 24 hours old.</summary>
    public DbSet<StagedFile> StagedFiles => Set<StagedFile>();

    /// <summary>What is wrong with them.</summary>
    public DbSet<ImportFinding> ImportFindings => Set<ImportFinding>();

    /// <summary>What they would create or change.</summary>
    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();
}
