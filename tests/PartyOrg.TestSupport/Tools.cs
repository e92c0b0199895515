using System.Diagnostics;

namespace PartyOrg.TestSupport;

/// <summary>Programs of the machine that some tests need.</summary>
public static class Tools
{
    /// <summary>Whether a missing tool fails its tests: on a continuous integration machine, or where a variable says so.</summary>
    public static bool AreRequired(string variable) => Environment.GetEnvironmentVariable("CI") == "true" || Environment.GetEnvironmentVariable(variable) == "1";

    /// <summary>The first of these programs on the path.</summary>
    public static string? Find(params string[] names) =>
        (from name in names from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator) select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end; what it wrote, and whether it was content.</summary>
    public static async Task<(int ExitCode, string Output)> Run(string program, string folder, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true },
        };
        process.StartInfo.Environment["REDOCLY_TELEMETRY"] = "off";
        process.Start();
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within three minutes.");
        }
    }
}
