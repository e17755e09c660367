using PiLittleEye.Frames;
using PiLittleEye.Rights;

namespace PiLittleEye.Streaming;

/// <summary>One open stream: whose it is, and whether it still takes what it is sent.</summary>
internal sealed class StreamConnection(FrameViewer viewer, Caller caller, string cameraId, Action cut, TimeProvider clock)
{
    private const long NotWriting = 0;

    private long _writingSince = NotWriting;
    private int _end;

    /// <summary>As it was when the stream began.</summary>
    public Caller Caller { get; } = caller;

    public string CameraId { get; } = cameraId;

    public DateTimeOffset Since { get; } = clock.GetUtcNow();

    public StreamEnd End => (StreamEnd)Volatile.Read(ref _end);

    /// <summary>Zero while it takes frames; else for how long the write under way has been waiting.</summary>
    public TimeSpan WaitingFor =>
        Volatile.Read(ref _writingSince) is var since and not NotWriting ? clock.GetElapsedTime(since) : TimeSpan.Zero;

    public void WriteBegins() => Volatile.Write(ref _writingSince, clock.GetTimestamp());

    public void WriteEnds() => Volatile.Write(ref _writingSince, NotWriting);

    /// <summary>No more frames; the loop says goodbye and leaves. The first reason given counts.</summary>
    public void Finish(StreamEnd reason)
    {
        if (Interlocked.CompareExchange(ref _end, (int)reason, (int)StreamEnd.None) == (int)StreamEnd.None)
        {
            viewer.End();
        }
    }

    /// <summary>Cuts the connection without a word: there is nobody who would take one.</summary>
    public void Cut(StreamEnd reason)
    {
        Finish(reason);
        cut();
    }
}
