using System.Text;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>What a process says on one of its outputs, line by line as it comes; somebody may wait for a line.</summary>
internal sealed class Transcript
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly List<(string Part, TaskCompletionSource<string> Seen)> _waiting = [];
    private bool _hasEnded;

    public Transcript(StreamReader reader) => Ended = ReadAsync(reader);

    /// <summary>When the process, and whoever inherited its output, has closed it.</summary>
    public Task Ended { get; }

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    /// <returns>The first line with this part, said already or still to come.</returns>
    public async Task<string> LineWithAsync(string part)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_text.ToString().Split('\n').FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } said)
            {
                return said;
            }

            if (_hasEnded)
            {
                throw NeverSaid(part);
            }

            _waiting.Add((part, seen));
        }

        return await seen.Task;
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _text.Append(line).Append('\n');
                foreach (var (_, seen) in _waiting.Where(waiting => line.Contains(waiting.Part, StringComparison.Ordinal)))
                {
                    seen.TrySetResult(line);
                }
            }
        }

        lock (_gate)
        {
            _hasEnded = true;
            foreach (var (part, seen) in _waiting)
            {
                seen.TrySetException(NeverSaid(part));
            }
        }
    }

    private InvalidOperationException NeverSaid(string part) => new($"It ended without saying \"{part}\". It said: {_text}");
}
