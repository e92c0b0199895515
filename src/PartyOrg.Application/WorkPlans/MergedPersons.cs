using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;

namespace PartyOrg.Application.WorkPlans;

/// <summary>What happens to plans, responsibilities and cases when two records of one person are merged (REG-23), though whoever merges them may read nothing of it.</summary>
internal static class MergedPersons
{
    /// <summary>What the duplicate answers for, and what concerns him, becomes the survivor's. A handling for a year in which both have one stays as it is.</summary>
    public static async Task PassPlansAndCases(this PartyOrgContext db, Id<Person> survivor, Id<Person> duplicate, CancellationToken cancellation)
    {
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
