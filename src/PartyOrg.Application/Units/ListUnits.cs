using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Lists the units of the caller's scope by name (pinyin): those of his territory, and those that an organization of his covers.</summary>
/// <param name="Territory">Only those in this territory or one below it.</param>
/// <param name="Kind">Only units of this kind.</param>
/// <param name="State">Only those that work, are suspended, or are closed.</param>
/// <param name="Carrier">Only those that sit in this carrier today.</param>
/// <param name="Organization">Only those that this organization or one below it covers today.</param>
/// <param name="Covered">Only those that an organization covers today, or only those that none does.</param>
/// <param name="How">Only those that are covered in this form today.</param>
/// <param name="MinEmployees">Only those of which so many employees or more are recorded.</param>
/// <param name="MaxEmployees">Only those of which so many employees or fewer are recorded.</param>
/// <param name="MinMembers">Only those in which so many Party members or more work, by the number that counts (FCM-1.1).</param>
/// <param name="MinFormalMembers">Only those in which so many formal members or more work (FCM-2.1, FCM-3.2).</param>
/// <param name="MaxFormalMembers">Only those in which so many formal members or fewer work, or of which none are known (DPB-4).</param>
/// <param name="Trait">Only those that are or have this.</param>
/// <param name="Search">Only those whose name begins like this in Chinese, in pinyin (huaxing, hua xing) or by its initials (hx), or whose code does; 1 to 50 characters.</param>
/// <param name="Code">Only the unit with this unified social credit code.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers)]
public sealed record ListUnits(
    Id<Organization>? Territory, UnitKind? Kind, OperationState? State, Id<Carrier>? Carrier, Id<Organization>? Organization, bool? Covered, CoverageForm? How, int? MinEmployees, int? MaxEmployees,
    int? MinMembers, int? MinFormalMembers, int? MaxFormalMembers, UnitTrait? Trait,
    string? Search, string? Code, int? Limit, string? Cursor) : IQuery<Page<UnitAnswer>>;

internal sealed class ListUnitsHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<ListUnits, Page<UnitAnswer>>
{
    public async Task<Result<Page<UnitAnswer>>> Handle(ListUnits request, CancellationToken cancellationToken)
    {
        var page = PageInOrder<Unit>.Read(request.Limit, request.Cursor);
        if (!page.Succeeded) return page.Errors[0];

        var filtered = await Filter(db.Units.InSight(caller, db), request, cancellationToken);
        if (!filtered.Succeeded) return filtered.Errors[0];
        var rows = await page.Value.Of(filtered.Value, u => u.NameKey, u => u.Id).Include(u => u.Facts.Where(f => f.VoidedAt == null)).AsSplitQuery().AsNoTracking().ToListAsync(cancellationToken);
        var shown = (await book.Show(rows, caller.Today, null, cancellationToken)).ToDictionary(u => u.Id);
        return page.Value.Show(rows, u => shown[u.Id], u => (u.NameKey, u.Id));
    }

    private async Task<Result<IQueryable<Unit>>> Filter(IQueryable<Unit> units, ListUnits request, CancellationToken cancellation)
    {
        if (request.Territory is { } territory)
        {
            if (await PathOf(territory, cancellation) is not { } path) return OrganizationErrors.NotFound.At("/territory");
            var below = db.Organizations.AtOrBelow(path);
            units = units.Where(u => below.Any(o => o.Id == u.TerritoryId));
        }

        var coverages = db.CoveragesOn(caller.Today);
        if (request.Organization is { } organization)
        {
            if (await PathOf(organization, cancellation) is not { } path) return OrganizationErrors.NotFound.At("/organization");
            var below = db.Organizations.AtOrBelow(path);
            units = units.Where(u => coverages.Any(c => c.UnitId == u.Id && below.Any(o => o.Id == c.OrganizationId)));
        }

        if (request.Search is { } text)
        {
            var search = NameSearch.OfOrganization(text);
            if (!search.Succeeded) return search.Errors[0];
            units = units.Found(db, search.Value);
        }

        if (request.Code is { } given)
        {
            var code = UnifiedSocialCreditCode.Of(given);
            if (!code.Succeeded) return code.Errors[0].At("/code");
            var value = code.Value.Value;
            units = units.Where(u => u.CreditCode == value);
        }

        if (request.Kind is { } kind) units = units.Where(u => u.Kind == kind);
        if (request.State is { } state) units = units.Where(u => u.State == state);
        if (request.Covered is { } covered) units = covered ? units.Where(u => coverages.Any(c => c.UnitId == u.Id)) : units.Where(u => !coverages.Any(c => c.UnitId == u.Id));
        if (request.How is { } form) units = units.Where(u => coverages.Any(c => c.UnitId == u.Id && c.Form == form));
        if (request.Carrier is { } carrier)
        {
            var stays = db.StandingOn<Stay>(caller.Today);
            units = units.Where(u => stays.Any(s => s.UnitId == u.Id && s.CarrierId == carrier));
        }

        var employees = db.StandingOn<UnitCount>(caller.Today).Where(c => c.Measure == UnitMeasure.Employees);
        if (request.MinEmployees is { } least) units = units.Where(u => employees.Any(c => c.UnitId == u.Id && c.Count >= least));
        if (request.MaxEmployees is { } most) units = units.Where(u => employees.Any(c => c.UnitId == u.Id && c.Count <= most));
        units = WithMembers(units, request);
        if (request.Trait is { } trait)
        {
            var features = db.StandingOn<UnitFeature>(caller.Today).Where(f => f.Trait == trait && f.Has);
            units = units.Where(u => features.Any(f => f.UnitId == u.Id));
        }

        return Result<IQueryable<Unit>>.Success(units);
    }

    // The greater number counts: of the members whom the register knows, and of those whom a survey found (REG-48).
    private IQueryable<Unit> WithMembers(IQueryable<Unit> units, ListUnits request)
    {
        var (workers, counts) = (db.WorkersOn(caller.Today), db.StandingOn<UnitCount>(caller.Today));
        var formal = workers.Where(w => w.Standing == Standing.Formal);
        if (request.MinMembers is { } least)
        {
            units = units.Where(u => workers.Count(w => w.UnitId == u.Id) >= least
                || counts.Any(c => c.UnitId == u.Id && (c.Measure == UnitMeasure.PartyMembers || c.Measure == UnitMeasure.FormalMembers) && c.Count >= least));
        }

        if (request.MinFormalMembers is { } leastFormal)
            units = units.Where(u => formal.Count(w => w.UnitId == u.Id) >= leastFormal || counts.Any(c => c.UnitId == u.Id && c.Measure == UnitMeasure.FormalMembers && c.Count >= leastFormal));
        if (request.MaxFormalMembers is { } mostFormal)
            units = units.Where(u => formal.Count(w => w.UnitId == u.Id) <= mostFormal && !counts.Any(c => c.UnitId == u.Id && c.Measure == UnitMeasure.FormalMembers && c.Count > mostFormal));
        return units;
    }

    private Task<string?> PathOf(Id<Organization> organization, CancellationToken cancellation) =>
        db.Organizations.InScope(caller).Where(o => o.Id == organization).Select(o => o.Path).SingleOrDefaultAsync(cancellation);
}
