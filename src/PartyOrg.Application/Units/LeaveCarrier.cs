using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Ends a unit's stay in a carrier after its last day (REG-46).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Stay">The stay.</param>
/// <param name="LastDay">The last day, itself included.</param>
/// <param name="Expected">The unit's version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record LeaveCarrier(Id<Unit> Unit, Id<UnitFact> Stay, LocalDate LastDay, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>When it ends.</summary>
    /// <param name="LastDay">The last day, itself included.</param>
    /// <example>{"lastDay": "2026-02-28"}</example>
    public sealed record Body(LocalDate LastDay);
}

internal sealed class LeaveCarrierHandler(UnitBook book) : IHandler<LeaveCarrier, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(LeaveCarrier request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        return loaded.Succeeded ? await book.Show(loaded.Value, loaded.Value.LeaveCarrier(request.Stay, request.LastDay, book.Recording), cancellationToken) : loaded.Errors[0];
    }
}
