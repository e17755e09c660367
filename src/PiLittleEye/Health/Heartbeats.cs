using System.Collections.Concurrent;

namespace PiLittleEye.Health;

/// <summary>The pulses of all workers. The watchdog is fed only while all of them beat.</summary>
internal sealed class Heartbeats(TimeProvider clock)
{
    private readonly ConcurrentBag<Heartbeat> _all = [];

    public Heartbeat Add(string worker, TimeSpan longestSilence)
    {
        var heartbeat = new Heartbeat(worker, longestSilence, clock);
        _all.Add(heartbeat);
        return heartbeat;
    }

    /// <summary>Names of those that hang; empty when all is well.</summary>
    public IReadOnlyList<string> Silent() => [.. _all.Where(heartbeat => !heartbeat.IsAlive).Select(heartbeat => heartbeat.Worker)];
}
