using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>Withdraws a transfer that is open, for the sending side (REG-21): the relation stays where it is.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Reason">Why, 1 to 500 characters; both sides read it.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary, RuleId = "REG-21")]
public sealed record WithdrawTransfer(Id<Transfer> Transfer, string Reason, ExpectedVersion Expected) : ICommand<TransferAnswer>, IChange
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why, 1 to 500 characters; both sides read it.</param>
    /// <example>{"reason": "党员决定留在原单位"}</example>
    public sealed record Body(string Reason);
}

internal sealed class WithdrawTransferValidator : AbstractValidator<WithdrawTransfer>
{
    public WithdrawTransferValidator() => RuleFor(r => r.Reason).HasNoFault(reason => FreeText.FaultIn(reason, Transfer.ReasonLength));
}

internal sealed class WithdrawTransferHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<WithdrawTransfer, TransferAnswer>
{
    public async Task<Result<TransferAnswer>> Handle(WithdrawTransfer request, CancellationToken cancellationToken)
    {
        var row = await db.Transfers.InScope(caller, db).Where(t => t.Id == request.Transfer).Told(db).SingleOrDefaultAsync(cancellationToken);
        var loaded = row?.Transfer.Expecting(request.Expected, TransferErrors.NotFound) ?? TransferErrors.NotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        if (!caller.Holds(Role.Officers | Role.BranchSecretary, row!.Sender.Path)) return TransferErrors.ForSender;
        var closed = loaded.Value.Withdraw(request.Reason, caller.AccountId!.Value, clock.Now);
        return closed.Succeeded ? row.Told with { ClosedBy = await db.NameOf(caller, cancellationToken) } : closed.Errors[0];
    }
}
