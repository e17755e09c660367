#pragma warning disable CA2012 // A wait is kept until it is over and its result taken once: that is what this class is for.
using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Support;

/// <summary>Looks through a viewer as a stream does, one wait at a time, but step by step and never blocking.</summary>
internal sealed class SteadyEye(FrameViewer viewer)
{
    private ValueTask<JpegFrame?>? _wait;

    /// <summary>Begins to wait, unless it waits already.</summary>
    /// <returns>Whether the wait is over.</returns>
    public bool Wait() => (_wait ??= viewer.NextAsync()).IsCompletedSuccessfully;

    /// <summary>Lets go of what the wait brought.</summary>
    /// <returns>The frame, or null when the wait goes on or was ended.</returns>
    public JpegFrame? TryTake()
    {
        if (!Wait())
        {
            return null;
        }

        var frame = _wait!.Value.GetAwaiter().GetResult();
        _wait = null;
        frame?.Release();
        return frame;
    }
}
