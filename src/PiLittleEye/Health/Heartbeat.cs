namespace PiLittleEye.Health;

/// <summary>The pulse of one worker: it beats as it goes round; if it stays silent for too long, it hangs.</summary>
internal sealed class Heartbeat(string worker, TimeSpan longestSilence, TimeProvider clock)
{
    private long _lastBeatAt = clock.GetTimestamp();

    public string Worker { get; } = worker;

    public bool IsAlive => clock.GetElapsedTime(Volatile.Read(ref _lastBeatAt)) <= longestSilence;

    public void Beat() => Volatile.Write(ref _lastBeatAt, clock.GetTimestamp());
}
