namespace PiLittleEye.Cameras;

/// <summary>Says a trouble once in full, then once a minute with a count, then that it is over: a loose cable must not flood the journal.</summary>
internal sealed class FaultReport(string source, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan s_summaryEvery = TimeSpan.FromMinutes(1);

    private CameraFault? _fault;
    private int _attempts;
    private long _since;
    private long _saidAt;

    /// <param name="anew">The camera had worked in between.</param>
    public void Failed(CameraUnavailableException fault, bool anew)
    {
        if (anew || _fault != fault.Fault)
        {
            (_fault, _attempts, _since, _saidAt) = (fault.Fault, 1, clock.GetTimestamp(), clock.GetTimestamp());
            logger.Unavailable(source, fault.Reason.Code, fault.Message, fault.Reason.Remedy);
            return;
        }

        _attempts++;
        if (clock.GetElapsedTime(_saidAt) >= s_summaryEvery)
        {
            _saidAt = clock.GetTimestamp();
            logger.StillUnavailable(source, fault.Reason.Code, _attempts, clock.GetElapsedTime(_since));
        }
    }

    public void Recovered()
    {
        if (_fault is not null)
        {
            logger.Recovered(source, clock.GetElapsedTime(_since));
            _fault = null;
        }
    }
}
