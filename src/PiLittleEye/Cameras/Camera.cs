using PiLittleEye.Frames;
using PiLittleEye.Storage;

namespace PiLittleEye.Cameras;

/// <summary>One camera and all that belongs to it.</summary>
internal sealed record Camera(
    CameraOptions Options,
    ICameraSource Source,
    RuntimeSettings<CameraSettings> Settings,
    FrameHub Hub,
    JpegFramePool Pool,
    CameraStatus Status
)
{
    public string Id => Options.Id;

    public string Name => Options.Name;
}
