using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Records what a unit took in a calendar year (FCM-1.3); another amount for the same year is a correction.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Year">The year, from the unit's first in the register to the current one.</param>
/// <param name="Revenue">In yuan, with at most two places.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record RecordRevenue(Id<Unit> Unit, int Year, string Revenue, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>How much, in which year.</summary>
    /// <param name="Year">The year, from the unit's first in the register to the current one.</param>
    /// <param name="Revenue">In yuan, with at most two places.</param>
    /// <example>{"year": 2025, "revenue": "5000000.00"}</example>
    public sealed record Body(int Year, string Revenue);
}

internal sealed class RecordRevenueValidator : AbstractValidator<RecordRevenue>
{
    public RecordRevenueValidator(Clock clock)
    {
        RuleFor(r => r.Year).InclusiveBetween(1949, clock.Today.Year);
        RuleFor(r => r.Revenue).Makes(Money.Of);
    }
}

internal sealed class RecordRevenueHandler(UnitBook book) : IHandler<RecordRevenue, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(RecordRevenue request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        return loaded.Succeeded ? await book.Show(loaded.Value, loaded.Value.Earn(request.Year, Money.Of(request.Revenue).Value, book.Recording), cancellationToken) : loaded.Errors[0];
    }
}
