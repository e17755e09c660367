using PiLittleEye.Imaging;

namespace PiLittleEye.Cameras;

/// <summary>The picture settings in force, made anew only when the owner changed something: asking costs one comparison for each frame.</summary>
internal sealed class PictureLook(Camera camera, TimeZoneInfo machineZone)
{
    private CameraSettings? _of;
    private PictureSettings? _current;

    public PictureSettings Current
    {
        get
        {
            var settings = camera.Settings.Current;
            if (_current is null || !ReferenceEquals(settings, _of))
            {
                _of = settings;
                _current = settings.ToPicture(camera.Name, machineZone);
            }

            return _current;
        }
    }
}
