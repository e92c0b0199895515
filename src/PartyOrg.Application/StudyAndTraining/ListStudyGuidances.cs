using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.StudyAndTraining;

namespace PartyOrg.Application.StudyAndTraining;

/// <summary>Lists superiors' supervision and guidance of study in the caller's scope, the latest day first; those taken back among them. Whoever assesses an organization's summary finds here what belongs to it (TWS-6.7).</summary>
/// <param name="Organization">Only of this organization and those below it.</param>
/// <param name="From">Only of this day or later.</param>
/// <param name="To">Only of this day or earlier.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListStudyGuidances(Id<Organization>? Organization, LocalDate? From, LocalDate? To, int? Limit, string? Cursor) : IQuery<Page<StudyGuidanceAnswer>>;

internal sealed class ListStudyGuidancesHandler(PartyOrgContext db, Caller caller) : IHandler<ListStudyGuidances, Page<StudyGuidanceAnswer>>
{
    public async Task<Result<Page<StudyGuidanceAnswer>>> Handle(ListStudyGuidances request, CancellationToken cancellationToken)
    {
        var asked = await db.Asked(caller, request.Organization, cancellationToken);
        if (asked is null) return OrganizationErrors.NotFound.At("/organization");
        var guidances = db.StudyGuidances.Where(g => asked.Any(o => o.Id == g.OrganizationId));
        if (request.From is { } from) guidances = guidances.Where(g => g.GuidedOn >= from);
        if (request.To is { } to) guidances = guidances.Where(g => g.GuidedOn <= to);
        return await guidances.PageByDay(request.Limit, request.Cursor, g => g.GuidedOn, g => g.Id, StudyGuidanceAnswer.Of, cancellationToken);
    }
}
