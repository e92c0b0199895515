using Microsoft.Extensions.Configuration;
using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure;

/// <summary>Where the program keeps its files: the embedded database, keys made in Development, sample accounts, attachments.</summary>
/// <param name="Path">An absolute path.</param>
public sealed record DataDirectory(string Path)
{
    private const int NoSpaceLeft = 28;
    private const int DiskFullOnWindows = 0x70;
    private const int ProbeLength = 64 << 10;

    /// <summary><c>PARTYORG_DATA_DIR</c>, or <c>data</c> below the working directory; made where it is missing. The program does not start when it cannot write there.</summary>
    public static DataDirectory From(IConfiguration configuration) => At(configuration["PARTYORG_DATA_DIR"] is { Length: > 0 } given ? given : "data");

    /// <summary>A directory for files, made where it is missing. The program does not start when it cannot write there.</summary>
    public static DataDirectory At(string directory)
    {
        var path = System.IO.Path.GetFullPath(directory);
        var probe = System.IO.Path.Combine(path, $".write-probe-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(path);
            System.IO.File.WriteAllBytes(probe, new byte[ProbeLength]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused(IsFull(exception) ? DiskFull(path) : NotWritable(path));
        }
        finally
        {
            if (System.IO.File.Exists(probe)) System.IO.File.Delete(probe);
        }

        return new(path);
    }

    /// <summary>A file in the directory.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Whether the failure says that the disk is full.</summary>
    public static bool IsFull(Exception exception) => exception is IOException && (exception.HResult & 0xFFFF) is NoSpaceLeft or DiskFullOnWindows;

    /// <summary>There is no room.</summary>
    public static Error DiskFull(string path) => Error.Conflict("disk-full",
        $"The disk of {path} is full. Make room, or choose another data directory with PARTYORG_DATA_DIR.",
        $"{path} 所在磁盘已满。请清理空间，或用 PARTYORG_DATA_DIR 指定其他数据目录。");

    private static Error NotWritable(string path) => Error.Conflict("data-directory-not-writable",
        $"The data directory {path} cannot be made or written. Change its owner or rights, or choose another one with PARTYORG_DATA_DIR.",
        $"数据目录 {path} 无法创建或写入。请修改其所有者或权限，或用 PARTYORG_DATA_DIR 指定其他目录。");
}

/// <summary>The program does not start, for a reason that its administrator can mend.</summary>
public sealed class StartRefused(Error error) : Exception(error.Message.En)
{
    /// <summary>Why, in both languages.</summary>
    public Error Error { get; } = error;
}
