namespace PiLittleEye.Cameras;

/// <summary>How long to wait before a camera that failed is tried again: soon at first, then less often, never longer than recovery may take.</summary>
internal static class RetryPolicy
{
    // A loose connector is back in a moment; a missing camera must not heat the board. Nobody waits longer than five seconds
    // for a camera that works again.
    private static readonly TimeSpan[] s_delays =
    [
        TimeSpan.FromSeconds(0.5),
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(2),
        TimeSpan.FromSeconds(3),
        TimeSpan.FromSeconds(5),
    ];

    /// <param name="failures">Failures in a row, this one included: 1 or more.</param>
    public static TimeSpan DelayAfter(int failures) => s_delays[Math.Clamp(failures - 1, 0, s_delays.Length - 1)];
}
