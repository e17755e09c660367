using Microsoft.Extensions.Logging;

namespace PiLittleEye.Tests.Support;

/// <summary>Keeps what a whole application logs.</summary>
internal sealed class CollectedLog : ILoggerProvider
{
    private readonly Lock _gate = new();
    private readonly List<(LogLevel Level, string Category, string Message)> _lines = [];

    public IReadOnlyList<(LogLevel Level, string Category, string Message)> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
        // What was logged is still asked for after the application has ended.
    }

    private void Add(LogLevel level, string category, string message)
    {
        lock (_gate)
        {
            _lines.Add((level, category, message));
        }
    }

    private sealed class Writer(CollectedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => log.Add(logLevel, category, exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}");
    }
}
