using PiLittleEye.Frames;

namespace PiLittleEye.Cameras;

/// <summary>A device that is capturing. Dispose stops it and gives everything back, a child process included.</summary>
internal interface ICapture : IDisposable
{
    /// <summary>What the device agreed to; not always what was asked.</summary>
    CaptureMode Mode { get; }

    /// <summary>
    /// Blocks until the next frame is in <paramref name="frame"/>, with its sequence number and moment of capture.
    /// Returns false, at the latest a quarter of a second after the token was cancelled, when it was cancelled.
    /// </summary>
    /// <exception cref="CameraUnavailableException">
    /// The device or child ended, was unplugged, delivered a short or wrong frame, or delivered none for three seconds.
    /// </exception>
    bool Read(RawFrame frame, CancellationToken cancellationToken);
}
