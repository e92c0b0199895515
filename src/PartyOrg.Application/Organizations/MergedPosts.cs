using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Organizations;

/// <summary>The posts of a person whose record is merged into another one (REG-23).</summary>
internal sealed class MergedPosts(PartyOrgContext db, Ids ids, Clock clock) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(Post)];

    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        var held = db.Posts.Where(p => p.PersonId == merger.Duplicate && p.VoidedAt == null).Select(p => p.OrganizationId);
        foreach (var organization in await db.Organizations.Where(o => held.Contains(o.Id)).Include(o => o.Posts).ToListAsync(cancellation)) organization.PassPosts(merger.Duplicate, merger.Survivor, ids, clock.Now);
    }
}
