using System.Threading.Channels;

namespace PiLittleEye.Mail.Queue;

/// <summary>Wakes one sleeper; what comes while it is awake is not lost. Costs nothing while nobody calls.</summary>
internal sealed class WakeSignal(TimeProvider clock)
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Set() => _calls.Writer.TryWrite(true);

    /// <param name="longest">Null to wait for a call alone, without a timer.</param>
    public async Task WaitAsync(TimeSpan? longest, CancellationToken cancellationToken)
    {
        if (longest is not { } time)
        {
            await _calls.Reader.ReadAsync(cancellationToken);
            return;
        }

        using var limit = new CancellationTokenSource(time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _calls.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }
    }
}
