using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Shows everything that was ever recorded of a carrier, the latest record first, with what was voided.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers)]
public sealed record GetCarrierHistory(Id<Carrier> Carrier, int? Limit, string? Cursor) : IQuery<Page<CarrierFactAnswer>>;

/// <summary>What a carrier is from a day to a day, and the record of it.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TerritoryId">The Party committee or working committee of the town.</param>
/// <param name="TerritoryName">What that is called.</param>
/// <param name="Address">Street, number.</param>
/// <param name="Manager">Who manages it.</param>
/// <param name="Proprietor">Who owns it.</param>
/// <param name="Chamber">Its chamber of commerce.</param>
/// <param name="OrganizationId">The organization that it has, or to which it is attached.</param>
/// <param name="OrganizationName">What that is called.</param>
/// <param name="How">Its own, a joint one of its units, or one to which it is attached.</param>
/// <param name="From">The first day on which it is so.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">By whom: the account's name.</param>
/// <param name="VoidedAt">When it was found not to be so, or not so any more as recorded; none while it stands.</param>
/// <param name="VoidedBy">By whom.</param>
public sealed record CarrierFactAnswer(
    Id<CarrierFact> Id, string Name, CarrierKind Kind, Id<Organization> TerritoryId, string TerritoryName, string? Address, string? Manager, string? Proprietor, string? Chamber,
    Id<Organization>? OrganizationId, string? OrganizationName, CoverageForm? How, LocalDate From, LocalDate? To, Instant RecordedAt, string? RecordedBy, Instant? VoidedAt, string? VoidedBy);

internal sealed class GetCarrierHistoryHandler(PartyOrgContext db, Caller caller) : IHandler<GetCarrierHistory, Page<CarrierFactAnswer>>
{
    public async Task<Result<Page<CarrierFactAnswer>>> Handle(GetCarrierHistory request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<CarrierFact>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (!await db.Carriers.InSight(caller, db).AnyAsync(c => c.Id == request.Carrier, cancellationToken)) return CarrierErrors.NotFound;

        var facts = db.CarrierFacts.Where(f => f.CarrierId == request.Carrier);
        if (cursor.Value is var (at, id)) facts = facts.Where(f => f.RecordedAt < at || (f.RecordedAt == at && f.Id < id));
        var rows = await (
            from fact in facts.OrderByDescending(f => f.RecordedAt).ThenByDescending(f => f.Id).Take(limit.Value + 1)
            join territory in db.Organizations on fact.TerritoryId equals territory.Id
            from own in db.Organizations.Where(o => o.Id == fact.OrganizationId).DefaultIfEmpty()
            from recorded in db.Accounts.Where(a => a.Id == fact.RecordedBy).DefaultIfEmpty()
            from voided in db.Accounts.Where(a => a.Id == fact.VoidedBy).DefaultIfEmpty()
            orderby fact.RecordedAt descending, fact.Id descending
            select new { fact, Territory = territory.Name, Own = own.Name, By = recorded.DisplayName, VoidedBy = voided.DisplayName }).AsNoTracking().ToListAsync(cancellationToken);
        return Page<CarrierFactAnswer>.Of(
            rows, limit.Value,
            r => new(
                r.fact.Id, r.fact.Name, r.fact.Kind, r.fact.TerritoryId, r.Territory, r.fact.Address, r.fact.Manager, r.fact.Proprietor, r.fact.Chamber,
                r.fact.OrganizationId, r.Own, r.fact.Form, r.fact.From, r.fact.To, r.fact.RecordedAt, r.By, r.fact.VoidedAt, r.VoidedBy),
            r => Cursor.OfMoment(r.fact.RecordedAt, r.fact.Id));
    }
}
