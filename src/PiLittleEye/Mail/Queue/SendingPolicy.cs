namespace PiLittleEye.Mail.Queue;

/// <summary>Which mail is next, and when.</summary>
internal static class SendingPolicy
{
    // The sandbox of SES takes one a second, and nobody writes to more people than that.
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    /// <summary>Replies before alerts, because somebody waits for them; what failed less often first, because one bad mail must not hold up the rest.</summary>
    /// <returns>The mail and zero, or null and how long nothing is due.</returns>
    public static (WaitingMail? Mail, TimeSpan Wait) Next(IReadOnlyList<WaitingMail> waiting, DateTimeOffset now, TimeSpan pause)
    {
        var mail = waiting
            .Where(mail => Remaining(mail, now) == TimeSpan.Zero)
            .OrderBy(mail => mail.Tries)
            .ThenBy(mail => mail.IsAlert)
            .ThenBy(mail => mail.Id)
            .FirstOrDefault();
        if (mail is not null && pause <= TimeSpan.Zero)
        {
            return (mail, TimeSpan.Zero);
        }

        var due = waiting.Min(mail => Remaining(mail, now));
        return (null, due > pause ? due : pause);
    }

    /// <param name="sentAt">When mails of the last hour went out, oldest first.</param>
    /// <returns>How long no mail may follow.</returns>
    public static TimeSpan HourlyPause(IReadOnlyList<DateTimeOffset> sentAt, int perHour, DateTimeOffset now)
    {
        if (sentAt.Count < perHour)
        {
            return TimeSpan.Zero;
        }

        return Clamp(sentAt[^perHour] + s_hour - now, s_hour);
    }

    // Further away than any delay is only what was put off before the clock was put back.
    private static TimeSpan Remaining(WaitingMail mail, DateTimeOffset now)
    {
        var remaining = mail.NextTryAt - now;
        return remaining > MailRetryPolicy.LongestDelay ? TimeSpan.Zero : Clamp(remaining, MailRetryPolicy.LongestDelay);
    }

    private static TimeSpan Clamp(TimeSpan time, TimeSpan most) =>
        time < TimeSpan.Zero ? TimeSpan.Zero
        : time > most ? most
        : time;
}
