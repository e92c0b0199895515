using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartyOrg.TestSupport.Databases;
using PartyOrg.TestSupport.Http;

namespace PartyOrg.WebApi.Tests.PartyAffairsOpenness;

/// <summary>The product with everything kept that it logs from information on, scopes included.</summary>
public sealed class LoudHost<TDatabase> : ApiHost<TDatabase> where TDatabase : IDatabaseKind
{
    private readonly Memory memory = new();

    public LoudHost() => Settings["Logging:LogLevel:Default"] = "Information";

    /// <summary>Every line that was logged so far.</summary>
    public IReadOnlyCollection<string> Logged => memory.Lines;

    protected override void Change(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(memory));

    /// <summary>Every row of every table that holds one of the words, as table and text.</summary>
    public async Task<IReadOnlyList<string>> RowsWith(params string[] words)
    {
        await using var context = Database.Open();
        var found = new List<string>();
        var connection = context.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in context.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))));
                if (words.Any(w => row.Contains(w, StringComparison.OrdinalIgnoreCase))) found.Add($"{table}: {row}");
            }
        }

        return found;
    }

    // Bytes could hide an id or a text: they are shown in every form in which they could be read.
    private static string Text(object value) => value switch
    {
        byte[] bytes => $"{Convert.ToHexString(bytes)} {(bytes.Length == 16 ? $"{new Guid(bytes)} {new Guid(bytes, bigEndian: true)}" : "")} {Encoding.UTF8.GetString(bytes)}",
        Array values => string.Join(' ', values.Cast<object>()),
        _ => value.ToString() ?? "",
    };

    private sealed class Memory : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Logger(Memory memory, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => memory.scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var line = new StringBuilder($"{category} {formatter(state, exception)} {exception}");
                if (state is IEnumerable<KeyValuePair<string, object?>> values) line.AppendJoin(' ', values);
                memory.scopes.ForEachScope((scope, text) => text.Append(' ').Append(scope is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : scope), line);
                memory.Lines.Enqueue(line.ToString());
            }
        }
    }
}
