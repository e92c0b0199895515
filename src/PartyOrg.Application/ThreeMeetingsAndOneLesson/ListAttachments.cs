using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Lists the files attached to a meeting, in the order in which they came; those that were removed too, with the reason (TWS-3.5).</summary>
/// <param name="Meeting">The meeting, of an organization in the caller's scope, or one that the caller chairs.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record ListAttachments(Id<Meeting> Meeting) : IQuery<Page<AttachmentAnswer>>;

internal sealed class ListAttachmentsHandler(PartyOrgContext db, Caller caller, IAttachmentFiles files) : IHandler<ListAttachments, Page<AttachmentAnswer>>
{
    public async Task<Result<Page<AttachmentAnswer>>> Handle(ListAttachments request, CancellationToken cancellationToken)
    {
        if (!await db.Meetings.InScopeOrChaired(caller, db).AnyAsync(m => m.Id == request.Meeting, cancellationToken)) return MeetingErrors.NotFound;

        var attachments = await db.Attachments.Where(a => a.MeetingId == request.Meeting).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).AsNoTracking().ToListAsync(cancellationToken);
        var names = await db.NamesOfAccounts([.. attachments.SelectMany(a => new[] { a.AddedBy, a.RemovedBy ?? a.AddedBy })], cancellationToken);
        return new Page<AttachmentAnswer>(attachments.ConvertAll(a => AttachmentAnswer.Of(a, names, !files.Exists(a.Id.Value))), null);
    }
}
