using static PiLittleEye.Native.V4l2.VideoDeviceConstants;

namespace PiLittleEye.Native.V4l2;

/// <summary>Who a device is and what kind of work this one node of it does.</summary>
/// <param name="Driver">Name of the kernel driver, as <c>uvcvideo</c>.</param>
/// <param name="Card">As the device calls itself.</param>
/// <param name="Bus">Where it is plugged in, as <c>usb-0000:01:00.0-1.2</c>.</param>
/// <param name="Capabilities">V4L2_CAP_… of this node, not of the whole device.</param>
internal sealed record VideoDeviceIdentity(string Driver, string Card, string Bus, uint Capabilities)
{
    public bool CapturesPictures =>
        (Capabilities & (V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_VIDEO_CAPTURE_MPLANE)) != 0
        && (Capabilities & V4L2_CAP_STREAMING) != 0
        && (Capabilities & (V4L2_CAP_VIDEO_M2M | V4L2_CAP_VIDEO_M2M_MPLANE)) == 0;

    /// <summary>One stage of a pipeline that a media controller must be told to assemble first; alone it delivers nothing.</summary>
    public bool NeedsMediaController => (Capabilities & V4L2_CAP_IO_MC) != 0;

    /// <summary>A device that offers both ways is spoken to in the simple one.</summary>
    internal bool IsMultiPlanar => (Capabilities & V4L2_CAP_VIDEO_CAPTURE) == 0;
}
