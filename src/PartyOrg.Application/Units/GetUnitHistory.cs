using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Shows everything that was ever recorded of a unit, the latest record first, with what was voided: from when to when each held, and who recorded and voided it when.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Fact">Only facts of this kind.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers)]
public sealed record GetUnitHistory(Id<Unit> Unit, UnitFactKind? Fact, int? Limit, string? Cursor) : IQuery<Page<UnitFactAnswer>>;

/// <summary>A dated fact of a unit: what it is about, what it says (the values of its kind; the others are null), the days on which it holds, and its record.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Fact">What it is about.</param>
/// <param name="Registration">What the unit is called and what it is.</param>
/// <param name="Seat">Where it is.</param>
/// <param name="State">Whether it works.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Count">How many.</param>
/// <param name="Trait">What it is or has, or not.</param>
/// <param name="Has">Whether it is so.</param>
/// <param name="Revenue">What it took in the year.</param>
/// <param name="Head">Who stands for it.</param>
/// <param name="OrganizationId">The organization that covers it, or by which it is to be covered.</param>
/// <param name="OrganizationName">What that is called.</param>
/// <param name="How">How the organization covers it.</param>
/// <param name="Way">The way of FCM-2.</param>
/// <param name="CarrierId">The carrier in which it sits.</param>
/// <param name="CarrierName">What that is called.</param>
/// <param name="LeaderId">The leading enterprise with which it is connected.</param>
/// <param name="LeaderName">What that is called.</param>
/// <param name="Place">How it is connected with it.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="To">The last day, itself included; none while it goes on.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">By whom: the account's name.</param>
/// <param name="VoidedAt">When it was found not to be so, or not so any more as recorded; none while it stands.</param>
/// <param name="VoidedBy">By whom.</param>
public sealed record UnitFactAnswer(
    Id<UnitFact> Id, UnitFactKind Fact, RegistrationAnswer? Registration, SeatAnswer? Seat, OperationState? State, UnitMeasure? Measure, int? Count, UnitTrait? Trait, bool? Has, RevenueAnswer? Revenue, HeadAnswer? Head,
    Id<Organization>? OrganizationId, string? OrganizationName, CoverageForm? How, FormingWay? Way, Id<Carrier>? CarrierId, string? CarrierName,
    Id<Unit>? LeaderId, string? LeaderName, ChainPlace? Place, LocalDate From, LocalDate? To, Instant RecordedAt, string? RecordedBy, Instant? VoidedAt, string? VoidedBy);

/// <summary>What a unit is called and what it is.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="CreditCode">Its unified social credit code.</param>
/// <param name="Industry">The section of the national classification.</param>
/// <param name="Trade">The trade in its own words.</param>
/// <param name="Chamber">The chamber of commerce or association.</param>
/// <param name="Department">The department that supervises it or is in charge of its line.</param>
public sealed record RegistrationAnswer(string Name, UnitKind Kind, string? CreditCode, Industry? Industry, string? Trade, string? Chamber, string? Department);

/// <summary>Where a unit is.</summary>
/// <param name="TerritoryId">The Party committee or working committee of the town.</param>
/// <param name="TerritoryName">What it is called.</param>
/// <param name="Area">The responsibility area.</param>
/// <param name="Park">The park.</param>
/// <param name="Village">The village or community.</param>
/// <param name="Address">Street, number, floor.</param>
/// <param name="Grid">The grid of a market, business district or feature street.</param>
public sealed record SeatAnswer(Id<Organization> TerritoryId, string TerritoryName, string? Area, string? Park, string? Village, string? Address, string? Grid);

