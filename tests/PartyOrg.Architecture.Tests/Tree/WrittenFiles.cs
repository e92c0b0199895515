using System.Text.RegularExpressions;

namespace PartyOrg.Architecture.Tests.Tree;

public partial class WrittenFiles
{
    [Fact]
    public void Nothing_is_left_unfinished() => Matches(Unfinished(), file => true).Should().BeEmpty();

    [Fact]
    public void Nothing_names_a_machine_or_a_registry() => Matches(MachineOrRegistry(), file => true).Should().BeEmpty();

    // The wall clock is banned everywhere but in the one place that hands it out.
    [Fact]
    public void No_warning_is_silenced() => Matches(SilencedWarning(), file => IsCode(file) && file.Name != "TheClock.cs").Should().BeEmpty();

    [Fact]
    public void No_test_waits_for_time_to_pass() => Matches(Waiting(), file => IsCode(file) && file.Path.StartsWith("tests/", StringComparison.Ordinal) && !IsBenchmark(file)).Should().BeEmpty();

    // A benchmark drives servers from outside: it polls a job as its users do.
    private static bool IsBenchmark(RepositoryFile file) => file.Path.StartsWith("tests/PartyOrg.Benchmarks/", StringComparison.Ordinal);

    [Fact]
    public void No_test_is_switched_off() =>
        Matches(SwitchedOff(), file => IsCode(file) && file.Path.StartsWith("tests/", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Scripts_stop_at_the_first_failure_and_say_what_they_are_for()
    {
        var scripts = Repository.Files.Where(file => file.Path is ".ci/run" || (file.Path.StartsWith("scripts/", StringComparison.Ordinal) && file.Path.Count(letter => letter == '/') == 1
            && file.Text.StartsWith("#!/usr/bin/env bash", StringComparison.Ordinal))).ToList();
        scripts.Select(script => script.Path).Should().Contain([".ci/run", "scripts/run", "scripts/test"]);
        foreach (var script in scripts)
        {
            script.Text.Should().StartWith("#!/usr/bin/env bash\n# ", script.Path).And.Contain("\nset -euo pipefail\n", script.Path);
            if (!OperatingSystem.IsWindows() && script.Path != ".ci/run") File.GetUnixFileMode(script.FullPath).Should().HaveFlag(UnixFileMode.UserExecute, script.Path);
        }
    }

    [Theory]
    [InlineData("// TO" + "DO: later", nameof(Unfinished))]
    [InlineData("throw new Not" + "ImplementedException();", nameof(Unfinished))]
    [InlineData("see /ro" + "ot/notes.md", nameof(MachineOrRegistry))]
    [InlineData("\"/ho" + "me/me/notes.md\"", nameof(MachineOrRegistry))]
    [InlineData("https://api.nu" + "get.org/v3/index.json", nameof(MachineOrRegistry))]
    [InlineData("#prag" + "ma warning disable CS0001", nameof(SilencedWarning))]
    [InlineData("<No" + "Warn>CS1591</NoWarn>", nameof(SilencedWarning))]
    [InlineData("Thread.Sle" + "ep(10);", nameof(Waiting))]
    [InlineData("[Fact(Sk" + "ip = \"later\")]", nameof(SwitchedOff))]
    public void Each_of_these_is_found(string text, string pattern) => Pattern(pattern).IsMatch(text).Should().BeTrue();

    private static bool IsCode(RepositoryFile file) => Path.GetExtension(file.Name) is ".cs" or ".csproj" or ".props" or ".targets" or ".ts";

    private static List<string> Matches(Regex pattern, Func<RepositoryFile, bool> among)
    {
        var files = Repository.Written.Where(among).ToList();
        files.Should().HaveCountGreaterThan(20);
        return [.. from file in files from line in file.Text.Split('\n') where pattern.IsMatch(line) select $"{file}: {line.Trim()}"];
    }

    private static Regex Pattern(string name) => name switch
    {
        nameof(Unfinished) => Unfinished(),
        nameof(MachineOrRegistry) => MachineOrRegistry(),
        nameof(SilencedWarning) => SilencedWarning(),
        nameof(Waiting) => Waiting(),
        _ => SwitchedOff(),
    };

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|XX[X])\b|Not[I]mplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(^|[^A-Za-z0-9_.])(/(work|root|farm)/|/(home|Users)/[a-z]|[A-Z]:\\Users\\)|https?://[^/ ""]*(nu[g]et\.org|npm[j]s|debian\.org)")]
    private static partial Regex MachineOrRegistry();

    [GeneratedRegex(@"#prag[m]a warning disable|<No[W]arn>|Suppress[M]essage\(")]
    private static partial Regex SilencedWarning();

    [GeneratedRegex(@"Thread\.Sl[e]ep|Task\.De[l]ay\(")]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\[(Fact|Theory)\(.*\bSk[i]p *=")]
    private static partial Regex SwitchedOff();
}
