using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

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
