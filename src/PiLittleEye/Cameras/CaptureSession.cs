using PiLittleEye.Frames;
using PiLittleEye.Health;
using PiLittleEye.Imaging;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Cameras;

/// <summary>
/// One run of the camera, from open to close, on a thread of its own: read, turn, stamp, compress, publish, with no hand-over between.
/// Ends when nobody looks, when another mode is wanted, or with a fault.
/// </summary>
internal sealed class CaptureSession(
    Camera camera,
    Heartbeat heartbeat,
    TimeZoneInfo machineZone,
    Action<CaptureMode> onFirstFrame,
    CancellationToken stopping
)
{
    /// <summary>The camera goes off this long after the last viewer left: reloading a page or switching a tab must not restart it.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(10);

    // Two seconds of damaged JPEGs at 15 frames a second are a bad cable, not a passing spark.
    private const int MostDamagedInARow = 30;

    // The pixel path needs little; the default of 8 MB is only address space, but a limit is a limit.
    private const int StackBytes = 1 << 20;

    private readonly TaskCompletionSource<SessionEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="CameraUnavailableException">The camera failed, at start or later.</exception>
    public Task<SessionEnd> RunAsync()
    {
        var thread = new Thread(Run, StackBytes) { IsBackground = true, Name = $"cam {camera.Id}" };
        thread.Start();
        return _ended.Task;
    }

    private void Run()
    {
        try
        {
            _ended.SetResult(Capture());
        }
        catch (Exception failure)
        {
            // Whatever it is, the supervisor awaits it: a fault is retried there, anything else ends the process there.
            _ended.SetException(failure);
        }
    }

    private SessionEnd Capture()
    {
        var wanted = camera.Settings.Current.Mode;
        using var capture = camera.Source.Open(wanted);
        using var renderer = new FrameRenderer(camera.Pool);
        using var raw = new RawFrame();
        var pacer = new FramePacer();
        var look = new PictureLook(camera, machineZone);
        var damaged = 0;
        var isFirst = true;
        while (true)
        {
            heartbeat.Beat();
            if (EndReason(wanted) is { } end)
            {
                return end;
            }

            if (!capture.Read(raw, stopping))
            {
                continue;
            }

            camera.Status.Captured.Count();
            if (isFirst)
            {
                isFirst = false;
                onFirstFrame(capture.Mode);
            }

            if (camera.Hub.IdleFor > Linger)
            {
                // Always on, and nobody looks: capturing is wanted, compressing is not, and the last picture grows old.
                camera.Hub.Clear();
                continue;
            }

            if (!pacer.Takes(raw.CapturedAt, wanted.FramesPerSecond))
            {
                continue;
            }

            try
            {
                var picture = renderer.Render(raw, look.Current);
                // Before it is published: whoever has seen it finds it counted.
                camera.Status.Encoded.Count();
                camera.Hub.Publish(picture);
                damaged = 0;
            }
            catch (JpegException damage)
            {
                if (++damaged >= MostDamagedInARow)
                {
                    throw new CameraUnavailableException(CameraFault.ShortFrame, damage.Message, damage);
                }
            }
        }
    }

    private SessionEnd? EndReason(CaptureMode wanted)
    {
        if (stopping.IsCancellationRequested)
        {
            return SessionEnd.Stopping;
        }

        var settings = camera.Settings.Current;
        if (settings.Mode != wanted)
        {
            return SessionEnd.OtherMode;
        }

        return settings.AlwaysOn || camera.Hub.IdleFor <= Linger ? null : SessionEnd.NobodyLooks;
    }
}
