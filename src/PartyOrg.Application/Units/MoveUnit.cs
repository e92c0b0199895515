using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Records where a unit is from a day on: its town, area, park, village and address. From then on the officers of that town keep it (REG-41, REG-42).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="TerritoryId">The Party committee or working committee of the town; in the caller's scope.</param>
/// <param name="From">The first day there; not after today.</param>
/// <param name="Area">The responsibility area (工作片), up to 60 characters.</param>
/// <param name="Park">The park (园区), up to 60 characters.</param>
/// <param name="Village">The village or community, up to 60 characters.</param>
/// <param name="Address">Street, number, floor, up to 200 characters.</param>
/// <param name="Grid">The grid of a market, business district or feature street (网格, FCM-2.6), up to 60 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record MoveUnit(Id<Unit> Unit, Id<Organization> TerritoryId, LocalDate From, string? Area, string? Park, string? Village, string? Address, string? Grid, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>Where to, from when on.</summary>
    /// <param name="TerritoryId">The Party committee or working committee of the town; in the caller's scope.</param>
    /// <param name="From">The first day there; not after today.</param>
    /// <param name="Area">The responsibility area (工作片), up to 60 characters.</param>
    /// <param name="Park">The park (园区), up to 60 characters.</param>
    /// <param name="Village">The village or community, up to 60 characters.</param>
    /// <param name="Address">Street, number, floor, up to 200 characters.</param>
    /// <param name="Grid">The grid of a market, business district or feature street (网格, FCM-2.6), up to 60 characters.</param>
    /// <example>{"territoryId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "from": "2026-03-01", "park": "长乐工业园", "address": "金峰路8号"}</example>
    public sealed record Body(Id<Organization> TerritoryId, LocalDate From, string? Area = null, string? Park = null, string? Village = null, string? Address = null, string? Grid = null);
}

internal sealed class MoveUnitValidator : AbstractValidator<MoveUnit>
{
    public MoveUnitValidator(Clock clock)
    {
        RuleFor(r => r.From).NotInFuture(clock);
        RuleFor(r => r.Area).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Park).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Village).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Address).MakesIfGiven(StreetAddress.Of);
        RuleFor(r => r.Grid).MakesIfGiven(Designation.Of);
    }
}

internal sealed class MoveUnitHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<MoveUnit, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(MoveUnit request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var territory = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.TerritoryId, cancellationToken);
        if (territory is null) return OrganizationErrors.NotFound.At("/territoryId");

        var where = Described.Locality(request.Area, request.Park, request.Village, request.Address, request.Grid);
        return await book.Show(loaded.Value, loaded.Value.Move(territory, where, request.From, book.Recording), cancellationToken);
    }
}
