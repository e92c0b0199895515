using System.Diagnostics;
using PartyOrg.Benchmarks;
using PartyOrg.Benchmarks.Cities;
using PartyOrg.Benchmarks.Databases;
using PartyOrg.Benchmarks.Driving;
using PartyOrg.Benchmarks.Imports;
using PartyOrg.Benchmarks.Limit;
using PartyOrg.Benchmarks.Measuring;
using PartyOrg.Benchmarks.Product;
using PartyOrg.Benchmarks.Shapes;

var arguments = new Arguments(args);
switch (arguments.Verb)
{
    case "generate":
        await Generate(arguments);
        return 0;
    case "shapes":
        await Shapes(arguments);
        return 0;
    case "serve":
        await LimitServer.Serve(arguments.Need("url"), arguments.Find("postgres"), arguments.Find("sqlite"));
        return 0;
    case "load-product":
        await LoadProduct(arguments);
        return 0;
    case "first-answer":
        await FirstAnswer.Measure(arguments.Need("program"), new Uri(arguments.Need("url")), arguments.Count("rounds", 5));
        return 0;
    case "statements":
        await CountStatements(arguments);
        return 0;
    case "drive":
        await Drive(arguments);
        return 0;
    case "import":
        await ImportRun.Measure(arguments);
        return 0;
    default:
        Console.Error.WriteLine("verbs: generate, shapes, serve, load-product, first-answer, statements, drive, import; scripts/bench --help and scripts/bench-import --help say how they fit together");
        return 2;
}

static City CityOf(Arguments arguments) => new(arguments.Number("scale", 1), (ulong)arguments.Count("seed", 1));

static async Task Generate(Arguments arguments)
{
    var city = CityOf(arguments);
    Console.WriteLine($"organizations {1 + city.Counties + city.Towns + city.Branches}, Party groups {city.GroupCount}, members {city.MemberCount}");
    var watch = Stopwatch.StartNew();
    long meetings = 0, rows = 0;
    foreach (var meeting in city.Meetings()) (meetings, rows) = (meetings + 1, rows + meeting.Roll.Length);
    Console.WriteLine($"meetings {meetings}, attendance rows {rows}, made in {watch.Elapsed.TotalSeconds:F1} s");
    if (arguments.Find("postgres") is { } connectionString)
    {
        watch.Restart();
        await PostgresCity.Load(city, connectionString);
        Console.WriteLine($"PostgreSQL loaded in {watch.Elapsed.TotalSeconds:F1} s");
    }

    if (arguments.Find("sqlite") is { } file)
    {
        watch.Restart();
        SqliteCity.Load(city, file);
        Console.WriteLine($"SQLite loaded in {watch.Elapsed.TotalSeconds:F1} s, {new FileInfo(file).Length / 1e6:F0} MB");
    }
}

static async Task LoadProduct(Arguments arguments)
{
    var watch = Stopwatch.StartNew();
    await ProductCity.Load(CityOf(arguments), arguments.Need("password"), evidenceOnly: arguments.Find("holding") == "evidence");
    Console.WriteLine($"the product's database loaded in {watch.Elapsed.TotalSeconds:F1} s");
}

static async Task Shapes(Arguments arguments)
{
    var setting = new Setting(CityOf(arguments), arguments.Find("postgres"), arguments.Count("postmaster", 0), arguments.Find("sqlite"),
        arguments.Count("rounds", 5), arguments.Number("seconds", 2), [.. arguments.List("writers", "1").Select(int.Parse)]);
    foreach (var name in arguments.List("experiments", "attendance,evidence,audit,children,sqlite-writes"))
    {
        var runs = name switch
        {
            "attendance" => await AttendanceShapes.Measure(setting),
            "evidence" => await EvidenceShapes.Measure(setting),
            "audit" => await AuditShapes.Measure(setting),
            "sqlite-writes" => await SqliteWrites.Measure(setting),
            "children" => await ChildRowStatements.Measure(setting),
            _ => throw new ArgumentException($"there is no experiment '{name}'"),
        };
        if (arguments.Find("out") is { } directory) Report.Save(Path.Combine(Directory.CreateDirectory(directory).FullName, $"{name}.csv"), runs);
    }
}

static Server ServerOf(Arguments arguments, string side, int connections) => new(
    arguments.Find($"{side}-name") ?? side,
    Target.Read(arguments.Need($"{side}-target")),
    new Uri(arguments.Need($"{side}-url")),
    arguments.Count($"{side}-process", 0),
    arguments.Find($"{side}-postmaster") is { } id ? int.Parse(id) : null,
    connections,
    arguments.Find($"{side}-password"));

static async Task CountStatements(Arguments arguments)
{
    using var server = ServerOf(arguments, "b", 1);
    await Statements.Count(server, new(CityOf(arguments)), arguments.List("operations", string.Join(',', Workload.Operations)).Where(server.Knows), arguments.Need("postgres"));
}

static async Task Drive(Arguments arguments)
{
    var connections = arguments.List("connections", "1,32").Select(int.Parse).ToArray();
    var servers = arguments.List("sides", "a,b").Select(side => ServerOf(arguments, side, connections.Max())).ToArray();
    var operations = arguments.List("operations", string.Join(',', Workload.Operations)).Where(o => servers.All(s => s.Knows(o))).ToArray();
    var runs = await Comparison.Measure(servers, new(CityOf(arguments)), operations, connections, arguments.Count("rounds", 5), arguments.Number("seconds", 2), arguments.Find("label") ?? "http");
    if (arguments.Find("out") is { } file) Report.Save(file, runs);
    foreach (var server in servers) server.Dispose();
}
