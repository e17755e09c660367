using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.Libcamera;

/// <summary>A way in which a sensor can be read out.</summary>
/// <param name="Size">Of the read-out.</param>
/// <param name="FramesPerSecond">The fastest.</param>
/// <param name="FieldOfView">The part of the sensor that is read, in its own pixels.</param>
/// <param name="Bits">Of a sample; 0 when the list does not say.</param>
internal sealed record RpicamMode(Resolution Size, double FramesPerSecond, Resolution FieldOfView, int Bits);
