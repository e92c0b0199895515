using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
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
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.Read(request.Cursor, 2));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var cases = desk.Readable();
        if (request.Organization is { } organization) cases = cases.Where(c => c.OrganizationId == organization);
        if (request.Status is { } status) cases = cases.Where(c => c.Status == status);
        if (cursor.Value is { Values: [var day, var last] })
        {
            var on = LocalDatePattern.Iso.Parse(day);
            if (!on.Success || !Id<AdmonitionCase>.TryParse(last, null, out var id)) return Cursor.Malformed;
            var proposedOn = on.Value;
            cases = cases.Where(c => c.ProposedOn < proposedOn || (c.ProposedOn == proposedOn && c.Id < id));
        }

        var rows = await cases.Join(db.Persons, c => c.PersonId, p => p.Id, (c, p) => new { Case = c, p.Name })
            .OrderByDescending(r => r.Case.ProposedOn).ThenByDescending(r => r.Case.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);
        return Page<AdmonitionSummary>.Of(rows, limit.Value, r => AdmonitionSummary.Of(r.Case, r.Name), r => new(LocalDatePattern.Iso.Format(r.Case.ProposedOn), r.Case.Id.ToString()));
    }
}
