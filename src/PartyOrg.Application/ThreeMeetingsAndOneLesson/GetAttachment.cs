using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Shows what is recorded of one file attached to a meeting; its bytes are at <c>…/content</c>.</summary>
/// <param name="Meeting">The meeting, of an organization in the caller's scope, or one that the caller chairs.</param>
/// <param name="Attachment">The attachment.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetAttachment(Id<Meeting> Meeting, Id<Attachment> Attachment) : IQuery<AttachmentAnswer>;

internal sealed class GetAttachmentHandler(PartyOrgContext db, Caller caller, IAttachmentFiles files) : IHandler<GetAttachment, AttachmentAnswer>
{
    public async Task<Result<AttachmentAnswer>> Handle(GetAttachment request, CancellationToken cancellationToken)
    {
        var attachment = await db.Attachments.InScopeOrChaired(caller, db).AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Attachment && a.MeetingId == request.Meeting, cancellationToken);
        if (attachment is null) return AttachmentErrors.NotFound;
        return AttachmentAnswer.Of(attachment, await db.NamesOfAccounts([attachment.AddedBy, attachment.RemovedBy ?? attachment.AddedBy], cancellationToken), !files.Exists(attachment.Id.Value));
    }
}
