using System.Diagnostics;
using System.Globalization;

namespace PartyOrg.Benchmarks.Measuring;

/// <summary>
/// Processor time read from /proc: of one process, or of a PostgreSQL server with all its backends. What ended backends used is in the
/// postmaster's own account of its children, so nothing is lost when a connection closes between two readings.
/// </summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;

    public static double OfSelf()
    {
        var usage = Environment.CpuUsage;
        return usage.TotalTime.TotalSeconds;
    }

    public static double OfProcess(int id) => Read(id, childrenToo: false);

    public static double OfPostgres(int postmaster)
    {
        var total = Read(postmaster, childrenToo: true);
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var id)) continue;
            try
            {
                if (Fields(id)[1] == postmaster.ToString(CultureInfo.InvariantCulture)) total += Read(id, childrenToo: false);
            }
            catch (IOException)
            {
                // The process ended between the listing and the reading.
            }
        }

        return total;
    }

    /// <summary>The postmaster's process id, from the first line of the file that PostgreSQL keeps in its data directory.</summary>
    public static int Postmaster(string dataDirectory) =>
        int.Parse(File.ReadLines(Path.Combine(dataDirectory, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static double Read(int id, bool childrenToo)
    {
        var fields = Fields(id);
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        if (childrenToo) ticks += long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture);
        return ticks / TicksPerSecond;
    }

    /// <summary>The fields after the command's name, which stands in brackets and may hold blanks: state, parent, …</summary>
    private static string[] Fields(int id)
    {
        var text = File.ReadAllText($"/proc/{id}/stat");
        return text[(text.LastIndexOf(')') + 2)..].Split(' ');
    }
}
