using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Opens the register of units: a unit to be changed, and units as they are shown, with the names of what they refer to.</summary>
public sealed class UnitBook(PartyOrgContext db, Caller caller, Ids ids, Clock clock)
{
    /// <summary>The column by which facts of one table are told apart.</summary>
    public const string FactKind = "Fact";

    /// <summary>Who records, and when.</summary>
    internal Recording Recording => new(ids, clock.Now, caller.AccountId);

    /// <summary>A unit of the caller's territory with all of its facts, if it has the version that the caller saw.</summary>
    internal async Task<Result<Unit>> Open(Id<Unit> id, ExpectedVersion expected, CancellationToken cancellation)
    {
        var unit = await db.Units.InScope(caller, db).Include(u => u.Facts).SingleOrDefaultAsync(u => u.Id == id, cancellation);
        return unit.Expecting(expected, UnitErrors.NotFound);
    }

    /// <summary>A carrier of the caller's territory with all of its facts, if it has the version that the caller saw.</summary>
    internal async Task<Result<Carrier>> Open(Id<Carrier> id, ExpectedVersion expected, CancellationToken cancellation)
    {
        var carrier = await db.Carriers.InScope(caller, db).Include(c => c.Facts).SingleOrDefaultAsync(c => c.Id == id, cancellation);
        return carrier.Expecting(expected, CarrierErrors.NotFound);
    }

    /// <summary>The units that an organization covers, and the carriers that have it, are covered by the one of which it becomes part, wherever they are.</summary>
    internal async Task FollowMerger(Id<Organization> merged, Organization into, LocalDate on, CancellationToken cancellation)
    {
        foreach (var unit in await CoveredFrom(on, merged, cancellation)) unit.FollowMerger(merged, into, on, Recording);
        foreach (var carrier in await SetUpFrom(on, merged, cancellation)) carrier.FollowMerger(merged, into, on, Recording);
    }

    /// <summary>The units that an organization covers, and the carriers that have it, are covered no longer when it ends, wherever they are.</summary>
    internal async Task FollowRevocation(Id<Organization> revoked, LocalDate lastDay, CancellationToken cancellation)
    {
        foreach (var unit in await CoveredFrom(lastDay.PlusDays(1), revoked, cancellation)) unit.FollowRevocation(revoked, lastDay, Recording);
        foreach (var carrier in await SetUpFrom(lastDay.PlusDays(1), revoked, cancellation)) carrier.FollowRevocation(revoked, lastDay, Recording);
    }

    private Task<List<Carrier>> SetUpFrom(LocalDate day, Id<Organization> organization, CancellationToken cancellation)
    {
        var facts = db.CarrierFacts.Where(f => f.OrganizationId == organization && f.VoidedAt == null && (f.To == null || f.To >= day));
        return db.Carriers.Where(c => facts.Any(f => f.CarrierId == c.Id)).Include(c => c.Facts).ToListAsync(cancellation);
    }

