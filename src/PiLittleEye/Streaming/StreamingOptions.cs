using PiLittleEye.Settings;

namespace PiLittleEye.Streaming;

/// <summary>Limits on watching.</summary>
internal sealed class StreamingOptions
{
    public const string Section = "Streaming";

    /// <summary>Streams open at the same time, all cameras together. One more is told to come later.</summary>
    // A hundred streams of 60 KB at 15 frames a second fill a gigabit port; the benchmarks hold the latency goals with half of it.
    public int MostViewers { get; init; } = 100;

    /// <summary>A viewer that has taken nothing for so long is cut off: it pins a frame, and its phone is long in a tunnel.</summary>
    // Between TCP's first retransmissions (seconds) and its giving up (a quarter of an hour).
    public int StalledSeconds { get; init; } = 20;

    public static StreamingOptions Read(SettingsSection section)
    {
        var fallback = new StreamingOptions();
        return new StreamingOptions
        {
            MostViewers = section.Integer(nameof(MostViewers), fallback.MostViewers, 1, 1000),
            StalledSeconds = section.Integer(nameof(StalledSeconds), fallback.StalledSeconds, 5, 300),
        };
    }
}
