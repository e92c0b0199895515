namespace PartyOrg.Architecture.Tests;

/// <summary>The files of the repository as they stand on the disk, without what is built, fetched or kept out of it.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Outside = [".git", ".dotnet", ".vs", ".idea", "bin", "obj", "artifacts", "data", "node_modules", "test-results"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<RepositoryFile> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal).Select(path => new RepositoryFile(path))];

    /// <summary>Source files by hand: C#, scripts, documents, project files and data, without what a tool generates: migrations and compiled models.</summary>
    public static IEnumerable<RepositoryFile> Written => Files.Where(file => file.IsText && !file.Path.Contains("/Persistence/Migrations/", StringComparison.Ordinal) && !file.Path.Contains("/Persistence/Compiled/", StringComparison.Ordinal));

    private static IEnumerable<string> Walk(string directory) =>
        Directory.EnumerateFiles(directory).Where(file => Path.GetFileName(file) != ".git")
            .Concat(Directory.EnumerateDirectories(directory).Where(child => !IsOutside(child)).SelectMany(Walk));

    // data/ is the running product's; the Data folders of the sources are not.
    private static bool IsOutside(string directory) => Outside.Contains(Path.GetFileName(directory)) && !(Path.GetFileName(directory) == "data" && Path.GetDirectoryName(directory) != Root);

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "PartyOrg.sln"))) directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return directory;
    }
}

/// <summary>A file of the repository.</summary>
internal sealed class RepositoryFile(string fullPath)
{
    private static readonly HashSet<string> Texts =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".txt", ".sh", ".ts", ".js", ".mjs", ".yml", ".yaml", ".csv", ".editorconfig", ".gitignore", ".dockerignore", ""];

    /// <summary>Relative to the repository's root, with slashes.</summary>
    public string Path { get; } = System.IO.Path.GetRelativePath(Repository.Root, fullPath).Replace('\\', '/');

    public string Name => System.IO.Path.GetFileName(fullPath);

    public string FullPath => fullPath;

    public bool IsText => Texts.Contains(System.IO.Path.GetExtension(fullPath));

    public string Text => File.ReadAllText(fullPath);

    public override string ToString() => Path;
}
