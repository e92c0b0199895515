using System.Diagnostics;

namespace PartyOrg.Architecture.Tests.History;

/// <summary>The newest release before this state of the repository: what its tag holds.</summary>
internal sealed record Release(string Tag)
{
    /// <summary>Null where nothing is released yet, or where the sources were taken without their history.</summary>
    public static Release? Latest { get; } = Git("describe", "--tags", "--abbrev=0", "--match", "v*") is { } tag ? new(tag.Trim()) : null;

    public IReadOnlyList<string> Files() => Git("ls-tree", "-r", "--name-only", "-z", Tag)!.Split('\0', StringSplitOptions.RemoveEmptyEntries);

    public string Text(string path) => Git("show", $"{Tag}:{path}") ?? throw new InvalidOperationException($"{Tag} does not hold {path}.");

    private static string? Git(params string[] arguments)
    {
        if (!Path.Exists(Path.Combine(Repository.Root, ".git"))) return null;

        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode == 0) return output;

        return error.Result.Contains("No names found", StringComparison.Ordinal) || error.Result.Contains("cannot describe", StringComparison.Ordinal)
            ? null
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result}");
    }
}
