using System.Security.Cryptography;

namespace PiLittleEye.Mail.Queue;

/// <summary>When to try again, and when no more (the advice of Amazon SES, which other providers bear too).</summary>
/// <param name="jitter">From 0 to 1: how much of the spread is added.</param>
internal sealed class MailRetryPolicy(Func<double> jitter)
{
    private static readonly TimeSpan[] s_first = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)];
    private static readonly TimeSpan s_later = TimeSpan.FromMinutes(20);

    // Cameras that lost the same server at the same moment shall not all come back at the same moment.
    private const double Spread = 0.2;

    /// <summary>After a day nobody waits for the answer any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>The quick ones and the first slow one: a machine that was off for a day is not online in its first seconds.</summary>
    public const int FewestTries = 4;

    /// <summary>Longer than any delay it gives.</summary>
    public static readonly TimeSpan LongestDelay = s_later * (1 + Spread);

    public MailRetryPolicy()
        : this(() => RandomNumberGenerator.GetInt32(1000) / 1000.0) { }

    /// <param name="tries">That failed, the last one included.</param>
    public TimeSpan DelayAfter(int tries) =>
        (tries <= s_first.Length ? s_first[Math.Max(tries, 1) - 1] : s_later) * (1 + (Spread * jitter()));

    /// <param name="isHopeless">All mails fail, and have done so for a while; so this one need not be tried to know it.</param>
    public static bool IsOver(WaitingMail mail, bool isHopeless, DateTimeOffset now) =>
        mail.BestBefore < now || ((isHopeless || mail.Tries >= FewestTries) && now - mail.StoredAt >= Patience);
}
