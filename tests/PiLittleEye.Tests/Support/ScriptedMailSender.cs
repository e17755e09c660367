using PiLittleEye.Mail;

namespace PiLittleEye.Tests.Support;

/// <summary>A submission server that does what the test says; by default it takes everything.</summary>
internal sealed class ScriptedMailSender(TimeProvider clock) : IMailSender
{
    private readonly Lock _gate = new();
    private readonly List<(string To, byte[] Message, DateTimeOffset At)> _taken = [];
    private readonly List<(int Tries, TaskCompletionSource Reached)> _waiting = [];
    private int _tries;

    /// <summary>Thrown at each try, instead of taking the mail.</summary>
    public Func<string, Exception?> Refusal { get; set; } = _ => null;

    /// <summary>Thrown after the mail was taken: its sender never hears of it.</summary>
    public Exception? Afterwards { get; set; }

    public int Tries => Volatile.Read(ref _tries);

    public IReadOnlyList<(string To, byte[] Message, DateTimeOffset At)> Taken
    {
        get
        {
            lock (_gate)
            {
                return [.. _taken];
            }
        }
    }

    public Task TriedAsync(int times)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_tries >= times)
            {
                return Task.CompletedTask;
            }

            _waiting.Add((times, reached));
            return Limit.On(reached.Task, $"{times} tries to send");
        }
    }

    public Task<string> SendAsync(string from, string to, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _tries++;
            var refusal = Refusal(to);
            if (refusal is null)
            {
                _taken.Add((to, message.ToArray(), clock.GetUtcNow()));
            }

            _waiting.FindAll(waiting => _tries >= waiting.Tries).ForEach(waiting => waiting.Reached.TrySetResult());
            return (refusal ?? Afterwards) is { } failure ? Task.FromException<string>(failure) : Task.FromResult("2.0.0 Ok");
        }
    }
}
