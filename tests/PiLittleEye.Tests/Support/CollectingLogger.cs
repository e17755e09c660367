using Microsoft.Extensions.Logging;

namespace PiLittleEye.Tests.Support;

/// <summary>Keeps what is logged, and tells a test when something was.</summary>
internal sealed class CollectingLogger<T> : ILogger<T>
{
    private readonly Lock _gate = new();
    private readonly List<(int EventId, LogLevel Level, string Message)> _entries = [];
    private readonly List<(int EventId, int Times, TaskCompletionSource Reached)> _waiting = [];

    public IReadOnlyList<(int EventId, LogLevel Level, string Message)> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    public IReadOnlyList<string> Messages => [.. Entries.Select(entry => entry.Message)];

    public int Count(int eventId) => Entries.Count(entry => entry.EventId == eventId);

    /// <summary>Done when an event was logged so many times.</summary>
    public Task SaidAsync(int eventId, int times = 1)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_entries.Count(entry => entry.EventId == eventId) >= times)
            {
                return Task.CompletedTask;
            }

            _waiting.Add((eventId, times, reached));
            return Limit.On(reached.Task, $"event {eventId} logged {times} times");
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (_gate)
        {
            _entries.Add((eventId.Id, logLevel, formatter(state, exception)));
            var said = _entries.Count(entry => entry.EventId == eventId.Id);
            foreach (var (_, _, reached) in _waiting.Where(waiting => waiting.EventId == eventId.Id && said >= waiting.Times))
            {
                reached.TrySetResult();
            }
        }
    }
}
