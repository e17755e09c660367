namespace PiLittleEye.Cameras;

/// <summary>
/// The first camera that is found, looked for in the order libcamera, mmal, v4l2. On a developer's machine without any it is the test
/// pattern; on a Raspberry Pi it is not, because there a test pattern would hide a loose cable.
/// </summary>
internal sealed class AutoSource(CameraSourceFactory sources, bool isRaspberryPi) : ICameraSource
{
    // Asking all kinds takes seconds on a Pi; the camera of last time is tried first, until it is gone.
    private ICameraSource? _last;

    public string Name { get; private set; } = CameraSources.Auto;

    public CameraDescription Describe() => UseLastOrChoose(source => source.Describe());

    public ICapture Open(CaptureMode wanted) => UseLastOrChoose(source => source.Open(wanted));

    private T UseLastOrChoose<T>(Func<ICameraSource, T> use)
    {
        if (_last is { } last)
        {
            try
            {
                return use(last);
            }
            catch (CameraUnavailableException gone) when (gone.Fault is CameraFault.NoDevice or CameraFault.StackMissing)
            {
                _last = null;
            }
        }

        return use(Choose());
    }

    private ICameraSource Choose()
    {
        var absences = new List<string>();
        foreach (var kind in sources.Survey())
        {
            if (kind.Devices.Count > 0)
            {
                _last = sources.Create(kind.Source, kind.Devices[0].Device);
                return Named(_last);
            }

            if (kind.Obstacle is { } obstacle && !kind.IsAbsent)
            {
                // There is a camera, and something in its way: that is the news, not what other kinds lack.
                throw obstacle;
            }

            absences.Add($"{kind.Source}: {kind.Obstacle?.Reason.Explanation}");
        }

        // Not remembered: a camera that is plugged in later is wanted then.
        return isRaspberryPi
            ? throw new CameraUnavailableException(CameraFault.NoDevice, string.Join(' ', absences))
            : Named(sources.Create(CameraSources.TestPattern, device: null));
    }

    private ICameraSource Named(ICameraSource chosen)
    {
        Name = $"{CameraSources.Auto}: {chosen.Name}";
        return chosen;
    }
}
