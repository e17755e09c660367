using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PiLittleEye.Rights;

namespace PiLittleEye.Streaming;

/// <summary>Who is watching. Ends streams whose right has ended, whose viewer takes nothing any more, and all when the service stops.</summary>
internal sealed class Viewers(IOptions<StreamingOptions> options, ILogger<Viewers> logger)
{
    // A viewer that is asked to leave gets this long to take the goodbye card.
    private static readonly TimeSpan s_goodbye = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<StreamConnection, bool> _open = new();

    // At most one note: it says that somebody came, not how many.
    private readonly Channel<bool> _arrivals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(options.Value.StalledSeconds);
    private int _count;
    private long _lastId;
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

        connection.Id = Interlocked.Increment(ref _lastId);
        _open[connection] = true;
        if (_isStopping)
        {
            // Came in just as all others were sent away.
            connection.Finish(StreamEnd.Stopping);
        }

        _arrivals.Writer.TryWrite(item: true);
        return true;
    }

    /// <summary>Returns when somebody has come since the last time.</summary>
    public async Task SomebodyAsync(CancellationToken cancellationToken) => await _arrivals.Reader.ReadAsync(cancellationToken);

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
        foreach (var connection in _open.Keys)
        {
            Reconsider(connection, standing);
        }
    }

    /// <summary>The longest first.</summary>
    public IReadOnlyList<ViewerItem> List() =>
        [
            .. _open
                .Keys.Where(open => open.End == StreamEnd.None)
                .OrderBy(open => open.Id)
                .Select(open => new ViewerItem(
                    open.Id,
                    open.Caller.Name,
                    open.Caller.Kind.ToString(),
                    open.CameraId,
                    open.Address,
                    open.Since,
                    Math.Round(open.FramesPerSecond, 1)
                )),
        ];

    /// <summary>Ends one stream; whoever watched may open another.</summary>
    /// <returns>Whose it was; null when there is none.</returns>
    public StreamConnection? SendAway(long id)
    {
        var connection = _open.Keys.FirstOrDefault(open => open.Id == id);
        connection?.Finish(StreamEnd.SentAway);
        return connection;
    }

    /// <summary>Ends the streams of those whose time is over, unless it was prolonged. Called twice a second.</summary>
    public void EndExpired(DateTimeOffset now, Standing standing)
    {
        // Over the dictionary itself: its Keys would be a copy, twice a second.
        foreach (var (connection, _) in _open)
        {
            if (connection.Caller.ExpiresAt <= now)
            {
                Reconsider(connection, standing);
            }
        }
    }

    private static void Reconsider(StreamConnection connection, Standing standing)
    {
        if (standing.Renew(connection.Caller, connection.CameraId, Right.Watch) is { } now)
        {
            connection.Renew(now);
        }
        else
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
        foreach (var (connection, _) in _open)
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
