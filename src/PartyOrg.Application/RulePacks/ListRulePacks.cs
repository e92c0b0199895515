using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RulePacks;

namespace PartyOrg.Application.RulePacks;

/// <summary>Lists rule packs, the latest first: what was adopted, and what is being prepared in the caller's reach.</summary>
/// <param name="Jurisdiction">Only packs of this city, county or town.</param>
/// <param name="Status">Only packs that are so far.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListRulePacks(Id<Organization>? Jurisdiction, RulePackStatus? Status, int? Limit, string? Cursor) : IQuery<Page<RulePackAnswer>>;

internal sealed class ListRulePacksHandler(PartyOrgContext db, Caller caller) : IHandler<ListRulePacks, Page<RulePackAnswer>>
{
    public async Task<Result<Page<RulePackAnswer>>> Handle(ListRulePacks request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<RulePack>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];

        var packs = db.RulePacks.InScope(caller, db).Where(p => (request.Jurisdiction == null || p.JurisdictionId == request.Jurisdiction) && (request.Status == null || p.Status == request.Status));
        if (cursor.Value is var (at, id)) packs = packs.Where(p => p.UploadedAt < at || (p.UploadedAt == at && p.Id < id));
        var rows = await RulePackAnswer.WithoutFiles(packs.OrderByDescending(p => p.UploadedAt).ThenByDescending(p => p.Id).Take(limit.Value + 1), db).ToListAsync(cancellationToken);
        return Page<RulePackAnswer>.Of(rows, limit.Value, p => p, p => Cursor.OfMoment(p.UploadedAt, p.Id));
    }
}