    /// <summary>The organization that a carrier is said to have, if it lies in the caller's scope.</summary>
    internal async Task<Result<CarrierSetUp?>> SetUp(Id<Organization>? asked, CoverageForm? how, CancellationToken cancellation)
    {
        if (asked is null && how is null) return (CarrierSetUp?)null;
        if (asked is null || how is null) return CarrierErrors.SetUpInPart;
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == asked, cancellation);
        return organization is null ? OrganizationErrors.NotFound.At("/organizationId") : new CarrierSetUp(organization, how.Value);
    }

    private Task<List<Unit>> CoveredFrom(LocalDate day, Id<Organization> organization, CancellationToken cancellation)
    {
        var coverages = db.UnitFacts.OfType<Coverage>().Where(c => c.OrganizationId == organization && c.VoidedAt == null && (c.To == null || c.To >= day));
        return db.Units.Where(u => coverages.Any(c => c.UnitId == u.Id)).Include(u => u.Facts).ToListAsync(cancellation);
    }

    /// <summary>Whoever closes a carrier and whoever lets a unit enter take turns, in the chain of its town: nobody slips in between the count and the end.</summary>
    internal async Task LockCarrier(Id<Carrier> id, CancellationToken cancellation)
    {
        var town = await db.Carriers.InScope(caller, db).Where(c => c.Id == id).Select(c => (Id<Organization>?)c.TerritoryId).SingleOrDefaultAsync(cancellation);
        if (town is { } chain) await db.LockChain(chain.Value, cancellation);
    }

    /// <summary>The carrier as it is today after a change, or why it was not changed.</summary>
    internal async Task<Result<CarrierAnswer>> Show<T>(Carrier carrier, Result<T> changed, CancellationToken cancellation) =>
        changed.Succeeded ? (await Show([carrier], cancellation))[0] : Result<CarrierAnswer>.Failure(changed.Errors);

    /// <summary>Carriers as they are today, or were at their end.</summary>
    internal async Task<List<CarrierAnswer>> Show(IReadOnlyCollection<Carrier> carriers, CancellationToken cancellation)
    {
        var shown = carriers.Select(c => (Carrier: c, Fact: c.OnDay(clock.Today))).ToList();
        var (ids, territories) = (carriers.Select(c => c.Id).ToList(), shown.SelectMany(c => new[] { c.Fact.TerritoryId, c.Fact.OrganizationId }).OfType<Id<Organization>>().Distinct().ToList());
        var names = await db.Organizations.Where(o => territories.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        var coverages = db.CoveragesOn(clock.Today);
        var units = await db.StandingOn<Stay>(clock.Today).Where(s => ids.Contains(s.CarrierId)).Select(s => new { s.CarrierId, Covered = coverages.Any(c => c.UnitId == s.UnitId) })
            .GroupBy(s => new { s.CarrierId, s.Covered }).Select(g => new { g.Key.CarrierId, g.Key.Covered, Count = g.Count() }).ToListAsync(cancellation);
        return shown.ConvertAll(c => new CarrierAnswer(
            c.Carrier.Id, c.Fact.Name, c.Fact.Kind, c.Fact.TerritoryId, names[c.Fact.TerritoryId], c.Fact.Address, c.Fact.Manager, c.Fact.Proprietor, c.Fact.Chamber,
            units.Where(u => u.CarrierId == c.Carrier.Id).Sum(u => u.Count), units.Where(u => u.CarrierId == c.Carrier.Id && !u.Covered).Sum(u => u.Count),
            c.Fact.OrganizationId, c.Fact.OrganizationId is { } has ? names[has] : null, c.Fact.Form, c.Carrier.KnownFrom, c.Carrier.ClosedAfter, c.Carrier.Version));
    }

    /// <summary>What is to be remarked on the numbers of members that a survey found for a day.</summary>
    internal async Task<IEnumerable<Advice>> Remarks(Unit unit, LocalDate day, CancellationToken cancellation) =>
        new UnitOnDay(unit, day).MembersOf((await db.WorkersOf([unit.Id], day, null, cancellation)).GetValueOrDefault(unit.Id)).Remarks();

    /// <summary>The unit as it is today after a change, or why it was not changed.</summary>
    internal async Task<Result<UnitAnswer>> Show<T>(Unit unit, Result<T> changed, CancellationToken cancellation) =>
        changed.Succeeded
            ? Result<UnitAnswer>.Success((await Show([unit], clock.Today, null, await db.WorkersOf(unit, clock.Today, cancellation), cancellation))[0]).With(changed.Advices)
            : Result<UnitAnswer>.Failure(changed.Errors);

    /// <summary>Units as they were on a day by what was known at an instant; one of which nothing was known then is left out.</summary>
    internal async Task<List<UnitAnswer>> Show(IReadOnlyCollection<Unit> units, LocalDate day, Instant? knownAt, CancellationToken cancellation) =>
        await Show(units, day, knownAt, await db.WorkersOf([.. units.Select(u => u.Id)], day, knownAt, cancellation), cancellation);

    private async Task<List<UnitAnswer>> Show(
        IReadOnlyCollection<Unit> units, LocalDate day, Instant? knownAt, Dictionary<Id<Unit>, (int Formal, int Probationary, int Floating)> workers, CancellationToken cancellation)
    {
        var shown = units.Select(u => (Unit: u, On: new UnitOnDay(u, day, knownAt))).Where(u => u.On is { Registration: not null, Seat: not null }).ToList();
        var organizations = shown.SelectMany(u => new[] { u.On.Seat!.TerritoryId, u.On.Coverage?.OrganizationId, u.On.Direction?.TowardsId }).OfType<Id<Organization>>().Distinct().ToList();
        var carriers = shown.SelectMany(u => u.On.Stays).Select(s => s.CarrierId).Distinct().ToList();
        var named = await db.Organizations.Where(o => organizations.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.RevokedOn }).ToDictionaryAsync(o => o.Id, cancellation);
        var sat = carriers.Count == 0 ? [] : await db.Carriers.Where(c => carriers.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancellation);
        var leaders = shown.Select(u => u.On.Chain?.LeaderId).OfType<Id<Unit>>().Distinct().ToList();
        var leading = leaders.Count == 0 ? [] : await db.Units.Where(u => leaders.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, cancellation);
        return shown.ConvertAll(u =>
        {
            var (unit, on) = u;
            var members = on.MembersOf(workers.GetValueOrDefault(unit.Id));
            var coverage = on.Coverage is { } c && (named[c.OrganizationId].RevokedOn is not { } last || last >= day) ? c : null;
            var clears = on.Clears(coverage is not null, members.Registered);
            return new UnitAnswer(
                unit.Id, on.Registration!.Name, on.Registration.UnitKind, on.Registration.CreditCode, on.Registration.Industry, on.Registration.Trade, on.Registration.Chamber,
                on.Seat!.TerritoryId, named[on.Seat.TerritoryId].Name, on.Seat.Area, on.Seat.Park, on.Seat.Village, on.Seat.Address, on.State,
                on.Count(UnitMeasure.Employees), members.Counted, members.CountedFormal, new(members.Registered, members.Formal, members.Probationary, members.Floating, members.Surveyed, members.SurveyedFormal),
                on.Count(UnitMeasure.MemberUnits), on.Count(UnitMeasure.FullTimeStaff),
                on.Revenue is { } revenue ? new(revenue.Year, new Money(revenue.Fen).ToString()) : null,
                on.Has(UnitTrait.AboveDesignatedSize), on.Has(UnitTrait.LargeSocialOrganization), on.Has(UnitTrait.FixedPremises), on.Has(UnitTrait.OngoingActivities), on.Has(UnitTrait.LeadingEnterprise),
                on.Head is { } head ? new(head.Name, head.Role, head.IsPartyMember) : null,
                coverage is null ? null : new(coverage.Id, coverage.OrganizationId, named[coverage.OrganizationId].Name, coverage.Form, coverage.Way, coverage.From, coverage.To),
                on.Direction is { } direction ? new(direction.Way, direction.TowardsId, direction.TowardsId is { } towards ? named[towards].Name : null) : null,
                [.. on.Stays.OrderBy(s => s.From).Select(s => new StayAnswer(s.Id, s.CarrierId, sat[s.CarrierId], s.From, s.To))],
                [.. clears.Select(k => new ClearAnswer(k.Clear, k.Known))], clears.All(k => k.Known),
                on.Registration.Department, on.Seat.Grid, on.Count(UnitMeasure.FloatingMembers) is { } floating ? Math.Max(floating, members.Floating) : members.Registered > 0 ? members.Floating : null, on.Has(UnitTrait.TradeUnion), on.Has(UnitTrait.YouthLeague), on.Has(UnitTrait.WomensFederation),
                on.Chain is { } chain ? new(chain.LeaderId, leading[chain.LeaderId], chain.Place) : null, unit.KnownFrom, unit.Version);
        });
    }
}
