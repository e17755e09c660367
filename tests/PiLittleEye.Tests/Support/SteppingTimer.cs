namespace PiLittleEye.Tests.Support;

/// <summary>A timer of the <see cref="SteppingClock"/>.</summary>
internal sealed class SteppingTimer(SteppingClock clock, Action callback) : ITimer
{
    private TimeSpan _period;

    /// <summary>Guarded by the clock's gate.</summary>
    public TimeSpan DueAt { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        clock.Set(this, dueTime);
        return true;
    }

    /// <remarks>Called by the clock, which has forgotten the timer; a periodic one is set again first, as its callback may change it.</remarks>
    public void Fire()
    {
        if (_period > TimeSpan.Zero)
        {
            clock.Set(this, _period);
        }

        callback();
    }

    public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
