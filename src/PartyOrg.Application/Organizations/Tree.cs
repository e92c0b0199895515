using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;

namespace PartyOrg.Application.Organizations;

/// <summary>Free positions in the tree of organizations. Whoever takes one holds the superior's chain until he commits.</summary>
public sealed class Tree(PartyOrgContext db)
{
    /// <summary>The next position under the superior, or beside the roots; two callers never get the same one.</summary>
    public async Task<TreePosition> FreePositionUnder(Organization? superior, CancellationToken cancellation)
    {
        await db.LockChain(superior?.Id.Value ?? Guid.Empty, cancellation);
        var path = superior?.Path ?? "";
        var length = path.Length + TreePosition.StepLength;
        var last = await db.Organizations.AtOrBelow(path).Where(o => o.Path.Length == length).MaxAsync(o => (string?)o.Path, cancellation);
        return TreePosition.After(path, last);
    }

    /// <summary>How many levels of organizations lie below this one.</summary>
    public async Task<int> LevelsBelow(string path, CancellationToken cancellation) =>
        (await db.Organizations.AtOrBelow(path).MaxAsync(o => o.Path.Length, cancellation) - path.Length) / TreePosition.StepLength;

    /// <summary>Writes the paths of everything below an organization anew after it has moved.</summary>
    public Task<int> FollowMove(string before, string after, CancellationToken cancellation)
    {
        var length = before.Length;
        return db.Organizations.AtOrBelow(before).Where(o => o.Path.Length > length)
            .ExecuteUpdateAsync(update => update.SetProperty(o => o.Path, o => after + o.Path.Substring(length)), cancellation);
    }
}
