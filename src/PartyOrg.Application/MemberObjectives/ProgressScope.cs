using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Who records and reports for a Party group, or for a branch without groups (TWS-5.3a, TWS-5.3b).</summary>
internal static class ProgressScope
{
    /// <summary>Who can be the one.</summary>
    public const Role Recorders = Role.GroupLeader | Role.BranchSecretary;

    /// <summary>Why the caller may not do it for the organization; none when he may. A group's leader does it for his group, the secretary for a branch without groups.</summary>
    public static async Task<Error?> RefusalToRecord(this PartyOrgContext db, Caller caller, Id<Organization> id, string ruleId, LocalDate today, CancellationToken cancellation)
    {
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellation);
        if (organization is null) return OrganizationErrors.NotFound;
        if (caller.RefusalToKeep(organization, ruleId) is { } refusal) return refusal;
        if (organization.Type == OrganizationType.PartyGroup) return null;
        if (!organization.Type.HoldsRelations()) return ObjectivesErrors.NoGroupOrBranch(ruleId);
        return await db.GroupsOf(id, today).AnyAsync(cancellation) ? ObjectivesErrors.GroupsRecord(ruleId) : null;
    }

    /// <summary>Why what was recorded for the organization is not the caller's to correct; none when it is. A branch that has got groups since still corrects what was its own.</summary>
    public static Error? RefusalToKeep(this Caller caller, Organization organization, string ruleId) =>
        (caller.RolesOver(organization.Path) & (organization.Type == OrganizationType.PartyGroup ? Role.GroupLeader : Role.BranchSecretary)) == 0 ? AccessErrors.NotAllowed(ruleId) : null;

    /// <summary>The months whose progress covers everybody.</summary>
    public static Task<List<YearMonth>> WholeMonthsOf(this PartyOrgContext db, Id<Organization> organization, CancellationToken cancellation) =>
        db.ProgressMonths.Where(m => m.OrganizationId == organization && m.CompletedOn != null).Select(m => m.Month).ToListAsync(cancellation);
}
