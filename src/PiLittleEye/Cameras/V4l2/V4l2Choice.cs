using PiLittleEye.Frames;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>What to ask of a device.</summary>
internal sealed record V4l2Choice(V4l2PixelLayout Layout, Resolution Size, VideoFraction Interval);
