using System.Globalization;
using Microsoft.Extensions.Configuration;
using NodaTime;
using PartyOrg.Application.ThreeMeetingsAndOneLesson;
using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>
/// Attachments as files: <c>Attachments:Directory</c>, or <c>attachments</c> in the data directory. Several processes share one directory.
/// Each file is named by the attachment's id and nothing that a caller chose; they are spread over 256 directories by the id's last, random byte.
/// </summary>
public sealed class AttachmentFiles(DataDirectory directory) : IAttachmentFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The store that the configuration names; the program does not start when it cannot write there.</summary>
    public static AttachmentFiles From(IConfiguration configuration, DataDirectory data) =>
        new(DataDirectory.At(configuration["Attachments:Directory"] is { Length: > 0 } given ? given : data.File("attachments")));

    /// <inheritdoc/>
    public async Task<Result<Done>> Write(Guid id, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var path = PathOf(id);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = content.Length };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = new FileStream(path, options);
            await file.WriteAsync(content, cancellation);
            file.Flush(flushToDisk: true);
            return Done.It;
        }
        catch (IOException fault) when (DataDirectory.IsFull(fault))
        {
            File.Delete(path);
            return DataDirectory.DiskFull(directory.Path);
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]?> Read(Guid id, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(id), cancellation);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public bool Exists(Guid id) => File.Exists(PathOf(id));

    /// <inheritdoc/>
    public IEnumerable<Guid> WrittenBefore(Instant instant)
    {
        var before = instant.ToDateTimeUtc();
        foreach (var file in new DirectoryInfo(directory.Path).EnumerateDirectories().SelectMany(shard => shard.EnumerateFiles()))
        {
            // What is not named by an id is not ours.
            if (file.LastWriteTimeUtc < before && Guid.TryParseExact(file.Name, "N", out var id) && file.FullName == PathOf(id)) yield return id;
        }
    }

    /// <inheritdoc/>
    public void Delete(Guid id) => File.Delete(PathOf(id));

    private string PathOf(Guid id)
    {
        var name = id.ToString("N", CultureInfo.InvariantCulture);
        return Path.Combine(directory.Path, name[^2..], name);
    }
}
