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

/// <summary>Records what a unit is called and what it is from a day on: all of it, what is left out is not known. For a first day that is recorded already it is a correction (REG-9, REG-40, REG-42, REG-45).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Name">Its full name, 1 to 120 characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="From">The first day on which it is so; not after today.</param>
/// <param name="CreditCode">Its unified social credit code (GB 32100), where it has one; it belongs to one unit.</param>
/// <param name="Industry">The section of the national classification (GB/T 4754).</param>
/// <param name="Trade">The trade in its own words, up to 60 characters.</param>
/// <param name="Chamber">The chamber of commerce or association to which it belongs, up to 60 characters.</param>
/// <param name="Department">The department that supervises it or is in charge of its line (DPB-9), up to 60 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record ChangeUnit(
    Id<Unit> Unit, string Name, UnitKind Kind, LocalDate From, string? CreditCode, Industry? Industry, string? Trade, string? Chamber, string? Department, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>What a unit is called and what it is, from when on.</summary>
    /// <param name="Name">Its full name, 1 to 120 characters.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="From">The first day on which it is so; not after today.</param>
    /// <param name="CreditCode">Its unified social credit code (GB 32100), where it has one; it belongs to one unit.</param>
    /// <param name="Industry">The section of the national classification (GB/T 4754).</param>
    /// <param name="Trade">The trade in its own words, up to 60 characters.</param>
    /// <param name="Chamber">The chamber of commerce or association to which it belongs, up to 60 characters.</param>
    /// <param name="Department">The department that supervises it or is in charge of its line (DPB-9), up to 60 characters.</param>
    /// <example>{"name": "华星科技集团有限公司", "kind": "enterprise", "from": "2026-03-01", "creditCode": "91350100M000100Y43", "industry": "manufacturing", "chamber": "长乐纺织商会"}</example>
    public sealed record Body(string Name, UnitKind Kind, LocalDate From, string? CreditCode = null, Industry? Industry = null, string? Trade = null, string? Chamber = null, string? Department = null);
}

internal sealed class ChangeUnitValidator : AbstractValidator<ChangeUnit>
{
    public ChangeUnitValidator(Clock clock)
    {
        RuleFor(r => r.Name).Makes(OrganizationName.Of);
        RuleFor(r => r.From).NotInFuture(clock);
        RuleFor(r => r.CreditCode).MakesIfGiven(UnifiedSocialCreditCode.Of);
        RuleFor(r => r.Trade).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Chamber).MakesIfGiven(Designation.Of);
        RuleFor(r => r.Department).MakesIfGiven(Designation.Of);
    }
}

internal sealed class ChangeUnitHandler(PartyOrgContext db, UnitBook book) : IHandler<ChangeUnit, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(ChangeUnit request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var what = Described.Unit(request.Name, request.Kind, request.CreditCode, request.Industry, request.Trade, request.Chamber, request.Department);
        if (what.CreditCode is { Value: var code } && await db.Units.AnyAsync(u => u.CreditCode == code && u.Id != request.Unit, cancellationToken)) return UnitErrors.CodeTaken.At("/creditCode");

        return await book.Show(loaded.Value, loaded.Value.Describe(what, request.From, book.Recording), cancellationToken);
    }
}
