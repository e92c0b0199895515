using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Which units and carriers a caller sees, and which he keeps.</summary>
public static class UnitScope
{
    /// <summary>Units whose territory lies in the caller's reach: those that he may change.</summary>
    public static IQueryable<Unit> InScope(this IQueryable<Unit> units, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.InScope(caller);
        return units.Where(u => reached.Any(o => o.Id == u.TerritoryId));
    }

    /// <summary>The same, and the units that an organization in the caller's reach covers today: those that he may read.</summary>
    public static IQueryable<Unit> InSight(this IQueryable<Unit> units, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.InScope(caller);
        var covered = db.CoveragesOn(caller.Today).Where(c => reached.Any(o => o.Id == c.OrganizationId));
        return units.Where(u => reached.Any(o => o.Id == u.TerritoryId) || covered.Any(c => c.UnitId == u.Id));
    }

    /// <summary>Carriers whose territory lies in the caller's reach: those that he may change.</summary>
    public static IQueryable<Carrier> InScope(this IQueryable<Carrier> carriers, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.InScope(caller);
        return carriers.Where(c => reached.Any(o => o.Id == c.TerritoryId));
    }

    /// <summary>The same, and the carriers in which a unit sits today that an organization in the caller's reach covers.</summary>
    public static IQueryable<Carrier> InSight(this IQueryable<Carrier> carriers, Caller caller, PartyOrgContext db)
    {
        var reached = db.Organizations.InScope(caller);
        var covered = db.CoveragesOn(caller.Today).Where(c => reached.Any(o => o.Id == c.OrganizationId));
        var stays = db.StandingOn<Stay>(caller.Today).Where(s => covered.Any(c => c.UnitId == s.UnitId));
        return carriers.Where(c => reached.Any(o => o.Id == c.TerritoryId) || stays.Any(s => s.CarrierId == c.Id));
    }

    /// <summary>Facts of one kind that hold on a day, as known now.</summary>
    public static IQueryable<T> StandingOn<T>(this PartyOrgContext db, LocalDate day) where T : UnitFact =>
        db.UnitFacts.OfType<T>().Where(f => f.VoidedAt == null && f.From <= day && (f.To == null || f.To >= day));

    /// <summary>Coverages that hold on a day: an organization that was revoked covers nothing any more.</summary>
    public static IQueryable<Coverage> CoveragesOn(this PartyOrgContext db, LocalDate day) =>
        db.StandingOn<Coverage>(day).Where(c => db.Organizations.Any(o => o.Id == c.OrganizationId && (o.RevokedOn == null || o.RevokedOn >= day)));
}
