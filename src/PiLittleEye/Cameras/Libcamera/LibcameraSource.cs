using System.Globalization;
using PiLittleEye.Cameras.Children;

namespace PiLittleEye.Cameras.Libcamera;

/// <summary>
/// A camera of libcamera, through a child program: its library changes with every release and may crash, and neither is then our
/// trouble. rpicam-vid where it is installed, else GStreamer.
/// </summary>
/// <param name="device">Index, model or libcamera's name of the camera; null is the first.</param>
internal sealed class LibcameraSource(string? device, TimeProvider clock) : ICameraSource
{
    // What the list said when it was last asked; the list costs a second, and the picture should not wait for it.
    private RpicamCamera? _known;
    private string? _gstreamerName;

    public string Name => device is null ? CameraSources.Libcamera : $"{CameraSources.Libcamera} {device}";

    /// <summary>All cameras of libcamera. Not while one of them is capturing: asking takes hold of each for a moment.</summary>
    /// <exception cref="CameraUnavailableException">No program to reach it, or no camera.</exception>
    public static IReadOnlyList<CameraDescription> Find() =>
        RpicamProgram.Installed is { } program ? [.. Ask(program).Select(Describe)] : AskGstreamer();

    public CameraDescription Describe()
    {
        if (RpicamProgram.Installed is not { } program)
        {
            var description = Choose(AskGstreamer(), camera => camera.Device == device);
            // Another one may be plugged in than at the start.
            _gstreamerName = description.Device;
            return description;
        }

        _known = Choose(Ask(program), IsMeant);
        return Describe(_known);
    }

    public ICapture Open(CaptureMode wanted)
    {
        if (RpicamProgram.Installed is not { } program)
        {
            _gstreamerName ??= Choose(AskGstreamer(), camera => camera.Device == device).Device;
            return new PipeCapture(GstreamerProgram.Plan(_gstreamerName, wanted), clock);
        }

        var camera = _known ??= Choose(Ask(program), IsMeant);
        var readOut = RpicamModePolicy.Choose(camera, wanted);
        return new PipeCapture(RpicamProgram.Plan(program, camera.Index, wanted, readOut, camera.IsOnPi5), clock);
    }

    private static IReadOnlyList<RpicamCamera> Ask(string program) =>
        RpicamProgram.List(program) is { Count: > 0 } cameras
            ? cameras
            : throw new CameraUnavailableException(CameraFault.NoDevice, $"{program} lists no camera");

    private static IReadOnlyList<CameraDescription> AskGstreamer()
    {
        if (!GstreamerProgram.IsInstalled)
        {
            throw new CameraUnavailableException(CameraFault.StackMissing, "neither rpicam-vid nor GStreamer's libcamerasrc is installed");
        }

        return GstreamerProgram.List() is { Count: > 0 } names
            ? [.. names.Select(name => new CameraDescription(CameraSources.Libcamera, name, name, GstreamerProgram.Sizes, AnySize: true))]
            : throw new CameraUnavailableException(CameraFault.NoDevice, "libcamera knows no camera");
    }

    private static CameraDescription Describe(RpicamCamera camera) =>
        new(
            CameraSources.Libcamera,
            camera.Index.ToString(CultureInfo.InvariantCulture),
            camera.Model,
            OfferedSizes.Of(camera.Modes),
            AnySize: true
        );

    private bool IsMeant(RpicamCamera camera) =>
        camera.Model == device || camera.Id == device || camera.Index.ToString(CultureInfo.InvariantCulture) == device;

    private T Choose<T>(IReadOnlyList<T> found, Func<T, bool> isMeant)
        where T : class =>
        (device is null ? found[0] : found.FirstOrDefault(isMeant))
        ?? throw new CameraUnavailableException(CameraFault.NoDevice, $"libcamera knows no camera \"{device}\"");
}
