namespace PiLittleEye.Cameras.V4l2;

/// <summary>When a picture was taken, from the driver's stamp on the monotonic clock.</summary>
internal static class CaptureMoment
{
    // Longer than any queue of four frames lasts: a stamp that far away is not of our clock.
    private static readonly TimeSpan OldestBelievable = TimeSpan.FromSeconds(10);

    /// <param name="takenAt">Time since boot as the driver says; null when it does not.</param>
    /// <param name="clock">Its timestamps count since boot too: on Linux they are CLOCK_MONOTONIC, the clock that V4L2 stamps with.</param>
    public static DateTimeOffset Of(TimeSpan? takenAt, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (takenAt is not { } taken)
        {
            return now;
        }

        var age = clock.GetElapsedTime(0) - taken;
        return age >= TimeSpan.Zero && age <= OldestBelievable ? now - age : now;
    }
}
