using PiLittleEye.Native.Libc;
using static PiLittleEye.Native.Libc.LibcFunctions;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>What a failing call means for the owner of the camera.</summary>
internal static class V4l2Faults
{
    /// <param name="refusal">The call that failed.</param>
    /// <param name="device">Its path as it was asked for.</param>
    /// <param name="isCapturing">Whether pictures came before: then a missing device was pulled out.</param>
    public static CameraUnavailableException Explain(NativeCallException refusal, string device, bool isCapturing)
    {
        var (fault, detail) = refusal.Errno switch
        {
            ENOENT or ENXIO => (CameraFault.NoDevice, $"there is no {device}"),
            ENODEV when isCapturing => (CameraFault.Unplugged, $"{device} has gone"),
            ENODEV => (CameraFault.NoDevice, $"{device} does not answer"),
            EBUSY => (CameraFault.Busy, Busy(device)),
            EACCES or EPERM => (CameraFault.NoPermission, $"{device} may not be opened by this user"),
            ENOSPC => (CameraFault.NoBandwidth, $"{device} got no share of its bus"),
            ENOTTY => (CameraFault.WrongMode, $"{device} is no camera"),
            EPIPE => (CameraFault.WrongMode, $"{device} is one part of a camera that only libcamera can put together"),
            EIO or EPROTO or ETIMEDOUT => (CameraFault.NoFrames, refusal.Message),
            _ => (isCapturing ? CameraFault.NoFrames : CameraFault.WrongMode, refusal.Message),
        };
        return new CameraUnavailableException(fault, detail, refusal);
    }

    private static string Busy(string device) =>
        DeviceHolder.Find(V4l2Links.NodeOf(device)) is { } holder
            ? $"{device} is held by {holder}"
            : $"{device} is held by a program that cannot be seen from here; sudo fuser -v {device} names it";
}
