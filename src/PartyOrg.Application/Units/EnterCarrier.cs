using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Records that a unit sits in a carrier from a day on; it may sit in several (REG-46).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="CarrierId">The carrier; in the caller's scope.</param>
/// <param name="From">The first day; not after today.</param>
/// <param name="To">The last day, itself included; left out while it goes on.</param>
/// <param name="Expected">The unit's version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record EnterCarrier(Id<Unit> Unit, Id<Carrier> CarrierId, LocalDate From, LocalDate? To, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>Where it sits, from when to when.</summary>
    /// <param name="CarrierId">The carrier; in the caller's scope.</param>
    /// <param name="From">The first day; not after today.</param>
    /// <param name="To">The last day, itself included; left out while it goes on.</param>
    /// <example>{"carrierId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d05", "from": "2026-03-01"}</example>
    public sealed record Body(Id<Carrier> CarrierId, LocalDate From, LocalDate? To = null);
}

internal sealed class EnterCarrierValidator : AbstractValidator<EnterCarrier>
{
    public EnterCarrierValidator(Clock clock) => RuleFor(r => r.From).NotInFuture(clock);
}

internal sealed class EnterCarrierHandler(PartyOrgContext db, Caller caller, UnitBook book) : IHandler<EnterCarrier, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(EnterCarrier request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];

        await book.LockCarrier(request.CarrierId, cancellationToken);
        var carrier = await db.Carriers.InScope(caller, db).SingleOrDefaultAsync(c => c.Id == request.CarrierId, cancellationToken);
        if (carrier is null) return CarrierErrors.NotFound.At("/carrierId");

        return await book.Show(loaded.Value, loaded.Value.Enter(carrier, new(request.From, request.To), book.Recording), cancellationToken);
    }
}
