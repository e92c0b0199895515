using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Compliance;

/// <summary>Takes a waiver back: from now on the duty is asked again. Whoever could give it can take it back (REG-17). The waiver is kept, with both reasons.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers, RuleId = "REG-17")]
public sealed record WithdrawWaiver(Id<DutyWaiver> Waiver, string Reason, ExpectedVersion Expected) : ICommand<WaiverAnswer>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters.</param>
    /// <example>{"reason": "核实后该支部可以按期开会"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawWaiverValidator : AbstractValidator<WithdrawWaiver>
{
    public WithdrawWaiverValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, DutyWaiver.ReasonLength));
}

internal sealed class WithdrawWaiverHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<WithdrawWaiver, WaiverAnswer>
{
    public async Task<Result<WaiverAnswer>> Handle(WithdrawWaiver request, CancellationToken cancellationToken)
    {
        var row = await db.Waivers.Where(w => w.Id == request.Waiver).ToldOf(db, db.Organizations.InScope(caller)).SingleOrDefaultAsync(cancellationToken);
        var loaded = row?.Waiver.Expecting(request.Expected, WaiverErrors.NotFound) ?? WaiverErrors.NotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        if (!caller.IsSuperiorOf(row!.Organization)) return WaiverErrors.ForOneself;
        return loaded.Value.Withdraw(request.Reason, clock.Now).Map(_ => row.Told);
    }
}
