using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace PartyOrg.Benchmarks.Measuring;

/// <summary>How long a server takes from the start of its process to its first answer, and what it has used of processor and memory then.</summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="program">The server's program; it is started with this process's environment.</param>
    /// <param name="url">What is asked.</param>
    /// <param name="rounds">How many starts; the first, which fills the system's file cache, is not counted.</param>
    public static async Task Measure(string program, Uri url, int rounds)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var (times, processor, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            using var process = Process.Start(new ProcessStartInfo(program) { WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(program)), RedirectStandardOutput = true, RedirectStandardError = true })!;
            try
            {
                var start = Stopwatch.GetTimestamp();
                while (!await Answers(client, url))
                {
                    if (process.HasExited) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
                    if (Stopwatch.GetElapsedTime(start) > Patience) throw new TimeoutException($"{program} does not answer at {url}");
                    await Task.Delay(TimeSpan.FromMilliseconds(2));
                }

                if (round == 0) continue;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                processor.Add(ProcessorTime.OfProcess(process.Id) * 1000);
                memory.Add(Resident(process.Id, "VmRSS"));
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"start to first answer {Report.Median(times, t => t):F0} ms (of {times.Count}: {times.Min():F0} to {times.Max():F0}), processor {Report.Median(processor, t => t):F0} ms, resident then {Report.Median(memory, m => m):F0} MiB"));
    }

    /// <summary>MiB of a line of the process's status: VmRSS now, VmHWM at most.</summary>
    public static double Resident(int process, string line) =>
        File.ReadLines($"/proc/{process}/status").Where(l => l.StartsWith(line, StringComparison.Ordinal))
            .Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    private static async Task<bool> Answers(HttpClient client, Uri url)
    {
        try
        {
            using var answer = await client.GetAsync(url);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
