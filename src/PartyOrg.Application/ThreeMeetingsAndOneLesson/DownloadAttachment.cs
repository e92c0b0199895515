using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Imports;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>
/// Downloads a file attached to a meeting, as it was uploaded: its SHA-256 is checked. One that was removed from the record is given to those who read the
/// records of an organization that holds the meeting (TWS-3.5).
/// </summary>
/// <param name="Meeting">The meeting, of an organization in the caller's scope, or one that the caller chairs.</param>
/// <param name="Attachment">The attachment.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record DownloadAttachment(Id<Meeting> Meeting, Id<Attachment> Attachment) : IQuery<FileAnswer>;

internal sealed class DownloadAttachmentHandler(PartyOrgContext db, Caller caller, IPersonalDataProtector protector, IAttachmentFiles files) : IHandler<DownloadAttachment, FileAnswer>
{
    public async Task<Result<FileAnswer>> Handle(DownloadAttachment request, CancellationToken cancellationToken)
    {
        var found = await db.Attachments.InScopeOrChaired(caller, db).Where(a => a.Id == request.Attachment && a.MeetingId == request.Meeting)
            .Join(db.Organizations, a => a.OrganizationId, o => o.Id, (attachment, o) => new { Attachment = attachment, o.Path }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null || (found.Attachment.RemovedAt is not null && !await ReadsRecords(request.Meeting, found.Path, cancellationToken))) return AttachmentErrors.NotFound;

        if (await files.Read(request.Attachment.Value, cancellationToken) is not { } kept) return AttachmentErrors.FileMissing;
        var plain = protector.UnprotectBytes(PersonalDataPurpose.Attachment, kept);
        if (!plain.Succeeded) return plain.Errors[0];
        // Every attachment is encrypted under the same key: of two that were exchanged on the disk, only the sum tells.
        if (Convert.ToHexStringLower(SHA256.HashData(plain.Value)) != found.Attachment.Sha256) return AttachmentErrors.FileDiffers;
        return new FileAnswer(found.Attachment.Name, AttachmentFormat.Of(found.Attachment.Type).MediaType, plain.Value);
    }

    // What was removed is an old record of each organization that held the meeting, and old records are for those who keep or oversee them.
    private async Task<bool> ReadsRecords(Id<Meeting> meeting, string path, CancellationToken cancellation)
    {
        if (caller.Holds(Role.Readers, path)) return true;
        var others = await db.JointOrganizations.Where(j => j.MeetingId == meeting).Join(db.Organizations, j => j.OrganizationId, o => o.Id, (_, o) => o.Path).ToListAsync(cancellation);
        return others.Exists(other => caller.Holds(Role.Readers, other));
    }
}
