using System.Globalization;
using Npgsql;

namespace PartyOrg.Benchmarks.Driving;

/// <summary>What a server asks its PostgreSQL database for one request: every statement, how often, and what planning and carrying it out cost.</summary>
internal static class Statements
{
    private const int Asked = 100;
    private const int Shown = 12;
    private const int TextLength = 200;

    private const string Query = """
        SELECT calls, total_plan_time * 1000, total_exec_time * 1000, rows, regexp_replace(query, '\s+', ' ', 'g')
        FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid AND d.datname = current_database()
        WHERE query NOT LIKE '%pg_stat_statements%' ORDER BY total_plan_time + total_exec_time DESC
        """;

    public static async Task Count(Server server, Workload workload, IEnumerable<string> operations, string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await Run(source, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        foreach (var operation in operations)
        {
            var count = operation is "city-year" or "import-town" ? 3 : Asked;
            var prepared = Enumerable.Range(0, 2 * count).Select(i => server.Prepare(operation, workload.Item(operation, 2_000_000 + i))).ToArray();
            await server.SignIn(prepared);

            // The first half makes the server's own plans and the database's caches.
            foreach (var item in prepared.Take(count)) await server.Ask(item);
            await Run(source, "SELECT pg_stat_statements_reset()");
            foreach (var item in prepared.Skip(count)) await server.Ask(item);
            await Print(source, operation, count);
        }
    }

    private static async Task Print(NpgsqlDataSource source, string operation, int requests)
    {
        var statements = new List<(double Calls, double Plan, double Run, double Rows, string Text)>();
        await using var command = source.CreateCommand(Query);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            statements.Add(((double)reader.GetInt64(0) / requests, reader.GetDouble(1) / requests, reader.GetDouble(2) / requests, (double)reader.GetInt64(3) / requests, reader.GetString(4)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{operation}: {statements.Sum(s => s.Calls):F1} statements for a request, planned in {statements.Sum(s => s.Plan):F0} µs, carried out in {statements.Sum(s => s.Run):F0} µs"));
        foreach (var (calls, plan, run, rows, text) in statements.Take(Shown))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls,6:F2} ×  plan {plan,7:F0} µs  run {run,7:F0} µs  rows {rows,7:F1}  {text[..Math.Min(text.Length, TextLength)]}"));
        }
    }

    private static async Task Run(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
