using System.Globalization;
using PiLittleEye.Frames;
using PiLittleEye.Lettering;

namespace PiLittleEye.Cameras.TestPattern;

/// <summary>Draws each frame when it is due, on a grid of time that does not drift.</summary>
internal sealed class TestPatternCapture(CaptureMode mode, TimeProvider clock) : ICapture
{
    // How long Read may sleep before it looks at the token again is bounded by the token's own handle, which wakes it at once.
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / mode.FramesPerSecond);
    private readonly TestPatternScene _scene = new(mode.Size);
    private readonly Stamp _caption = new();
    private readonly long _startedAt = clock.GetTimestamp();
    private long _sequence;

    public CaptureMode Mode { get; } = mode;

    public bool Read(RawFrame frame, CancellationToken cancellationToken)
    {
        var elapsed = clock.GetElapsedTime(_startedAt);
        var due = _interval * (_sequence + 1);
        if (elapsed - due > _interval * 10)
        {
            // The machine slept: go on from now instead of catching up with frames nobody sees.
            _sequence = (long)(elapsed / _interval);
            due = _interval * (_sequence + 1);
        }

        if (due > elapsed && cancellationToken.WaitHandle.WaitOne(due - elapsed))
        {
            return false;
        }

        _sequence++;
        var now = clock.GetUtcNow();
        var picture = frame.ShapeAsI420(Mode.Size);
        _scene.Draw(picture, clock.GetElapsedTime(_startedAt));

        Span<char> text = stackalloc char[48];
        _ = text.TryWrite(CultureInfo.InvariantCulture, $"{now.UtcDateTime:HH:mm:ss.f} UTC  frame {_sequence:000000}", out var length);
        _caption.Draw(picture, text[..length], StampSize.Small, StampCorner.BottomLeft);

        frame.Stamp(_sequence, now);
        return true;
    }

    public void Dispose()
    {
        // Nothing was opened.
    }
}
