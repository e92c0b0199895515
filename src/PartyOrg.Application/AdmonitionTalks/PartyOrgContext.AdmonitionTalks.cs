using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.AdmonitionTalks;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Cases of admonition talks.</summary>
    public DbSet<AdmonitionCase> AdmonitionCases => Set<AdmonitionCase>();

    /// <summary>Candidates that were dismissed for their facts.</summary>
    public DbSet<CandidateDismissal> CandidateDismissals => Set<CandidateDismissal>();
}
