using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Domain;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.RuleBooks;

/// <summary>
/// The rules as they stand for organizations, for whoever reads a number of one. Where no rule pack changes a number, nothing is asked of the database: the numbers are everywhere as the book
/// has them.
/// </summary>
internal sealed class RulesInPlace(PartyOrgContext db, KnownRules known, Histories histories)
{
    /// <summary>The rules as they stand for one organization.</summary>
    public async Task<LocalRules> Of(Id<Organization> organization, CancellationToken cancellation) => (await Of([organization], cancellation))(organization);

    /// <summary>The rules as they stand for one organization, for whoever asks for the periods of a duty and not for a number.</summary>
    public async Task<LocalRules> WithPeriods(Id<Organization> organization, CancellationToken cancellation) =>
        known.Catalog.Overlays.Count == 0 ? LocalRules.AsBooked(known.Catalog) : (await In(db.Organizations.Where(o => o.Id == organization), cancellation))(organization);

    /// <summary>The rules as they stand for each of these.</summary>
    public Task<Func<Id<Organization>, LocalRules>> Of(IReadOnlyList<Id<Organization>> organizations, CancellationToken cancellation) =>
        Of(db.Organizations.Where(o => organizations.Contains(o.Id)), cancellation);

    /// <summary>The rules as they stand for each of these; for any other organization as the book has them.</summary>
    public async Task<Func<Id<Organization>, LocalRules>> Of(IQueryable<Organization> organizations, CancellationToken cancellation)
    {
        var asBooked = LocalRules.AsBooked(known.Catalog);
        return known.Catalog.NumbersDiffer ? await In(organizations, cancellation) : _ => asBooked;
    }

    private async Task<Func<Id<Organization>, LocalRules>> In(IQueryable<Organization> organizations, CancellationToken cancellation)
    {
        var catalog = known.Catalog;
        var asBooked = LocalRules.AsBooked(catalog);
        var paths = await organizations.Select(o => o.Path).ToListAsync(cancellation);
        var subjects = await histories.Of(organizations, [.. paths.SelectMany(TreePosition.Line).Distinct()], null, _ => Work.None, cancellation);
        var places = subjects.Histories.ToDictionary(h => new Id<Organization>(h.Subject.Id), h => LocalRules.Of(catalog, h));
        return organization => places.GetValueOrDefault(organization, asBooked);
    }
}
