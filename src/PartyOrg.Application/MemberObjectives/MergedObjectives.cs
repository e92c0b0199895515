using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>What of objectives follows a member whose record is merged into another one (REG-23).</summary>
internal static class MergedObjectives
{
    /// <summary>Passes on his objectives, but of a year in which both had some, and his lines in the records of progress.</summary>
    public static async Task PassObjectives(this PartyOrgContext db, Id<Person> survivor, Id<Person> duplicate, CancellationToken cancellation)
    {
        var years = db.ObjectivePlans.Where(p => p.PersonId == survivor).Select(p => p.Year);
        var plans = await db.ObjectivePlans.Where(p => p.PersonId == duplicate && !years.Contains(p.Year)).ToListAsync(cancellation);
        var organizations = plans.ConvertAll(p => p.GroupId ?? p.OrganizationId);
        foreach (var plan in plans) plan.PassPerson(survivor);
        foreach (var month in await db.ProgressMonths.Where(m => organizations.Contains(m.OrganizationId)).ToListAsync(cancellation))
        {
            if (month.Entries.Any(e => e.PersonId == duplicate)) month.PassPerson(duplicate, survivor);
        }
    }
}
