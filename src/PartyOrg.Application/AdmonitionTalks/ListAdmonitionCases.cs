using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.AdmonitionTalks;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>Lists the cases that the caller may read, the latest first, without what was said in them (TWS-10.4).</summary>
/// <param name="Organization">Only those that this organization keeps.</param>
/// <param name="Status">Only those that have come this far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(AdmonitionDesk.Parties, RuleId = "TWS-10.4")]
public sealed record ListAdmonitionCases(Id<Organization>? Organization, AdmonitionStatus? Status, int? Limit, string? Cursor) : IQuery<Page<AdmonitionSummary>>;

internal sealed class ListAdmonitionCasesHandler(PartyOrgContext db, AdmonitionDesk desk) : IHandler<ListAdmonitionCases, Page<AdmonitionSummary>>
{
    public async Task<Result<Page<AdmonitionSummary>>> Handle(ListAdmonitionCases request, CancellationToken cancellationToken)
    {
        var cases = desk.Readable();
        if (request.Organization is { } organization) cases = cases.Where(c => c.OrganizationId == organization);
        if (request.Status is { } status) cases = cases.Where(c => c.Status == status);
        return await cases.Join(db.Persons, c => c.PersonId, p => p.Id, (c, p) => new { Case = c, p.Name })
            .PageByDay(request.Limit, request.Cursor, r => r.Case.ProposedOn, r => r.Case.Id, r => AdmonitionSummary.Of(r.Case, r.Name), cancellationToken);
    }
}
