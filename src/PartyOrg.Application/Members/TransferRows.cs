using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Members;

/// <summary>A transfer with the names that belong to it.</summary>
internal sealed class TransferRow
{
    public required Transfer Transfer { get; init; }

    public required string PersonName { get; init; }

    public required string IdentityNumber { get; init; }

    public required Organization Sender { get; init; }

    public required Organization Receiver { get; init; }

    public required string ProposedBy { get; init; }

    public required string? ClosedBy { get; init; }

    public TransferAnswer Told => TransferAnswer.Of(Transfer, PersonName, IdentityNumber, Sender, Receiver, ProposedBy, ClosedBy);
}

/// <summary>Transfers with the names that belong to them.</summary>
internal static class TransferRows
{
    /// <summary>The transfers from or to organizations in the caller's reach, though the other side lies outside it, and the caller's own.</summary>
    public static IQueryable<Transfer> InScope(this IQueryable<Transfer> transfers, Caller caller, PartyOrgContext db)
    {
        var (reached, self) = (db.Organizations.Within(caller.ReachOfPersons), caller.PersonId);
        return transfers.Where(t => t.PersonId == self || reached.Any(o => o.Id == t.SenderId || o.Id == t.ReceiverId));
    }

    /// <summary>The transfers with their names.</summary>
    public static IQueryable<TransferRow> Told(this IQueryable<Transfer> transfers, PartyOrgContext db) =>
        from transfer in transfers
        join person in db.Persons on transfer.PersonId equals person.Id
        join sender in db.Organizations on transfer.SenderId equals sender.Id
        join receiver in db.Organizations on transfer.ReceiverId equals receiver.Id
        join proposer in db.Accounts on transfer.ProposedBy equals proposer.Id
        from closer in db.Accounts.Where(a => a.Id == transfer.ClosedBy).DefaultIfEmpty()
        select new TransferRow
        {
            Transfer = transfer, PersonName = person.Name, IdentityNumber = person.MaskedIdentityNumber, Sender = sender, Receiver = receiver, ProposedBy = proposer.DisplayName,
            ClosedBy = closer.DisplayName,
        };

    /// <summary>What others see of the caller's account.</summary>
    public static Task<string> NameOf(this PartyOrgContext db, Caller caller, CancellationToken cancellation) =>
        db.Accounts.Where(a => a.Id == caller.AccountId).Select(a => a.DisplayName).SingleAsync(cancellation);
}
