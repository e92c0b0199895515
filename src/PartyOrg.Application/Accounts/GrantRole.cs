using AutoMapper;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>
/// Grants a role to an account, for an organization and all below it. The role fits the organization's level and the account's kind (REG-15); system,
/// security and audit administration are never held together, and nobody grants a role to himself (REG-13).
/// </summary>
/// <param name="AccountId">Who gets it.</param>
/// <param name="Role">One role.</param>
/// <param name="OrganizationId">For which organization; none for the three administrations.</param>
/// <param name="From">The first day, today or later; today where it is left out.</param>
/// <param name="To">The last day, itself included; left out where it has no end.</param>
/// <example>
/// {
///   "accountId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d04",
///   "role": "townOfficer",
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01",
///   "from": "2026-03-01"
/// }
/// </example>
/// <example>
/// {
///   "accountId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d04",
///   "role": "townOfficer",
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01",
///   "from": "2026-03-01"
/// }
/// </example>
[AllowedTo(Role.SecurityAdministrator)]
public sealed record GrantRole(Id<Account> AccountId, Role Role, Id<Organization>? OrganizationId = null, LocalDate? From = null, LocalDate? To = null) : ICreate<RoleAssignmentAnswer>;

internal sealed class GrantRoleHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock, IMapper mapper) : IHandler<GrantRole, RoleAssignmentAnswer>
{
    public async Task<Result<RoleAssignmentAnswer>> Handle(GrantRole request, CancellationToken cancellationToken)
    {
        await db.LockChain(AuditChain.System, cancellationToken);
        if (request.AccountId == caller.AccountId) return RoleErrors.ForOneself;
        var account = await db.Accounts.Include(a => a.RoleAssignments).SingleOrDefaultAsync(a => a.Id == request.AccountId, cancellationToken);
        if (account is null) return AccountErrors.NotFound.At("/accountId");
        var organization = await db.Organizations.SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null && request.OrganizationId is not null) return OrganizationErrors.NotFound.At("/organizationId");

        return account.Grant(request.Role, organization, request.From ?? clock.Today, request.To, ids, clock.Now)
            .Map(granted => mapper.Map<RoleAssignmentAnswer>(new RoleAssignmentRow(granted, account.UserName, account.Version, organization?.Name)));
    }
}
