using PiLittleEye.Frames;

namespace PiLittleEye.Cameras;

/// <summary>The words for each fault: a stable code, a title for the card, what it means, and one remedy.</summary>
internal static class CameraFaultTexts
{
    /// <param name="fault">What happened.</param>
    /// <param name="detail">The particular of this case as a sentence or less ("/dev/video0 is held by motion, pid 812"), or null.</param>
    public static NoPicture Explain(CameraFault fault, string? detail = null)
    {
        var general = fault switch
        {
            CameraFault.NoDevice => new NoPicture(
                "no-device",
                "No camera",
                "No camera answers.",
                "Check that the ribbon or USB cable sits firmly at both ends, then wait ten seconds."
            ),
            CameraFault.Busy => new NoPicture(
                "busy",
                "Camera busy",
                "Another program is using the camera.",
                "Stop that program, or point it at this camera's stream instead."
            ),
            CameraFault.NoPermission => new NoPicture(
                "no-permission",
                "No permission",
                "The service may not open the camera.",
                "Add its user to the group video (usermod -aG video pi-little-eye) and restart it."
            ),
            CameraFault.StackMissing => new NoPicture(
                "stack-missing",
                "Software missing",
                "The program that reads this kind of camera is not installed.",
                "Install rpicam-apps on Raspberry Pi OS, gstreamer1.0-libcamera with gstreamer1.0-tools on Debian. mmal is in 32-bit Raspberry Pi OS up to Bullseye alone."
            ),
            CameraFault.Unplugged => new NoPicture(
                "unplugged",
                "Camera unplugged",
                "The camera went away while it was in use.",
                "Plug it in again; the picture comes back by itself. If it happens often, try another cable or a powered hub."
            ),
            CameraFault.NoFrames => new NoPicture(
                "no-frames",
                "Camera silent",
                "The camera is there but sends no pictures.",
                "Re-seat the camera's cable with the power off; it is restarted by itself meanwhile."
            ),
            CameraFault.ShortFrame => new NoPicture(
                "short-frame",
                "Broken picture",
                "The camera sent a picture that ends too early.",
                "Choose a smaller picture or a lower rate; on USB, use another port without a hub."
            ),
            CameraFault.WrongSize => new NoPicture(
                "wrong-size",
                "Wrong picture size",
                "The camera sends another picture size than it promised.",
                "Choose another picture size in the settings."
            ),
            CameraFault.WrongMode => new NoPicture(
                "wrong-mode",
                "Unusable picture format",
                "The camera offers no picture format that can be shown.",
                "Run pi-little-eye list-cameras to see what it offers, and name another device in the settings."
            ),
            CameraFault.ProgramEnded => new NoPicture(
                "program-ended",
                "Camera program ended",
                "The program that reads the camera stopped by itself.",
                "It is started again by itself; if it keeps ending, run pi-little-eye camera-test to see what it says."
            ),
            CameraFault.NoBandwidth => new NoPicture(
                "no-bandwidth",
                "USB bus full",
                "The USB bus has no room left for this camera's pictures.",
                "Plug the camera into a port of its own, without a hub, or choose a smaller picture or a lower rate."
            ),
            CameraFault.UnderVoltage => new NoPicture(
                "under-voltage",
                "Too little power",
                "The board reports under-voltage, and cameras fail first.",
                "Use the power supply made for this Raspberry Pi and a short, thick cable."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, message: null),
        };
        return detail is null ? general : general with { Explanation = $"{general.Explanation.TrimEnd('.')}: {detail.TrimEnd('.')}." };
    }
}
