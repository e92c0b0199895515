using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
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
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "partyorg.dll") }, WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = address;
        var process = Process.Start(start)!;
        var said = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var product = new ProductProcess(process, new(address));
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited || deadline.Elapsed > TimeSpan.FromMinutes(2)) throw new InvalidOperationException($"The product did not start: {said}");
            try
            {
                using var answer = await product.Http.GetAsync("/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK) return product;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Yield();
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
