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

/// <summary>Closes a carrier after its last day, when no unit sits in it any longer (REG-46).</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="LastDay">The last day on which it is open, itself included; not after today.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record CloseCarrier(Id<Carrier> Carrier, LocalDate LastDay, ExpectedVersion Expected) : ICommand<CarrierAnswer>, IChange
{
    /// <summary>When it closes.</summary>
    /// <param name="LastDay">The last day on which it is open, itself included; not after today.</param>
    /// <example>{"lastDay": "2026-02-28"}</example>
    public sealed record Body(LocalDate LastDay);
}

internal sealed class CloseCarrierValidator : AbstractValidator<CloseCarrier>
{
    public CloseCarrierValidator(Clock clock) => RuleFor(r => r.LastDay).NotInFuture(clock);
}

internal sealed class CloseCarrierHandler(PartyOrgContext db, UnitBook book) : IHandler<CloseCarrier, CarrierAnswer>
{
    public async Task<Result<CarrierAnswer>> Handle(CloseCarrier request, CancellationToken cancellationToken)
    {
        await book.LockCarrier(request.Carrier, cancellationToken);
        var loaded = await book.Open(request.Carrier, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];

        var (carrier, lastDay) = (request.Carrier, request.LastDay);
        var left = await db.UnitFacts.OfType<Stay>().CountAsync(s => s.CarrierId == carrier && s.VoidedAt == null && (s.To == null || s.To > lastDay), cancellationToken);
        return await book.Show(loaded.Value, loaded.Value.Close(lastDay, left, book.Recording), cancellationToken);
    }
}
