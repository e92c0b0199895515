using PartyOrg.Domain.Results;

namespace PartyOrg.Application.ThreeMeetingsAndOneLesson;

/// <summary>Where the bytes of attachments lie, encrypted: outside the database, which would carry them through every backup and every log.</summary>
public interface IAttachmentFiles
{
    /// <summary>Stores the bytes; when it answers, they are on the disk. Nobody reads them before the attachment is recorded.</summary>
    Task<Result<Done>> Write(Guid id, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>The bytes; none when the file is missing.</summary>
    Task<byte[]?> Read(Guid id, CancellationToken cancellation);

    /// <summary>Whether the file is there.</summary>
    bool Exists(Guid id);

    /// <summary>The files that were written before the instant.</summary>
    IEnumerable<Guid> WrittenBefore(NodaTime.Instant instant);

    /// <summary>Deletes the file, if it is there.</summary>
    void Delete(Guid id);
}
