using System.Diagnostics;

namespace PartyOrg.TestSupport;

/// <summary>A test that runs JavaScript tools of <c>tests/contract</c>; skipped, with the reason, where Node.js or they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!Tools.AreRequired("PARTYORG_REQUIRE_NODE")) Skip = Node.Missing;
    }
}

/// <summary>Node.js and the tools that <c>tests/contract/package.json</c> names.</summary>
public static class Node
{
    private static readonly Version Oldest = new(20, 19);
    private static readonly Lazy<string?> Reason = new(WhyMissing);

    /// <summary>Where the tools are.</summary>
    public static string Folder { get; } = RepositoryFiles.At("tests", "contract");

    /// <summary>Why the tools cannot run here; none when they can.</summary>
    public static string? Missing => Reason.Value;

    /// <summary>Runs a script with Node.js in the tools' folder, and answers what it wrote; fails with that where the script fails.</summary>
    public static async Task<string> Run(params string[] arguments)
    {
        Missing.Should().BeNull();
        var (exitCode, output) = await Tools.Run(Tools.Find("node", "node.exe")!, Folder, arguments);
        exitCode.Should().Be(0, "it wrote: {0}", output);
        return output;
    }

    private static string? WhyMissing()
    {
        if (Tools.Find("node", "node.exe") is not { } node) return $"Node.js {Oldest} or later is not installed.";
        using var asked = Process.Start(new ProcessStartInfo(node, "--version") { RedirectStandardOutput = true })!;
        var version = asked.StandardOutput.ReadToEnd().Trim().TrimStart('v');
        if (!Version.TryParse(version, out var found) || found < Oldest) return $"Node.js is {version}; {Oldest} or later is needed.";
        return File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")) ? null : "The JavaScript tools are not installed: run `npm ci` in tests/contract, or scripts/test.";
    }
}
