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
    public string Name => device is null ? CameraSources.Libcamera : $"{CameraSources.Libcamera} {device}";

    /// <summary>All cameras of libcamera.</summary>
    /// <exception cref="CameraUnavailableException">No program to reach it, or no camera.</exception>
    public static IReadOnlyList<CameraDescription> Find()
    {
        if (RpicamProgram.Installed is { } program)
        {
            var cameras = RpicamProgram.List(program);
            return cameras.Count > 0
                ? [.. cameras.Select(Describe)]
                : throw new CameraUnavailableException(CameraFault.NoDevice, $"{program} lists no camera");
        }

        if (!GstreamerProgram.IsInstalled)
        {
            throw new CameraUnavailableException(CameraFault.StackMissing, "neither rpicam-vid nor GStreamer's libcamerasrc is installed");
        }

        var names = GstreamerProgram.List();
        return names.Count > 0
            ? [.. names.Select(name => new CameraDescription(CameraSources.Libcamera, name, name, GstreamerProgram.Sizes, AnySize: true))]
            : throw new CameraUnavailableException(CameraFault.NoDevice, "libcamera knows no camera");
    }

    public CameraDescription Describe() => Choose(Find());

    public ICapture Open(CaptureMode wanted)
    {
        if (RpicamProgram.Installed is not { } program)
        {
            return new PipeCapture(GstreamerProgram.Plan(Describe().Device, wanted), clock);
        }

        // An index needs no list, and the list costs a second before the first picture.
        var index =
            device is null ? 0
            : int.TryParse(device, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : Choose(RpicamProgram.List(program)).Index;
        return new PipeCapture(RpicamProgram.Plan(program, index, wanted, Board.IsRaspberryPi5), clock);
    }

    private static CameraDescription Describe(RpicamCamera camera) =>
        new(
            CameraSources.Libcamera,
            camera.Index.ToString(CultureInfo.InvariantCulture),
            camera.Model,
            OfferedSizes.Of(camera.Modes),
            AnySize: true
        );

    private CameraDescription Choose(IReadOnlyList<CameraDescription> found) =>
        found.FirstOrDefault(camera => device is null || camera.Device == device || camera.Model == device) ?? throw Unknown();

    private RpicamCamera Choose(IReadOnlyList<RpicamCamera> found) =>
        found.FirstOrDefault(camera => camera.Model == device || camera.Id == device) ?? throw Unknown();

    private CameraUnavailableException Unknown() => new(CameraFault.NoDevice, $"libcamera knows no camera \"{device}\"");
}
