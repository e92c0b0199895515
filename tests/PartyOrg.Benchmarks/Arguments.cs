using System.Globalization;

namespace PartyOrg.Benchmarks;

/// <summary>The command line: a verb, then options as <c>--name value</c>; a name may be given several times.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, List<string>> options = [];

    public Arguments(string[] args)
    {
        Verb = args.Length == 0 ? "help" : args[0];
        for (var i = 1; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Length) throw new ArgumentException($"'{args[i]}' is not an option with a value; see help");
            if (!options.TryGetValue(args[i][2..], out var values)) options[args[i][2..]] = values = [];
            values.Add(args[i + 1]);
        }
    }

    public string Verb { get; }

    public string? Find(string name) => options.TryGetValue(name, out var values) ? values[^1] : null;

    public string Need(string name) => Find(name) ?? throw new ArgumentException($"--{name} is needed");

    public double Number(string name, double otherwise) => Find(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public int Count(string name, int otherwise) => Find(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public string[] List(string name, string otherwise) => (Find(name) ?? otherwise).Split(',', StringSplitOptions.RemoveEmptyEntries);
}
