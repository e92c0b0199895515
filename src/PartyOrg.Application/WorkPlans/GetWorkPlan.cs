using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Shows one plan whole.</summary>
/// <param name="Plan">The plan, of an organization in the caller's scope.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetWorkPlan(Id<WorkPlan> Plan) : IQuery<WorkPlanAnswer>;

internal sealed class GetWorkPlanHandler(PartyOrgContext db, Caller caller) : IHandler<GetWorkPlan, WorkPlanAnswer>
{
    public async Task<Result<WorkPlanAnswer>> Handle(GetWorkPlan request, CancellationToken cancellationToken) =>
        await db.WorkPlans.Where(p => p.Id == request.Plan).InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } row
            ? await db.Told(row, caller, cancellationToken)
            : WorkPlanErrors.NotFound;
}
