using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.ThreeMeetingsAndOneLesson;

/// <summary>
/// A file that belongs to the record of a meeting: a photo, a scan of the sign-in sheet, a document that was dealt with (TWS-3.5). Its bytes lie
/// apart, encrypted, under its id. It is never changed: what is wrong is removed, with a reason, and stays to be read like every old record.
/// </summary>
public sealed class Attachment : Aggregate
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 20 << 20;

    /// <summary>The most attachments that stand at one meeting.</summary>
    public const int MostOfMeeting = 50;

    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 200;

    private IReadOnlyList<Id<Organization>> jointWith = [];

    private Attachment() { }

    internal Attachment(Id<Attachment> id, Meeting meeting, AttachedFile file, AttachmentType type, string? note, Id<Account> by, Instant at)
    {
        (Id, MeetingId, OrganizationId, Name, Type, Size, Sha256, Note, AddedBy, AddedAt) = (id, meeting.Id, meeting.OrganizationId, file.Name, type, file.Content.Length, file.Sha256, note, by, at);
        jointWith = meeting.JointWith;
        Raise(new("attachment.added"));
    }

    /// <summary>The attachment's id, under which its bytes are stored.</summary>
    public Id<Attachment> Id { get; private set; }

    /// <summary>The meeting.</summary>
    public Id<Meeting> MeetingId { get; private set; }

    /// <summary>Whose meeting it is.</summary>
    public Id<Organization> OrganizationId { get; private set; }

    /// <summary>What the file is called, made harmless.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is, by its content.</summary>
    public AttachmentType Type { get; private set; }

    /// <summary>How many bytes it has.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 of its bytes, 64 hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>What it shows.</summary>
    public string? Note { get; private set; }

    /// <summary>Who attached it.</summary>
    public Id<Account> AddedBy { get; private set; }

    /// <summary>When.</summary>
    public Instant AddedAt { get; private set; }

    /// <summary>Who removed it; none while it stands.</summary>
    public Id<Account>? RemovedBy { get; private set; }

    /// <summary>When it was removed.</summary>
    public Instant? RemovedAt { get; private set; }

    /// <summary>Why.</summary>
    public string? RemovedBecause { get; private set; }

    /// <inheritdoc/>
    public override Guid? AuditedUnder => OrganizationId.Value;

    /// <summary>The organizations that hold the meeting together with the one whose it is.</summary>
    public override IEnumerable<Guid> AlsoAuditedUnder => jointWith.Select(o => o.Value);

    /// <inheritdoc/>
    public override Guid Key => Id.Value;

    internal Result<Done> Remove(Meeting meeting, Replacement removal)
    {
        if (RemovedAt is not null) return AttachmentErrors.RemovedAlready;
        (RemovedBy, RemovedAt, RemovedBecause, jointWith) = (removal.By, removal.At, removal.Reason, meeting.JointWith);
        Raise(new("attachment.removed"));
        return Done.It;
    }
}

/// <summary>Refusals of attachments.</summary>
public static class AttachmentErrors
{
    /// <summary>Not there, or of a meeting out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("attachment-not-found",
        "The meeting has no such attachment. GET /api/v1/meetings/{meeting}/attachments lists them.", "该会议没有此附件。请通过 GET /api/v1/meetings/{meeting}/attachments 查询。");

    /// <summary>Nothing was uploaded, or a file without content.</summary>
    public static Error Missing { get; } = Error.Invalid("attachment-missing",
        "The upload holds no file, or an empty one. Send one file as the part \"file\" of multipart/form-data.", "未上传文件或文件为空。请以 multipart/form-data 的“file”部分上传一个文件。");

    /// <summary>The content is of no type that is kept.</summary>
    public static Error TypeUnknown { get; } = Error.Invalid("attachment-type-unknown",
        $"By its content the file is none of these: {Types}. A document with macros is not taken either. Save it as one of them, for example as PDF.",
        $"从内容看，该文件不属于以下类型：{Types}；含宏的文档也不接受。请另存为其中一种，例如 PDF。");

    /// <summary>The content is of another type than name or media type say.</summary>
    public static Error TypeDiffers(AttachmentType type, string declared) => Error.Invalid("attachment-type-differs",
        $"By its content the file is {type.ToString().ToUpperInvariant()} ({AttachmentFormat.Of(type).MediaType}), and it was sent as \"{declared}\". Give it the name and the media type of what it is.",
        $"从内容看，该文件是 {type.ToString().ToUpperInvariant()}（{AttachmentFormat.Of(type).MediaType}），但上传时标为“{declared}”。请使用与内容相符的扩展名和媒体类型。");

    /// <summary>The meeting has as many as it takes.</summary>
    public static Error TooMany { get; } = Error.Conflict("too-many-attachments",
        $"The meeting has {Attachment.MostOfMeeting} attachments, which is the most. Remove one that is not needed, or put several scans into one PDF.",
        $"该会议已有 {Attachment.MostOfMeeting} 个附件，达到上限。请移除不需要的附件，或将多份扫描件合并为一个 PDF。");

    /// <summary>What was cancelled or withdrawn gets no attachments (TWS-3.5).</summary>
    public static Error MeetingHasEnded { get; } = Error.RuleBroken("TWS-3.5", "meeting-has-ended",
        "The meeting was cancelled or withdrawn: it is no record to which files are attached. Attach the file to the meeting that was held.",
        "该会议已取消或撤回，不能再添加附件。请将文件附于实际召开的会议。");

    /// <summary>It was removed before.</summary>
    public static Error RemovedAlready { get; } = Error.Conflict("attachment-removed-already", "The attachment was removed before; nothing remains to be done.", "该附件此前已移除，无须再次操作。");

    /// <summary>The bytes are not where they were stored.</summary>
    public static Error FileMissing { get; } = Error.Conflict("attachment-file-missing",
        "The attachment is recorded, and its file is missing from the store. Ask the administrator to restore the attachments' directory from a backup.",
        "附件已登记，但存储中缺少其文件。请联系管理员从备份恢复附件目录。");

    /// <summary>The bytes are not those that were stored.</summary>
    public static Error FileDiffers { get; } = Error.Conflict("attachment-file-differs",
        "The attachment's file is not the one that was stored: its SHA-256 is another. Ask the administrator to restore the attachments' directory from a backup.",
        "附件文件与登记时的 SHA-256 不一致。请联系管理员从备份恢复附件目录。");

    private static string Types => string.Join(", ", Enum.GetNames<AttachmentType>().Select(n => n.ToUpperInvariant()));
}
