namespace PartyOrg.Domain.RuleBooks;

/// <summary>The data files that are embedded in the Domain assembly, by the folder they lie in.</summary>
internal static class EmbeddedFiles
{
    /// <summary>Name (without folders) and content of every embedded file that lies directly in a folder of this name, in ordinal order of their paths.</summary>
    public static IEnumerable<(string Name, byte[] Content)> In(string folder)
    {
        var assembly = typeof(EmbeddedFiles).Assembly;

        // A resource is named by its path, which a build on Windows writes with backslashes.
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var path = resource.Replace('\\', '/').Split('/');
            if (path.Length < 2 || path[^2] != folder) continue;

            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return (path[^1], content);
        }
    }
}
