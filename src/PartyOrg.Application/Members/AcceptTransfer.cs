using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>Accepts a transfer for the receiving side (REG-21): the relation ends on the day before and begins on the agreed day, together or not at all.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary, RuleId = "REG-21")]
public sealed record AcceptTransfer(Id<Transfer> Transfer, ExpectedVersion Expected) : ICommand<TransferAnswer>, IChange;

internal sealed class AcceptTransferHandler(PartyOrgContext db, Caller caller, Ids ids, Clock clock) : IHandler<AcceptTransfer, TransferAnswer>
{
    public async Task<Result<TransferAnswer>> Handle(AcceptTransfer request, CancellationToken cancellationToken)
    {
        var sides = await db.Transfers.InScope(caller, db).Where(t => t.Id == request.Transfer).Select(t => new { t.SenderId, t.ReceiverId }).SingleOrDefaultAsync(cancellationToken);
        if (sides is null) return TransferErrors.NotFound;
        // Both sides' chains: neither is revoked, and no roll is taken there, between the look and the move.
        foreach (var side in new[] { sides.SenderId.Value, sides.ReceiverId.Value }.Order()) await db.LockChain(side, cancellationToken);
        var row = await db.Transfers.InScope(caller, db).Where(t => t.Id == request.Transfer).Told(db).SingleOrDefaultAsync(cancellationToken);
        var loaded = row?.Transfer.Expecting(request.Expected, TransferErrors.NotFound) ?? TransferErrors.NotFound;
        if (!loaded.Succeeded) return loaded.Errors[0];
        if (!caller.Holds(Role.Officers | Role.BranchSecretary, row!.Receiver.Path)) return TransferErrors.ForReceiver;

        // The receiving side does not see the member yet; the transfer is its right to him.
        var person = await db.Persons.Include(p => p.Affiliations).SingleAsync(p => p.Id == row.Transfer.PersonId, cancellationToken);
        var groups = person.Affiliations.Where(a => a.Belonging == Belonging.Group).Select(a => a.OrganizationId).ToList();
        var branches = await db.Organizations.Where(o => groups.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.SuperiorId, cancellationToken);
        var accepted = loaded.Value.Accept(person, row.Receiver, branches.GetValueOrDefault, caller.AccountId!.Value, ids, clock.Now);
        return accepted.Succeeded ? row.Told with { ClosedBy = await db.NameOf(caller, cancellationToken) } : accepted.Errors[0];
    }
}
