using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Audit;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Accounts;

/// <summary>The account of a person whose record is merged into another one (REG-23): of two that are open, somebody closes one first.</summary>
internal sealed class MergedAccounts(PartyOrgContext db) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(Account)];

    public async Task<Error?> Refusal(Id<Person> survivor, Id<Person> duplicate, CancellationToken cancellation)
    {
        await db.LockChain(AuditChain.System, cancellation);
        return await db.Accounts.CountAsync(a => a.ClosedAt == null && (a.PersonId == survivor || a.PersonId == duplicate), cancellation) > 1 ? MergeErrors.BothHaveAccounts : null;
    }

    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.PersonId == merger.Duplicate && a.ClosedAt == null, cancellation) is { } account) account.LinkTo(merger.Survivor);
    }
}
