using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Organizations;

/// <summary>Free positions in the tree of organizations. Whoever takes one holds the superior's chain until he commits.</summary>
public sealed class Tree(PartyOrgContext db)
{
    /// <summary>The next position under the superior; two callers never get the same one.</summary>
    public async Task<TreePosition> FreePositionUnder(Organization superior, CancellationToken cancellation)
    {
        await db.LockChain(superior.Id.Value, cancellation);
        var length = superior.Path.Length + TreePosition.StepLength;
        var last = await db.Organizations.AtOrBelow(superior.Path).Where(o => o.Path.Length == length).MaxAsync(o => (string?)o.Path, cancellation);
        return TreePosition.After(superior.Path, last);
    }
}
