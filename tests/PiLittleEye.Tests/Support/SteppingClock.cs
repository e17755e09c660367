namespace PiLittleEye.Tests.Support;

/// <summary>
/// A clock that moves only when the test says so. Timers fire in the order in which they are due, on the thread that advances, and what
/// they set going may set timers of its own that fire in the same step; so Task.Delay and PeriodicTimer run as fast as the test.
/// </summary>
internal sealed class SteppingClock : TimeProvider
{
    /// <summary>What the wall clock shows at first.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 14, 3, 59, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<SteppingTimer> _pending = [];
    private readonly List<(Func<bool> Condition, TaskCompletionSource Reached)> _waiting = [];

    // Not zero, so that a moment that was never set is not mistaken for the beginning.
    private TimeSpan _elapsed = TimeSpan.FromHours(7);
    private DateTimeOffset _wallAtZero = Start - TimeSpan.FromHours(7);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many are set.</summary>
    public int Timers
    {
        get
        {
            lock (_gate)
            {
                return _pending.Count;
            }
        }
    }

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _elapsed.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _wallAtZero + _elapsed;
        }
    }

    /// <summary>Puts the wall clock forward or back, as NTP does; no time passes.</summary>
    public void ShiftWallClock(TimeSpan by)
    {
        lock (_gate)
        {
            _wallAtZero += by;
        }
    }

    /// <summary>Lets time pass and everything happen that is due in it.</summary>
    public void Advance(TimeSpan by)
    {
        var target = TimeSpan.FromTicks(GetTimestamp()) + by;
        while (TakeNextUntil(target) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Advances in steps, so that something else can be done in each of them.</summary>
    public void Advance(TimeSpan by, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Advance(by);
        }
    }

    /// <summary>Done when so many timers are set: whoever the test wants to wake is asleep by then.</summary>
    public Task SleepersAsync(int timers = 1) => Until(() => _pending.Count >= timers, $"{timers} timers set");

    /// <summary>Done when there is a timer that will fire in exactly this time.</summary>
    public Task SleeperAsync(TimeSpan dueIn) =>
        Until(() => _pending.Exists(timer => timer.DueAt == _elapsed + dueIn), $"a timer in {dueIn}");

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppingTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Set(SteppingTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _pending.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.DueAt = _elapsed + dueTime;
            _pending.Add(timer);
            foreach (var (_, reached) in _waiting.Where(waiting => waiting.Condition()))
            {
                reached.TrySetResult();
            }
        }
    }

    private Task Until(Func<bool> condition, string what)
    {
        lock (_gate)
        {
            if (condition())
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((condition, reached));
            return Limit.On(reached.Task, what);
        }
    }

    private SteppingTimer? TakeNextUntil(TimeSpan target)
    {
        lock (_gate)
        {
            var next = _pending.Where(timer => timer.DueAt <= target).MinBy(timer => timer.DueAt);
            if (next is null)
            {
                _elapsed = target;
                return null;
            }

            _elapsed = next.DueAt;
            _pending.Remove(next);
            return next;
        }
    }
}
