namespace PiLittleEye.Cameras;

/// <summary>
/// The first camera that is found, looked for anew at each start in the order libcamera, mmal, v4l2. On a developer's machine without any
/// it is the test pattern; on a Raspberry Pi it is not, because there a test pattern would hide a loose cable.
/// </summary>
internal sealed class AutoSource(CameraSourceFactory sources, bool isRaspberryPi) : ICameraSource
{
    public string Name { get; private set; } = CameraSources.Auto;

    public CameraDescription Describe() => Choose().Describe();

    public ICapture Open(CaptureMode wanted) => Choose().Open(wanted);

    private ICameraSource Choose()
    {
        var reasons = new List<string>();
        foreach (var kind in sources.Survey())
        {
            if (kind.Devices.Count > 0)
            {
                return Named(sources.Create(kind.Source, kind.Devices[0].Device));
            }

            reasons.Add($"{kind.Source}: {kind.Reason?.Explanation}");
        }

        return isRaspberryPi
            ? throw new CameraUnavailableException(CameraFault.NoDevice, string.Join(' ', reasons))
            : Named(sources.Create(CameraSources.TestPattern, device: null));
    }

    private ICameraSource Named(ICameraSource chosen)
    {
        Name = $"{CameraSources.Auto}: {chosen.Name}";
        return chosen;
    }
}
