using System.Diagnostics;
using System.Globalization;

namespace PartyOrg.Benchmarks.Measuring;

/// <summary>One of the things compared: it does the work number <c>i</c> on the lane (one connection, never used by two at once).</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Work">The work, given a lane and a number.</param>
/// <param name="Processors">Seconds of processor time so far of the process that speaks to the database, and of the database; by default this process's.</param>
internal sealed record Side(string Name, Func<int, long, ValueTask> Work, Func<(double Process, double Database)>? Processors = null);

/// <summary>One timed run of one side.</summary>
internal sealed record Run(
    string Experiment, string Database, string Side, int Writers, int Round, long Operations, double Seconds, double ProcessCpu, double DatabaseCpu, double MedianMicroseconds, double P99Microseconds)
{
    public double PerSecond => Operations / Seconds;

    public double CpuPerOperation => (ProcessCpu + DatabaseCpu) / Operations * 1e6;

    public double DatabaseCpuPerOperation => DatabaseCpu / Operations * 1e6;

    public static string Header => "experiment,database,side,writers,round,operations,seconds,perSecond,processCpuMicroseconds,databaseCpuMicroseconds,medianMicroseconds,p99Microseconds";

    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Experiment},{Database},{Side},{Writers},{Round},{Operations},{Seconds:F3},{PerSecond:F1},{ProcessCpu / Operations * 1e6:F2},{DatabaseCpuPerOperation:F2},{MedianMicroseconds:F1},{P99Microseconds:F1}");
}

/// <summary>Closed loops over several sides in turn (A B C, A B C, …), so that what disturbs the machine disturbs all of them alike.</summary>
internal sealed class Alternating(string experiment, string database, int rounds, double seconds, Func<double> databaseCpu)
{
    public async Task<List<Run>> Over(IReadOnlyList<Side> sides, int writers, long most = long.MaxValue)
    {
        var runs = new List<Run>();
        var next = new long[sides.Count];
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < sides.Count; i++)
            {
                // The round before the first warms up and is not kept.
                var (run, reached) = await Once(sides[i], writers, round, next[i], round == 0 ? Math.Min(1, seconds) : seconds, most);
                next[i] = reached;
                if (round > 0) runs.Add(run);
            }
        }

        return runs;
    }

    private async Task<(Run Run, long Reached)> Once(Side side, int writers, int round, long first, double limit, long most)
    {
        var taken = first;
        var latencies = new List<double>[writers];
        var processors = side.Processors ?? (() => (ProcessorTime.OfSelf(), databaseCpu()));
        var (before, start) = (processors(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, writers).Select(lane => Task.Factory.StartNew(async () =>
        {
            var mine = latencies[lane] = new(1 << 14);
            // Once at least: on a busy machine a lane may begin after the end.
            do
            {
                var number = Interlocked.Increment(ref taken) - 1;
                if (number - first >= most) break;
                var begin = Stopwatch.GetTimestamp();
                await side.Work(lane, number);
                mine.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
            }
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < limit);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        var (elapsed, after) = (Stopwatch.GetElapsedTime(start).TotalSeconds, processors());
        var all = latencies.SelectMany(l => l).Order().ToArray();
        return (new(experiment, database, side.Name, writers, round, all.Length, elapsed, after.Process - before.Process, after.Database - before.Database, all[all.Length / 2], all[(int)(all.Length * 0.99)]), taken);
    }
}

/// <summary>What many runs say: medians per side, and the median of each round's ratio to the first side of the same round.</summary>
internal static class Report
{
    public static List<Run> Print(List<Run> runs)
    {
        foreach (var setting in runs.GroupBy(r => (r.Experiment, r.Database, r.Writers)))
        {
            Console.WriteLine($"\n{setting.Key.Experiment}, {setting.Key.Database}, {setting.Key.Writers} at once");
            Console.WriteLine($"{"",-44} {"per second",11} {"CPU µs",9} {"db CPU µs",9} {"p50 µs",9} {"p99 µs",9} | {"CPU ×",7} {"db CPU ×",8} {"rate ×",7}");
            var baseline = setting.GroupBy(r => r.Side).First().ToDictionary(r => r.Round);
            foreach (var side in setting.GroupBy(r => r.Side))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{side.Key,-44} {Median(side, r => r.PerSecond),11:F0} {Median(side, r => r.CpuPerOperation),9:F1} {Median(side, r => r.DatabaseCpuPerOperation),9:F1} {Median(side, r => r.MedianMicroseconds),9:F0} {Median(side, r => r.P99Microseconds),9:F0} | {Median(side, r => r.CpuPerOperation / baseline[r.Round].CpuPerOperation),7:F2} {Ratio(Median(side, r => r.DatabaseCpuPerOperation / baseline[r.Round].DatabaseCpuPerOperation)),8} {Median(side, r => r.PerSecond / baseline[r.Round].PerSecond),7:F2}"));
            }
        }

        return runs;
    }

    // An embedded database has no processor time of its own.
    private static string Ratio(double ratio) => double.IsFinite(ratio) ? ratio.ToString("F2", CultureInfo.InvariantCulture) : "–";

    public static void Save(string file, IReadOnlyList<Run> runs) => File.WriteAllLines(file, runs.Select(r => r.Line).Prepend(Run.Header));

    public static double Median<T>(IEnumerable<T> items, Func<T, double> value)
    {
        var sorted = items.Select(value).Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
