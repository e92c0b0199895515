using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Items of plans in force that their owner has not done yet (TWS-1.4d), by the days on which they are due.</summary>
internal sealed class AwaitedPlanItems(PartyOrgContext db) : IAwaitsPersons
{
    public async Task<IEnumerable<AwaitedStep>> Of(AwaitedPerson who, CancellationToken cancellation)
    {
        var (organizations, first, today) = (who.Organizations, who.Days.From, who.Today);
        var plans = await db.WorkPlans.Where(p => organizations.Contains(p.OrganizationId) && p.Status == PlanStatus.Active && p.From <= today && p.To >= first).AsNoTracking().ToListAsync(cancellation);
        return
            from plan in plans
            where plan.InForceFrom <= today
            from item in plan.Items
            where item.OwnerId == who.Id && !item.IsDone()
            select AwaitedStep.Of(WorkPlan.Procedure, plan.Status, WorkPlan.Owner, plan.Key, plan.OrganizationId, item.DueOn) with { Item = item.Number, Name = item.Text, SeenBy = Role.Readers };
    }
}
