using PiLittleEye.Audit;
using PiLittleEye.Mail.Queue;

namespace PiLittleEye.Tests.Support;

/// <summary>The queue and its worker on a database of their own, with a server that the test speaks for.</summary>
internal sealed class MailQueueRig : IOutgoingAccounts, IAsyncDisposable
{
    private readonly AuditRig _audit = new();
    private readonly AuditLog _log;
    private readonly AuditTally _tally;
    private readonly SendingProgress _progress = new();
    private readonly MailQueueTrail _trail;
    private WakeSignal _signal;
    private MailQueueWorker? _worker;

    public MailQueueRig()
    {
        _log = _audit.Log();
        _tally = new AuditTally(_log, Clock);
        _trail = new MailQueueTrail(_tally, new DailyAlerts(_log, _audit.Store, Clock));
        _signal = new WakeSignal(Clock);
        Sender = new ScriptedMailSender(Clock);
        Current = new OutgoingAccount("camera@example.org", 1000, Sender);
        Queue = new MailQueue(Store, _trail, _progress, _signal, Clock);
    }

    public event Action? Changed;

    public OutgoingAccount? Current { get; private set; }

    public SteppingClock Clock => _audit.Clock;

    public TemporaryState State => _audit.State;

    public ScriptedMailSender Sender { get; }

    public MailQueue Queue { get; private set; }

    public CollectingLogger<QueuedSending> Journal { get; } = new();

    public CollectingLogger<MailQueueWorker> WorkerJournal { get; } = new();

    /// <summary>Another one each time, as after a restart.</summary>
    public MailQueueStore Store => new(_audit.State.Database);

    /// <summary>How the last worker ended.</summary>
    public Task Ended => _worker!.ExecuteTask!;

    /// <summary>Begins as the service does after a start: nothing is known but what is in the database.</summary>
    public async Task StartAsync(double jitter = 0)
    {
        _progress.IsStopped = false;
        // Who called the one before does not call this one, which looks at the database by itself.
        _signal = new WakeSignal(Clock);
        Queue = new MailQueue(Store, _trail, _progress, _signal, Clock);
        var sending = new QueuedSending(Store, new MailRetryPolicy(() => jitter), _trail, _progress, Clock, Journal);
        _worker = new MailQueueWorker(sending, this, _signal, Clock, WorkerJournal);
        await _worker.StartAsync(CancellationToken.None);
    }

    public void SetAccount(OutgoingAccount? account)
    {
        Current = account;
        Changed?.Invoke();
    }

    public Task EmptyAsync() => Limit.Until(() => Store.Waiting().Count == 0, "an empty queue");

    /// <summary>What the log of what happened says by now.</summary>
    public async Task<IReadOnlyList<AuditRow>> RowsAsync()
    {
        _tally.Flush();
        // Written one after the other: when this one is there, all before are.
        await _log.SaveAsync(AuditRig.Some("looked"));
        return [.. _audit.Rows.Where(row => row.Entry.Kind != "test-done")];
    }

    public async ValueTask DisposeAsync()
    {
        if (_worker is not null)
        {
            await _worker.StopAsync(CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);
            _worker.Dispose();
        }

        _tally.Dispose();
        await _log.DisposeAsync();
        _audit.Dispose();
    }
}
