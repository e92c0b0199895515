using System.Diagnostics;
using System.Globalization;
using PartyOrg.Benchmarks.Measuring;

namespace PartyOrg.Benchmarks.Driving;

/// <summary>Two servers, the same questions: first that they answer alike, then what the answers cost, run by run in turn.</summary>
internal static class Comparison
{
    private const int Compared = 60;
    private const string Import = "import-town";
    private static readonly string[] OfTheCity = ["city-year", "city-every-duty"];

    public static async Task<List<Run>> Measure(Server[] servers, Workload workload, string[] operations, int[] connections, int rounds, double seconds, string label)
    {
        // What an import writes would change the answers to all other questions: it comes last, and is compared then.
        foreach (var operation in operations.Where(o => o != Import)) await Agree(servers, workload, operation);
        foreach (var server in servers) await WarmUp(server, workload, operations, seconds);
        var runs = new List<Run>();
        foreach (var operation in operations)
        {
            if (operation == Import) await Agree(servers, workload, operation);
            // Enough different items that no cache below answers from one row, prepared before the clock starts.
            var prepared = servers.Select(s => Enumerable.Range(0, Different(operation)).Select(i => s.Prepare(operation, workload.Item(operation, i))).ToArray()).ToArray();
            var sides = servers.Select((server, i) => new Side(server.Name, async (_, number) => await server.Ask(prepared[i][number % prepared[i].Length]),
                server.Processors)).ToArray();
            foreach (var count in connections)
            {
                if (IsLarge(operation) && count > 1) continue;
                for (var i = 0; i < servers.Length; i++) await servers[i].SignIn(prepared[i]);
                runs.AddRange(Report.Print(await new Alternating(operation, label, rounds, IsLarge(operation) ? seconds * 2 : seconds, () => 0).Over(sides, count)));
            }
        }

        return runs;
    }

    private static int Different(string operation) => OfTheCity.Contains(operation) ? 1 : operation == Import ? 8 : 5000;

    // One at a time, and with more time for each.
    private static bool IsLarge(string operation) => operation == Import || OfTheCity.Contains(operation);

    // What was compiled ahead is compiled again when it turns out to be used much: not while the clock runs.
    private static async Task WarmUp(Server server, Workload workload, string[] operations, double seconds)
    {
        foreach (var operation in operations.Where(o => !IsLarge(o)))
        {
            var prepared = Enumerable.Range(0, 500).Select(i => server.Prepare(operation, workload.Item(operation, 500_000 + i))).ToArray();
            await server.SignIn(prepared);
            await new Alternating(operation, "", 0, seconds, () => 0).Over([new("", async (_, number) => await server.Ask(prepared[number % prepared.Length]))], 4);
        }
    }

    private static async Task Agree(Server[] servers, Workload workload, string operation)
    {
        var count = IsLarge(operation) ? 1 : Compared;
        var values = 0;
        for (var i = 0; i < count; i++)
        {
            // Numbers that no timed run uses: what is written here is read back here only.
            var item = workload.Item(operation, 1_000_000 + i);
            SortedDictionary<string, string>? first = null;
            foreach (var server in servers)
            {
                var prepared = server.Prepare(operation, item);
                await server.SignIn([prepared]);
                var (before, start) = (server.Processors(), Stopwatch.GetTimestamp());
                var answer = await server.Answer(prepared);

                // The first time everything is counted; what is timed afterwards may be kept.
                if (OfTheCity.Contains(operation))
                {
                    var (elapsed, after) = (Stopwatch.GetElapsedTime(start).TotalSeconds, server.Processors());
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{operation}, {server.Name} asked for the first time: {elapsed:F2} s, processor {after.Process - before.Process:F2} s, the database's {after.Database - before.Database:F2} s"));
                }

                first ??= answer;
                if (answer.Count == 0) throw new InvalidOperationException($"{server.Name} names nothing of {operation} that could be compared");
                foreach (var name in first.Keys.Intersect(answer.Keys))
                {
                    values++;
                    if (first[name] != answer[name]) throw new InvalidOperationException($"{operation} {i}, {name}: {servers[0].Name} says\n  {first[name]}\n{server.Name} says\n  {answer[name]}");
                }
            }
        }

        Console.WriteLine($"{operation}: {count} answers of each agree ({values} values compared)");
    }
}
