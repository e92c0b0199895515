using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Compliance;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.DemocraticLifeMeetings;

namespace PartyOrg.Application.DemocraticLifeMeetings;

/// <summary>Self-checks that he has not filed yet (TWS-4.3) and records that he has not confirmed yet (TWS-4.5b), by the day of the meeting.</summary>
internal sealed class AwaitedLifeMeetings(PartyOrgContext db) : IAwaitsPersons
{
    private const Role Readers = Role.BranchSecretary | Role.CommitteeMember | Role.Officers;

    public async Task<IEnumerable<AwaitedStep>> Of(AwaitedPerson who, CancellationToken cancellation)
    {
        var (organizations, first, until) = (who.Organizations, who.Days.From, who.Days.To);
        var meetings = await db.DemocraticLifeMeetings
            .Where(m => organizations.Contains(m.OrganizationId) && m.On >= first && m.On <= until && (m.Status == LifeMeetingStatus.Noticed || m.Status == LifeMeetingStatus.Held))
            .AsNoTracking().ToListAsync(cancellation);
        return
            from m in meetings
            from part in new[] { DemocraticLifeMeeting.Himself, DemocraticLifeMeeting.Presider }
            where part == DemocraticLifeMeeting.Himself ? m.MustAttend.Contains(who.Id) && m.SelfChecks.All(c => c.PersonId != who.Id) : m.Status == LifeMeetingStatus.Held && m.Record?.PresidedById == who.Id
            select AwaitedStep.Of(DemocraticLifeMeeting.Procedure, m.Status, part, m.Key, m.OrganizationId, m.On) with { Name = m.Theme, SeenBy = Readers };
    }
}

/// <summary>Rectification items that he owns and that are not closed (TWS-4.6), by the days on which they are due; while the superior has to answer, they wait for it.</summary>
internal sealed class AwaitedRectifications(PartyOrgContext db) : IAwaitsPersons
{
    public async Task<IEnumerable<AwaitedStep>> Of(AwaitedPerson who, CancellationToken cancellation)
    {
        var organizations = who.Organizations;
        var items = await db.RectificationItems
            .Where(i => organizations.Contains(i.OrganizationId) && i.OwnerId == who.Id && (i.Status == RectificationStatus.Open || i.Status == RectificationStatus.Answered)).AsNoTracking().ToListAsync(cancellation);
        return items.Select(i => AwaitedStep.Of(RectificationItem.Procedure, i.Status, RectificationItem.Owner, i.Key, i.OrganizationId, i.DueOn) with { Name = i.Problem, SeenBy = Role.Readers });
    }
}
