using System.Security.Cryptography;

namespace PiLittleEye.PhotoReplies;

/// <summary>How long to wait before a mailbox is opened again. Pure but for the jitter.</summary>
internal static class MailboxBackoff
{
    // Quick for a router that comes back, and never more often than a provider counts as an attack.
    private static readonly int[] s_seconds = [1, 2, 5, 10, 30, 60, 300];

    // A session that lasted so long was a good one, and what broke it is new.
    public static readonly TimeSpan GoodSession = TimeSpan.FromMinutes(1);

    // Providers lock accounts after a handful of wrong passwords.
    public const int MostRefusals = 3;

    /// <param name="failures">In a row, 1 or more.</param>
    public static TimeSpan After(int failures)
    {
        var seconds = s_seconds[Math.Min(failures, s_seconds.Length) - 1];
        // A fifth more or less, so that all cameras of a provider do not come back in one moment.
        return TimeSpan.FromMilliseconds(seconds * RandomNumberGenerator.GetInt32(800, 1201));
    }
}
