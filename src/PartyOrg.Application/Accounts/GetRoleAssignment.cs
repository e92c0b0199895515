using AutoMapper;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Accounts;

/// <summary>Shows one role assignment.</summary>
/// <param name="Assignment">The assignment.</param>
[AllowedTo(Role.SecurityAdministrator | Role.AuditAdministrator)]
public sealed record GetRoleAssignment(Id<RoleAssignment> Assignment) : IQuery<RoleAssignmentAnswer>;

internal sealed class GetRoleAssignmentHandler(PartyOrgContext db, IMapper mapper) : IHandler<GetRoleAssignment, RoleAssignmentAnswer>
{
    public async Task<Result<RoleAssignmentAnswer>> Handle(GetRoleAssignment request, CancellationToken cancellationToken) =>
        await db.RoleAssignments.Where(r => r.Id == request.Assignment && r.VoidedAt == null).Rows(db).SingleOrDefaultAsync(cancellationToken) is { } found
            ? mapper.Map<RoleAssignmentAnswer>(found)
            : RoleErrors.NotFound;
}
