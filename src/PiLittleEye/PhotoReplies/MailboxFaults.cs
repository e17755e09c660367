using PiLittleEye.Audit;
using PiLittleEye.Mail;

namespace PiLittleEye.PhotoReplies;

/// <summary>Tells of a mailbox that cannot be read: at once, and then once an hour however often it breaks.</summary>
internal sealed class MailboxFaults(AuditLog audit, TimeProvider clock, ILogger<MailboxFaults> logger)
{
    private static readonly TimeSpan s_again = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_alertAgain = TimeSpan.FromDays(1);

    private long? _toldAt;
    private long? _openedAt;
    private long? _alertedAt;
    private int _times;

    public void Opened(bool canPush)
    {
        if (IsTime(ref _openedAt, s_again))
        {
            logger.MailboxOpen(canPush ? "tells of new mails" : "has to be asked for new mails");
        }
    }

    public void Failed(MailException failure)
    {
        _times++;
        if (IsTime(ref _toldAt, s_again))
        {
            logger.MailboxUnavailable(failure.Code, _times);
            _times = 0;
        }

        if (failure is MailRefusedException && IsTime(ref _alertedAt, s_alertAgain))
        {
            Alert("mailbox-refused", $"The mailbox cannot be read: {failure.Message} It is tried again. Said once a day.");
        }
    }

    public void GivenUp(MailException failure)
    {
        logger.MailboxGivenUp(failure.Code);
        Alert("mailbox-given-up", $"No mails are read before the mail account is changed: {failure.Message}");
    }

    private void Alert(string kind, string text) => audit.Write(new AuditEntry(kind, text) { Succeeded = false, IsAlert = true });

    private bool IsTime(ref long? last, TimeSpan interval)
    {
        if (last is { } then && clock.GetElapsedTime(then) < interval)
        {
            return false;
        }

        last = clock.GetTimestamp();
        return true;
    }
}
