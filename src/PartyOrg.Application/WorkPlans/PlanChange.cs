using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>What every change of a plan or a summary shares: it is looked up in the caller's reach, expected in a version, changed by itself, and told.</summary>
internal static class PlanChange
{
    /// <summary>Changes a plan.</summary>
    public static async Task<Result<WorkPlanAnswer>> Change(
        this PartyOrgContext db, Caller caller, Id<WorkPlan> plan, ExpectedVersion expected, Func<PlanRow, Result<Done>> change, CancellationToken cancellation)
    {
        var row = await db.WorkPlans.Where(p => p.Id == plan).InScope(caller, db).SingleOrDefaultAsync(cancellation);
        var loaded = row?.Plan.Expecting(expected, WorkPlanErrors.NotFound) ?? WorkPlanErrors.NotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        var changed = change(row!);
        if (!changed.Succeeded) return changed.Errors[0];
        var told = await db.Told(row!, caller, cancellation);
        return changed.Map(_ => told);
    }

    /// <summary>Changes a summary.</summary>
    public static async Task<Result<WorkSummaryAnswer>> Change(
        this PartyOrgContext db, Caller caller, Id<WorkSummary> summary, ExpectedVersion expected, Func<SummaryRow, Task<Result<Done>>> change, CancellationToken cancellation)
    {
        var row = await db.WorkSummaries.Where(s => s.Id == summary).InScope(caller, db).SingleOrDefaultAsync(cancellation);
        var loaded = row?.Summary.Expecting(expected, WorkSummaryErrors.NotFound) ?? WorkSummaryErrors.NotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        var changed = await change(row!);
        if (!changed.Succeeded) return changed.Errors[0];
        var told = await db.Told(row!, caller, cancellation);
        return changed.Map(_ => told);
    }
}
