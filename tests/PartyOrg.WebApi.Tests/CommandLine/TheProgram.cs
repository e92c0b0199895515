using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace PartyOrg.WebApi.Tests.CommandLine;

/// <summary>The program as an administrator starts it: a process with settings, a data directory and a command line.</summary>
internal sealed class TheProgram : IAsyncDisposable
{
    // The file, and its log of what was not written into it yet.
    private static readonly Lazy<Task<Dictionary<string, byte[]>>> Migrated = new(async () =>
    {
        await using var program = new TheProgram();
        await program.Done("migrate");
        return Directory.GetFiles(program.Data, Path.GetFileName(program.Database) + "*").ToDictionary(f => Path.GetFileName(f), System.IO.File.ReadAllBytes);
    });

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("partyorg-program-");
    private readonly List<Process> started = [];

    public TheProgram()
    {
        Settings = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort()}",
            ["PARTYORG_DATA_DIR"] = Data,
            ["Tokens__SigningKey"] = Key(),
            ["PersonalData__CurrentKeyId"] = "test",
            ["PersonalData__Keys__test"] = Key(),
            ["PersonalData__BlindIndexKey"] = Key(),
            ["DOTNET_TieredPGO"] = "0",
        };
        Directory.CreateDirectory(Data);
    }

    public Dictionary<string, string> Settings { get; }

    public string Data => Path.Combine(directory.FullName, "data");

    public string Database => Path.Combine(Data, "partyorg.db");

    public string File(string name) => Path.Combine(directory.FullName, name);

    /// <summary>Has a database as <c>migrate</c> leaves it; the command itself runs once for all.</summary>
    public async Task Migrate()
    {
        foreach (var (name, content) in await Migrated.Value) await System.IO.File.WriteAllBytesAsync(Path.Combine(Data, name), content);
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int Code, string Out, string Error)> Run(string arguments, string input = "")
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Runs a command that must succeed.</summary>
    public async Task<string> Done(string arguments, string input = "")
    {
        var (code, output, error) = await Run(arguments, input);
        code.Should().Be(0, "{0}{1}", output, error);
        return output;
    }

    /// <summary>Runs a command, or the server, that must refuse with this code and both languages.</summary>
    public async Task<string> Refused(string arguments, string code)
    {
        var (exit, output, error) = await Run(arguments);
        error.Should().StartWith($"partyorg: {code}{Environment.NewLine}", "{0}", output);
        exit.Should().Be(2);
        error.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}").And.NotContain("   at ");
        return error;
    }

    /// <summary>Starts the server and waits until it answers.</summary>
    public async Task<HttpClient> Serve()
    {
        var process = Start("");
        started.Add(process);
        var http = new HttpClient { BaseAddress = new(Settings["ASPNETCORE_URLS"]) };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var line = "";
        while (line?.Contains("Now listening on", StringComparison.Ordinal) is false) line = await process.StandardOutput.ReadLineAsync(patience.Token);
        line.Should().NotBeNull("{0}", line is null ? await process.StandardError.ReadToEndAsync(patience.Token) : "");
        (await http.GetAsync("/health/ready", patience.Token)).EnsureSuccessStatusCode();
        return http;
    }

    /// <summary>Ends every server that was started.</summary>
    public async Task Stop()
    {
        foreach (var process in started)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        started.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        directory.Delete(recursive: true);
    }

    public static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Start(string arguments)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{Path.Combine(AppContext.BaseDirectory, "partyorg.dll")}\" {arguments}")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory.FullName,
        };
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
