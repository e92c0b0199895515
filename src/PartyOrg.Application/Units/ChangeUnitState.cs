using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Records that a unit works, is suspended or is closed from a day on. When it closes, its coverage and its stays in carriers end the day before (REG-42).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="State">In operation, suspended or closed.</param>
/// <param name="From">The first day on which it is so; not after today.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record ChangeUnitState(Id<Unit> Unit, OperationState State, LocalDate From, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>Whether it works, from when on.</summary>
    /// <param name="State">In operation, suspended or closed.</param>
    /// <param name="From">The first day on which it is so; not after today.</param>
    /// <example>{"state": "closed", "from": "2026-03-01"}</example>
    public sealed record Body(OperationState State, LocalDate From);
}

internal sealed class ChangeUnitStateValidator : AbstractValidator<ChangeUnitState>
{
    public ChangeUnitStateValidator(Clock clock) => RuleFor(r => r.From).NotInFuture(clock);
}

internal sealed class ChangeUnitStateHandler(UnitBook book) : IHandler<ChangeUnitState, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(ChangeUnitState request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        return loaded.Succeeded ? await book.Show(loaded.Value, loaded.Value.Change(request.State, request.From, book.Recording), cancellationToken) : loaded.Errors[0];
    }
}
