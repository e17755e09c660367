namespace PiLittleEye.Audit;

/// <summary>How often something came from one source since the last row about it; not safe for threads.</summary>
/// <param name="begin">When the hour began whose rows are rationed.</param>
internal sealed class TallyWindow(TimeSpan begin)
{
    /// <summary>Minutes of an hour that get a row of their own; what comes later shares one.</summary>
    public const int MinutesAnHour = 5;

    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private int _windows;
    private int _came;
    private int _counted;
    private TimeSpan _end;
    private bool _isOpen;

    /// <summary>The newest one that has no row of its own.</summary>
    public AuditEntry? Last
    {
        private get;
        set
        {
            if (value is not null)
            {
                field = value;
                _counted++;
            }
        }
    }

    /// <summary>When to look again.</summary>
    public TimeSpan Due => _isOpen ? _end : begin + s_hour;

    /// <returns>How many have come in this window.</returns>
    public int Add(TimeSpan now)
    {
        if (!_isOpen)
        {
            _isOpen = true;
            _windows++;
            _came = 0;
            _end =
                _windows <= MinutesAnHour ? now + s_minute : TimeSpan.FromTicks(Math.Max((begin + s_hour).Ticks, (now + s_minute).Ticks));
        }

        return ++_came;
    }

    /// <returns>What is to be written, and for how many; null when there is nothing, or it is not time yet.</returns>
    public (AuditEntry? Entry, int Count) Close(TimeSpan now, bool atOnce)
    {
        if (!_isOpen || (!atOnce && now < _end))
        {
            return (null, 0);
        }

        _isOpen = false;
        var counted = _counted;
        _counted = 0;
        return (counted == 0 ? null : Last, counted);
    }

    public bool IsOver(TimeSpan now) => !_isOpen && now >= begin + s_hour;
}
