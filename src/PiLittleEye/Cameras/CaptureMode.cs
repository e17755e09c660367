using System.Globalization;
using PiLittleEye.Frames;

namespace PiLittleEye.Cameras;

/// <summary>A picture size with a frame rate: what is asked of a source, and what the device agreed to.</summary>
internal readonly record struct CaptureMode(Resolution Size, double FramesPerSecond)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Size} at {FramesPerSecond:0.##} fps");
}
