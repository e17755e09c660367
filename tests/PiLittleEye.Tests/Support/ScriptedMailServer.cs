using System.Globalization;
using PiLittleEye.Mail;

namespace PiLittleEye.Tests.Support;

/// <summary>A mail server with one folder that lives in memory: the test delivers, and says when connections break.</summary>
internal sealed class ScriptedMailServer(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<uint, (RawMail Mail, DateTimeOffset ReceivedAt)> _mails = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private uint _lastUid;
    private int _generation;

    public uint UidValidity { get; set; } = 42;

    /// <summary>Asked before (false) and after (true) each call of a mailbox, with its name; what it throws is what the caller gets.</summary>
    public Action<string, bool>? Fault { get; set; }

    public Dictionary<uint, bool> Marks { get; } = [];

    /// <summary>Names of the calls so far.</summary>
    public List<string> Calls { get; } = [];

    public int Openings => CountOf("open");

    public uint Deliver(string mail, DateTimeOffset? receivedAt = null)
    {
        lock (_gate)
        {
            _mails[++_lastUid] = (new RawMail(mail), receivedAt ?? clock.GetUtcNow());
            Wake();
            return _lastUid;
        }
    }

    /// <summary>All that wait are told that the connection broke.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _generation++;
            var before = _news;
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            before.TrySetException(new MailUnavailableException("connection-lost", "The server closed the connection."));
        }
    }

    public int CountOf(string call)
    {
        lock (_gate)
        {
            return Calls.Count(name => name == call);
        }
    }

    public IMailbox Connect() => new Mailbox(this, _generation);

    private void Wake()
    {
        _news.TrySetResult();
        _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private async Task<T> CallAsync<T>(int generation, string name, Func<T> work, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Calls.Add(name);
            if (generation != _generation)
            {
                throw new MailUnavailableException("connection-lost", "The server closed the connection.");
            }
        }

        Fault?.Invoke(name, false);
        T result;
        lock (_gate)
        {
            result = work();
        }

        Fault?.Invoke(name, true);
        return result;
    }

    private sealed class Mailbox(ScriptedMailServer server, int generation) : IMailbox
    {
        private Task? _news;

        public Task<MailboxOpening> OpenAsync(CancellationToken cancellationToken) =>
            server.CallAsync(
                generation,
                "open",
                () =>
                {
                    _news = server._news.Task;
                    return new MailboxOpening(server.UidValidity, server._lastUid + 1, CanPush: true);
                },
                cancellationToken
            );

        public Task<IReadOnlyList<uint>> FindAsync(
            uint lastUid,
            DateOnly since,
            IReadOnlyList<string> from,
            CancellationToken cancellationToken
        ) =>
            server.CallAsync<IReadOnlyList<uint>>(
                generation,
                from.Count == 0 ? "find" : "find-from",
                () =>
                {
                    _news = server._news.Task;
                    return
                    [
                        .. server
                            ._mails.Where(mail => mail.Key > lastUid && DateOnly.FromDateTime(mail.Value.ReceivedAt.UtcDateTime) >= since)
                            .Where(mail => from.Count == 0 || from.Any(address => IsFrom(mail.Value.Mail, address)))
                            .Select(mail => mail.Key)
                            .Take(500),
                    ];
                },
                cancellationToken
            );

        public Task<ReceivedMail?> ReadAsync(uint uid, CancellationToken cancellationToken) =>
            server.CallAsync(
                generation,
                "read",
                () => server._mails.TryGetValue(uid, out var mail) ? mail.Mail.As(uid, mail.ReceivedAt) : null,
                cancellationToken
            );

        public Task<ReadOnlyMemory<byte>> ReadPartAsync(uint uid, string part, int mostBytes, CancellationToken cancellationToken) =>
            server.CallAsync<ReadOnlyMemory<byte>>(
                generation,
                "read-part",
                () => server._mails[uid].Mail.Body(part) is var body ? body.AsMemory(0, Math.Min(body.Length, mostBytes)) : default,
                cancellationToken
            );

        public Task MarkAsync(uint uid, bool isAnswered, CancellationToken cancellationToken) =>
            server.CallAsync(generation, "mark", () => server.Marks[uid] = isAnswered, cancellationToken);

        public async Task WaitAsync(TimeSpan longest, TimeSpan pollingPeriod, CancellationToken cancellationToken)
        {
            await server.CallAsync(generation, "wait", () => true, cancellationToken);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var time = Task.Delay(longest, server.Clock, over.Token);
            var first = await Task.WhenAny(_news!, time);
            await over.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (first == _news)
            {
                await first;
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        // As servers do: anywhere in the line.
        private static bool IsFrom(RawMail mail, string address) =>
            mail.Headers.Any(header =>
                header.Name.Equals("From", StringComparison.OrdinalIgnoreCase)
                && CultureInfo.InvariantCulture.CompareInfo.IndexOf(header.Value, address, CompareOptions.IgnoreCase) >= 0
            );
    }

    private TimeProvider Clock => clock;
}
