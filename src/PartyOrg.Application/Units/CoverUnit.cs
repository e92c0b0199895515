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

/// <summary>Records that an organization covers a unit from a day on (FCM-1.1): its own, a joint one, or one to which it is attached (REG-43, REG-44).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="OrganizationId">The organization; in the caller's scope.</param>
/// <param name="How">The unit's own organization, part of a joint one, or attached.</param>
/// <param name="Way">In which way of FCM-2; left out where it is not known.</param>
/// <param name="From">The first day; not after today.</param>
/// <param name="To">The last day, itself included; left out while it goes on.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record CoverUnit(Id<Unit> Unit, Id<Organization> OrganizationId, CoverageForm How, FormingWay? Way, LocalDate From, LocalDate? To, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>Which organization covers it, how, from when to when.</summary>
    /// <param name="OrganizationId">The organization; in the caller's scope.</param>
    /// <param name="How">The unit's own organization, part of a joint one, or attached.</param>
    /// <param name="From">The first day; not after today.</param>
    /// <param name="Way">In which way of FCM-2; left out where it is not known.</param>
    /// <param name="To">The last day, itself included; left out while it goes on.</param>
    /// <example>{"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "how": "own", "way": "alone", "from": "2026-03-01"}</example>
    public sealed record Body(Id<Organization> OrganizationId, CoverageForm How, LocalDate From, FormingWay? Way = null, LocalDate? To = null);
}

internal sealed class CoverUnitValidator : AbstractValidator<CoverUnit>
{
    public CoverUnitValidator(Clock clock) => RuleFor(r => r.From).NotInFuture(clock);
}

internal sealed class CoverUnitHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<CoverUnit, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(CoverUnit request, CancellationToken cancellationToken)
    {
        // Whoever takes the organization for another unit, or revokes it, waits for its chain.
        await db.LockChain(request.OrganizationId.Value, cancellationToken);
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");

        var (from, to) = (request.From, request.To ?? LocalDate.MaxIsoValue);
        var ownOfAnother = await db.UnitFacts.OfType<Coverage>().AnyAsync(
            c => c.OrganizationId == request.OrganizationId && c.UnitId != request.Unit && c.Form == CoverageForm.Own && c.VoidedAt == null && c.From <= to && (c.To == null || c.To >= from), cancellationToken);
        return await book.Show(loaded.Value, loaded.Value.Cover(organization, request.How, request.Way, new(request.From, request.To), ownOfAnother, book.Recording), cancellationToken);
    }
}
