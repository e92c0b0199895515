using FluentValidation;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Units;

namespace PartyOrg.Application.Units;

/// <summary>Takes back what was recorded of a unit by mistake: what held before goes on. The fact stays in the history, and the reason in the audit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Fact">The fact, as the history names it.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers)]
public sealed record WithdrawUnitFact(Id<Unit> Unit, Id<UnitFact> Fact, string Reason, ExpectedVersion Expected) : ICommand<UnitAnswer>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "误将另一家企业的人数登记在此"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawUnitFactValidator : AbstractValidator<WithdrawUnitFact>
{
    public WithdrawUnitFactValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Unit.ReasonLength));
}

internal sealed class WithdrawUnitFactHandler(UnitBook book) : IHandler<WithdrawUnitFact, UnitAnswer>
{
    public async Task<Result<UnitAnswer>> Handle(WithdrawUnitFact request, CancellationToken cancellationToken)
    {
        var loaded = await book.Open(request.Unit, request.Expected, cancellationToken);
        return loaded.Succeeded ? await book.Show(loaded.Value, loaded.Value.Withdraw(request.Fact, book.Recording), cancellationToken) : loaded.Errors[0];
    }
}
