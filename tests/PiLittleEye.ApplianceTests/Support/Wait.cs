namespace PiLittleEye.ApplianceTests.Support;

/// <summary>Waiting with an end: a condition that never comes fails by name.</summary>
internal static class Wait
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> UntilAsync(string what, TimeSpan longest, Func<Task<bool>> isSo)
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        while (!await isSo())
        {
            if (clock.GetElapsedTime(started) > longest)
            {
                throw new TimeoutException($"Not within {longest.TotalSeconds} s: {what}");
            }

            await Task.Delay(s_look, clock, TestContext.Current.CancellationToken);
        }

        return clock.GetElapsedTime(started);
    }
}
