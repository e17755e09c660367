using PiLittleEye.Mail.Account;

namespace PiLittleEye.Mail.Trial;

/// <summary>The test of a mail account: one at a time, watched by whoever asks.</summary>
internal sealed class MailTrial(TrialWalk walk, MailAccountTrail trail, TimeProvider clock) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _stop;
    private Task _walking = Task.CompletedTask;
    private volatile TrialBoard? _board;

    public TrialResponse Standing =>
        _board is { } board ? new TrialResponse(!_walking.IsCompleted, board.StartedAt, board.Steps) : TrialResponse.None;

    /// <summary>Begins; one that was under way is over with that.</summary>
    /// <param name="account">What to log in to.</param>
    /// <param name="provider">Whose advice to give.</param>
    public async Task BeginAsync(MailAccount account, string? provider)
    {
        await EndAsync();
        lock (_gate)
        {
            var stop = _stop = new CancellationTokenSource();
            var board = _board = new TrialBoard(provider, clock);
            _walking = Task.Run(() => WalkAsync(account, board, stop.Token), CancellationToken.None);
        }
    }

    /// <summary>Ends it, and waits until it has.</summary>
    public async Task EndAsync()
    {
        Task walking;
        lock (_gate)
        {
            _stop?.Cancel();
            _stop = null;
            walking = _walking;
        }

        await walking;
    }

    /// <summary>Done when the test is.</summary>
    public Task CompletionAsync()
    {
        lock (_gate)
        {
            return _walking;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private async Task WalkAsync(MailAccount account, TrialBoard board, CancellationToken stop)
    {
        try
        {
            await walk.GoAsync(account, board, stop);
            trail.Tested(account.Address, board.FirstFailed?.Title);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            board.Stop();
        }
    }
}
