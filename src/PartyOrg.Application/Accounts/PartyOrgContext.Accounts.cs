using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain.Accounts;

namespace PartyOrg.Application;

public abstract partial class PartyOrgContext
{
    /// <summary>Accounts.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Sessions, live and ended.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Refresh tokens, as hashes.</summary>
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    /// <summary>Assigned roles.</summary>
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();
}
