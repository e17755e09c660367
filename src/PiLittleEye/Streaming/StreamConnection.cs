using PiLittleEye.Frames;
using PiLittleEye.Rights;

namespace PiLittleEye.Streaming;

/// <summary>One open stream: whose it is, and whether it still takes what it is sent.</summary>
internal sealed class StreamConnection(FrameViewer viewer, Caller caller, string cameraId, Action cut, TimeProvider clock)
{
    private const long NotWriting = 0;

    // Long enough for a steady figure, short enough to show a change.
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(2);

    private long _writingSince = NotWriting;
    private long _windowSince = clock.GetTimestamp();
    private int _windowFrames;
    private double _rate;
    private int _end;
    private volatile Caller _caller = caller;

    /// <summary>To end this one; given by <see cref="Viewers"/>.</summary>
    public long Id { get; set; }

    /// <summary>Where it goes to.</summary>
    public string? Address { get; init; }

    /// <summary>As it was when its right was last looked at.</summary>
    public Caller Caller => _caller;

    /// <summary>What it has been sent lately.</summary>
    public double FramesPerSecond
    {
        get
        {
            // A stalled one writes nothing that could bring the figure up to date.
            var age = clock.GetElapsedTime(Volatile.Read(ref _windowSince));
            return age > 2 * s_window ? Volatile.Read(ref _windowFrames) / age.TotalSeconds : Volatile.Read(ref _rate);
        }
    }

    public string CameraId { get; } = cameraId;

    public DateTimeOffset Since { get; } = clock.GetUtcNow();

    public StreamEnd End => (StreamEnd)Volatile.Read(ref _end);

    /// <summary>Zero while it takes frames; else for how long the write under way has been waiting.</summary>
    public TimeSpan WaitingFor =>
        Volatile.Read(ref _writingSince) is var since and not NotWriting ? clock.GetElapsedTime(since) : TimeSpan.Zero;

    public void WriteBegins() => Volatile.Write(ref _writingSince, clock.GetTimestamp());

    public void WriteEnds()
    {
        Volatile.Write(ref _writingSince, NotWriting);
        _windowFrames++;
        var age = clock.GetElapsedTime(_windowSince);
        if (age >= s_window)
        {
            Volatile.Write(ref _rate, _windowFrames / age.TotalSeconds);
            Volatile.Write(ref _windowFrames, 0);
            Volatile.Write(ref _windowSince, clock.GetTimestamp());
        }
    }

    /// <summary>Goes on, with the rights of this moment.</summary>
    public void Renew(Caller now) => _caller = now;

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
