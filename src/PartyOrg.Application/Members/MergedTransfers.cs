using Microsoft.EntityFrameworkCore;
using PartyOrg.Domain;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>Transfers of a member whose record is merged into another one (REG-23): an open one is ended first, and those that have ended are told as they were. The persons themselves pass on what is in their own records.</summary>
internal sealed class MergedTransfers(PartyOrgContext db) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(Person), typeof(Membership), typeof(Affiliation), typeof(Workplace)];

    public IReadOnlyList<Type> Leaves => [typeof(Transfer), typeof(PersonFormerName)];

    public async Task<Error?> Refusal(Id<Person> survivor, Id<Person> duplicate, CancellationToken cancellation) =>
        await db.Transfers.AnyAsync(t => t.PersonId == duplicate && t.Status == TransferStatus.Open, cancellation) ? MergeErrors.TransferOpen : null;

    public Task Pass(PersonMerger merger, CancellationToken cancellation) => Task.CompletedTask;
}
