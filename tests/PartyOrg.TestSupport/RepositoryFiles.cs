namespace PartyOrg.TestSupport;

/// <summary>Files of the repository that tests compare with the product.</summary>
public static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A folder that version control ignores, for what a test leaves to be looked at.</summary>
    public static string Artifacts(string name) => Directory.CreateDirectory(At("artifacts", name)).FullName;

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "PartyOrg.sln")))
            directory = Path.GetDirectoryName(directory.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("PartyOrg.sln is in no folder above the tests.");
        return directory;
    }
}
