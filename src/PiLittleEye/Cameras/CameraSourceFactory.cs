using PiLittleEye.Cameras.Libcamera;
using PiLittleEye.Cameras.Mmal;
using PiLittleEye.Cameras.TestPattern;
using PiLittleEye.Cameras.V4l2;

namespace PiLittleEye.Cameras;

/// <summary>Makes the source that the settings name, and looks for what is connected.</summary>
internal sealed class CameraSourceFactory(TimeProvider clock)
{
    /// <param name="source">One of <see cref="CameraSources.Words"/>.</param>
    /// <param name="device">Which of several; null is the first.</param>
    public ICameraSource Create(string source, string? device) =>
        source switch
        {
            CameraSources.Auto => new AutoSource(this, Board.IsRaspberryPi),
            CameraSources.Libcamera => new LibcameraSource(device, clock),
            CameraSources.Mmal => new MmalSource(device, clock),
            CameraSources.V4l2 => new V4l2Source(device, clock),
            CameraSources.TestPattern => new TestPatternSource(clock),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, message: null),
        };

    /// <summary>Everything that is connected, kind by kind in the order in which <c>auto</c> looks. Lazy: a kind is asked when it is reached.</summary>
    public IEnumerable<CameraSurvey> Survey()
    {
        yield return Ask(CameraSources.Libcamera, LibcameraSource.Find);
        yield return Ask(CameraSources.Mmal, () => [new MmalSource(device: null, clock).Describe()]);
        yield return Ask(CameraSources.V4l2, () => V4l2Devices.Describe(clock));
    }

    private static CameraSurvey Ask(string source, Func<IReadOnlyList<CameraDescription>> find)
    {
        try
        {
            return new CameraSurvey(source, find(), Obstacle: null);
        }
        catch (CameraUnavailableException none)
        {
            return new CameraSurvey(source, [], none);
        }
    }
}
