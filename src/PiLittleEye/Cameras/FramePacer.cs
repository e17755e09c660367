namespace PiLittleEye.Cameras;

/// <summary>Lets through so many frames a second of a device that may deliver more. Pure but for its memory of the last one.</summary>
internal sealed class FramePacer
{
    private DateTimeOffset _dueAt;

    /// <summary>Whether this frame is due. A camera that is a little fast loses one now and then; one that is twice as fast, every other.</summary>
    public bool Takes(DateTimeOffset capturedAt, double framesPerSecond)
    {
        var interval = TimeSpan.FromSeconds(1 / framesPerSecond);
        if (capturedAt + (interval / 4) < _dueAt)
        {
            // A clock set back by more than a few frames would otherwise stop the picture for as long.
            if (_dueAt - capturedAt < interval * 4)
            {
                return false;
            }
        }

        var next = _dueAt + interval;
        _dueAt = next > capturedAt && next - capturedAt <= interval * 2 ? next : capturedAt + interval;
        return true;
    }
}
