using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>Lists the half-yearly reports on objectives of a Party group, or of a branch without groups (TWS-5.3b), the latest first.</summary>
/// <param name="Organization">The Party group or branch.</param>
/// <param name="Year">The calendar year; this year where it is left out.</param>
[AllowedTo(ObjectivesScope.AllReaders | Role.GroupLeader | Role.Member)]
public sealed record ListObjectiveReports(Id<Organization> Organization, int? Year) : IQuery<Page<ObjectiveReportAnswer>>;

internal sealed class ListObjectiveReportsHandler(PartyOrgContext db, Caller caller) : IHandler<ListObjectiveReports, Page<ObjectiveReportAnswer>>
{
    public async Task<Result<Page<ObjectiveReportAnswer>>> Handle(ListObjectiveReports request, CancellationToken cancellationToken)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == request.Organization, cancellationToken)) return OrganizationErrors.NotFound;
        var year = request.Year ?? caller.Today.Year;
        var reports = await db.HalfYearReports.Where(r => r.OrganizationId == request.Organization && r.Year == year).OrderByDescending(r => r.FiledOn).ThenByDescending(r => r.Id).ToListAsync(cancellationToken);
        var whole = await db.WholeMonthsOf(request.Organization, cancellationToken);
        return new Page<ObjectiveReportAnswer>(reports.ConvertAll(r => ObjectiveReportAnswer.Of(r, whole)), null);
    }
}
