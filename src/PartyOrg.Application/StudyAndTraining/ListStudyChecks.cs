using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Lists the checks of members' study in the caller's scope, the latest day first; those taken back among them.</summary>
/// <param name="Organization">Only checks of this organization and those below it.</param>
/// <param name="From">Only checks of this day or later.</param>
/// <param name="To">Only checks of this day or earlier.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListStudyChecks(Id<Organization>? Organization, LocalDate? From, LocalDate? To, int? Limit, string? Cursor) : IQuery<Page<StudyCheckSummary>>;

internal sealed class ListStudyChecksHandler(PartyOrgContext db, Caller caller) : IHandler<ListStudyChecks, Page<StudyCheckSummary>>
{
    public async Task<Result<Page<StudyCheckSummary>>> Handle(ListStudyChecks request, CancellationToken cancellationToken)
    {
        var asked = await db.Asked(caller, request.Organization, cancellationToken);
        if (asked is null) return OrganizationErrors.NotFound.At("/organization");
        var checks = db.StudyChecks.Where(c => asked.Any(o => o.Id == c.OrganizationId));
        if (request.From is { } from) checks = checks.Where(c => c.CheckedOn >= from);
        if (request.To is { } to) checks = checks.Where(c => c.CheckedOn <= to);
        return await checks.PageByDay(request.Limit, request.Cursor, c => c.CheckedOn, c => c.Id, StudyCheckSummary.Of, cancellationToken);
    }
}
