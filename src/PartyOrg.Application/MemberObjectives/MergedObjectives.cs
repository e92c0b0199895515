using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>What of objectives follows a member whose record is merged into another one (REG-23).</summary>
internal sealed class MergedObjectives(PartyOrgContext db) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(ObjectivePlan), typeof(ProgressMonth)];

    /// <summary>Passes on his objectives, but of a year in which both had some, and his lines in the records of progress.</summary>
    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        var (survivor, duplicate, _) = merger;
        var years = db.ObjectivePlans.Where(p => p.PersonId == survivor).Select(p => p.Year);
        var plans = await db.ObjectivePlans.Where(p => p.PersonId == duplicate && !years.Contains(p.Year)).ToListAsync(cancellation);
        var organizations = plans.ConvertAll(p => p.GroupId ?? p.OrganizationId);
        foreach (var plan in plans) plan.PassPerson(duplicate, survivor);

        // Objections stand inside the plans of others: where he belonged.
        var his = db.Affiliations.Where(a => a.PersonId == duplicate).Select(a => a.OrganizationId);
        foreach (var plan in await db.ObjectivePlans.Where(p => p.PersonId != duplicate && his.Contains(p.OrganizationId)).ToListAsync(cancellation))
        {
            if (plan.PersonId != survivor && plan.Objections.Any(o => o.By == duplicate)) plan.PassPerson(duplicate, survivor);
        }

        foreach (var month in await db.ProgressMonths.Where(m => organizations.Contains(m.OrganizationId)).ToListAsync(cancellation))
        {
            if (month.Entries.Any(e => e.PersonId == duplicate)) month.PassPerson(duplicate, survivor);
        }
    }
}
