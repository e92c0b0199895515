using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Accounts;

/// <summary>Assignments with what their answers say of account and organization.</summary>
internal static class RoleAssignmentRows
{
    public static IQueryable<RoleAssignmentRow> Rows(this IQueryable<RoleAssignment> assignments, PartyOrgContext db) =>
        from r in assignments.AsNoTracking()
        join a in db.Accounts on r.AccountId equals a.Id
        from o in db.Organizations.Where(o => o.Id == r.OrganizationId).DefaultIfEmpty()
        select new RoleAssignmentRow(r, a.UserName, a.Version, o.Name);
}
