using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain.AdmonitionTalks;

namespace PartyOrg.Application.AdmonitionTalks;

/// <summary>What of admonition talks follows a person whose record is merged into another one (REG-23).</summary>
internal sealed class MergedAdmonitions(PartyOrgContext db) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(AdmonitionCase), typeof(CandidateDismissal)];

    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        var (survivor, duplicate, _) = merger;
        foreach (var it in await db.AdmonitionCases.Where(c => c.PersonId == duplicate || c.TalkerId == duplicate || c.RecorderId == duplicate || c.FollowerId == duplicate).ToListAsync(cancellation)) it.PassPerson(duplicate, survivor);
        foreach (var dismissal in await db.CandidateDismissals.Where(d => d.PersonId == duplicate).ToListAsync(cancellation)) dismissal.PassTo(survivor);
    }
}
