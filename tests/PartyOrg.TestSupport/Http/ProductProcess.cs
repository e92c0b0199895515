using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.TestSupport.Http;

/// <summary>The product as a process of its own, so that it can be killed.</summary>
public sealed class ProductProcess : IDisposable
{
    private readonly Process process;

    private ProductProcess(Process process, Uri address) => (this.process, Http) = (process, new(new SocketsHttpHandler()) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) });

    public HttpClient Http { get; }

    /// <summary>The settings under which every process of one test starts: keys of its own, one database.</summary>
    public static Dictionary<string, string> Settings(DatabaseOptions database, string dataDirectory, byte[] signingKey) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["PARTYORG_DATA_DIR"] = dataDirectory,
        ["Database__Provider"] = database.Provider.ToString(),
        ["Database__ConnectionString"] = database.ConnectionString,
        ["Tokens__SigningKey"] = Convert.ToBase64String(signingKey),
        ["PersonalData__CurrentKeyId"] = "test",
        ["PersonalData__Keys__test"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["PersonalData__BlindIndexKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["DOTNET_TieredPGO"] = "0",
    };

    /// <summary>Starts the product and waits until it answers.</summary>
    public static async Task<ProductProcess> Start(Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "partyorg.dll") }, WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var process = Process.Start(start)!;
        var (said, listening) = (new StringBuilder(), new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously));
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            // It says where it listens: who asked meanwhile would take from it the processor that it starts with.
            var product = new ProductProcess(process, await listening.Task.WaitAsync(TimeSpan.FromMinutes(2)));
            (await product.Http.GetAsync("/health/ready")).EnsureSuccessStatusCode();
            return product;
        }
        catch (Exception exception) when (exception is TimeoutException or HttpRequestException)
        {
            throw new InvalidOperationException($"The product did not start: {said}", exception);
        }

        void Hear(string? line)
        {
            lock (said) said.AppendLine(line);
            const string where = "Now listening on: ";
            if (line?.IndexOf(where, StringComparison.Ordinal) is { } at and >= 0) listening.TrySetResult(new(line[(at + where.Length)..]));
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        Http.Dispose();
        process.Dispose();
    }
}
