using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Ends the coverage of a unit after its last day (REG-43).</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Coverage">The coverage.</param>
/// <param name="LastDay">The last day, itself included.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record EndCoverage(Id<Unit> Unit, Id<UnitFact> Coverage, LocalDate LastDay, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>When it ends.</summary>
    /// <param name="LastDay">The last day, itself included.</param>
    /// <example>{"lastDay": "2026-02-28"}</example>
    public sealed record Body(LocalDate LastDay);
}

internal sealed class EndCoverageHandler(UnitBook book) : IHandler<EndCoverage, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(EndCoverage request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        return loaded.Succeeded ? await book.Show(loaded.Value, loaded.Value.EndCoverage(request.Coverage, request.LastDay, book.Recording), cancellationToken) : loaded.Errors[0];
    }
}
