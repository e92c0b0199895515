using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.CleanConduct;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>What happens to plans, responsibilities and cases when two records of one person are merged (REG-23), though whoever merges them may read nothing of it.</summary>
internal sealed class MergedPlansAndCases(PartyOrgContext db) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(CommitteeResponsibility), typeof(MemberHandling), typeof(WorkPlan), typeof(AccountabilityCase)];

    /// <summary>What the duplicate answers for, and what concerns him, becomes the survivor's. A handling for a year in which both have one stays as it is.</summary>
    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        var (survivor, duplicate, _) = merger;
        foreach (var responsibility in await db.CommitteeResponsibilities.Where(r => r.PersonId == duplicate).ToListAsync(cancellation)) responsibility.PassTo(survivor);
        var taken = await db.MemberHandlings.Where(h => h.PersonId == survivor).Select(h => h.Year).ToListAsync(cancellation);
        foreach (var handling in await db.MemberHandlings.Where(h => h.PersonId == duplicate && !taken.Contains(h.Year)).ToListAsync(cancellation)) handling.PassTo(survivor);

        // Owners of items, and those to whom responsibility is attributed, stand inside a plan or a case: where he belonged or held a post.
        var his = await db.Affiliations.Where(a => a.PersonId == duplicate).Select(a => a.OrganizationId).Union(db.Posts.Where(p => p.PersonId == duplicate).Select(p => p.OrganizationId)).ToListAsync(cancellation);
        foreach (var plan in await db.WorkPlans.Where(p => his.Contains(p.OrganizationId)).ToListAsync(cancellation)) plan.PassPerson(duplicate, survivor);
        foreach (var found in await db.AccountabilityCases.Where(c => c.PersonId == duplicate || his.Contains(c.OrganizationId)).ToListAsync(cancellation))
        {
            if (found.Concerns(duplicate)) found.PassPerson(duplicate, survivor);
        }
    }
}
