using PiLittleEye.Frames;
using PiLittleEye.Native.Libc;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>A V4L2 device that is streaming. Damaged frames are dropped and counted; it fails when only such come, or none.</summary>
internal sealed class V4l2Capture(
    VideoDevice device,
    VideoStream stream,
    V4l2FrameReader reader,
    CaptureMode mode,
    string path,
    TimeProvider clock
) : ICapture
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    // How long a cancellation may go unseen.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    // Two seconds at the usual 15 a second. Webcams send a few damaged frames whenever they start.
    private const int MostBrokenInARow = 30;

    private long _sequence;
    private uint _lastSequence;

    public CaptureMode Mode => mode;

    /// <summary>Frames that were dropped because they were damaged, short or of a wrong size.</summary>
    public long BrokenFrames { get; private set; }

    public bool Read(RawFrame frame, CancellationToken cancellationToken)
    {
        try
        {
            return TryRead(frame, cancellationToken);
        }
        catch (NativeCallException refusal)
        {
            // A driver may say EIO for a device that has just been pulled out.
            throw device.IsStillThere()
                ? V4l2Faults.Explain(refusal, path, isCapturing: true)
                : new CameraUnavailableException(CameraFault.Unplugged, $"{path} has gone", refusal);
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        device.Dispose();
    }

    private bool TryRead(RawFrame frame, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var (broken, verdict) = (0, FrameVerdict.Whole);
        while (!cancellationToken.IsCancellationRequested)
        {
            using (var buffer = TakeNewest(cancellationToken))
            {
                if (buffer is not null)
                {
                    verdict = buffer.IsDamaged ? FrameVerdict.Damaged : Convert(buffer, frame);
                    if (verdict == FrameVerdict.Whole)
                    {
                        frame.Stamp(Count(buffer.Sequence), CaptureMoment.Of(buffer.TakenAt, clock));
                        return true;
                    }

                    BrokenFrames++;
                    broken++;
                }
            }

            if (broken >= MostBrokenInARow || clock.GetElapsedTime(started) >= LongestSilence)
            {
                throw Silence(broken, verdict);
            }
        }

        return false;
    }

    // If the reader was late, older frames wait as well. They go back unread: a live picture shows now, not the time it took to encode.
    private VideoBuffer? TakeNewest(CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp();
        var newest = stream.Dequeue(Slice);
        if (newest is null)
        {
            if (clock.GetElapsedTime(asked) < Slice / 2)
            {
                // "Ready", and yet nothing there: some drivers say so for as long as nobody feeds them. Do not spin.
                cancellationToken.WaitHandle.WaitOne(Slice);
            }

            return null;
        }

        while (stream.Dequeue(TimeSpan.Zero) is { } newer)
        {
            newest.Dispose();
            newest = newer;
        }

        return newest;
    }

    private FrameVerdict Convert(VideoBuffer buffer, RawFrame frame) =>
        reader.Read(buffer.Plane(0), buffer.PlaneCount > 1 ? buffer.Plane(1) : [], buffer.PlaneCount > 2 ? buffer.Plane(2) : [], frame);

    // The driver's counter wraps; some drivers leave it at zero, or start it anew.
    private long Count(uint sequence)
    {
        _sequence += Math.Max(1, unchecked((int)(sequence - _lastSequence)));
        _lastSequence = sequence;
        return _sequence;
    }

    private CameraUnavailableException Silence(int broken, FrameVerdict verdict)
    {
        if (!device.IsStillThere())
        {
            return new CameraUnavailableException(CameraFault.Unplugged, $"{path} has gone");
        }

        return verdict switch
        {
            FrameVerdict.Whole => new CameraUnavailableException(
                CameraFault.NoFrames,
                $"{path} has sent none for {LongestSilence.TotalSeconds} s"
            ),
            FrameVerdict.WrongSize => new CameraUnavailableException(CameraFault.WrongSize, $"{path} agreed to {mode.Size}"),
            _ => new CameraUnavailableException(CameraFault.ShortFrame, $"{path} has sent {broken} damaged or short ones in a row"),
        };
    }
}
