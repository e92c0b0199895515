using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Lists the carriers of the caller's scope by name (pinyin): those of his territory, and those in which a unit sits that an organization of his covers.</summary>
/// <param name="Territory">Only those in this territory or one below it.</param>
/// <param name="Kind">Only carriers of this kind.</param>
/// <param name="Open">Only those that are open today, or only those that are not.</param>
/// <param name="Covered">Only those that have an organization today or are attached to one, or only those that are not (FCM-3.4).</param>
/// <param name="Search">Only those whose name begins like this in Chinese, in pinyin (haixia, hai xia) or by its initials (hx); 1 to 50 characters.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers)]
public sealed record ListCarriers(Id<Organization>? Territory, CarrierKind? Kind, bool? Open, bool? Covered, string? Search, int? Limit, string? Cursor) : IQuery<Page<CarrierAnswer>>;

internal sealed class ListCarriersHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<ListCarriers, Page<CarrierAnswer>>
{
    public async Task<Result<Page<CarrierAnswer>>> Handle(ListCarriers request, CancellationToken cancellationToken)
    {
        var page = PageInOrder<Carrier>.Read(request.Limit, request.Cursor);
        if (!page.Succeeded) return page.Errors[0];

        var (carriers, today) = (db.Carriers.InSight(caller, db), caller.Today);
        if (request.Territory is { } territory)
        {
            var path = await db.Organizations.InScope(caller).Where(o => o.Id == territory).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
            if (path is null) return OrganizationErrors.NotFound.At("/territory");
            var below = db.Organizations.AtOrBelow(path);
            carriers = carriers.Where(c => below.Any(o => o.Id == c.TerritoryId));
        }

        if (request.Kind is { } kind) carriers = carriers.Where(c => c.Kind == kind);
        if (request.Open is { } open) carriers = open ? carriers.Where(c => c.ClosedAfter == null || c.ClosedAfter >= today) : carriers.Where(c => c.ClosedAfter < today);
        if (request.Covered is { } covered)
        {
            var setUp = db.CarrierFacts.Where(f => f.VoidedAt == null && f.OrganizationId != null && f.From <= today && (f.To == null || f.To >= today)
                && db.Organizations.Any(o => o.Id == f.OrganizationId && (o.RevokedOn == null || o.RevokedOn >= today)));
            carriers = covered ? carriers.Where(c => setUp.Any(f => f.CarrierId == c.Id)) : carriers.Where(c => !setUp.Any(f => f.CarrierId == c.Id));
        }

        if (request.Search is { } text)
        {
            var search = NameSearch.OfOrganization(text);
            if (!search.Succeeded) return search.Errors[0];
            carriers = carriers.Found(db, search.Value);
        }

        var rows = await page.Value.Of(carriers, c => c.NameKey, c => c.Id).Include(c => c.Facts.Where(f => f.VoidedAt == null)).AsSplitQuery().AsNoTracking().ToListAsync(cancellationToken);
        var shown = (await book.Show(rows, cancellationToken)).ToDictionary(c => c.Id);
        return page.Value.Show(rows, c => shown[c.Id], c => (c.NameKey, c.Id));
    }
}
