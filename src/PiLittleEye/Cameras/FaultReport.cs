namespace PiLittleEye.Cameras;

/// <summary>
/// Says a trouble once in full, then once a minute with a count, then that it is over: a loose cable must not flood the journal, nor
/// must one that comes and goes.
/// </summary>
internal sealed class FaultReport(ICameraSource source, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMinutes(1);

    private CameraFault? _fault;
    private int _attempts;
    private long _since;
    private long _saidAt;
    private long? _overAt;
    private long? _overSaidAt;

    public void Failed(CameraUnavailableException fault)
    {
        if (_fault != fault.Fault || (_overAt is { } over && clock.GetElapsedTime(over) >= s_quiet))
        {
            (_fault, _attempts, _since, _saidAt) = (fault.Fault, 1, clock.GetTimestamp(), clock.GetTimestamp());
            (_overAt, _overSaidAt) = (null, null);
            logger.Unavailable(source.Name, fault.Reason.Code, fault.Reason.Explanation.TrimEnd('.'), fault.Reason.Remedy);
            return;
        }

        _overAt = null;
        _attempts++;
        if (clock.GetElapsedTime(_saidAt) >= s_quiet)
        {
            _saidAt = clock.GetTimestamp();
            logger.StillUnavailable(source.Name, fault.Reason.Code, _attempts, clock.GetElapsedTime(_since));
        }
    }

    /// <returns>False when the same trouble has come and gone within the minute, and nothing more is to be said of it.</returns>
    public bool Recovered()
    {
        if (_fault is null || _overAt is not null)
        {
            return true;
        }

        _overAt = clock.GetTimestamp();
        if (_overSaidAt is { } said && clock.GetElapsedTime(said) < s_quiet)
        {
            return false;
        }

        _overSaidAt = _overAt;
        logger.Recovered(source.Name, clock.GetElapsedTime(_since));
        return true;
    }
}
