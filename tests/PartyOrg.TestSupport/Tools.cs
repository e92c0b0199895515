using System.Diagnostics;

namespace PartyOrg.TestSupport;

/// <summary>Programs of the machine that some tests need.</summary>
public static class Tools
{
    /// <summary>
    /// Why tests that need a tool are skipped: what is missing, or nothing where the tool is there, and nothing where it is required (on a continuous integration machine, or
    /// where the variable is 1): a skip would look like success there, and so they run and fail.
    /// </summary>
    /// <param name="variable">The variable that requires it.</param>
    /// <param name="missing">Why the tool cannot be used; none when it can.</param>
    /// <param name="environment">The variables of the machine.</param>
    public static string? SkipReason(string variable, string? missing, Func<string, string?> environment) => environment("CI") == "true" || environment(variable) == "1" ? null : missing;

    /// <summary>The first of these programs on the path.</summary>
    public static string? Find(Func<string, string?> environment, params string[] names) =>
        (from name in names from folder in (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

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
