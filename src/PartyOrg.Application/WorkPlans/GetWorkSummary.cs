using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.WorkPlans;

namespace PartyOrg.Application.WorkPlans;

/// <summary>Shows one summary whole, with what the superior answered.</summary>
/// <param name="Summary">The summary, of an organization in the caller's scope.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetWorkSummary(Id<WorkSummary> Summary) : IQuery<WorkSummaryAnswer>;

internal sealed class GetWorkSummaryHandler(PartyOrgContext db, Caller caller) : IHandler<GetWorkSummary, WorkSummaryAnswer>
{
    public async Task<Result<WorkSummaryAnswer>> Handle(GetWorkSummary request, CancellationToken cancellationToken) =>
        await db.WorkSummaries.Where(s => s.Id == request.Summary).InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } row
            ? await db.Told(row, caller, cancellationToken)
            : WorkSummaryErrors.NotFound;
}
