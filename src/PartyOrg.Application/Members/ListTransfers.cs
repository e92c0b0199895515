using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>On which side of a transfer the caller stands.</summary>
public enum TransferSide
{
    /// <summary>The relation leaves an organization of his.</summary>
    Sending,

    /// <summary>The relation comes to an organization of his.</summary>
    Receiving,
}

/// <summary>Lists the transfers from and to the organizations of the caller's scope, the latest first; a member sees his own.</summary>
/// <param name="Side">Only those that leave the caller's organizations, or only those that come to them.</param>
/// <param name="Status">Only those that have come this far.</param>
/// <param name="Organization">Only those from or to this organization or one below it.</param>
/// <param name="Limit">Items of a page, 1 to 200; 50 where it is left out.</param>
/// <param name="Cursor">Where the page before ended.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListTransfers(TransferSide? Side, TransferStatus? Status, Id<Organization>? Organization, int? Limit, string? Cursor) : IQuery<Page<TransferAnswer>>;

internal sealed class ListTransfersHandler(PartyOrgContext db, Caller caller) : IHandler<ListTransfers, Page<TransferAnswer>>
{
    public async Task<Result<Page<TransferAnswer>>> Handle(ListTransfers request, CancellationToken cancellationToken)
    {
        var (transfers, own) = (db.Transfers.InScope(caller, db), db.Organizations.Within(caller.ReachOfPersons));
        if (request.Organization is { } organization)
        {
            var top = await own.Where(o => o.Id == organization).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
            if (top is null) return OrganizationErrors.NotFound.At("/organization");
            own = db.Organizations.AtOrBelow(top);
            transfers = transfers.Where(t => own.Any(o => o.Id == t.SenderId || o.Id == t.ReceiverId));
        }

        transfers = request.Side switch
        {
            TransferSide.Sending => transfers.Where(t => own.Any(o => o.Id == t.SenderId)),
            TransferSide.Receiving => transfers.Where(t => own.Any(o => o.Id == t.ReceiverId)),
            _ => transfers,
        };
        if (request.Status is { } status) transfers = transfers.Where(t => t.Status == status);
        return await transfers.Told(db).PageByMoment(request.Limit, request.Cursor, r => r.Transfer.ProposedAt, r => r.Transfer.Id, r => r.Told, cancellationToken);
    }
}
