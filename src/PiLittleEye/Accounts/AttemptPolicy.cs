namespace PiLittleEye.Accounts;

/// <summary>When somebody who failed may try again. Pure: failures and a moment in, a moment out.</summary>
internal static class AttemptPolicy
{
    // The shape of OctoPrint's limits (3 a minute, 5 in 10 minutes, 10 an hour), less tight: a household shares one address behind NAT.
    public static readonly IReadOnlyList<AttemptLimit> Limits =
    [
        new(5, TimeSpan.FromMinutes(1)),
        new(10, TimeSpan.FromMinutes(10)),
        new(20, TimeSpan.FromHours(1)),
    ];

    /// <summary>Failures older than this never count.</summary>
    public static TimeSpan Memory => Limits[^1].Window;

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
                var freeAt = failures[^limit.Failures] + limit.Window;
                wait = freeAt - now > wait ? freeAt - now : wait;
            }
        }

        return wait;
    }
}
