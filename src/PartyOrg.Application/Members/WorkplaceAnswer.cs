using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Members;

/// <summary>A person works in a unit.</summary>
/// <param name="Id">The workplace's id.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitName">What it is called today.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; where the unit was closed before, the day before that; none while it goes on.</param>
/// <param name="Version">The member's version.</param>
public sealed record WorkplaceAnswer(Id<Workplace> Id, Id<Unit> UnitId, string UnitName, LocalDate From, LocalDate? To, int Version) : Answer, IVersioned;

/// <summary>The units in which people work.</summary>
internal static class Workplaces
{
    /// <summary>
    /// The unit that a request names: by id one that the caller sees; by its unified social credit code any, since whoever knows the code, which is public, knows the unit. Nothing else of it is shown to him. It comes
    /// with its states, by which it is there or not.
    /// </summary>
    public static async Task<Result<Unit>> NamedUnit(this PartyOrgContext db, Caller caller, Id<Unit>? id, string? creditCode, CancellationToken cancellation)
    {
        var code = creditCode is null ? null : UnifiedSocialCreditCode.Of(creditCode).Value.Value;
        var units = id is null ? db.Units.Where(u => u.CreditCode == code) : db.Units.InSight(caller, db).Where(u => u.Id == id);
        var unit = await units.WithStates().SingleOrDefaultAsync(cancellation);
        return unit is not null ? unit : id is null ? WorkplaceErrors.UnitUnknown.At("/creditCode") : UnitErrors.NotFound.At("/unitId");
    }

    /// <summary>Units with the states that stand, to be asked and not changed.</summary>
    public static IQueryable<Unit> WithStates(this IQueryable<Unit> units) => units.Include(u => u.Facts.Where(f => f.VoidedAt == null && f is UnitState)).AsNoTracking();

    /// <summary>A member in the caller's scope with his workplaces, if he has the version that the caller saw.</summary>
    public static async Task<Result<Person>> WithWorkplaces(this PartyOrgContext db, Caller caller, Id<Person> member, ExpectedVersion expected, CancellationToken cancellation)
    {
        var found = await db.Persons.InScope(caller, db).Include(p => p.Workplaces).SingleOrDefaultAsync(p => p.Id == member, cancellation);
        return found.Expecting(expected, MemberErrors.NotFound);
    }

    /// <summary>What is wrong with the way in which a request names a unit.</summary>
    public static Error? FaultIn(Id<Unit>? id, string? creditCode) => id is null == creditCode is null ? WorkplaceErrors.OneUnit
        : creditCode is not null && UnifiedSocialCreditCode.Of(creditCode) is { Succeeded: false } code ? code.Errors[0].At("/creditCode") : null;

    /// <summary>The workplace as it is shown after a change.</summary>
    public static WorkplaceAnswer Shown(this Workplace workplace, Unit unit, Person member) => new(workplace.Id, workplace.UnitId, unit.Name, workplace.From, workplace.To, member.Version);
}
