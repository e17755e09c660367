using PiLittleEye.Frames;

namespace PiLittleEye.Cameras;

/// <summary>A picture size that a device offers, and the fastest it delivers it in any of its formats; zero when it does not tell.</summary>
internal readonly record struct CaptureSize(Resolution Size, double FastestFramesPerSecond);
