using System.Diagnostics;

namespace PartyOrg.TestSupport;

/// <summary>A test that runs JavaScript tools of <c>tests/contract</c>; skipped, with the reason, where Node.js or they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Node.SkipReason(Environment.GetEnvironmentVariable);
}

/// <summary>Node.js and the tools that <c>tests/contract/package.json</c> names.</summary>
public static class Node
{
    private static readonly Version Oldest = new(20, 19);

    /// <summary>Where the tools are.</summary>
    public static string Folder { get; } = RepositoryFiles.At("tests", "contract");

    /// <summary>Why tests that need them are skipped; none when they run.</summary>
    public static string? SkipReason(Func<string, string?> environment) => Tools.SkipReason("PARTYORG_REQUIRE_NODE", WhyMissing(environment), environment);

    /// <summary>Runs a script with Node.js in the tools' folder, and answers what it wrote; fails with that where the script fails.</summary>
    public static async Task<string> Run(params string[] arguments)
    {
        WhyMissing(Environment.GetEnvironmentVariable).Should().BeNull();
        var (exitCode, output) = await Tools.Run(Program(Environment.GetEnvironmentVariable)!, Folder, arguments);
        exitCode.Should().Be(0, "it wrote: {0}", output);
        return output;
    }

    private static string? Program(Func<string, string?> environment) => Tools.Find(environment, "node", "node.exe");

    private static string? WhyMissing(Func<string, string?> environment)
    {
        if (Program(environment) is not { } node) return $"Node.js {Oldest} or later is not installed.";
        using var asked = Process.Start(new ProcessStartInfo(node, "--version") { RedirectStandardOutput = true })!;
        var version = asked.StandardOutput.ReadToEnd().Trim().TrimStart('v');
        if (!Version.TryParse(version, out var found) || found < Oldest) return $"Node.js is {version}; {Oldest} or later is needed.";
        return File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")) ? null : "The JavaScript tools are not installed: run `npm ci` in tests/contract, or scripts/test.";
    }
}
