using AutoMapper;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>Lists granted roles, the latest granted first; roles that follow from posts and belonging are not granted and not listed.</summary>
/// <param name="Account">Only those of this account.</param>
/// <param name="Organization">Only those for this organization.</param>
/// <param name="Role">Only this role.</param>
/// <param name="On">Only those held on this day; left out, all that stand in the record.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Domain.Accounts.Role.SecurityAdministrator | Domain.Accounts.Role.AuditAdministrator)]
public sealed record ListRoleAssignments(Id<Account>? Account, Id<Organization>? Organization, Role? Role, LocalDate? On, int? Limit, string? Cursor) : IQuery<Page<RoleAssignmentAnswer>>;

internal sealed class ListRoleAssignmentsHandler(PartyOrgContext db, IMapper mapper) : IHandler<ListRoleAssignments, Page<RoleAssignmentAnswer>>
{
    public async Task<Result<Page<RoleAssignmentAnswer>>> Handle(ListRoleAssignments request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<RoleAssignment>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var assignments = db.RoleAssignments.Where(r => r.VoidedAt == null);
        if (request.Account is { } account) assignments = assignments.Where(r => r.AccountId == account);
        if (request.Organization is { } organization) assignments = assignments.Where(r => r.OrganizationId == organization);
        if (request.Role is { } role) assignments = assignments.Where(r => r.Role == role);
        if (request.On is { } day) assignments = assignments.Where(r => r.From <= day && (r.To == null || r.To >= day));
        if (cursor.Value is var (at, id)) assignments = assignments.Where(r => r.RecordedAt < at || (r.RecordedAt == at && r.Id < id));

        var rows = await assignments.OrderByDescending(r => r.RecordedAt).ThenByDescending(r => r.Id).Take(limit.Value + 1).Rows(db).ToListAsync(cancellationToken);
        return Page<RoleAssignmentAnswer>.Of(rows, limit.Value, mapper.Map<RoleAssignmentAnswer>,
            r => Cursor.OfMoment(r.Assignment.RecordedAt, r.Assignment.Id));
    }
}
