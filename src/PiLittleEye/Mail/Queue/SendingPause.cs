namespace PiLittleEye.Mail.Queue;

/// <summary>How long nothing at all is tried, because the last try was just now or failed. By a clock that nobody puts back.</summary>
internal sealed class SendingPause(MailRetryPolicy policy, TimeProvider clock)
{
    private long _since;
    private TimeSpan _length = TimeSpan.Zero;

    /// <summary>Tries in a row that did not reach the server or were told to come later.</summary>
    public int Failures { get; private set; }

    public TimeSpan Remaining => _length - clock.GetElapsedTime(_since);

    public void Tried() => Begin(SendingPolicy.Pace);

    /// <returns>How long it is now.</returns>
    public TimeSpan Failed()
    {
        Failures++;
        Begin(policy.DelayAfter(Failures));
        return _length;
    }

    /// <summary>The server is there. The pace is kept.</summary>
    public void Reached() => Failures = 0;

    /// <summary>All is different now.</summary>
    public void End() => (Failures, _length) = (0, TimeSpan.Zero);

    private void Begin(TimeSpan length) => (_since, _length) = (clock.GetTimestamp(), length);
}
