using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Lists what was recorded of members' progress in a year (TWS-5.3a), month by month: by a Party group, or by a branch without groups.</summary>
/// <param name="Organization">The Party group or branch.</param>
/// <param name="Year">The calendar year; this year where it is left out.</param>
[AllowedTo(ObjectivesScope.AllReaders | Role.GroupLeader)]
public sealed record ListObjectiveProgress(Id<Organization> Organization, int? Year) : IQuery<Page<ObjectiveProgressAnswer>>;

internal sealed class ListObjectiveProgressHandler(PartyOrgContext db, Caller caller) : IHandler<ListObjectiveProgress, Page<ObjectiveProgressAnswer>>
{
    public async Task<Result<Page<ObjectiveProgressAnswer>>> Handle(ListObjectiveProgress request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;
        var months = await db.ProgressMonths.Where(m => m.OrganizationId == request.Organization).AsNoTracking().ToListAsync(cancellationToken);
        var year = request.Year ?? caller.Today.Year;
        return new Page<ObjectiveProgressAnswer>([.. months.Where(m => m.Month.Year == year).OrderBy(m => m.Month).Select(ObjectiveProgressAnswer.Of)], null);
    }
}
