using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>Shows one transfer, to both sides and to the member himself.</summary>
/// <param name="Transfer">The transfer.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetTransfer(Id<Transfer> Transfer) : IQuery<TransferAnswer>;

internal sealed class GetTransferHandler(PartyOrgContext db, Caller caller) : IHandler<GetTransfer, TransferAnswer>
{
    public async Task<Result<TransferAnswer>> Handle(GetTransfer request, CancellationToken cancellationToken) =>
        await db.Transfers.InScope(caller, db).Where(t => t.Id == request.Transfer).Told(db).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } row ? row.Told : TransferErrors.NotFound;
}
