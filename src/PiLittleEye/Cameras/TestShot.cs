using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Cameras;

/// <summary>One picture without the service: opened, read and drawn as the service would.</summary>
internal static class TestShot
{
    // Exposure and white balance settle within half a second at 15 frames a second.
    private const int WarmUpFrames = 8;

    // A USB camera's first JPEGs are often damaged; two seconds of them are a bad cable.
    private const int MostDamaged = 30;

    /// <returns>What the device agreed to, and the picture, held once, by the caller.</returns>
    /// <exception cref="CameraUnavailableException">There is no picture to be had, with the reason.</exception>
    public static (CaptureMode Mode, JpegFrame Picture) Take(Camera camera)
    {
        var settings = camera.Settings.Current;
        var look = settings.ToPicture(camera.Name, TimeZoneInfo.Local);
        using var capture = camera.Source.Open(settings.Mode);
        using var renderer = new FrameRenderer(camera.Pool);
        using var raw = new RawFrame();
        for (var frame = 1; frame < WarmUpFrames; frame++)
        {
            _ = capture.Read(raw, CancellationToken.None);
        }

        for (var damaged = 0; ; )
        {
            _ = capture.Read(raw, CancellationToken.None);
            try
            {
                return (capture.Mode, renderer.Render(raw, look));
            }
            catch (JpegException damage)
            {
                if (++damaged == MostDamaged)
                {
                    throw new CameraUnavailableException(CameraFault.ShortFrame, damage.Message, damage);
                }
            }
        }
    }
}
