namespace PiLittleEye.Mail.Queue;

/// <summary>Says in the journal that sending fails: at once, then every hour, then that it goes again.</summary>
internal sealed class SendingReport(TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    private int _failures;
    private long _saidAt;

    public void Failed(string code, TimeSpan nextTryIn)
    {
        _failures++;
        if (_failures == 1)
        {
            _saidAt = clock.GetTimestamp();
            logger.MailPutOff(code, (int)nextTryIn.TotalSeconds);
        }
        else if (clock.GetElapsedTime(_saidAt) >= s_every)
        {
            _saidAt = clock.GetTimestamp();
            logger.MailStillPutOff(code, _failures);
        }
    }

    public void Sent()
    {
        if (_failures > 0)
        {
            logger.MailSent(_failures);
            _failures = 0;
        }
    }
}