internal sealed class GetUnitHistoryHandler(PartyOrgContext db, Caller caller) : IHandler<GetUnitHistory, Page<UnitFactAnswer>>
{
    public async Task<Result<Page<UnitFactAnswer>>> Handle(GetUnitHistory request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (PageLimit.Of(request.Limit), Cursor.ReadMoment<UnitFact>(request.Cursor));
        if (!limit.Succeeded) return limit.Errors[0];
        if (!cursor.Succeeded) return cursor.Errors[0];
        if (!await db.Units.InSight(caller, db).AnyAsync(u => u.Id == request.Unit, cancellationToken)) return UnitErrors.NotFound;

        var facts = db.UnitFacts.Where(f => f.UnitId == request.Unit);
        if (request.Fact is { } kind) facts = facts.Where(f => EF.Property<UnitFactKind>(f, UnitBook.FactKind) == kind);
        if (cursor.Value is var (at, id)) facts = facts.Where(f => f.RecordedAt < at || (f.RecordedAt == at && f.Id < id));
        var rows = await facts.OrderByDescending(f => f.RecordedAt).ThenByDescending(f => f.Id).Take(limit.Value + 1).AsNoTracking().ToListAsync(cancellationToken);

        var named = await Names(rows, cancellationToken);
        return Page<UnitFactAnswer>.Of(rows, limit.Value, f => Show(f, named), f => Cursor.OfMoment(f.RecordedAt, f.Id));
    }

    private static UnitFactAnswer Show(UnitFact fact, Named named)
    {
        string? Organization(Id<Organization>? id) => id is { } known ? named.Organizations.GetValueOrDefault(known) : null;
        string? Account(Id<Account>? id) => id is { } known ? named.Accounts.GetValueOrDefault(known) : null;
        var (registration, seat, count, feature, head, coverage, direction, stay) =
            (fact as UnitRegistration, fact as Seat, fact as UnitCount, fact as UnitFeature, fact as Head, fact as Coverage, fact as Direction, fact as Stay);
        var chain = fact as Chain;
        return new(
            fact.Id, fact.Kind,
            registration is null ? null : new(registration.Name, registration.UnitKind, registration.CreditCode, registration.Industry, registration.Trade, registration.Chamber, registration.Department),
            seat is null ? null : new(seat.TerritoryId, Organization(seat.TerritoryId) ?? "", seat.Area, seat.Park, seat.Village, seat.Address, seat.Grid),
            (fact as UnitState)?.State, count?.Measure, count?.Count, feature?.Trait, feature?.Has,
            fact is Revenue revenue ? new(revenue.Year, new Money(revenue.Fen).ToString()) : null,
            head is null ? null : new(head.Name, head.Role, head.IsPartyMember),
            coverage?.OrganizationId ?? direction?.TowardsId, Organization(coverage?.OrganizationId ?? direction?.TowardsId), coverage?.Form, coverage?.Way ?? direction?.Way,
            stay?.CarrierId, stay is null ? null : named.Carriers.GetValueOrDefault(stay.CarrierId),
            chain?.LeaderId, chain is null ? null : named.Leaders.GetValueOrDefault(chain.LeaderId), chain?.Place, fact.From, fact.To, fact.RecordedAt, Account(fact.RecordedBy), fact.VoidedAt, Account(fact.VoidedBy));
    }

    private async Task<Named> Names(List<UnitFact> facts, CancellationToken cancellation)
    {
        var organizations = facts.Select(f => f switch { Seat s => s.TerritoryId, Coverage c => c.OrganizationId, Direction d => d.TowardsId, _ => null }).OfType<Id<Organization>>().Distinct().ToList();
        var carriers = facts.OfType<Stay>().Select(s => s.CarrierId).Distinct().ToList();
        var leaders = facts.OfType<Chain>().Select(c => c.LeaderId).Distinct().ToList();
        var accounts = facts.SelectMany(f => new[] { f.RecordedBy, f.VoidedBy }).OfType<Id<Account>>().Distinct().ToList();
        return new(
            await db.Organizations.Where(o => organizations.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation),
            await db.Carriers.Where(c => carriers.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancellation),
            await db.Units.Where(u => leaders.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, cancellation),
            await db.Accounts.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation));
    }

    private sealed record Named(Dictionary<Id<Organization>, string> Organizations, Dictionary<Id<Carrier>, string> Carriers, Dictionary<Id<Unit>, string> Leaders, Dictionary<Id<Account>, string> Accounts);
}
