using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Shows the records that a meeting had before it was corrected or withdrawn, whole, the oldest first (TWS-3.5).</summary>
/// <param name="Meeting">The meeting.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListMeetingRevisions(Id<Meeting> Meeting) : IQuery<Page<RevisionAnswer>>;

/// <summary>A record as it stood before another took its place.</summary>
/// <param name="Number">1 for what was recorded first.</param>
/// <param name="Record">The record as it stood.</param>
/// <param name="Roll">The roll as it stood.</param>
/// <param name="ConfirmedAt">When its chair had confirmed it; none where he had not.</param>
/// <param name="ReplacedAt">When it was corrected or withdrawn.</param>
/// <param name="ReplacedBy">By whom: the account's name.</param>
/// <param name="Reason">Why.</param>
public sealed record RevisionAnswer(int Number, MeetingRecord Record, IReadOnlyList<NamedRollEntry> Roll, Instant? ConfirmedAt, Instant ReplacedAt, string ReplacedBy, string Reason);

internal sealed class ListMeetingRevisionsHandler(PartyOrgContext db, Caller caller) : IHandler<ListMeetingRevisions, Page<RevisionAnswer>>
{
    public async Task<Result<Page<RevisionAnswer>>> Handle(ListMeetingRevisions request, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.InScopeOrChaired(caller, db).Where(m => m.Id == request.Meeting)
            .Join(db.Organizations, m => m.OrganizationId, o => o.Id, (m, o) => new { m.ChairId, o.Path }).SingleOrDefaultAsync(cancellationToken);
        if (meeting is null) return MeetingErrors.NotFound;

        var revisions = await db.MeetingRevisions.Where(r => r.MeetingId == request.Meeting)
            .Join(db.Accounts, r => r.ReplacedBy, a => a.Id, (revision, a) => new { Old = revision, a.DisplayName }).OrderBy(r => r.Old.Number).AsNoTracking().ToListAsync(cancellationToken);
        var persons = revisions.SelectMany(r => r.Old.Roll).Select(e => e.PersonId).Distinct().ToList();
        var names = persons.Count == 0 ? [] : await db.Persons.Where(p => persons.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.NameKey }).ToDictionaryAsync(p => p.Id, cancellationToken);
        var readsReasons = caller.ReadsReasons(meeting.ChairId, meeting.Path);
        return new Page<RevisionAnswer>(
            revisions.ConvertAll(r => new RevisionAnswer(
                r.Old.Number, r.Old.Record,
                [.. r.Old.Roll.OrderBy(e => names[e.PersonId].NameKey, StringComparer.Ordinal).Select(e => new NamedRollEntry(e.PersonId, names[e.PersonId].Name, e.Status, readsReasons || e.PersonId == caller.PersonId ? e.Reason : null))],
                r.Old.ConfirmedAt, r.Old.ReplacedAt, r.DisplayName, r.Old.Reason)), null);
    }
}
