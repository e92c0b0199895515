using Microsoft.Extensions.Logging;

namespace PartyOrg.TestSupport.Http;

/// <summary>Keeps what the product logs as an error, so that a test that gets 500 shows why.</summary>
public sealed class FailureLog : ILoggerProvider
{
    private readonly List<string> failures = [];

    public IReadOnlyList<string> All
    {
        get { lock (failures) return [.. failures]; }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(failures);

    public void Dispose()
    {
    }

    private sealed class Logger(List<string> failures) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;

            lock (failures) failures.Add($"{formatter(state, exception)} {exception}");
        }
    }
}
