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

/// <summary>Records what a carrier is from a day on: all of it, what is left out is not known. For a first day that is recorded already it is a correction (REG-41, REG-46).</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Name">Its full name, 1 to 120 characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TerritoryId">The Party committee or working committee of the town in which it is; in the caller's scope.</param>
/// <param name="From">The first day on which it is so; not after today.</param>
/// <param name="Address">Street, number, up to 200 characters.</param>
/// <param name="Manager">Who manages it (管理单位), up to 60 characters.</param>
/// <param name="Proprietor">Who owns it (产权单位), up to 60 characters.</param>
/// <param name="Chamber">Its chamber of commerce, up to 60 characters.</param>
/// <param name="OrganizationId">The organization that it has, or to which one of its trade or area it is attached (FCM-3.4); in the caller's scope. Given together with <c>how</c>.</param>
/// <param name="How">Its own, a joint one of its units, or one to which it is attached.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record ChangeCarrier(
    Id<Carrier> Carrier, string Name, CarrierKind Kind, Id<Organization> TerritoryId, LocalDate From, string? Address, string? Manager, string? Proprietor, string? Chamber, Id<Organization>? OrganizationId, CoverageForm? How,
    ExpectedVersion Expected)
    : ICommand<CarrierAnswer>, IChange
{
    /// <summary>What it is, from when on.</summary>
    /// <param name="Name">Its full name, 1 to 120 characters.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="TerritoryId">The Party committee or working committee of the town in which it is; in the caller's scope.</param>
    /// <param name="From">The first day on which it is so; not after today.</param>
    /// <param name="Address">Street, number, up to 200 characters.</param>
    /// <param name="Manager">Who manages it (管理单位), up to 60 characters.</param>
    /// <param name="Proprietor">Who owns it (产权单位), up to 60 characters.</param>
    /// <param name="Chamber">Its chamber of commerce, up to 60 characters.</param>
    /// <param name="OrganizationId">The organization that it has, or to which one of its trade or area it is attached (FCM-3.4); in the caller's scope. Given together with <c>how</c>.</param>
    /// <param name="How">Its own, a joint one of its units, or one to which it is attached.</param>
    /// <example>{"name": "海峡鞋服市场", "kind": "specialisedMarket", "territoryId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d01", "from": "2026-03-01", "proprietor": "航城街道资产公司"}</example>
    public sealed record Body(string Name, CarrierKind Kind, Id<Organization> TerritoryId, LocalDate From, string? Address = null, string? Manager = null, string? Proprietor = null, string? Chamber = null,
        Id<Organization>? OrganizationId = null, CoverageForm? How = null);
}

internal sealed class ChangeCarrierValidator : AbstractValidator<ChangeCarrier>
{
    public ChangeCarrierValidator(Clock clock)
    {
        RuleFor(r => r.Name).Makes(OrganizationName.Of);
        RuleFor(r => r.From).NotInFuture(clock);
        RuleFor(r => r.Address).MakesIfGiven(StreetAddress.Of);
        RuleFor(r => r.Manager).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Proprietor).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Chamber).MakesIfGiven(Designation.Of);
    }
}

internal sealed class ChangeCarrierHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<ChangeCarrier, CarrierAnswer>
{
    public async Task<Result<CarrierAnswer>> Handle(ChangeCarrier request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Carrier, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var territory = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.TerritoryId, cancellationToken);
        if (territory is null) return OrganizationErrors.NotFound.At("/territoryId");

        var setUp = await book.SetUp(request.OrganizationId, request.How, cancellationToken);
        if (!setUp.Succeeded) return setUp.Errors[0];
        var what = Described.Carrier(request.Name, request.Kind, request.Address, request.Manager, request.Proprietor, request.Chamber, setUp.Value);
        return await book.Show(loaded.Value, loaded.Value.Describe(what, territory, request.From, book.Recording), cancellationToken);
    }
}
