using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Domain.MemberObjectives;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>His objectives that were returned to him (TWS-5.2), since the day on which his group commented on them last, and his summary of the year (TWS-5.5), by its last day.</summary>
internal sealed class AwaitedObjectives(PartyOrgContext db) : IAwaitsPersons
{
    public async Task<IEnumerable<AwaitedStep>> Of(AwaitedPerson who, CancellationToken cancellation)
    {
        var plans = await db.ObjectivePlans.Where(p => p.PersonId == who.Id && (p.Status == ObjectivesStatus.Returned || p.Status == ObjectivesStatus.Approved)).AsNoTracking().ToListAsync(cancellation);
        return plans.Select(p => AwaitedStep.Of(
            ObjectivePlan.Procedure, p.Status, ObjectivePlan.Himself, p.Key, p.OrganizationId, p.Status == ObjectivesStatus.Returned ? p.Comments[^1].On : new(p.Year, 12, 31)) with
        {
            Name = p.Year.ToString(CultureInfo.InvariantCulture), SeenBy = ObjectivesScope.AllReaders,
        });
    }
}
