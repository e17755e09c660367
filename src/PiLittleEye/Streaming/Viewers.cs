using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PiLittleEye.Rights;

namespace PiLittleEye.Streaming;

/// <summary>Who is watching. Ends streams whose right has ended, whose viewer takes nothing any more, and all when the service stops.</summary>
internal sealed class Viewers(IOptions<StreamingOptions> options, ILogger<Viewers> logger)
{
    // A viewer that is asked to leave gets this long to take the goodbye card.
    private static readonly TimeSpan s_goodbye = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<StreamConnection, bool> _open = new();
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(options.Value.StalledSeconds);
    private int _count;
    private volatile bool _isStopping;

    public int Count => Volatile.Read(ref _count);

    /// <returns>False when there are as many as may be.</returns>
    public bool TryAdd(StreamConnection connection)
    {
        if (Interlocked.Increment(ref _count) > options.Value.MostViewers)
        {
            Interlocked.Decrement(ref _count);
            return false;
        }

        _open[connection] = true;
        if (_isStopping)
        {
            // Came in just as all others were sent away.
            connection.Finish(StreamEnd.Stopping);
        }

        return true;
    }

    public void Remove(StreamConnection connection)
    {
        if (_open.TryRemove(connection, out _))
        {
            Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>Ends the streams of those who may not watch any more.</summary>
    public void Reconsider(Standing standing)
    {
        foreach (var connection in _open.Keys.Where(open => !standing.MayStill(open.Caller, open.CameraId, Right.Watch)))
        {
            connection.Finish(StreamEnd.SignedOut);
        }
    }

    /// <summary>Ends the streams of those whose time is over. Called twice a second.</summary>
    public void EndExpired(DateTimeOffset now)
    {
        foreach (var connection in _open.Keys.Where(open => open.Caller.ExpiresAt <= now))
        {
            connection.Finish(StreamEnd.SignedOut);
        }
    }

    public void EndAll()
    {
        _isStopping = true;
        foreach (var connection in _open.Keys)
        {
            connection.Finish(StreamEnd.Stopping);
        }
    }

    /// <summary>Cuts those that have been waiting for too long. Called twice a second.</summary>
    public void CutStalled()
    {
        foreach (var connection in _open.Keys)
        {
            var bound = connection.End == StreamEnd.None ? _patience : s_goodbye;
            if (connection.WaitingFor > bound)
            {
                logger.ViewerStalled(connection.WaitingFor);
                connection.Cut(StreamEnd.ViewerStalled);
            }
        }
    }
}
