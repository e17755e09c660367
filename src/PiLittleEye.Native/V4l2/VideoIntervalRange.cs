using System.Runtime.InteropServices;

namespace PiLittleEye.Native.V4l2;

/// <summary>Times between frames a device offers for one format and size: a single one, or all between two, in steps or (step zero) freely.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VideoIntervalRange(VideoFraction Shortest, VideoFraction Longest, VideoFraction Step)
{
    public static VideoIntervalRange Single(VideoFraction interval) => new(interval, interval, default);
}
