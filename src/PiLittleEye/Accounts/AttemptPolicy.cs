namespace PiLittleEye.Accounts;

/// <summary>When somebody who failed may try again. Pure: failures and a moment in, a moment out.</summary>
internal static class AttemptPolicy
{
    // OctoPrint's. Who shares an address with others is not among them where he signed in before (KnownAddressStore).
    public static readonly IReadOnlyList<AttemptLimit> Limits =
    [
        new(3, TimeSpan.FromMinutes(1)),
        new(5, TimeSpan.FromMinutes(10)),
        new(10, TimeSpan.FromHours(1)),
    ];

    /// <summary>Failures older than this never count.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>More moments than this change nothing: the delay has stopped growing long before.</summary>
    public const int MostRemembered = 20;

    /// <summary>So many wrong passwords in a row lock a viewer's account, as in PLE (PLE-35). Administrators are delayed and no more.</summary>
    public const int LocksAfter = 10;

    // The delay doubles with each failure beyond the last limit, up to what an owner under attack can bear to wait.
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromHours(2);

    /// <param name="failures">Moments of failure, oldest first.</param>
    /// <param name="now">The moment of the next try.</param>
    /// <returns>How long to wait; zero when a try is free.</returns>
    public static TimeSpan WaitBefore(IReadOnlyList<DateTimeOffset> failures, DateTimeOffset now)
    {
        var wait = TimeSpan.Zero;
        foreach (var limit in Limits)
        {
            if (failures.Count >= limit.Failures)
            {
                // Free again when the oldest of the last n failures has left the window.
                wait = Longer(wait, failures[^limit.Failures] + limit.Window - now);
            }
        }

        var beyond = failures.Count(moment => now - moment < Memory) - Limits[^1].Failures;
        return beyond > 0 ? Longer(wait, failures[^1] + Delay(beyond) - now) : wait;
    }

    private static TimeSpan Delay(int beyond)
    {
        var doubled = s_firstDelay * Math.Pow(2, beyond - 1);
        return doubled < s_longestDelay ? doubled : s_longestDelay;
    }

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
