using Microsoft.EntityFrameworkCore;
using NodaTime;
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

/// <summary>Shows what is recorded of one file attached to a meeting; its bytes are at <c>…/content</c>.</summary>
/// <param name="Meeting">The meeting, of an organization in the caller's scope, or one that the caller chairs.</param>
/// <param name="Attachment">The attachment.</param>
[AllowedTo(Role.Readers | Role.Member)]
public sealed record GetAttachment(Id<Meeting> Meeting, Id<Attachment> Attachment) : IQuery<AttachmentAnswer>;

/// <summary>A file attached to a meeting.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MeetingId">The meeting.</param>
/// <param name="Name">What the file is called.</param>
/// <param name="Type">What it is.</param>
/// <param name="MediaType">The same as a media type.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 hexadecimal digits.</param>
/// <param name="Note">What it shows.</param>
/// <param name="AddedAt">When it was attached.</param>
/// <param name="AddedBy">By whom: the account's name.</param>
/// <param name="RemovedAt">When it was removed; none while it stands.</param>
/// <param name="RemovedBy">By whom: the account's name.</param>
/// <param name="RemovedBecause">Why.</param>
/// <param name="FileIsMissing">Whether the store has lost its bytes: something for the administrator.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record AttachmentAnswer(
    Id<Attachment> Id, Id<Meeting> MeetingId, string Name, AttachmentType Type, string MediaType, int Size, string Sha256, string? Note, Instant AddedAt, string AddedBy,
    Instant? RemovedAt, string? RemovedBy, string? RemovedBecause, bool FileIsMissing, int Version) : Answer, IVersioned
{
    internal static AttachmentAnswer Of(Attachment a, IReadOnlyDictionary<Id<Account>, string> names, bool fileIsMissing) => new(
        a.Id, a.MeetingId, a.Name, a.Type, AttachmentFormat.Of(a.Type).MediaType, a.Size, a.Sha256, a.Note, a.AddedAt, names[a.AddedBy],
        a.RemovedAt, a.RemovedBy is { } by ? names[by] : null, a.RemovedBecause, fileIsMissing, a.Version);
}

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

internal sealed class GetAttachmentHandler(PartyOrgContext db, Caller caller, IAttachmentFiles files) : IHandler<GetAttachment, AttachmentAnswer>
{
    public async Task<Result<AttachmentAnswer>> Handle(GetAttachment request, CancellationToken cancellationToken)
    {
        var attachment = await db.Attachments.InScopeOrChaired(caller, db).AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Attachment && a.MeetingId == request.Meeting, cancellationToken);
        if (attachment is null) return AttachmentErrors.NotFound;
        return AttachmentAnswer.Of(attachment, await db.NamesOfAccounts([attachment.AddedBy, attachment.RemovedBy ?? attachment.AddedBy], cancellationToken), !files.Exists(attachment.Id.Value));
    }
}

/// <summary>What the operations on attachments share.</summary>
internal static class AttachmentScope
{
    /// <summary>Attachments of the meetings in the caller's reach, and of those that he chairs.</summary>
    public static IQueryable<Attachment> InScopeOrChaired(this IQueryable<Attachment> attachments, Caller caller, PartyOrgContext db)
    {
        var meetings = db.Meetings.InScopeOrChaired(caller, db);
        return attachments.Where(a => meetings.Any(m => m.Id == a.MeetingId));
    }

    /// <summary>What the accounts are called.</summary>
    public static Task<Dictionary<Id<Account>, string>> NamesOfAccounts(this PartyOrgContext db, IReadOnlyList<Id<Account>> accounts, CancellationToken cancellation) =>
        db.Accounts.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToDictionaryAsync(a => a.Id, a => a.DisplayName.ToString(), cancellation);
}
