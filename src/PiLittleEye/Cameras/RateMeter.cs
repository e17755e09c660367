namespace PiLittleEye.Cameras;

/// <summary>Events a second over the last few seconds. Counting is one write; safe from any thread.</summary>
internal sealed class RateMeter(TimeProvider clock)
{
    // Long enough to be steady at one frame a second, short enough to show a stall at once.
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(3);

    // 120 frames a second for three seconds, and some.
    private readonly long[] _moments = new long[512];
    private readonly Lock _gate = new();
    private long _total;

    public long Total => Volatile.Read(ref _total);

    public double PerSecond
    {
        get
        {
            lock (_gate)
            {
                var inWindow = 0;
                long oldest = 0;
                while (inWindow < Math.Min(_total, _moments.Length))
                {
                    var moment = _moments[(_total - 1 - inWindow) % _moments.Length];
                    if (clock.GetElapsedTime(moment) > s_window)
                    {
                        break;
                    }

                    oldest = moment;
                    inWindow++;
                }

                // n events are n-1 intervals; measured from the oldest to now, a rate falls as soon as events stop.
                var span = clock.GetElapsedTime(oldest).TotalSeconds;
                return inWindow < 2 || span <= 0 ? 0 : Math.Round((inWindow - 1) / span, 1);
            }
        }
    }

    public void Count()
    {
        lock (_gate)
        {
            _moments[_total % _moments.Length] = clock.GetTimestamp();
            _total++;
        }
    }
}
