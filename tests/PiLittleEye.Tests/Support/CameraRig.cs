using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Health;
using PiLittleEye.Imaging;
using PiLittleEye.Storage;

namespace PiLittleEye.Tests.Support;

/// <summary>A camera with everything that belongs to it, all of it real but the device and the time.</summary>
internal sealed class CameraRig : IDisposable
{
    // Small, so that a frame costs no time.
    private static readonly CameraSettings s_small = CameraSettings.Default with { Width = 64, Height = 64, FramesPerSecond = 10 };

    private readonly TemporaryState _state = new();
    private readonly CardRenderer _renderer;

    public CameraRig(ICameraSource? source = null)
    {
        Device = new ScriptedCameraSource("some camera", Clock);
        _renderer = new CardRenderer(Clock);
        Camera = new Camera(
            new CameraOptions
            {
                Id = "bench",
                Name = "Bench cam",
                Source = CameraSources.V4l2,
            },
            source ?? Device,
            new RuntimeSettings<CameraSettings>(_state.Store, "camera:bench", s_small, () => CamerasJson.Default.CameraSettings),
            new FrameHub("bench", Clock),
            new JpegFramePool(),
            new CameraStatus(Clock)
        );
        Cards = new CameraCards(Camera, _renderer);
        Heartbeats = new Heartbeats(Clock);
    }

    public SteppingClock Clock { get; } = new();

    public ScriptedCameraSource Device { get; }

    public Camera Camera { get; }

    public CameraCards Cards { get; }

    public Heartbeats Heartbeats { get; }

    public CollectingLogger<CameraWorker> Logger { get; } = new();

    public FrameHub Hub => Camera.Hub;

    public CameraStatus Status => Camera.Status;

    public CameraWorker CreateWorker() => new(Camera, Cards, Heartbeats, TimeZoneInfo.Utc, Clock, Logger);

    public void Change(Func<CameraSettings, CameraSettings> change) => Camera.Settings.Change(change);

    public void Dispose()
    {
        _renderer.Dispose();
        Camera.Pool.Dispose();
        _state.Dispose();
    }
}
