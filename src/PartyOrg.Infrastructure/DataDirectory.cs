using Microsoft.Extensions.Configuration;
using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure;

/// <summary>Where the program keeps its files: the embedded database, keys made in Development, sample accounts, attachments.</summary>
/// <param name="Path">An absolute path.</param>
public sealed record DataDirectory(string Path)
{
    /// <summary><c>PARTYORG_DATA_DIR</c>, or <c>data</c> below the working directory; made where it is missing.</summary>
    public static DataDirectory From(IConfiguration configuration)
    {
        var path = System.IO.Path.GetFullPath(configuration["PARTYORG_DATA_DIR"] is { Length: > 0 } given ? given : "data");
        Directory.CreateDirectory(path);
        return new(path);
    }

    /// <summary>A file in the directory.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);
}

/// <summary>The program does not start, for a reason that its administrator can mend.</summary>
public sealed class StartRefused(Error error) : Exception(error.Message.En)
{
    /// <summary>Why, in both languages.</summary>
    public Error Error { get; } = error;
}
