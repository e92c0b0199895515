using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticLifeMeetings;
using PartyOrg.Domain.Members;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>What of life meetings follows a person whose record is merged into another one (REG-23), though whoever merges them may read nothing of it.</summary>
internal sealed class MergedLifeMeetings(PartyOrgContext db) : IFollowsMergers
{
    public IReadOnlyList<Type> Passes => [typeof(DemocraticLifeMeeting), typeof(RectificationItem), typeof(RetaliationComplaint)];

    /// <summary>Passes on where he stands in meetings, what he must mend, and what he complained of.</summary>
    public async Task Pass(PersonMerger merger, CancellationToken cancellation)
    {
        var (survivor, duplicate, _) = merger;
        // Those who take part stand inside a meeting: of an organization to which he belonged, in which he held a post, or that lies under one in which he held one.
        var his = db.Affiliations.Where(a => a.PersonId == duplicate).Select(a => a.OrganizationId).Union(db.Posts.Where(p => p.PersonId == duplicate).Select(p => p.OrganizationId));
        var meetings = db.DemocraticLifeMeetings.Where(m => his.Contains(m.OrganizationId) || db.Organizations.Any(o => o.Id == m.OrganizationId && o.SuperiorId != null && his.Contains(o.SuperiorId.Value)));
        foreach (var meeting in await meetings.ToListAsync(cancellation)) meeting.PassPerson(duplicate, survivor);
        foreach (var item in await db.RectificationItems.Where(i => i.OwnerId == duplicate).ToListAsync(cancellation)) item.PassTo(survivor);
        foreach (var complaint in await db.RetaliationComplaints.Where(c => c.ComplainantId == duplicate).ToListAsync(cancellation)) complaint.PassTo(survivor);
    }
}
