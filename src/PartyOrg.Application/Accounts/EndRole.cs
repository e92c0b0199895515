using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>Ends a role, at once or after a day to come; it acts at the next request. The last security administrator stays one (REG-16).</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="LastDay">The last day, itself included; left out to end it at once.</param>
/// <param name="Expected">The account's version that the caller saw.</param>
[AllowedTo(Role.SecurityAdministrator)]
public sealed record EndRole(Id<RoleAssignment> Assignment, LocalDate? LastDay, ExpectedVersion Expected) : ICommand<Done>, IChange
{
    /// <summary>When it ends.</summary>
    /// <param name="LastDay">The last day, itself included; left out to end it at once.</param>
    /// <example>{"lastDay": "2026-12-31"}</example>
    public sealed record Body(LocalDate? LastDay = null);
}

internal sealed class EndRoleHandler(PartyOrgContext db, Ids ids, Clock clock) : IHandler<EndRole, Done>
{
    public async Task<Result<Done>> Handle(EndRole request, CancellationToken cancellationToken)
    {
        await db.LockChain(AuditChain.System, cancellationToken);
        var found = await db.Accounts.Include(a => a.RoleAssignments).SingleOrDefaultAsync(a => a.RoleAssignments.Any(r => r.Id == request.Assignment), cancellationToken);
        var loaded = found.Expecting(request.Expected, RoleErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var others = await db.OthersAdministerSecurity(loaded.Value.Id, clock.Today, cancellationToken);
        return loaded.Value.EndRole(request.Assignment, request.LastDay ?? clock.Today.PlusDays(-1), others, ids, clock.Now);
    }
}
