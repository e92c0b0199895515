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

/// <summary>Enters a unit in the register of a town: an enterprise, individual business, cooperative or social organization (REG-9, REG-40, REG-41).</summary>
/// <param name="Name">Its full name, 1 to 120 characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TerritoryId">The Party committee or working committee of the town in which it is; in the caller's scope.</param>
/// <param name="From">The first day for which this is so; not after today. Nothing can be recorded of days before it.</param>
/// <param name="CreditCode">Its unified social credit code (GB 32100), where it has one; it belongs to one unit.</param>
/// <param name="State">Whether it works; left out where it is not known.</param>
/// <param name="Industry">The section of the national classification (GB/T 4754).</param>
/// <param name="Trade">The trade in its own words, up to 60 characters.</param>
/// <param name="Chamber">The chamber of commerce or association to which it belongs, up to 60 characters.</param>
/// <param name="Department">The department that supervises it or is in charge of its line (DPB-9), up to 60 characters.</param>
/// <param name="Area">The responsibility area (工作片), up to 60 characters.</param>
/// <param name="Park">The park (园区), up to 60 characters.</param>
/// <param name="Village">The village or community, up to 60 characters.</param>
/// <param name="Address">Street, number, floor, up to 200 characters.</param>
/// <param name="Grid">The grid of a market, business district or feature street (网格, FCM-2.6), up to 60 characters.</param>
/// <example>
/// {
///   "name": "华星科技有限公司",
///   "kind": "enterprise",
///   "territoryId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01",
///   "from": "2026-03-01",
///   "creditCode": "91350100M000100Y43",
///   "state": "inOperation",
///   "industry": "manufacturing",
///   "park": "长乐工业园",
///   "department": "长乐区工业和信息化局"
/// }
/// </example>
[AllowedTo(Role.Officers)]
public sealed record RegisterUnit(
    string Name, UnitKind Kind, Id<Organization> TerritoryId, LocalDate From, string? CreditCode = null, OperationState? State = null, Industry? Industry = null, string? Trade = null, string? Chamber = null,
    string? Area = null, string? Park = null, string? Village = null, string? Address = null, string? Department = null, string? Grid = null) : ICreate<UnitAnswer>;

internal sealed class RegisterUnitValidator : AbstractValidator<RegisterUnit>
{
    public RegisterUnitValidator(Clock clock)
    {
        RuleFor(r => r.Name).Makes(OrganizationName.Of);
        RuleFor(r => r.CreditCode).MakesIfGiven(UnifiedSocialCreditCode.Of);
        RuleFor(r => r.From).NotInFuture(clock);
        RuleFor(r => r.Trade).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Chamber).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Department).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Grid).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Area).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Park).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Village).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Address).MakesIfGiven(StreetAddress.Of);
    }
}

internal sealed class RegisterUnitHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<RegisterUnit, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(RegisterUnit request, CancellationToken cancellationToken)
    {
        var territory = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.TerritoryId, cancellationToken);
        if (territory is null) return OrganizationErrors.NotFound.At("/territoryId");
        var what = Described.Unit(request.Name, request.Kind, request.CreditCode, request.Industry, request.Trade, request.Chamber, request.Department);
        if (what.CreditCode is { Value: var code } && await db.Units.AnyAsync(u => u.CreditCode == code, cancellationToken)) return UnitErrors.CodeTaken.At("/creditCode");

        var registered = Unit.Register(what, territory, Described.Locality(request.Area, request.Park, request.Village, request.Address, request.Grid), request.State, request.From, book.Recording);
        if (!registered.Succeeded) return registered.Errors[0];
        db.Add(registered.Value);
        return await book.Show(registered.Value, registered, cancellationToken);
    }
}

/// <summary>What validated texts of a request say.</summary>
internal static class Described
{
    public static UnitDescription Unit(string name, UnitKind kind, string? code, Industry? industry, string? trade, string? chamber, string? department) =>
        new(OrganizationName.Of(name).Value, kind, code is null ? null : UnifiedSocialCreditCode.Of(code).Value, industry, Named(trade), Named(chamber), Named(department));

    public static Locality Locality(string? area, string? park, string? village, string? address, string? grid) => new(Named(area), Named(park), Named(village), Address(address), Named(grid));

    public static CarrierDescription Carrier(string name, CarrierKind kind, string? address, string? manager, string? proprietor, string? chamber, CarrierSetUp? setUp) =>
        new(OrganizationName.Of(name).Value, kind, Address(address), Named(manager), Named(proprietor), Named(chamber), setUp);

    public static Designation? Named(string? text) => text is null ? null : Designation.Of(text).Value;

    public static StreetAddress? Address(string? text) => text is null ? null : StreetAddress.Of(text).Value;
}
