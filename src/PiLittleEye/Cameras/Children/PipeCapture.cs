using PiLittleEye.Frames;
using PiLittleEye.Native.Libc;

namespace PiLittleEye.Cameras.Children;

/// <summary>Frames from a child's pipe. Every way in which the child can fail has its own fault: its end, silence, a short frame, a wrong size.</summary>
internal sealed class PipeCapture : ICapture
{
    // A Pi's camera stack takes one to three seconds to start, GStreamer's first start on a cold card up to seven.
    private static readonly TimeSpan s_patienceAtStart = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    // How long a cancelled read may still take.
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    // The pipe is closed a moment before the process is gone and its last words are read.
    private static readonly TimeSpan s_dying = TimeSpan.FromSeconds(1);

    private readonly ChildPlan _plan;
    private readonly TimeProvider _clock;
    private readonly ChildProgram _child;
    private readonly PipeIntake _pipe;
    private readonly RawFrameReader _reader;
    private readonly FrameRhythm _rhythm;
    private long _sequence;

    public PipeCapture(ChildPlan plan, TimeProvider clock)
    {
        _plan = plan;
        _clock = clock;
        _child = ChildProgram.Start(plan.Program, plan.Arguments);
        _pipe = new PipeIntake(_child.Output);
        _reader = new RawFrameReader(plan.Layout);
        _rhythm = new FrameRhythm(plan.Mode.FramesPerSecond);
    }

    public CaptureMode Mode => _plan.Mode;

    public bool Read(RawFrame frame, CancellationToken cancellationToken)
    {
        var room = _reader.RoomFor(frame);
        var patience = _sequence == 0 ? s_patienceAtStart : s_patience;
        var startedAt = _clock.GetTimestamp();
        var longestWait = TimeSpan.Zero;
        var capturedAt = default(DateTimeOffset);
        var filled = 0;
        while (filled < room.Length)
        {
            var waitedFrom = _clock.GetTimestamp();
            while (!_pipe.WaitForData(Shorter(s_look, patience - _clock.GetElapsedTime(startedAt))))
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return false;
                }

                if (_clock.GetElapsedTime(startedAt) >= patience)
                {
                    throw Silent(filled, room.Length, patience);
                }
            }

            if (filled == 0)
            {
                // The first byte leaves the child when the sensor's frame is ready; later ones wait for us.
                capturedAt = _clock.GetUtcNow();
            }
            else if (_clock.GetElapsedTime(waitedFrom) is var waited && waited > longestWait)
            {
                longestWait = waited;
            }

            var count = _pipe.Read(room[filled..]);
            filled += count > 0 ? count : throw Ended(filled, room.Length);
        }

        if (!_rhythm.Accepts(longestWait))
        {
            throw new CameraUnavailableException(
                CameraFault.WrongSize,
                $"{_plan.Program} sends frames of another size than {_plan.Layout.Size}"
            );
        }

        _reader.Finish(frame);
        frame.Stamp(++_sequence, capturedAt);
        return true;
    }

    public void Dispose()
    {
        _child.Dispose();
        _reader.Dispose();
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        other < TimeSpan.Zero ? TimeSpan.Zero
        : one < other ? one
        : other;

    private CameraUnavailableException Silent(int filled, int length, TimeSpan patience)
    {
        _child.Kill();
        var got = filled == 0 ? "nothing" : $"{filled} of {length} bytes of a frame";
        return Failure(CameraFault.NoFrames, $"{_plan.Program} sent {got} for {patience.TotalSeconds:0} s");
    }

    private CameraUnavailableException Ended(int filled, int length)
    {
        var code = _child.WaitForExit(s_dying);
        _child.Words.WaitForEnd(s_dying);
        var got = filled > 0 ? $" after {filled} of {length} bytes of a frame" : string.Empty;
        return Failure(filled > 0 ? CameraFault.ShortFrame : CameraFault.ProgramEnded, $"{_plan.Program} ended with code {code}{got}");
    }

    private CameraUnavailableException Failure(CameraFault unlessItSays, string what)
    {
        var complaint = _child.Words.LastComplaint;
        var fault = _plan.Diagnose(_child.Words.Text) ?? unlessItSays;
        return new CameraUnavailableException(fault, complaint.Length == 0 ? what : $"{what}; it says: {complaint}");
    }
}
