using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Organizations;

/// <summary>
/// Shows everything that was ever recorded of an organization, what was voided too, the latest recorded first: type, names, places in the tree, posts, who belonged to it, what was merged into it.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="Kind">Only facts of this kind.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers)]
public sealed record GetOrganizationHistory(Id<Organization> Organization, HistoryKind? Kind, int? Limit, string? Cursor) : IQuery<Page<HistoryEntry>>;

internal sealed class GetOrganizationHistoryHandler(PartyOrgContext db, Caller caller) : IHandler<GetOrganizationHistory, Page<HistoryEntry>>
{
    public async Task<Result<Page<HistoryEntry>>> Handle(GetOrganizationHistory request, CancellationToken cancellationToken)
    {
        var (limit, cursor, id) = (PageLimit.Of(request.Limit), HistoryPage.Read(request.Cursor), request.Organization);
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == id, cancellationToken)) return OrganizationErrors.NotFound;

        var page = new HistoryPage(db, limit.Value, cursor.Value);
        bool Asked(HistoryKind kind) => request.Kind is null || request.Kind == kind;
        if (Asked(HistoryKind.Type))
        {
            await page.Add(db.Lifetimes.Where(f => f.OrganizationId == id), f => f.ThenBy(l => l.Id),
                f => new(HistoryKind.Type, HistoryPage.Named(f.Type), null, null, null, null, f.From, f.To, f.RecordedAt, f.VoidedAt), cancellationToken);
        }

        if (Asked(HistoryKind.Name))
        {
            await page.Add(db.OrganizationFormerNames.Where(f => f.OrganizationId == id), f => f.ThenBy(n => n.Id),
                f => new(HistoryKind.Name, f.Name, null, null, null, null, f.From, f.To, f.RecordedAt, f.VoidedAt), cancellationToken);
        }

        if (Asked(HistoryKind.Place))
        {
            await page.Add(db.Places.Where(f => f.OrganizationId == id), f => f.ThenBy(p => p.Id),
                f => new(HistoryKind.Place, null, f.SuperiorId, null, null, null, f.From, f.To, f.RecordedAt, f.VoidedAt), cancellationToken);
        }

        if (Asked(HistoryKind.Post))
        {
            await page.Add(db.Posts.Where(f => f.OrganizationId == id), f => f.ThenBy(p => p.Id),
                f => new(HistoryKind.Post, HistoryPage.Named(f.Office), null, null, f.PersonId, null, f.From, f.To, f.RecordedAt, f.VoidedAt), cancellationToken);
        }

        if (Asked(HistoryKind.Belonging))
        {
            await page.Add(db.Affiliations.Where(f => f.OrganizationId == id), f => f.ThenBy(a => a.Id),
                f => new(HistoryKind.Belonging, HistoryPage.Named(f.Belonging), null, null, f.PersonId, null, f.From, f.To, f.RecordedAt, f.VoidedAt), cancellationToken);
        }

        if (Asked(HistoryKind.Merger))
        {
            await page.Add(db.Mergers.Where(f => f.OrganizationId == id), f => f.ThenBy(m => m.Id),
                f => new(HistoryKind.Merger, null, f.MergedId, null, null, null, f.From, f.To, f.RecordedAt, f.VoidedAt), cancellationToken);
        }

        return await page.Finish(cancellationToken);
    }
}
